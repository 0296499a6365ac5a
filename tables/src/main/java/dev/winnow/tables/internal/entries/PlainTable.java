package dev.winnow.tables.internal.entries;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Node.Field;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.tables.internal.cells.CellProblems;
import dev.winnow.tables.internal.cells.CsvSheet;
import dev.winnow.tables.internal.cells.DateText;
import dev.winnow.tables.internal.cells.FileProblems;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.Sheet;
import dev.winnow.tables.internal.cells.TextFolding;
import dev.winnow.tables.internal.cells.UnreadableTable;
import dev.winnow.tables.internal.cells.Workbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table whose columns have no meaning for a universe, such as a list of past decisions.
 *
 * @param headings the cells of the first row that has more than a title
 * @param rows the cells of the other rows, each as wide as the headings; a blank cell has no value
 */
public record PlainTable(List<Node> headings, List<List<Node>> rows) {

    public PlainTable {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /** {@return whether a file is read as a table, by the ending of its name} */
    public static boolean isTable(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt") || name.matches(".*\\.xls[xm]?");
    }

    /**
     * Reads the visible sheets of a workbook, or the table of a CSV file. Blank sheets are left out.
     *
     * @param problems receives the problems of the file and of cells; rows with problems are left out
     */
    public static List<PlainTable> read(Path path, List<Problem> problems) throws IOException {
        String file = GivenFile.of(path).name();
        List<PlainTable> tables = new ArrayList<>();
        try {
            if (!Files.exists(path)) {
                throw TableFile.missing(path, file);
            } else if (Files.isDirectory(path)) {
                throw TableFile.folder(path, file);
            } else if (file.toLowerCase(Locale.ROOT).matches(".*\\.xls[xm]?")) {
                try (Workbook book = Workbook.open(path, file)) {
                    for (Workbook.Part part : book.sheets()) {
                        if (!part.hidden()) {
                            read(book.open(part), tables, problems);
                        }
                    }
                }
            } else {
                read(CsvSheet.open(path, file), tables, problems);
            }
            if (tables.isEmpty() && problems.isEmpty()) {
                problems.add(Problem.at(Place.file(file), "the table has no rows"));
            }
        } catch (UnreadableTable e) {
            problems.add(e.problem());
        }
        return tables;
    }

    private static void read(Sheet opened, List<PlainTable> tables, List<Problem> problems)
            throws IOException, UnreadableTable {
        try (Sheet sheet = opened) {
            Row first = sheet.next();
            while (first != null
                    && first.texts().stream().filter(text -> !text.isBlank()).count() < 2) {
                first = sheet.next(); // a title above the table
            }
            if (first == null) {
                return;
            }
            List<Node> headings = cells(sheet, first, first.width(), problems);
            List<List<Node>> rows = new ArrayList<>();
            for (Row row = sheet.next(); row != null; row = sheet.next()) {
                int before = problems.size();
                problems.addAll(row.problems());
                List<Node> cells = cells(sheet, row, first.width(), problems);
                for (int column = first.width() + 1; column <= row.width(); column++) {
                    if (!row.text(column).isBlank()) {
                        problems.add(FileProblems.beyondHeadings(
                                Place.cell(sheet.file(), sheet.name(), row.number(), column), row.text(column)));
                    }
                }
                if (problems.size() == before) {
                    rows.add(cells);
                }
            }
            tables.add(new PlainTable(headings, rows));
        }
    }

    private static List<Node> cells(Sheet sheet, Row row, int width, List<Problem> problems) {
        List<Node> cells = new ArrayList<>();
        for (int column = 1; column <= width; column++) {
            Place place = Place.cell(sheet.file(), sheet.name(), row.number(), column);
            String text = TextFolding.strip(row.text(column));
            switch (row.kind(column)) {
                case ERROR -> problems.add(CellProblems.cellError(place, text));
                case UNCOMPUTED -> problems.add(CellProblems.uncomputed(place));
                case SCALED -> problems.add(CellProblems.scaled(place, text));
                default -> {}
            }
            cells.add(text.isEmpty() ? Node.nothing(place) : Node.scalar(place, text));
        }
        return cells;
    }

    /**
     * {@return the rows as maps with the keys of known columns} Other columns are left out.
     *
     * @param columns the headings of each key, in any language
     * @param date the key of the dates, which are converted to the form of universe files
     * @param problems receives a problem if no heading is known, if two columns have the same key, or if a date has two
     *     meanings; the row is then left out
     */
    public List<Node> keyed(Map<String, List<String>> columns, String date, List<Problem> problems) {
        Map<String, String> keys = new HashMap<>();
        columns.forEach((key, words) -> words.forEach(word -> keys.put(TextFolding.of(word), key)));
        Map<Integer, String> found = new TreeMap<>();
        for (int i = 0; i < headings.size(); i++) {
            String key = keys.get(TextFolding.of(headings.get(i).text()));
            if (key != null && found.containsValue(key)) {
                problems.add(FileProblems.headingTwice(
                        headings.get(i).place(), headings.get(i).text()));
            } else if (key != null) {
                found.put(i, key);
            }
        }
        if (found.isEmpty()) {
            Node first = headings.get(0);
            problems.add(first.problem(
                    Message.of("no heading of this table is known"),
                    Nearest.advice(
                            first.text(),
                            columns.keySet(),
                            Message.of("expected headings such as %s", Message.all(List.copyOf(columns.keySet()))))));
            return List.of();
        }
        List<Node> keyed = new ArrayList<>();
        for (List<Node> row : rows) {
            int before = problems.size();
            List<Field> fields = new ArrayList<>();
            found.forEach((column, key) -> {
                Node cell = row.get(column);
                if (cell.isScalar()) {
                    fields.add(new Field(key, cell.place(), key.equals(date) ? day(cell, problems) : cell));
                }
            });
            if (problems.size() == before) {
                keyed.add(Node.map(row.get(0).place(), fields));
            }
        }
        return keyed;
    }

    private static Node day(Node cell, List<Problem> problems) {
        List<String> two = DateText.twoWays(cell.text());
        if (two != null) {
            problems.add(CellProblems.twoDays(cell.place(), cell.text(), two.get(0), two.get(1), ""));
        }
        return Node.scalar(cell.place(), DateText.iso(cell.text()));
    }
}
