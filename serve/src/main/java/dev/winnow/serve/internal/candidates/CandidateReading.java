package dev.winnow.serve.internal.candidates;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.text.ImportChanges;
import dev.winnow.report.internal.text.ImportTables;
import dev.winnow.tables.Import;
import dev.winnow.tables.ImportWatch;
import dev.winnow.tables.internal.cells.CellChange;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.Sheet;
import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.entries.RowCount;
import dev.winnow.tables.internal.headings.Column;
import dev.winnow.tables.internal.mapping.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A reading of a list of candidates: its tables, columns and rows with their problems. */
public final class CandidateReading implements ImportWatch {

    /** Maximum number of rows kept to be shown. All rows are read. */
    private static final int MAX_ROWS = 20_000;

    /** Maximum number of characters of these rows. */
    private static final int MAX_CHARACTERS = 10_000_000;

    private final CandidateList list;
    private final Universe base;
    private final List<TableReading> tables = new ArrayList<>();
    private final Map<ImportedTable, TableReading> byTable = new HashMap<>();
    private final IdentityHashMap<Sheet, List<Row>> rows = new IdentityHashMap<>();
    private final Map<Place, Column> asked = new LinkedHashMap<>();
    private final List<NameAsked> names = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();
    private final ImportChanges changes = new ImportChanges(false);
    private Map<EntryKind, Long> taken = Map.of();
    private int amended;
    private Map<String, RowCount> lists = Map.of();
    private RowCount again = RowCount.NONE;
    private @Nullable Sheet current;
    private int kept;
    private int characters;

    /** A name that resembles known entries, whose names are given by id. */
    record NameAsked(Place place, String name, Map<String, List<String>> candidates) {}

    /** Sees the rows of a file as they are read. */
    interface RowWatch {
        Row seen(CandidateFile file, Sheet sheet, Row row);
    }

    /** A table and the outcomes of its rows. */
    static final class TableReading {
        final ImportedTable table;
        final boolean strange;
        final List<Row> rows;
        final Map<Integer, ImportedTable.RefusedRow> refused = new HashMap<>();
        final Map<Integer, ImportedTable.LeftRow> passed = new HashMap<>();
        final List<Problem> problems = new ArrayList<>();

        TableReading(ImportedTable table, boolean strange, List<Row> rows) {
            this.table = table;
            this.strange = strange;
            this.rows = rows;
        }

        private boolean shows(int row) {
            return !rows.isEmpty() && row <= rows.get(rows.size() - 1).number();
        }

        /** Whether its rows are read. */
        boolean isRead() {
            return !strange && problems.isEmpty();
        }
    }

    CandidateReading(CandidateList list, Universe base) {
        this.list = list;
        this.base = base;
    }

    /** Keeps a row to show it. */
    Row seen(CandidateFile file, Sheet sheet, Row row) {
        current = sheet;
        List<Row> own = rows.computeIfAbsent(sheet, any -> new ArrayList<>());
        if (row.number() > 0 && kept < MAX_ROWS && characters < MAX_CHARACTERS) {
            own.add(row);
            kept++;
            characters += row.texts().stream().mapToInt(String::length).sum();
        }
        return row;
    }

    void done(Import run) {
        taken = run.taken();
        amended = run.amended();
        lists = run.lists();
        again = run.rowsReadAgain();
        Set<Problem> placed = new HashSet<>();
        for (TableReading one : tables) {
            for (Problem problem : problems) {
                if (isOf(one.table, problem.place())) {
                    one.problems.add(problem);
                    placed.add(problem);
                }
            }
        }
        problems.removeAll(placed);
    }

    /** Whether a problem at a place concerns the headings of a table, which is then not read. */
    private static boolean isOf(ImportedTable table, Place place) {
        Place own = Place.cell(table.file(), table.sheet(), Math.max(1, table.headings()), 1);
        return place.equals(own)
                || table.columns().stream()
                        .anyMatch(column -> column.isOpen() && column.place().equals(place));
    }

    @Override
    public void table(ImportedTable table) {
        add(table, false);
    }

    private void add(ImportedTable table, boolean strange) {
        TableReading reading =
                new TableReading(table, strange, current == null ? List.of() : rows.getOrDefault(current, List.of()));
        tables.add(reading);
        byTable.put(table, reading);
    }

    @Override
    public void strange(ImportedTable table, List<List<String>> cells) {
        add(table, true);
    }

    @Override
    public void note(Problem note) {
        notes.add(note);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    @Override
    public void refused(ImportedTable.RefusedRow row) {
        TableReading reading = byTable.get(row.table());
        if (reading != null && reading.shows(row.row())) {
            reading.refused.put(row.row(), row);
        }
    }

    @Override
    public void passedOver(ImportedTable.LeftRow row) {
        TableReading reading = byTable.get(row.table());
        if (reading != null && reading.shows(row.row())) {
            reading.passed.put(row.row(), row);
        }
    }

    @Override
    public @Nullable String meaning(ImportedTable table, Column column, List<String> samples) {
        asked.putIfAbsent(column.place(), column);
        return null;
    }

    @Override
    public @Nullable String known(ImportedTable table, Place place, String name, Map<String, List<String>> candidates) {
        names.add(new NameAsked(place, name, candidates));
        return null;
    }

    @Override
    public void changed(CellChange change) {
        changes.add(change);
    }

    ImportChanges changes() {
        return changes;
    }

    CandidateList list() {
        return list;
    }

    Universe base() {
        return base;
    }

    /** Whether it was read for another universe. */
    @SuppressWarnings("ReferenceEquality") // an equal universe of another reading has other entries
    public boolean isOfOther(Universe universe) {
        return base != universe;
    }

    List<TableReading> tables() {
        return tables;
    }

    /** Returns the column with the possible meanings about which the import asked; null if it did not. */
    @Nullable
    Column asked(Place heading) {
        return asked.get(heading);
    }

    List<NameAsked> names() {
        return names;
    }

    /** Returns problems that concern no table. */
    List<Problem> problems() {
        return problems;
    }

    List<Problem> notes() {
        return notes;
    }

    /** Returns the number of accepted entries by kind. */
    Map<EntryKind, Long> taken() {
        return taken;
    }

    /** Returns the outcomes of the rows of all files. */
    RowCount count() {
        return lists.values().stream().reduce(RowCount.NONE, RowCount::plus);
    }

    /** Returns the account that {@code winnow import} prints. */
    List<String> account(Wording wording) {
        return ImportTables.account(taken, amended, lists, again, wording);
    }

    /** Returns the problem of a meaning that the user chose, for which nothing is read; null if there is none. */
    public @Nullable Message refusedMeaning() {
        return problems.stream()
                .filter(problem -> problem.place().file().equals(Mapping.CHOSEN.file()))
                .map(problem -> problem.what().with(problem.advice()))
                .findFirst()
                .orElse(null);
    }

    /** Whether any entry was accepted. */
    public boolean anyTaken() {
        return !taken.isEmpty();
    }

    /** Returns the text of a cell of a table; empty if it is not among the kept rows. */
    public String text(int table, int row, int column) {
        return tables.get(table).rows.stream()
                .filter(one -> one.number() == row)
                .findFirst()
                .map(one -> one.text(column))
                .orElse("");
    }

    /** Returns the file of a table; null if there is no such table. */
    public @Nullable TablePlace place(int table) {
        if (table < 0 || table >= tables.size()) {
            return null;
        }
        ImportedTable found = tables.get(table).table;
        for (int i = 0; i < list.files().size(); i++) {
            if (list.files().get(i).name().equals(found.file())) {
                List<Integer> columns = found.columns().stream()
                        .map(Column::number)
                        .filter(number -> number > 0)
                        .toList();
                return new TablePlace(i, found.sheet(), columns);
            }
        }
        return null;
    }

    /**
     * The place of a table.
     *
     * @param file position of its file
     * @param sheet the sheet of a workbook; null for a file with a single table
     * @param columns column numbers, by position of the column
     */
    public record TablePlace(int file, @Nullable String sheet, List<Integer> columns) {}
}
