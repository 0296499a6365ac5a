package dev.winnow.tables.internal.headings;

import dev.winnow.model.value.Unit;
import dev.winnow.tables.internal.cells.CellKind;
import dev.winnow.tables.internal.cells.HeadingUnit;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.TextFolding;
import dev.winnow.tables.internal.mapping.ColumnMap;
import dev.winnow.tables.internal.mapping.RecordMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Combines headings that span several rows. */
final class HeadingLines {

    private static final Set<String> NAMES = Set.of("name", "id", "title");
    private static final Pattern YEAR = Pattern.compile("(?:19|20|21)\\d{2} ?年?(?:度)?");

    /** The beginning of a value; a year may begin a heading, such as 2025年计划投资. */
    private static final Pattern NUMBER =
            Pattern.compile("(?!(?:19|20|21)\\d{2} ?年?度?[\\p{L}&&[^年月]]{2})[-+~约近超<>≥≤¥$€]*\\d");

    private final HeadingCatalogue catalogue = HeadingCatalogue.get();
    private final List<Unit> units;
    private final RecordMap map;
    private final Map<String, HeadingUnit> bare = new HashMap<>();

    HeadingLines(List<Unit> units, RecordMap map) {
        this.units = units;
        this.map = map;
    }

    static boolean isGiven(ColumnMap said) {
        return said.confirmed() && !said.targets().isEmpty();
    }

    static List<String> givenMeanings(ColumnMap said, Meanings meanings) {
        List<String> names = new ArrayList<>();
        for (String saying : said.meanings()) {
            Key key = meanings.named(HeadingUnit.of(SettledColumns.withoutDecimals(saying), meanings.units())
                    .bare());
            if (key != null) {
                names.add(key.name());
            }
        }
        return names;
    }

    /** Whether cells of a row with several texts are merged with those below. */
    static boolean isMergedInto(Row above, Row below) {
        Set<String> texts = new HashSet<>(above.texts());
        texts.remove("");
        return texts.size() > 1
                && IntStream.rangeClosed(1, below.width())
                        .anyMatch(column -> below.kind(column) == CellKind.BELOW
                                && !below.text(column).isBlank());
    }

    /** A heading without its unit. Cached, since each cell of the first rows is tried as a heading of each kind. */
    HeadingUnit unit(String heading) {
        return bare.computeIfAbsent(heading, text -> HeadingUnit.of(text, units));
    }

    /**
     * Whether a row continues the headings above it. It does if cells of the headings are merged into it, or if each of
     * its texts is below a merged heading, or is a unit, a year or a part of the heading above. A text below the
     * heading of a name belongs to an entry; without one, a row of words is a row of headings too.
     */
    boolean isLower(List<Row> rows, Row below, Meanings meanings) {
        Row last = rows.get(rows.size() - 1);
        List<String> headings = texts(rows, meanings);
        return isMergedInto(last, below)
                || isBeneath(headings, last, below, meanings)
                || isOfWords(headings, below, meanings);
    }

    /**
     * Whether a row below headings contains only words, at least two, one of them below a blank heading, and nothing
     * below the headings of names and row numbers.
     */
    private boolean isOfWords(List<String> headings, Row below, Meanings meanings) {
        int words = 0;
        boolean named = false;
        boolean grouped = false;
        for (int column = 1; column <= Math.max(headings.size(), below.width()); column++) {
            String upper = column <= headings.size() ? headings.get(column - 1) : "";
            String lower = TextFolding.strip(below.text(column));
            boolean entry = isName(upper, meanings) || catalogue.ignores(TextFolding.of(upper));
            named |= isName(upper, meanings);
            if (!lower.isEmpty()
                    && (entry
                            || lower.length() > Headings.LONGEST_WORD
                            || NUMBER.matcher(lower).lookingAt())) {
                return false;
            }
            words += lower.isEmpty() ? 0 : 1;
            grouped |= upper.isEmpty() && !lower.isEmpty();
        }
        return named && grouped && words > 1;
    }

    private boolean isBeneath(List<String> headings, Row last, Row below, Meanings meanings) {
        boolean heads = headings.stream().anyMatch(heading -> isKnown(heading, meanings));
        int parts = 0;
        String above = "";
        for (int column = 1; column <= Math.max(headings.size(), below.width()); column++) {
            String upper = column <= headings.size() ? headings.get(column - 1) : "";
            String lower = below.kind(column) == CellKind.BELOW ? "" : TextFolding.strip(below.text(column));
            above = upper.isEmpty() ? above : upper;
            if (lower.isEmpty() || (upper.isEmpty() && isKnown(lower, meanings))) {
                continue; // The cell is blank, or a heading of its own.
            }
            boolean merged = last.kind(column) == CellKind.BESIDE || last.kind(column + 1) == CellKind.BESIDE;
            boolean part = merged
                    || isPartOfHeading(lower)
                    || isKnown(joined(above, lower, meanings), meanings)
                    || (heads && !isKnown(above, meanings) && isKnown(lower, meanings));
            if (above.isEmpty() || !part || isName(above, meanings)) {
                return false;
            }
            parts++;
        }
        return parts > 0;
    }

    boolean isKnown(String heading, Meanings meanings) {
        return !meanings.exact(unit(heading).bare()).isEmpty();
    }

    private boolean isName(String heading, Meanings meanings) {
        ColumnMap said = heading.isEmpty() ? null : map.column(heading, 1);
        return (said != null && isGiven(said)
                        ? givenMeanings(said, meanings)
                        : meanings.exact(unit(heading).bare()))
                .stream().anyMatch(NAMES::contains);
    }

    private boolean isPartOfHeading(String text) {
        return catalogue.says("total", TextFolding.of(text)) || isYearOrUnit(text);
    }

    private boolean isYearOrUnit(String text) {
        return YEAR.matcher(text).matches()
                || HeadingUnit.of("x（" + text + "）", units).bare().equals("x");
    }

    /** The heading of each column over rows that continue one another; empty for columns without one. */
    private List<String> texts(List<Row> rows, Meanings meanings) {
        List<String> texts = List.of();
        for (int i = 0; i < rows.size(); i++) {
            texts = i == 0 ? first(rows.get(0)) : joined(texts, rows.get(i), meanings);
        }
        return texts;
    }

    private static List<String> first(Row row) {
        List<String> texts = new ArrayList<>();
        for (int column = 1; column <= row.width(); column++) {
            texts.add(onOneLine(row.text(column)));
        }
        return texts;
    }

    /** The heading of each column over the given rows. Merged cells of a single row count as one heading. */
    List<String> headings(List<Row> rows, Meanings meanings) {
        List<String> texts = texts(rows, meanings);
        if (texts.stream().anyMatch(text -> catalogue.isReason(TextFolding.of(text)))) {
            texts.replaceAll(
                    text -> TextFolding.isShielded(text) ? text.substring(1) : text); // Files of refused rows shield
            // their headings.
        }
        if (rows.size() > 1) {
            return texts;
        }
        List<String> own = new ArrayList<>();
        for (int column = 1; column <= texts.size(); column++) {
            own.add(rows.get(0).kind(column) == CellKind.BESIDE ? "" : texts.get(column - 1));
        }
        return own;
    }

    private List<String> joined(List<String> uppers, Row below, Meanings meanings) {
        List<String> texts = new ArrayList<>();
        // The heading beside a part, such as 其中 or 2025年, is the whole.
        boolean parts = below.texts().stream()
                .map(String::strip)
                .anyMatch(text -> SettledColumns.PART.matcher(text).lookingAt()
                        || YEAR.matcher(text).matches());
        String above = "";
        for (int column = 1; column <= Math.max(uppers.size(), below.width()); column++) {
            String upper = column <= uppers.size() ? uppers.get(column - 1) : "";
            String lower = below.kind(column) == CellKind.BELOW ? "" : onOneLine(below.text(column));
            above = upper.isEmpty() ? above : upper;
            if (upper.isEmpty() && !lower.isEmpty() && !isKnown(lower, meanings)) {
                upper = above; // The heading was merged across columns in the workbook before it was saved as a file of
                // another format.
            }
            boolean whole = parts && catalogue.says("total", TextFolding.of(lower)) && isKnown(upper, meanings);
            texts.add(whole ? upper : joined(upper, lower, meanings));
        }
        return texts;
    }

    /** Combines a heading with the one below it. A word that only groups columns is left out. */
    private String joined(String upper, String lower, Meanings meanings) {
        if (lower.isEmpty() || upper.isEmpty()) {
            return upper + lower;
        }
        String both = upper + "（" + lower + "）";
        boolean groups = !isYearOrUnit(lower)
                && !isKnown(both, meanings)
                && (isKnown(lower, meanings) || !isMoney(upper, meanings))
                && catalogue.says("group", TextFolding.of(upper));
        return groups ? lower : both;
    }

    /** Whether a heading means money, so that the heading below it may name a part. */
    private boolean isMoney(String heading, Meanings meanings) {
        return meanings.exact(unit(heading).bare()).stream().anyMatch(meanings::isMoney);
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s*\\n\\s*", " ").strip();
    }
}
