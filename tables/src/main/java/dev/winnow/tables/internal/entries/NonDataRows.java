package dev.winnow.tables.internal.entries;

import dev.winnow.tables.internal.cells.CellKind;
import dev.winnow.tables.internal.cells.HeadingUnit;
import dev.winnow.tables.internal.cells.Row;
import dev.winnow.tables.internal.cells.TextFolding;
import dev.winnow.tables.internal.headings.Column;
import dev.winnow.tables.internal.headings.Head;
import dev.winnow.tables.internal.headings.HeadingCatalogue;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Recognises rows without an entry: sums, section names, notes, lines with a unit. A row that is not certainly one of
 * them counts as an entry, and is taken or refused.
 */
final class NonDataRows {

    /** Maximum length of a text that can be a word for a sum with its context. */
    private static final int LONGEST_SUM = 40;

    /** Number of leading texts that are searched for a word for a sum, in a row without a name. */
    private static final int FIRST_TEXTS = 3;

    /** Number of full rows needed to know what the rows of a table contain. */
    private static final int LEAST_FULL = 3;

    /** Minimum length of a text with a full stop to count as a sentence instead of a name. */
    private static final int SENTENCE = 25;

    private static final Pattern HOW_MANY = Pattern.compile("共?\\d+[个项家宗条]?(?:项目|projects?|rows?|entries)?$");

    /** A sum of something: 签约项目合计, {@code Total for Qingdao}. */
    private static final Pattern SUM =
            Pattern.compile(".{1,12}(?:合计|小计|总计|共计|累计)|(?:grand |sub-?)?totals? (?:of|for|in) .*|.{1,30}"
                    + " (?:sub-?)?total|(?:zwischen)?summe (?:der|aller|für) .*|(?:sous-)?total (?:des|du|pour) .*|.{1,30}"
                    + " (?:gesamt|insgesamt)");

    /** Numbering of a section name: 一、 （二） 第三批 {@code II.} {@code B)} {@code Part 2}. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?:[一二三四五六七八九十]{1,3} ?[、.,:]|\\([一二三四五六七八九十]{1,3}\\)|第[一二三四五六七八九十\\d]{1,3}(?:类|批|部分|组|章|节)"
                    + "|(?:[ivx]{1,4}|[a-h])[.)、] ?|(?:part|section|group|category) [\\divx]{1,4}\\b).*");

    /** The number of a section, in a column that numbers rows. */
    private static final Pattern NUMERAL = Pattern.compile("\\(?[一二三四五六七八九十ivx]{1,4}[).、.]?");

    private static final Pattern NUMBER = Pattern.compile("[-\\d.,% ]+");

    /** Section named after a state of projects: 签约项目, 在谈类项目（3个）, {@code Signed projects}. */
    private static final Pattern STATE =
            Pattern.compile("已?(?:签约|在谈|储备|在建|拟建|意向|落地|开工|投产|竣工|续建|新建|前期|洽谈|引进|备选)(?:阶段|类|的)*项目(?: ?\\(.*\\)|: ?.*)?"
                    + "|(?:[a-z-]+ ){1,3}projects(?: under [a-z]+| in [a-z]+)?(?: ?\\(.*\\)|:)?");

    /** Section named after a class of things: 制造类, 新材料领域（3个）. */
    private static final Pattern CLASS = Pattern.compile(".{1,10}(?:类|板块|领域|片区)(?: ?\\(.*\\))?:?");

    /** Text at the end of a page or table. */
    private static final Pattern EDGE = Pattern.compile(
            "第 ?\\d+ ?页.*|共 ?\\d+ ?页|page \\d+.*|[-–—] ?\\d+ ?[-–—]|续表.{0,6}|\\((?:续|continued)\\)|接上页|转下页|continued"
                    + "|[-–—]*(?:此行)?以下(?:空白|无正文)[-–—]*|end of (?:table|list|report)");

    /** A part of the row above, which already counts it. */
    private static final Pattern PART = Pattern.compile("其中.*|(?:of which|thereof)\\b.*"
            + "|[-—·]*(?:第?[一二三四五六七八九十\\d]{1,3}|首|前|后)期(?:工程|项目|建设)?|phase [\\divx]{1,4}");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** A mark at the beginning of a note. */
    private static final Pattern MARKED = Pattern.compile("(?:\\*+(?!st)|※|†|‡|\\[\\d\\]).*");

    /** The number of a further note. */
    private static final Pattern FURTHER = Pattern.compile("(?:\\d{1,2} ?[.、)]|\\(\\d{1,2}\\)).*");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\(?(\\d{1,3})\\)?");

    private final HeadingCatalogue catalogue = HeadingCatalogue.get();
    private final Set<Integer> taken = new TreeSet<>();

    /** Columns that only number rows, or give the reason of a refusal. */
    private final Set<Integer> ignored = new TreeSet<>();

    /** Columns of numbers and dates. */
    private final Set<Integer> figures;

    /** The column that names the subject of a row; 0 if there is none. */
    private final int named;

    private final int identified;
    private final int headings;

    /** Whether the previous row was a note. */
    private boolean noted;

    /** The last row that was examined, by number, and its filled columns. */
    private int asked = -1;

    private List<Integer> filled = List.of();

    NonDataRows(Head head, Set<Integer> figures) {
        this.headings = head.row();
        this.figures = figures;
        int name = 0;
        int id = 0;
        int holder = 0;
        for (Column column : head.columns()) {
            String means = column.means();
            if (column.state() == Column.State.IGNORED) {
                ignored.add(column.number());
            }
            if (means == null || column.number() == 0) {
                continue; // Values set by a mapping are not in any row.
            }
            taken.add(column.number());
            name = name == 0 && (means.equals("name") || means.equals("title")) ? column.number() : name;
            id = id == 0 && means.equals("id") ? column.number() : id;
            holder = means.equals(head.kind().holder()) ? column.number() : holder;
        }
        this.named = name != 0 ? name : id != 0 ? id : holder;
        this.identified = id;
    }

    /** Why a row contains no entry; null if it may contain one. */
    @Nullable
    PassedOver of(Row row) {
        PassedOver why = sort(row);
        noted = why == PassedOver.NOTE;
        return why;
    }

    private @Nullable PassedOver sort(Row row) {
        List<Integer> filled = filled(row);
        if (filled.isEmpty()) {
            return null;
        }
        if (isSum(row, filled)) {
            return PassedOver.TOTAL;
        }
        if (isSectionOfSums(row, filled)) {
            return PassedOver.SECTION;
        }
        String first = row.text(filled.get(0));
        if ((filled.size() == 1 || first.indexOf(':') >= 0 || first.indexOf('：') >= 0)
                && isNote(row, filled, plain(first))) {
            return PassedOver.NOTE;
        }
        List<Integer> own = own(filled);
        if (own.size() == 1) {
            return alone(row, own.get(0), plain(row.text(own.get(0))));
        }
        return row.number() == headings + 1 && isNumbering(row, filled) ? PassedOver.NUMBERING : null;
    }

    /** The role of a row with a single text of its own; null if it may contain an entry. */
    private @Nullable PassedOver alone(Row row, int column, String text) {
        if (HeadingUnit.ofLine(text) != null) {
            return PassedOver.UNIT;
        }
        if (isSection(text) || isMergedAcross(row, column)) {
            return PassedOver.SECTION;
        }
        if (EDGE.matcher(text).matches()
                || MARKED.matcher(text).matches()
                || (noted && FURTHER.matcher(text).matches())
                || (text.length() >= SENTENCE && (text.endsWith(".") || text.endsWith("。")))) {
            return PassedOver.NOTE;
        }
        if (taken.size() < 2 || taken.contains(column)) {
            return null;
        }
        return text.chars().anyMatch(Character::isLetter) ? PassedOver.SECTION : PassedOver.EMPTY;
    }

    /** Whether a row may be a part of the row above, which already counts it. */
    boolean isPart(Row row) {
        return PART.matcher(plain(first(row))).matches();
    }

    /** Whether a row contains only a name, in a table of several columns. */
    boolean isNameAlone(Row row) {
        List<Integer> own = own(filled(row));
        return taken.size() > 2 && own.size() == 1 && own.get(0) == named;
    }

    /** Whether rows of a table contain more than a name. */
    boolean areFull(List<Row> rows) {
        long full = rows.stream().filter(row -> own(filled(row)).size() > 2).count();
        return full >= LEAST_FULL && 2 * full >= rows.size();
    }

    /** Whether a row is either a section with its sum or an entry with a numbered name, which cannot be decided. */
    boolean isNumberedFigure(Row row) {
        String first = first(row);
        List<Integer> own = own(filled(row));
        return own.size() > 1
                && first.length() > 2
                && own.stream().skip(1).allMatch(figures::contains)
                && NUMBERED.matcher(plain(first)).matches();
    }

    /** Whether a row has a single text of its own. */
    boolean isAlone(Row row) {
        return own(filled(row)).size() == 1;
    }

    /** The first text of a row after its row number; empty if there is none. */
    String first(Row row) {
        String number = "";
        for (int column = 1; column <= row.width(); column++) {
            if (isFilled(row, column)) {
                if (!ignored.contains(column)) {
                    return TextFolding.strip(row.text(column));
                }
                number = number.isEmpty() ? TextFolding.strip(row.text(column)) : number;
            }
        }
        return number;
    }

    /** Filled columns except those that only number rows, unless there are no others. */
    private List<Integer> own(List<Integer> filled) {
        if (ignored.isEmpty()) {
            return filled;
        }
        List<Integer> own = new ArrayList<>(filled);
        own.removeAll(ignored);
        return own.isEmpty() ? filled : own;
    }

    private static boolean isFilled(Row row, int column) {
        CellKind kind = row.kind(column);
        return kind != CellKind.BESIDE
                && kind != CellKind.BELOW
                && !row.text(column).isBlank();
    }

    /** Columns of a row with a text of their own. Cached, since a row is examined several times. */
    private List<Integer> filled(Row row) {
        if (row.number() != asked) {
            asked = row.number();
            filled = IntStream.rangeClosed(1, row.width())
                    .filter(column -> isFilled(row, column))
                    .boxed()
                    .toList();
        }
        return filled;
    }

    private static boolean isMergedAcross(Row row, int column) {
        return row.kind(column + 1) == CellKind.BESIDE;
    }

    private static String plain(String text) {
        return BLANKS.matcher(TextFolding.strip(Normalizer.normalize(text, Normalizer.Form.NFKC)))
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * Whether one of the first cells, up to the name, marks the row as a sum. A row with an id and a name is an entry.
     */
    private boolean isSum(Row row, List<Integer> filled) {
        if (named == 0
                || (identified != 0 && identified != named && filled.contains(identified) && filled.contains(named))) {
            return false;
        }
        int seen = 0;
        for (int column : filled) {
            if (seen++ == FIRST_TEXTS || (column > named && filled.contains(named))) {
                return false;
            }
            String cell = row.text(column);
            if (cell.length() <= LONGEST_SUM && isSum(plain(cell))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a row names a section, numbered by a numeral, and otherwise contains only its sums: 一、续建项目（3个） without a
     * name, or 二 and 新建项目.
     */
    private boolean isSectionOfSums(Row row, List<Integer> filled) {
        if (named == 0 || filled.size() < 2 || identified == named) {
            return false;
        }
        boolean isNamed = filled.contains(named);
        String first = plain(row.text(filled.get(0)));
        String title = isNamed ? plain(row.text(named)) : first;
        return (isNamed
                        ? NUMERAL.matcher(first).matches() && isSection(title) && filled.get(0) != named
                        : isSection(title))
                && filled.stream()
                        .skip(isNamed ? 2 : 1)
                        .allMatch(column ->
                                NUMBER.matcher(plain(row.text(column))).matches());
    }

    private static boolean isSection(String text) {
        return NUMBERED.matcher(text).matches()
                || CLASS.matcher(text).matches()
                || STATE.matcher(text).matches();
    }

    private boolean isSum(String text) {
        String word = HOW_MANY.matcher(TextFolding.of(text)).replaceFirst("");
        return catalogue.says("total", word) || SUM.matcher(text).matches();
    }

    /**
     * Whether a row begins with a word such as 注： or {@code Source:}. A comma may have split the note into several
     * cells.
     */
    private boolean isNote(Row row, List<Integer> filled, String first) {
        if (!isLabel(first, filled.size() == 1)) {
            return false;
        }
        return filled.size() == 1
                || !filled.contains(named)
                || filled.stream().noneMatch(column -> isFigure(row, column));
    }

    private boolean isFigure(Row row, int column) {
        return figures.contains(column)
                && Character.isDigit(row.text(column).strip().charAt(0));
    }

    private boolean isLabel(String text, boolean whole) {
        int colon = text.indexOf(':');
        if (colon < 0 && !whole) {
            return false;
        }
        String label = TextFolding.of(colon < 0 ? text : text.substring(0, colon));
        return catalogue.says("footnote", label.replaceFirst("\\d{1,2}$", ""));
    }

    /** Whether the cells number the columns: 1, 2, 3, … */
    private boolean isNumbering(Row row, List<Integer> filled) {
        int expected = 0;
        for (int column : filled) {
            Matcher number = WHOLE_NUMBER.matcher(plain(row.text(column)));
            if (!number.matches()) {
                return false;
            }
            int value = Integer.parseInt(number.group(1));
            if (expected != 0 && value != expected) {
                return false;
            }
            expected = value + 1;
        }
        return filled.size() > 2 && filled.contains(named) && expected == filled.size() + 1;
    }
}
