package dev.winnow.tables.meaning;

import dev.winnow.model.read.Property;
import dev.winnow.model.source.Place;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.value.Unit;
import dev.winnow.tables.cells.CellKind;
import dev.winnow.tables.cells.HeadingUnit;
import dev.winnow.tables.cells.Row;
import dev.winnow.tables.cells.Sheet;
import dev.winnow.tables.cells.TextFolding;
import dev.winnow.tables.cells.UnreadableTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the row of headings of a table, below titles and notes, and what each column means. */
public final class Headings {

    private static final int DEEPEST = 30;

    private final HeadingCatalogue catalogue = HeadingCatalogue.get();
    private final HeadingMap map;
    private final @Nullable EntryKind given;
    private final EntryKinds kinds;

    /**
     * @param map the meanings given by the user
     * @param given the kind of the rows; null to find out
     * @param kinds the kinds that rows can be of
     */
    public Headings(HeadingMap map, @Nullable EntryKind given, EntryKinds kinds) {
        this.kinds = kinds;
        this.map = map;
        this.given = given;
    }

    /** A guess at a head. */
    private record Guess(EntryKind kind, int index, int lines, int known) {}

    /**
     * The head of a table; null if no row has headings that are known.
     *
     * @param sheet fails again where it cannot be read on, for the rows before that are kept
     * @param called what the table is called: its sheet's name, or the file's
     */
    public @Nullable Head find(Sheet sheet, String called) throws IOException, UnreadableTable {
        List<Row> first = new ArrayList<>();
        UnreadableTable broken = null;
        try {
            for (Row row = sheet.next(); row != null; row = first.size() < DEEPEST ? sheet.next() : null) {
                first.add(row);
            }
        } catch (UnreadableTable e) {
            broken = e; // told when the rows before it are read
        }
        List<EntryKind> named = given == null ? catalogue.kinds(kinds, called) : List.of(given);
        Guess best = null;
        for (EntryKind kind : named.isEmpty() ? kinds.values() : named) {
            Guess guess = guess(kind, first, !named.isEmpty());
            if (guess != null && (best == null || guess.known > best.known)) {
                best = guess;
            }
        }
        if (best == null) {
            for (Row row : first) {
                if (!row.problems().isEmpty()) {
                    throw new UnreadableTable(row.problems().get(0)); // which may be why no headings are known
                }
            }
            if (broken != null) {
                throw broken;
            }
        }
        return best == null ? null : head(sheet, best, first);
    }

    private Head head(Sheet sheet, Guess best, List<Row> first) throws UnreadableTable {
        List<Row> above = first.subList(0, best.index);
        for (Row heading : first.subList(best.index, best.index + best.lines)) {
            if (!heading.problems().isEmpty()) {
                throw new UnreadableTable(heading.problems().get(0));
            }
        }
        String money = null;
        for (Row row : above) {
            for (String cell : row.texts()) {
                money = money == null ? HeadingUnit.ofLine(cell) : money;
            }
        }
        Row last = first.get(best.index + best.lines - 1);
        return new Head(
                best.kind,
                last.number(),
                columns(sheet, best.kind, first.get(best.index), best.lines == 2 ? last : null, money),
                above.stream().map(Row::number).toList(),
                new ArrayList<>(first.subList(best.index + best.lines, first.size())));
    }

    /** The row whose cells mean most, in a table of a kind. */
    private @Nullable Guess guess(EntryKind kind, List<Row> rows, boolean named) {
        Meanings meanings = new Meanings(kind);
        Guess best = null;
        for (int i = 0; i < rows.size(); i++) {
            int known = known(kind, meanings, texts(rows.get(i), null), named);
            if (known > 0 && (best == null || known > best.known)) {
                best = new Guess(kind, i, 1, known);
            }
            if (i + 1 < rows.size() && isUpper(rows.get(i))) {
                int both = known(kind, meanings, texts(rows.get(i), rows.get(i + 1)), named);
                if (both > 0 && (best == null || both > best.known)) {
                    best = new Guess(kind, i, 2, both);
                }
            }
        }
        return best;
    }

    /** Whether headings go on in the row below: some are merged across columns. */
    private static boolean isUpper(Row row) {
        for (int column = 1; column <= row.width(); column++) {
            if (row.kind(column) == CellKind.BESIDE) {
                return true;
            }
        }
        return false;
    }

    /** How many headings are known; 0 if too few for such a table. */
    private int known(EntryKind kind, Meanings meanings, List<String> headings, boolean named) {
        Map<String, Integer> found = new HashMap<>();
        int filled = 0;
        int known = 0;
        Map<String, Integer> seen = new HashMap<>();
        for (String heading : headings) {
            if (heading.isBlank() || catalogue.ignores(TextFolding.of(heading))) {
                continue;
            }
            filled++;
            int nth = seen.merge(TextFolding.of(heading), 1, Integer::sum);
            String saying = map.meaning(heading, nth);
            List<String> means = saying == null
                    ? meanings.exact(HeadingUnit.of(heading, meanings.units()).bare())
                    : List.of(saying);
            if (!means.isEmpty() && found.putIfAbsent(means.get(0), filled) == null) {
                known++;
                means.forEach(name -> found.putIfAbsent(name, 0));
            }
        }
        if (named) {
            return known;
        }
        boolean whole = kind.properties().stream()
                        .filter(Property::required)
                        .allMatch(property -> found.containsKey(property.name()))
                || found.containsKey("name");
        boolean held = kind.holder() == null || found.containsKey(kind.holder());
        return whole && held && 2 * known >= Math.min(filled, 4) ? known : 0;
    }

    private static List<String> texts(Row row, @Nullable Row below) {
        List<String> texts = new ArrayList<>();
        int width = Math.max(row.width(), below == null ? 0 : below.width());
        for (int column = 1; column <= width; column++) {
            String upper = row.text(column).replaceAll("\\s*\\n\\s*", " ").strip();
            String lower = below == null || below.kind(column) == CellKind.BELOW
                    ? ""
                    : below.text(column).replaceAll("\\s*\\n\\s*", " ").strip();
            boolean beside = below == null && row.kind(column) == CellKind.BESIDE;
            texts.add(beside ? "" : lower.isEmpty() ? upper : upper.isEmpty() ? lower : upper + "（" + lower + "）");
        }
        return texts;
    }

    private List<Column> columns(Sheet sheet, EntryKind kind, Row row, @Nullable Row below, @Nullable String money) {
        Meanings meanings = new Meanings(kind);
        List<Column> columns = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        List<String> texts = texts(row, below);
        for (int i = 0; i < texts.size(); i++) {
            String heading = texts.get(i);
            if (!heading.isBlank()) {
                int nth = seen.merge(TextFolding.of(heading), 1, Integer::sum);
                Place place = Place.cell(sheet.file(), sheet.name(), (below == null ? row : below).number(), i + 1);
                columns.add(column(place, i + 1, heading, nth, meanings));
            }
        }
        return withMoney(kind, twice(columns), money);
    }

    private Column column(Place place, int number, String heading, int nth, Meanings meanings) {
        HeadingUnit unit = HeadingUnit.of(heading, meanings.units());
        Column bare = new Column(place, number, heading, null, unit.unit(), Column.State.UNKNOWN, List.of());
        String saying = map.meaning(heading, nth);
        if (saying != null) {
            return given(bare, saying, meanings);
        }
        List<String> exact = meanings.exact(TextFolding.strip(heading));
        if (exact.isEmpty()) {
            exact = meanings.exact(unit.bare());
        }
        if (exact.size() == 1) {
            return bare.as(exact.get(0), Column.State.KNOWN, List.of());
        }
        if (exact.size() > 1) {
            return bare.as(null, Column.State.AMBIGUOUS, exact);
        }
        if (catalogue.ignores(TextFolding.of(unit.bare()))) {
            return bare.as(null, Column.State.IGNORED, List.of());
        }
        List<String> near = meanings.near(unit.bare());
        return near.isEmpty() ? bare : bare.as(null, Column.State.NEARLY, near);
    }

    /** A column with the meaning that the user gave it: a property, perhaps with a unit. */
    public static Column given(Column column, String saying, Meanings meanings) {
        if (saying.equals(HeadingMap.NOTHING)) {
            return column.as(null, Column.State.LEFT_OUT, List.of());
        }
        HeadingUnit unit = HeadingUnit.of(saying, meanings.units());
        Key key = meanings.named(unit.bare());
        if (key == null) {
            return column.as(null, Column.State.AMBIGUOUS, List.of());
        }
        Column known = column.as(key.name(), Column.State.TOLD, List.of());
        Unit declared = key.property().unit();
        // Of a number with a declared unit nothing in brackets is passed over: a heading in GW is not one in MW.
        String said = unit.unit() != null || column.unit() != null || declared == null || !declared.isDeclared()
                ? unit.unit()
                : HeadingUnit.inBrackets(column.heading());
        return said == null ? known : known.inUnit(said);
    }

    /** A meaning that two columns have is ambiguous, unless the user gave it. */
    public static List<Column> twice(List<Column> columns) {
        Map<String, Column> first = new HashMap<>();
        List<Column> settled = new ArrayList<>();
        for (Column column : columns) {
            if (column.state() == Column.State.TOLD && column.means() != null) {
                first.putIfAbsent(column.means(), column);
            }
        }
        for (Column column : columns) {
            Column earlier = column.means() == null ? null : first.putIfAbsent(column.means(), column);
            settled.add(
                    earlier == null || earlier.number() == column.number()
                            ? column
                            : column.as(null, Column.State.TWICE, List.of(String.valueOf(column.means()))));
        }
        return settled;
    }

    private static List<Column> withMoney(EntryKind kind, List<Column> columns, @Nullable String money) {
        return money == null
                ? columns
                : columns.stream()
                        .map(column -> column.unit() == null && isMoney(kind, column) ? column.inUnit(money) : column)
                        .toList();
    }

    private static boolean isMoney(EntryKind kind, Column column) {
        Key key = column.means() == null ? null : Key.parse(column.means(), kind);
        return key != null
                && key.facet() == null
                && key.property().unit() != null
                && key.property().unit().isMoney();
    }
}
