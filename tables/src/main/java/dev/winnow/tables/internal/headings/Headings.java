package dev.winnow.tables.internal.headings;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.value.ChineseNumerals;
import dev.winnow.tables.internal.cells.CellKind;
import dev.winnow.tables.internal.cells.FileProblems;
import dev.winnow.tables.internal.cells.HeadingUnit;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.Sheet;
import dev.winnow.tables.internal.cells.TextFolding;
import dev.winnow.tables.internal.cells.UnreadableTable;
import dev.winnow.tables.internal.mapping.ColumnMap;
import dev.winnow.tables.internal.mapping.FilledText;
import dev.winnow.tables.internal.mapping.RecordMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the row of headings of a table, below titles and notes, and the meanings of its columns. */
public final class Headings {

    private static final int DEEPEST = 30;

    /** Maximum number of headings. Each is compared with the others and with the words of every kind of entry. */
    private static final int MOST_HEADINGS = 2_000;

    /** Maximum number of rows of headings. */
    public static final int MOST_LINES = 3;

    /** Maximum length of a heading of a further table. */
    static final int LONGEST_WORD = 40;

    private static final Pattern BENEATH = Pattern.compile("[^()（）]+[(（](.+)[)）]");
    private static final Pattern BRACKET = Pattern.compile("[(\\[（【/,:：|]");

    private final HeadingCatalogue catalogue = HeadingCatalogue.get();
    private final RecordMap map;
    private final @Nullable EntryKind given;
    private final HeadingWords words;
    private final HeadingLines lines;
    /** Normalised headings of the mapping; null until first used. */
    private @Nullable Set<String> mapped;

    private @Nullable String likely;

    private @Nullable Head strange;

    /**
     * @param map the mapping of the table
     * @param given the kind of the rows; null to detect it
     * @param words the words of all possible kinds of rows
     */
    public Headings(RecordMap map, @Nullable EntryKind given, HeadingWords words) {
        this.words = words;
        this.lines = new HeadingLines(words.kinds().vocabulary().units(), map);
        this.map = map;
        this.given = given;
    }

    /** A possible head of a table. */
    private record Guess(EntryKind kind, int index, int lines, int known) {

        /**
         * Whether this head is more likely. The first row with several known headings wins, even if a row below it,
         * which may begin a further table, has more of them.
         */
        boolean isBetterThan(@Nullable Guess other) {
            if (other == null) {
                return true;
            }
            if (known > 1 && other.known > 1 && index != other.index) {
                return index < other.index;
            }
            return known > other.known;
        }
    }

    private List<EntryKind> named(String called) {
        return given == null ? catalogue.kinds(words.kinds(), called) : List.of(given);
    }

    /**
     * The head of a table; null if no row has known headings.
     *
     * @param sheet fails again at a place that cannot be read, after the rows before it, which are kept
     * @param called name of the sheet, or of a file without sheets
     */
    public @Nullable Head find(Sheet sheet, String called) throws IOException, UnreadableTable {
        List<Row> first = new ArrayList<>();
        UnreadableTable broken = null;
        try {
            for (Row row = sheet.next(); row != null; row = first.size() < DEEPEST ? sheet.next() : null) {
                first.add(row);
            }
        } catch (UnreadableTable e) {
            broken = e; // Reported after the rows before it are read.
        }
        List<Row> narrow = first.subList(0, narrow(first));
        List<EntryKind> named = named(called);
        Guess best = null;
        for (EntryKind kind : named.isEmpty() ? words.kinds().values() : named) {
            // No later row is more likely than a row with several known headings.
            int rows = best != null && best.known > 1 ? best.index + 1 : narrow.size();
            Guess guess = guess(kind, narrow, rows, !named.isEmpty());
            if (guess != null && guess.isBetterThan(best)) {
                best = guess;
            }
        }
        if (best == null && given != null && !first.isEmpty() && !map.set().isEmpty()) {
            best = new Guess(given, 0, 1, 0); // The mapping sets all values and takes none from the rows.
        }
        if (best == null && narrow.size() < first.size()) {
            throw new UnreadableTable(tooWide(sheet, first.get(narrow.size())));
        }
        if (best == null) {
            likely = likely(first);
            strange = strange(sheet, first);
            refuseDamaged(first); // The damage may be the reason why no headings are known.
            if (broken != null) {
                throw broken;
            }
        }
        return best == null ? null : head(sheet, best, first);
    }

    /**
     * A probable heading, if no headings were found: the first text in the first row of several texts without digits;
     * null if that text is known or there is no such row.
     */
    public @Nullable String likely() {
        return likely;
    }

    /** Number of rows before the first one with too many cells. */
    private static int narrow(List<Row> rows) {
        int number = 0;
        while (number < rows.size() && filled(rows.get(number)) <= MOST_HEADINGS) {
            number++;
        }
        return number;
    }

    private static int filled(Row row) {
        return (int) row.texts().stream().filter(text -> !text.isBlank()).count();
    }

    private static Problem tooWide(Sheet sheet, Row row) {
        return row.problems().isEmpty()
                ? FileProblems.tooManyHeadings(
                        Place.cell(sheet.file(), sheet.name(), row.number(), 1), filled(row), MOST_HEADINGS)
                : row.problems().get(0);
    }

    /** The probable head of a table without known headings; null if no row looks like one. */
    public @Nullable Head strange() {
        return strange;
    }

    /** The first row of several short texts, or the keys of records, with the meanings that could be found. */
    private @Nullable Head strange(Sheet sheet, List<Row> rows) throws UnreadableTable {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).number() == 0 || !words(rows.get(i)).isEmpty()) {
                return head(
                        sheet,
                        given == null ? words.kinds().projects() : given,
                        rows.subList(i, i + 1),
                        null,
                        rows.subList(0, i).stream().map(Row::number).toList(),
                        rows.subList(i + 1, rows.size()));
            }
        }
        return null;
    }

    private @Nullable String likely(List<Row> rows) {
        for (Row row : rows) {
            List<String> words = words(row);
            if (!words.isEmpty()) {
                return words.stream()
                        .filter(text -> !catalogue.ignores(TextFolding.of(text)))
                        .findFirst()
                        .filter(text -> !isWord(text) && text.indexOf('"') < 0)
                        .orElse(null);
            }
        }
        return null;
    }

    /** Texts of a row that may contain headings: several short texts, none of them a number; empty for other rows. */
    private static List<String> words(Row row) {
        List<String> texts = row.texts().stream()
                .map(TextFolding::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        boolean words = texts.size() > 1
                && texts.stream().allMatch(text -> text.length() <= LONGEST_WORD)
                && texts.stream().noneMatch(text -> Character.isDigit(text.charAt(0)));
        return words ? texts : List.of();
    }

    private static void refuseDamaged(List<Row> rows) throws UnreadableTable {
        for (Row row : rows) {
            if (!row.problems().isEmpty()) {
                throw new UnreadableTable(row.problems().get(0));
            }
        }
    }

    private Head head(Sheet sheet, Guess best, List<Row> first) throws UnreadableTable {
        List<Row> above = first.subList(0, best.index);
        refuseDamaged(first.subList(best.index, best.index + best.lines));
        String money = above.stream()
                .flatMap(row -> row.texts().stream())
                .map(HeadingUnit::ofLine)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        int below = best.index + best.lines;
        return head(
                sheet,
                best.kind,
                first.subList(best.index, below),
                money,
                above.stream().map(Row::number).toList(),
                new ArrayList<>(first.subList(below, first.size())));
    }

    private Head head(
            Sheet sheet,
            EntryKind kind,
            List<Row> headings,
            @Nullable String money,
            List<Integer> above,
            List<Row> read) {
        int line = headings.get(headings.size() - 1).number();
        return new Head(kind, line, columns(sheet, kind, headings, money), above, read, map);
    }

    /**
     * The most likely row of headings for a kind.
     *
     * @param most number of rows to try
     */
    private @Nullable Guess guess(EntryKind kind, List<Row> rows, int most, boolean named) {
        Meanings meanings = words.of(kind);
        Guess best = null;
        for (int i = 0; i < most && (best == null || best.known < 2); i++) {
            if (i > 0 && HeadingLines.isMergedInto(rows.get(i - 1), rows.get(i))) {
                continue; // The headings begin in the row above.
            }
            Guess guess = guess(kind, meanings, i, rows.subList(i, Math.min(rows.size(), i + MOST_LINES)), named);
            if (guess != null && guess.isBetterThan(best)) {
                best = guess;
            }
        }
        return best;
    }

    /** @param rows the possible row of headings, and the rows that may continue them */
    private @Nullable Guess guess(EntryKind kind, Meanings meanings, int index, List<Row> rows, boolean named) {
        int known = known(kind, meanings, lines.headings(rows.subList(0, 1), meanings), named, false);
        boolean heads =
                lines.headings(rows.subList(0, 1), meanings).stream().anyMatch(text -> lines.isKnown(text, meanings));
        int deep = 1;
        while (deep < rows.size() && lines.isLower(rows.subList(0, deep), rows.get(deep), meanings)) {
            deep++;
            known = Math.max(
                    known, known(kind, meanings, lines.headings(rows.subList(0, deep), meanings), named, heads));
        }
        return known > 0 ? new Guess(kind, index, deep, known) : null;
    }

    /**
     * Whether a row below the headings contains headings instead of an entry: it has no digits in columns of figures
     * and dates, and at least two of its texts, and half of them, are words for columns.
     *
     * @param figures columns of figures and dates
     */
    public boolean isHead(Row row, Collection<Integer> figures) {
        for (int column : figures) {
            if (row.text(column).chars().anyMatch(Character::isDigit)) {
                return false;
            }
        }
        int filled = 0;
        int known = 0;
        for (int column = 1; column <= row.width(); column++) {
            boolean shared = row.kind(column) == CellKind.BESIDE || row.kind(column) == CellKind.BELOW;
            if (!shared && !row.text(column).isBlank()) {
                filled++;
                known += isWord(row.text(column)) ? 1 : 0;
                if (filled == 2 && known == 0) {
                    return false;
                }
            }
        }
        return known > 1 && 2 * known >= filled;
    }

    /** Whether a text is a word for a column of any kind, with or without a unit. */
    private boolean isWord(String text) {
        if (text.length() > LONGEST_WORD) {
            return false;
        }
        String folded = HeadingCatalogue.folded(text);
        return isFoldedWord(folded)
                || catalogue.ignores(folded)
                || (BRACKET.matcher(text).find()
                        && isFoldedWord(HeadingCatalogue.folded(lines.unit(text).bare())));
    }

    private boolean isFoldedWord(String folded) {
        Set<String> paths = mapped;
        if (paths == null) {
            paths = map.paths().stream().map(RecordMap::folded).collect(Collectors.toSet());
            mapped = paths;
        }
        return words.contains(given, folded) || paths.contains(folded);
    }

    /**
     * Whether a row after a blank one cannot belong to the table, because it has words in columns of figures or dates.
     *
     * @param figures columns of figures and dates
     */
    public boolean isForeign(Row row, Collection<Integer> figures) {
        boolean words = false;
        for (int column = 1; column <= row.width(); column++) {
            String text = TextFolding.strip(row.text(column));
            if (text.chars().anyMatch(Character::isDigit)) {
                return false;
            }
            words |= !text.isEmpty()
                    && figures.contains(column)
                    && !catalogue.says("unknown", text)
                    && !catalogue.says("unknown", TextFolding.of(text))
                    && ChineseNumerals.inDigits(text).equals(text);
        }
        return words;
    }

    /**
     * The head of a further table, of the most likely kind.
     *
     * @param rows its headings, according to {@link #isHead}, and the rows that may continue them
     * @param above the head of the table above
     * @param money unit of money given by a line between the tables; null if there is none
     */
    public Head next(Sheet sheet, List<Row> rows, Head above, @Nullable String money) {
        Guess likeliest = guess(above.kind(), words.of(above.kind()), 0, rows, true);
        for (EntryKind kind : given == null ? words.kinds().values() : List.<EntryKind>of()) {
            Guess guess = guess(kind, words.of(kind), 0, rows, false);
            if (guess != null && (likeliest == null || guess.known > likeliest.known)) {
                likeliest = guess;
            }
        }
        EntryKind kind = likeliest == null ? above.kind() : likeliest.kind;
        List<Row> headings = rows.subList(0, likeliest == null ? 1 : likeliest.lines);
        return head(sheet, kind, headings, money, List.of(), List.of());
    }

    /**
     * Number of known headings; 0 if they are too few for a table of the kind.
     *
     * @param beneath whether to count headings that are known only without the heading above them
     */
    private int known(EntryKind kind, Meanings meanings, List<String> headings, boolean named, boolean beneath) {
        Map<String, Integer> found = new HashMap<>();
        int filled = 0;
        int known = 0;
        boolean byUser = false;
        Map<String, Integer> seen = new HashMap<>();
        for (String heading : headings) {
            if (heading.isBlank() || catalogue.ignores(TextFolding.of(heading))) {
                continue;
            }
            filled++;
            int nth = seen.merge(TextFolding.of(heading), 1, Integer::sum);
            ColumnMap said = map.column(heading, nth);
            byUser |= said != null && HeadingLines.isGiven(said);
            List<String> means = said != null && HeadingLines.isGiven(said)
                    ? HeadingLines.givenMeanings(said, meanings)
                    : meanings.exact(lines.unit(heading).bare());
            boolean maybe = map.names(heading)
                    || meanings.isDoubted(lines.unit(heading).bare())
                    || (beneath && isKnownBeneath(heading, meanings));
            if (means.isEmpty() && maybe) {
                known++;
            } else if (!means.isEmpty() && found.putIfAbsent(means.get(0), filled) == null) {
                known++;
                means.forEach(name -> found.putIfAbsent(name, 0));
            }
        }
        map.set().keySet().forEach(property -> found.putIfAbsent(property, 0));
        if (!found.containsKey("name")
                && headings.stream().anyMatch(heading -> meanings.near(heading).equals(List.of("name")))) {
            found.put("name", 1);
            known++;
        }
        if (named) {
            return known;
        }
        boolean whole = kind.properties().stream()
                        .filter(Property::required)
                        .allMatch(property -> found.containsKey(property.name()))
                || found.containsKey("name")
                || (kind.isProjects()
                        && found.containsKey("owner")
                        && found.keySet().stream().anyMatch(meanings::isMoney));
        boolean held = kind.holder() == null || found.containsKey(kind.holder());
        // A heading named by the user suffices, even if few others are known.
        boolean enough = whole && held && (byUser || 2 * known >= Math.min(filled, 4));
        return enough && (byUser || !losesAmounts(meanings, headings)) ? known : 0;
    }

    /** Whether headings give amounts of projects that another kind does not have: a list of companies with investments. */
    private boolean losesAmounts(Meanings meanings, List<String> headings) {
        Meanings projects = words.of(words.kinds().projects());
        return headings.stream()
                .map(heading -> lines.unit(heading).bare())
                .anyMatch(bare -> meanings.exact(bare).isEmpty()
                        && projects.exact(bare).stream().anyMatch(projects::isMoney));
    }

    private List<Column> columns(Sheet sheet, EntryKind kind, List<Row> rows, @Nullable String money) {
        Meanings meanings = words.of(kind);
        List<Column> columns = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        List<String> texts = lines.headings(rows, meanings);
        int line = rows.get(rows.size() - 1).number();
        for (int i = 0; i < texts.size(); i++) {
            String letters = Place.letters(i + 1);
            boolean isMapped = map.column(letters, 1) != null || map.leaves(letters);
            String heading = texts.get(i).isBlank() && isMapped ? letters : texts.get(i);
            if (!heading.isBlank()) {
                int nth = seen.merge(TextFolding.of(heading), 1, Integer::sum);
                Place place = Place.cell(sheet.file(), sheet.name(), line, i + 1);
                columns.addAll(columns(place, i + 1, heading, nth, meanings));
            }
        }
        map.set().forEach((property, text) -> columns.add(set(property, text, meanings)));
        return SettledColumns.withMoney(kind, SettledColumns.twice(kind, columns), money);
    }

    /** A column for a value that a mapping sets for every row. */
    private static Column set(String property, FilledText text, Meanings meanings) {
        Key key = meanings.named(property);
        Column column = new Column(
                text.said().place(),
                0,
                text.said().text().strip(),
                null,
                null,
                Column.State.UNKNOWN,
                List.of(),
                null,
                ColumnFigures.NONE);
        return key == null
                ? column.as(null, Column.State.AMBIGUOUS, List.of())
                : column.as(key.name(), Column.State.GIVEN, List.of());
    }

    /** The columns of a heading, one per property that it gives. Only a mapping can give several. */
    private List<Column> columns(Place place, int number, String heading, int nth, Meanings meanings) {
        Column found = column(place, number, heading, meanings);
        ColumnMap said = map.column(heading, nth);
        if (said != null && HeadingLines.isGiven(said)) {
            Column bare = bare(place, number, heading, meanings);
            return said.meanings().stream()
                    .map(saying -> SettledColumns.given(bare, saying, meanings))
                    .toList();
        }
        if (map.leaves(heading)) {
            return List.of(found.as(null, Column.State.LEFT_OUT, List.of()));
        }
        return List.of(
                said == null || said.confirmed() || found.state() != Column.State.UNKNOWN
                        ? found
                        : found.as(null, Column.State.PROPOSED, said.meanings()));
    }

    /** A column without a meaning. */
    static Column bare(Place place, int number, String heading, Meanings meanings) {
        HeadingUnit unit = HeadingUnit.of(heading, meanings.units());
        return new Column(
                place, number, heading, null, unit.unit(), Column.State.UNKNOWN, List.of(), null, ColumnFigures.NONE);
    }

    private Column column(Place place, int number, String heading, Meanings meanings) {
        HeadingUnit unit = HeadingUnit.of(heading, meanings.units());
        Column bare = bare(place, number, heading, meanings);
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
        List<String> near = maybe(heading, unit, meanings);
        return near.isEmpty() ? bare : bare.as(null, Column.State.NEARLY, near);
    }

    /** Possible meanings of an unknown heading: those of its lower part, of its brackets, or of similar words. */
    private List<String> maybe(String heading, HeadingUnit unit, Meanings meanings) {
        List<String> beneath = beneath(heading, meanings);
        return beneath.isEmpty() ? meanings.near(unit.bare()) : beneath;
    }

    private boolean isKnownBeneath(String heading, Meanings meanings) {
        return !beneath(heading, meanings).isEmpty();
    }

    private List<String> beneath(String heading, Meanings meanings) {
        Matcher inner = BENEATH.matcher(heading);
        return inner.matches() ? meanings.exact(lines.unit(inner.group(1)).bare()) : List.of();
    }
}
