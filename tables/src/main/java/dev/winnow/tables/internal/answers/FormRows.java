package dev.winnow.tables.internal.answers;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.tables.internal.answers.AnswerRow.Cell;
import dev.winnow.tables.internal.cells.CellKind;
import dev.winnow.tables.internal.cells.CellProblems;
import dev.winnow.tables.internal.cells.FileProblems;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.Sheet;
import dev.winnow.tables.internal.cells.TextFolding;
import dev.winnow.tables.internal.cells.UnreadableTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The rows of a returned form, before their meaning is read.
 *
 * @param rows the rows below the headings, in the order of the file
 * @param about metadata, by key
 * @param found whether there are headings of the form
 */
record FormRows(List<FormRow> rows, Map<String, Cell> about, boolean found) {

    /** Ends the key of metadata that contradict those before them. */
    private static final String SECOND = " again";

    private static final Message ANSWER = Message.of("an answer");

    /** A row with its problems, which refuse it. */
    record FormRow(AnswerRow row, List<Problem> problems) {

        FormRow {
            problems = List.copyOf(problems);
        }
    }

    FormRows {
        rows = List.copyOf(rows);
        about = Map.copyOf(about);
    }

    /**
     * Reads a table.
     *
     * @throws UnreadableTable if two columns have the same heading
     */
    static FormRows of(Sheet sheet, FormLayout layout) throws IOException, UnreadableTable {
        List<FormRow> rows = new ArrayList<>();
        Map<String, Cell> about = new LinkedHashMap<>();
        Map<AnswerColumn, Integer> columns = new EnumMap<>(AnswerColumn.class);
        int width = 0;
        for (Row row = sheet.next(); row != null; row = sheet.next()) {
            if (columns.containsKey(AnswerColumn.FACT)) {
                AnswerRow said = answerRow(sheet, row, columns);
                rows.add(new FormRow(said, flaws(sheet, row, said, columns, width, layout)));
                continue;
            }
            columns.clear();
            width = row.width();
            Problem twice = null;
            for (int column = 1; column <= row.width(); column++) {
                AnswerColumn means = layout.column(row.text(column));
                if (means != null && columns.putIfAbsent(means, column) != null) {
                    twice = FileProblems.headingTwice(
                            Place.cell(sheet.file(), sheet.name(), row.number(), column), row.text(column));
                }
            }
            if (twice != null && columns.containsKey(AnswerColumn.FACT)) {
                throw new UnreadableTable(twice);
            }
            about(sheet, row, layout, about);
        }
        return new FormRows(rows, about, columns.containsKey(AnswerColumn.FACT));
    }

    private static void about(Sheet sheet, Row row, FormLayout layout, Map<String, Cell> into) {
        for (int column = 1; column < row.width(); column++) {
            String key = layout.key(row.text(column));
            if (key != null) {
                state(
                        into,
                        key,
                        new Cell(
                                TextFolding.strip(row.text(column + 1)),
                                Place.cell(sheet.file(), sheet.name(), row.number(), column + 1)));
            }
        }
    }

    /** Adds metadata. A second value of a key, from another form in the same file, is kept beside the first. */
    static void state(Map<String, Cell> into, String key, Cell cell) {
        Cell before = into.get(key);
        if (before == null || before.text().isEmpty()) {
            into.put(key, cell);
        } else if (!cell.text().isEmpty() && !cell.text().equals(before.text())) {
            into.put(key + SECOND, cell);
        }
    }

    /** Returns the problems of metadata with two values. */
    List<Problem> contradictions() {
        return about.entrySet().stream()
                .filter(one -> one.getKey().endsWith(SECOND))
                .sorted(Map.Entry.comparingByKey())
                .map(one -> {
                    String key = one.getKey().substring(0, one.getKey().length() - SECOND.length());
                    return FileProblems.givenTwice(
                                    one.getValue().place(),
                                    key,
                                    Objects.requireNonNull(about.get(key)).place())
                            .with(Message.of("keep the forms of several assessors in files of their own"));
                })
                .toList();
    }

    /** Returns the problems of a row. A row without a question or an answer gets a message of its own. */
    private static List<Problem> flaws(
            Sheet sheet, Row row, AnswerRow said, Map<AnswerColumn, Integer> columns, int width, FormLayout layout) {
        List<Problem> wrong = new ArrayList<>(row.problems());
        if (said.text(AnswerColumn.FACT).isEmpty()
                && said.text(AnswerColumn.ANSWER).isEmpty()) {
            return wrong;
        }
        for (AnswerColumn filled : layout.filled()) {
            int column = columns.getOrDefault(filled, 0);
            Place place = said.at(filled);
            switch (column == 0 ? CellKind.PLAIN : row.kind(column)) {
                case ERROR -> wrong.add(CellProblems.cellError(place, row.text(column)));
                case UNCOMPUTED -> wrong.add(CellProblems.uncomputed(place));
                case COVERED -> wrong.add(CellProblems.covered(place, row.text(column)));
                case SCALED -> wrong.add(CellProblems.scaled(place, row.text(column)));
                default -> {}
            }
        }
        for (int column = width + 1; column <= row.width(); column++) {
            if (!row.text(column).isBlank()) {
                wrong.add(FileProblems.beyondHeadings(
                        Place.cell(sheet.file(), sheet.name(), row.number(), column), row.text(column)));
                break;
            }
        }
        return wrong;
    }

    private static AnswerRow answerRow(Sheet sheet, Row row, Map<AnswerColumn, Integer> columns) {
        Map<AnswerColumn, Cell> cells = new EnumMap<>(AnswerColumn.class);
        columns.forEach((means, column) -> {
            Place place = Place.cell(sheet.file(), sheet.name(), row.number(), column);
            cells.put(means, new Cell(TextFolding.strip(row.text(column)), place));
        });
        return new AnswerRow(
                Place.cell(sheet.file(), sheet.name(), row.number(), 1), null, List.of(), List.of(), cells);
    }

    /**
     * Reads an answer of the JSON that a form in a browser saves.
     *
     * @param keys the keys that it may have
     */
    static FormRow of(Node item, FormLayout layout, List<String> keys) {
        Map<AnswerColumn, Cell> cells = new EnumMap<>(AnswerColumn.class);
        List<Problem> wrong = new ArrayList<>();
        if (item.hasKeys(ANSWER, wrong)) {
            item.allow(ANSWER, keys, wrong);
        }
        for (AnswerColumn column : layout.columns()) {
            Node said = item.isMap() ? item.get(column.key()) : null;
            if (said != null && said.isScalar()) {
                cells.put(column, new Cell(TextFolding.strip(said.text()), said.place()));
            } else if (said != null) {
                wrong.add(noText(column.key(), said));
            }
        }
        return new FormRow(new AnswerRow(item.place(), null, List.of(), List.of(), cells), wrong);
    }

    /** Returns the metadata of such JSON, where a key with a dot names a part of an object. */
    static Map<String, Cell> about(Node root, FormLayout layout) {
        Map<String, Cell> about = new LinkedHashMap<>();
        for (String key : layout.about()) {
            Node said = root;
            for (String part : key.split("\\.", -1)) {
                said = said == null || !said.isMap() ? null : said.get(part);
            }
            if (said != null && said.isScalar()) {
                about.put(key, new Cell(said.text().strip(), said.place()));
            }
        }
        return about;
    }

    static Problem noText(String key, Node said) {
        return said.problem(
                Message.of("`%s` is a text, not %s", key, said.kind().words()));
    }
}
