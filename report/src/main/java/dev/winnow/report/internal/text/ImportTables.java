package dev.winnow.report.internal.text;

import dev.winnow.model.source.Place;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.tables.internal.cells.DayOrder;
import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.entries.RowCount;
import dev.winnow.tables.internal.headings.Column;
import dev.winnow.tables.internal.write.Export;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes how each table was understood, one line per column. */
public final class ImportTables {

    private static final int WIDEST = 36;

    /** Maximum number of ignored columns listed one by one. */
    private static final int MOST_LEFT_OUT = 4;

    private final Wording wording;
    private final StringBuilder text = new StringBuilder();

    /** Creates a report without tables. */
    public ImportTables(Wording wording) {
        this.wording = wording;
    }

    /** Adds the result of a table. */
    public void add(ImportedTable table) {
        String sheet = table.sheet();
        String place = sheet == null ? table.file() : wording.say("import.sheet", table.file(), sheet);
        String kind = Export.called(table.kind(), wording.language());
        line(
                table.headings() == 0
                        ? wording.say("import.records", place, kind)
                        : wording.say("import.table", place, kind, table.headings()));
        if (!table.above().isEmpty()) {
            line("  " + wording.say("import.above", numbers(table.above())));
        }
        int wide = table.columns().stream()
                .mapToInt(column -> Columns.width(column.heading()))
                .max()
                .orElse(0);
        List<String> left = table.columns().stream()
                .filter(column -> column.state() == Column.State.LEFT_OUT)
                .map(Column::heading)
                .toList();
        boolean many = left.size() > MOST_LEFT_OUT;
        table.columns().stream()
                .filter(column -> !many || column.state() != Column.State.LEFT_OUT)
                .forEach(column -> line("  " + column(table, column, Math.min(WIDEST, wide))));
        if (many) {
            line("  " + wording.say("import.leftOut", left.size(), String.join(" | ", left)));
        }
        text.append('\n');
    }

    private String column(ImportedTable table, Column column, int width) {
        String letters = Columns.right(Place.letters(column.number()), 3);
        return (letters + "  " + Columns.left(column.heading(), width) + "  " + means(table, column)).stripTrailing();
    }

    private String means(ImportedTable table, Column column) {
        String state = column.state() == Column.State.KNOWN
                ? ""
                : wording.say("import.state." + column.state(), choices(table, column));
        String means = column.means();
        if (means == null) {
            return state;
        }
        String name = Objects.requireNonNullElse(table.meaning(column, wording.language()), means);
        String text = name.equals(means) ? means : wording.say("import.means", means, name);
        return "→ " + text + unit(column.unit()) + (state.isEmpty() ? "" : "  " + state);
    }

    /** Returns the unit of a column; for days, the order of day and month. */
    private String unit(@Nullable String unit) {
        DayOrder days = DayOrder.named(unit);
        return unit == null ? "" : " [" + (days == null ? unit : wording.say("import.days." + days)) + "]";
    }

    private String choices(ImportedTable table, Column column) {
        return column.choices().stream()
                .map(choice -> wording.say("import.means", choice, table.propertyName(choice, wording.language())))
                .collect(Collectors.joining(wording.say("import.or")));
    }

    /**
     * Returns the account of an import: the entries taken, the rows of each of several files, and those of all.
     *
     * @param taken number of entries taken, by kind
     * @param amended number of known entries amended
     * @param lists the rows of each file
     * @param again the rows that further sections of a mapping read again
     */
    public static List<String> account(
            Map<EntryKind, Long> taken, int amended, Map<String, RowCount> lists, RowCount again, Wording wording) {
        List<String> lines = new ArrayList<>();
        String kinds = taken.entrySet().stream()
                .map(one -> wording.say(
                        "import.count",
                        Numbers.grouped(one.getValue()),
                        Export.called(one.getKey(), wording.language())))
                .collect(Collectors.joining(wording.say("list.separator")));
        lines.add(wording.say("import.taken", kinds.isEmpty() ? wording.say("import.nothing") : kinds));
        if (amended > 0) {
            lines.add(wording.say("import.amended", amended));
        }
        if (lists.size() > 1) {
            lists.forEach(
                    (list, count) -> lines.add(wording.withPlace(count.of(list).with(null))));
        }
        lines.add(rows(lists.values().stream().reduce(RowCount.NONE, RowCount::plus), wording));
        if (again.rows() > 0) {
            lines.add(wording.say("import.again", rows(again, wording)));
        }
        return lines;
    }

    /** Returns the counts of rows: total, accepted, refused, and skipped with the reasons. */
    private static String rows(RowCount count, Wording wording) {
        String why = count.passedOver().entrySet().stream()
                .map(one -> wording.say("import.passed." + one.getKey(), Numbers.grouped(one.getValue())))
                .collect(Collectors.joining(wording.sentence(", ")));
        String sum = wording.say(
                count.passed() == 0 ? "import.rows" : "import.rows.passed",
                Numbers.grouped(count.rows()),
                Numbers.grouped(count.taken()),
                Numbers.grouped(count.refused()),
                Numbers.grouped(count.passed()),
                why);
        return count.asked() == 0 ? sum : wording.say("import.asked", sum, Numbers.grouped(count.asked()));
    }

    private static String numbers(List<Integer> rows) {
        return rows.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private void line(String line) {
        text.append(Columns.clean(line)).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
