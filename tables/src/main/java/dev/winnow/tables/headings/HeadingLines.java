package dev.winnow.tables.headings;

import dev.winnow.model.value.Unit;
import dev.winnow.tables.cells.CellKind;
import dev.winnow.tables.cells.HeadingUnit;
import dev.winnow.tables.cells.Row;
import dev.winnow.tables.cells.TextFolding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What headings say that stand in several rows, one beneath the other. */
final class HeadingLines {

    private static final Set<String> NAMES = Set.of("name", "id", "title");
    private static final Pattern YEAR = Pattern.compile("(?:19|20|21)\\d{2} ?年?(?:度)?");

    /** A heading of what the one beside it counts already, which is therefore the whole. */
    private static final Pattern PART = Pattern.compile("(?i)\\s*(?:其中|of which|thereof).*");

    private final HeadingCatalogue catalogue = HeadingCatalogue.get();
    private final List<Unit> units;
    private final Map<String, HeadingUnit> bare = new HashMap<>();

    HeadingLines(List<Unit> units) {
        this.units = units;
    }

    /** A heading without its unit; kept, since each cell of the first rows is tried as a heading of each kind. */
    HeadingUnit unit(String heading) {
        return bare.computeIfAbsent(heading, text -> HeadingUnit.of(text, units));
    }

    /**
     * Whether headings go on in the row below: each of its texts stands beneath a heading merged across columns, or is a
     * unit, a year or a part of what stands above it. It has none beneath the heading of a name, as entries have.
     */
    boolean isLower(List<Row> rows, Row below, Meanings meanings) {
        List<String> headings = texts(rows, meanings);
        boolean heads = headings.stream().anyMatch(heading -> isKnown(heading, meanings));
        Row last = rows.get(rows.size() - 1);
        int parts = 0;
        String above = "";
        for (int column = 1; column <= Math.max(headings.size(), below.width()); column++) {
            String upper = column <= headings.size() ? headings.get(column - 1) : "";
            String lower = below.kind(column) == CellKind.BELOW ? "" : TextFolding.strip(below.text(column));
            above = upper.isEmpty() ? above : upper;
            if (lower.isEmpty() || (upper.isEmpty() && isKnown(lower, meanings))) {
                continue; // nothing, or a heading with nothing above it
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
        return meanings.exact(unit(heading).bare()).stream().anyMatch(NAMES::contains);
    }

    private boolean isPartOfHeading(String text) {
        return catalogue.says("total", TextFolding.of(text)) || isYearOrUnit(text);
    }

    private boolean isYearOrUnit(String text) {
        return YEAR.matcher(text).matches()
                || HeadingUnit.of("x（" + text + "）", units).bare().equals("x");
    }

    /** What each column is headed by rows of which each goes on beneath the one before; empty where nothing stands. */
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

    /** What each column is headed by headings that stand in these rows alone, where merged cells have one heading. */
    List<String> headings(List<Row> rows, Meanings meanings) {
        List<String> texts = texts(rows, meanings);
        if (texts.stream().anyMatch(text -> catalogue.isReason(TextFolding.of(text)))) {
            texts.replaceAll(
                    text -> TextFolding.isShielded(text) ? text.substring(1) : text); // as refused rows have them
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
        boolean parts =
                below.texts().stream().anyMatch(text -> PART.matcher(text).matches());
        String above = "";
        for (int column = 1; column <= Math.max(uppers.size(), below.width()); column++) {
            String upper = column <= uppers.size() ? uppers.get(column - 1) : "";
            String lower = below.kind(column) == CellKind.BELOW ? "" : onOneLine(below.text(column));
            above = upper.isEmpty() ? above : upper;
            if (upper.isEmpty() && !lower.isEmpty() && !isKnown(lower, meanings)) {
                upper = above; // merged across in the workbook from which the file was saved
            }
            boolean whole = parts && catalogue.says("total", TextFolding.of(lower)) && isKnown(upper, meanings);
            texts.add(whole ? upper : joined(upper, lower, meanings));
        }
        return texts;
    }

    /** What two headings say, one beneath the other: the lower one alone beneath a word that only groups columns. */
    private String joined(String upper, String lower, Meanings meanings) {
        if (lower.isEmpty() || upper.isEmpty()) {
            return upper + lower;
        }
        String both = upper + "（" + lower + "）";
        boolean groups = !isYearOrUnit(lower)
                && !isKnown(both, meanings)
                && !isKnown(upper, meanings)
                && catalogue.says("group", TextFolding.of(upper));
        return groups ? lower : both;
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s*\\n\\s*", " ").strip();
    }
}
