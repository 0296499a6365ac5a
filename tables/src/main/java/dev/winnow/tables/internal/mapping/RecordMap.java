package dev.winnow.tables.internal.mapping;

import dev.winnow.model.source.Node;
import dev.winnow.tables.internal.cells.HeadingUnit;
import dev.winnow.tables.internal.cells.TextFolding;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the records of one sort are read: where they stand, what they are, and what each of their columns gives.
 *
 * @param file the names of files that hold such records, with {@code *} for any letters; null for every file
 * @param sheet the sheet of a workbook; null for every sheet
 * @param from where they stand in a document; null where each row of a table or each item of a list is one
 * @param kind what a record is; null to find out from the headings
 * @param columns what each heading or path gives
 * @param words what values stand for, whatever their column
 * @param set what every record gives besides
 * @param leave the headings of columns that are left out
 * @param leaveRest whether every column that is not named is left out
 * @param merge whether rows that give the same id are one entry, their lists put together
 * @param where what must hold of a row that is read
 * @param except what must not hold of a row that is read
 */
public record RecordMap(
        @Nullable Node file,
        @Nullable Node sheet,
        @Nullable RecordPath from,
        @Nullable Node kind,
        Map<String, ColumnMap> columns,
        Map<String, Word> words,
        Map<String, FilledText> set,
        List<String> leave,
        boolean leaveRest,
        boolean merge,
        List<RowCondition> where,
        List<RowCondition> except) {

    /** The records of a table of which nothing is said. */
    public static final RecordMap NONE = new RecordMap(
            null, null, null, null, Map.of(), Map.of(), Map.of(), List.of(), false, false, List.of(), List.of());

    public RecordMap {
        columns = copy(columns);
        words = copy(words);
        set = copy(set);
        leave = List.copyOf(leave);
        where = List.copyOf(where);
        except = List.copyOf(except);
    }

    /** A copy that keeps the order. It stands here since a record of nothing is made while this class is initialized. */
    static <T> Map<String, T> copy(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static RecordMap of(Map<String, ColumnMap> columns, Map<String, Word> words) {
        return new RecordMap(
                null, null, null, null, columns, words, Map.of(), List.of(), false, false, List.of(), List.of());
    }

    /**
     * The records of a mapping to begin with.
     *
     * @param sheet the sheet of a workbook; null for every sheet
     * @param from where they stand in a document; null where each row of a table is one
     */
    public static RecordMap draft(
            @Nullable String sheet, @Nullable String from, String kind, Map<String, ColumnMap> columns) {
        Function<String, Node> said = text -> Node.scalar(ColumnMap.DRAFT, text);
        return new RecordMap(
                null,
                sheet == null ? null : said.apply(sheet),
                from == null ? null : RecordPath.of(said.apply(from)),
                said.apply(kind),
                columns,
                Map.of(),
                Map.of(),
                List.of(),
                false,
                false,
                List.of(),
                List.of());
    }

    /** This with other columns. */
    RecordMap withColumns(Map<String, ColumnMap> others) {
        return new RecordMap(file, sheet, from, kind, others, words, set, leave, leaveRest, merge, where, except);
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether a file may hold such records, by its name. */
    boolean isOf(Path path) {
        Path name = path.getFileName();
        if (file == null || name == null) {
            return true;
        }
        return NamePattern.matches(file.text().strip(), name.toString());
    }

    /** Whether a table may hold such records, by its sheet. */
    public boolean isOf(@Nullable String sheetName) {
        return sheet == null
                || sheetName == null
                || TextFolding.of(sheet.text()).equals(TextFolding.of(sheetName));
    }

    /**
     * What the nth column with a heading gives; null if nothing is said of it.
     *
     * @param nth from 1
     */
    public @Nullable ColumnMap column(String heading, int nth) {
        ColumnMap exact = nth == 1 ? columns.get(heading) : null;
        if (exact != null) {
            return exact;
        }
        String folded = TextFolding.of(heading);
        for (Map.Entry<String, ColumnMap> one : columns.entrySet()) {
            if (folded(one.getKey()).equals(folded) && nth(one.getKey()) == nth) {
                return one.getValue();
            }
        }
        String bare = columns.isEmpty() ? folded : bare(heading); // most tables have no mapping
        for (Map.Entry<String, ColumnMap> one : columns.entrySet()) {
            if (!bare.equals(folded) && folded(one.getKey()).equals(bare) && nth(one.getKey()) == nth) {
                return one.getValue();
            }
        }
        return null;
    }

    /** A heading without its unit, as it is compared: who maps 投资 means 投资（亿元）, if no column is headed 投资. */
    public static String bare(String heading) {
        return TextFolding.of(HeadingUnit.of(heading).bare());
    }

    /** The headings and paths that it names. */
    public Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>(columns.keySet());
        set.values().forEach(text -> paths.addAll(text.headings()));
        Stream.concat(where.stream(), except.stream()).forEach(one -> paths.add(one.heading()));
        paths.addAll(leave);
        return paths;
    }

    /** Whether it says anything of a heading. */
    public boolean names(String heading) {
        Set<String> paths = paths();
        if (paths.isEmpty()) {
            return false;
        }
        String folded = TextFolding.of(heading);
        String bare = bare(heading);
        return paths.stream().map(RecordMap::folded).anyMatch(path -> path.equals(folded) || path.equals(bare));
    }

    /** Whether a column is left out that nothing else is said of. */
    public boolean leaves(String heading) {
        String folded = TextFolding.of(heading);
        return leaveRest || leave.stream().anyMatch(one -> TextFolding.of(one).equals(folded));
    }

    /** What is said of values wherever they stand, and of those of one column, which takes precedence. */
    public Map<String, Word> words(@Nullable ColumnMap column) {
        return column == null || column.words().isEmpty() ? words : Mapping.both(words, column.words());
    }

    /** This with what another says, which takes precedence. */
    RecordMap and(RecordMap other) {
        Map<String, ColumnMap> all = new LinkedHashMap<>(columns);
        other.columns.forEach((heading, map) -> all.merge(heading, map, ColumnMap::and));
        return new RecordMap(
                other.file == null ? file : other.file,
                other.sheet == null ? sheet : other.sheet,
                other.from == null ? from : other.from,
                other.kind == null ? kind : other.kind,
                all,
                Mapping.both(words, other.words),
                Mapping.both(set, other.set),
                both(leave, other.leave),
                leaveRest || other.leaveRest,
                merge || other.merge,
                both(where, other.where),
                both(except, other.except));
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    /** A heading as it is compared, without the number of one of several equal ones. */
    public static String folded(String heading) {
        return TextFolding.of(heading.replaceFirst("#\\d+$", ""));
    }

    static int nth(String heading) {
        return heading.matches("(?s).*#\\d{1,4}$")
                ? Integer.parseInt(heading.substring(heading.lastIndexOf('#') + 1))
                : 1;
    }

    /**
     * Which rows of a table are meant, by what stands in one of their columns.
     *
     * @param heading of the column
     * @param texts one of which stands there
     * @param said where the mapping says it
     */
    public record RowCondition(String heading, List<String> texts, Node said) {

        public RowCondition {
            texts = List.copyOf(texts);
        }

        /** Whether a cell says so. */
        public boolean holds(String cell) {
            String folded = TextFolding.of(cell);
            return texts.stream().anyMatch(text -> TextFolding.of(text).equals(folded));
        }
    }
}
