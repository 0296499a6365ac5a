package dev.winnow.tables.internal.mapping;

import dev.winnow.model.source.Node;
import dev.winnow.tables.internal.cells.HeadingUnit;
import dev.winnow.tables.internal.cells.TextFolding;
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
 * How one sort of records is read: its location, its kind, and the properties that its columns give.
 *
 * @param file pattern of file names with {@code *} for any characters; null for every file
 * @param sheet sheet of a workbook; null for every sheet
 * @param from path to the records in a document; null if each row of a table or item of a list is a record
 * @param kind kind of the records; null to detect it from the headings
 * @param columns the mapping of each heading or path
 * @param words meanings of values in any column
 * @param set values set for every record
 * @param leave headings of columns to leave out
 * @param leaveRest whether to leave out all columns that are not named
 * @param merge whether rows with the same id form one entry with combined lists
 * @param where conditions that a row must satisfy
 * @param except conditions that a row must not satisfy
 * @param corrections corrected cells
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
        List<RowCondition> except,
        List<CellCorrection> corrections) {

    /** The records of a table without a mapping. */
    public static final RecordMap NONE = new RecordMap(
            null, null, null, null, Map.of(), Map.of(), Map.of(), List.of(), false, false, List.of(), List.of(),
            List.of());

    public RecordMap {
        columns = copy(columns);
        words = copy(words);
        set = copy(set);
        leave = List.copyOf(leave);
        where = List.copyOf(where);
        except = List.copyOf(except);
        corrections = List.copyOf(corrections);
    }

    /**
     * A copy in the same order. It is declared in this class because {@link #NONE} is created while the class is
     * initialized.
     */
    static <T> Map<String, T> copy(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static RecordMap of(Map<String, ColumnMap> columns, Map<String, Word> words) {
        return new RecordMap(
                null, null, null, null, columns, words, Map.of(), List.of(), false, false, List.of(), List.of(),
                List.of());
    }

    /**
     * The records of a draft.
     *
     * @param sheet sheet of a workbook; null for every sheet
     * @param from path to the records in a document; null if each row of a table is a record
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
                List.of(),
                List.of());
    }

    /** This mapping with other columns. */
    RecordMap withColumns(Map<String, ColumnMap> others) {
        return new RecordMap(
                file, sheet, from, kind, others, words, set, leave, leaveRest, merge, where, except, corrections);
    }

    /** This mapping with the correction of a cell, instead of an earlier one of the same cell. */
    RecordMap correcting(CellCorrection correction) {
        List<CellCorrection> others = corrections.stream()
                .filter(one -> !one.isOf(correction.sheet(), correction.row(), correction.column()))
                .toList();
        return new RecordMap(
                file,
                sheet,
                from,
                kind,
                columns,
                words,
                set,
                leave,
                leaveRest,
                merge,
                where,
                except,
                both(others, List.of(correction)));
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether a file may contain such records, by its name. */
    boolean isOfFile(String name) {
        return file == null || NamePattern.matches(file.text().strip(), name);
    }

    /** Whether a table may contain such records, by its sheet. */
    public boolean isOf(@Nullable String sheetName) {
        return sheet == null
                || sheetName == null
                || TextFolding.of(sheet.text()).equals(TextFolding.of(sheetName));
    }

    /**
     * The mapping of the nth column with a heading; null if there is none.
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
        String bare = columns.isEmpty() ? folded : bare(heading); // Most tables have no mapping.
        for (Map.Entry<String, ColumnMap> one : columns.entrySet()) {
            if (!bare.equals(folded) && folded(one.getKey()).equals(bare) && nth(one.getKey()) == nth) {
                return one.getValue();
            }
        }
        return null;
    }

    /**
     * A heading for comparison, without its unit: a mapping of 投资 applies to 投资（亿元）, unless a column has the heading
     * 投资.
     */
    public static String bare(String heading) {
        return TextFolding.of(HeadingUnit.of(heading).bare());
    }

    /** Headings and paths in the mapping. */
    public Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>(columns.keySet());
        set.values().forEach(text -> paths.addAll(text.headings()));
        Stream.concat(where.stream(), except.stream()).forEach(one -> paths.add(one.heading()));
        paths.addAll(leave);
        return paths;
    }

    /** Whether the mapping names a heading. */
    public boolean names(String heading) {
        Set<String> paths = paths();
        if (paths.isEmpty()) {
            return false;
        }
        String folded = TextFolding.of(heading);
        String bare = bare(heading);
        return paths.stream().map(RecordMap::folded).anyMatch(path -> path.equals(folded) || path.equals(bare));
    }

    /** Whether a column without a mapping of its own is left out. */
    public boolean leaves(String heading) {
        String folded = TextFolding.of(heading);
        return leaveRest || leave.stream().anyMatch(one -> TextFolding.of(one).equals(folded));
    }

    /** Meanings of values in any column and in one column, where the latter take precedence. */
    public Map<String, Word> words(@Nullable ColumnMap column) {
        return column == null || column.words().isEmpty() ? words : Mapping.both(words, column.words());
    }

    /** This mapping combined with another one, which takes precedence. */
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
                both(except, other.except),
                both(corrections, other.corrections));
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    /** A heading for comparison, without the number of a repeated heading. */
    public static String folded(String heading) {
        return TextFolding.of(heading.replaceFirst("#\\d+$", ""));
    }

    static int nth(String heading) {
        return heading.matches("(?s).*#\\d{1,4}$")
                ? Integer.parseInt(heading.substring(heading.lastIndexOf('#') + 1))
                : 1;
    }

    /**
     * Selects rows of a table by the text in a column.
     *
     * @param heading heading of the column
     * @param texts accepted texts
     * @param said the node in the mapping
     */
    public record RowCondition(String heading, List<String> texts, Node said) {

        public RowCondition {
            texts = List.copyOf(texts);
        }

        /** Whether a cell satisfies the condition. */
        public boolean holds(String cell) {
            String folded = TextFolding.of(cell);
            return texts.stream().anyMatch(text -> TextFolding.of(text).equals(folded));
        }
    }
}
