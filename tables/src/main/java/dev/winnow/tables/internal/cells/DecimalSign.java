package dev.winnow.tables.internal.cells;

import dev.winnow.model.value.DigitForms;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decimal sign of the numbers in a column of texts: {@code 1,234.5} or {@code 1.234,5}. A number with a single sign
 * before three digits, such as {@code 1,234}, is read as the other cells show. No cell alone decides that another one
 * means something else: one cell can at most make others doubtful, or decide doubtful ones.
 */
public enum DecimalSign {
    /** A point; commas group digits. */
    POINT,
    /** A comma; points group digits. */
    COMMA,
    /** A point in one cell: {@code 1,234} has groups, {@code 1.234} is undecided. */
    POINT_ONCE,
    /** A comma in one cell: {@code 1.234} has groups, {@code 1,234} is undecided. */
    COMMA_ONCE,
    /** Undecided: {@code 1,234} and {@code 1.234} can be two numbers. */
    OPEN;

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*\\d");
    /** Blanks that group digits: after them, a comma before three digits is a decimal sign. */
    private static final Pattern SPACED = Pattern.compile("(?<=\\d) (?=\\d{3}(?!\\d))");

    /**
     * The sign that the texts of a column show.
     *
     * @param points whether a point is usual, as in files with commas between cells
     */
    public static DecimalSign of(Iterable<String> cells, boolean points) {
        int withPoint = 0;
        int withComma = 0;
        boolean doubtful = false;
        for (String cell : cells) {
            withPoint += POINT.isShownBy(cell) ? 1 : 0;
            withComma += COMMA.isShownBy(cell) ? 1 : 0;
            doubtful |= OPEN.isDoubtful(cell);
        }
        if (withPoint > 0 && withComma > 0) {
            return OPEN;
        }
        if (withComma == 0) {
            return points || withPoint > 1 ? POINT : withPoint == 1 ? POINT_ONCE : OPEN;
        }
        return withComma > 1 ? COMMA : points && doubtful ? OPEN : COMMA_ONCE;
    }

    /** Whether numbers are read with decimal commas. */
    public boolean isComma() {
        return this == COMMA || this == COMMA_ONCE;
    }

    /** Numbers in a text that have a decimal sign or group their digits. */
    private static Stream<String> numbers(String cell) {
        return !isMarked(cell)
                ? Stream.of()
                : NUMBER.matcher(plain(cell)).results().map(MatchResult::group).filter(DecimalSign::isMarked);
    }

    /** The sign that a number shows; {@link #OPEN} if it has no sign, or a single one before three digits. */
    private static DecimalSign ofNumber(String number) {
        int comma = number.lastIndexOf(',');
        int point = number.lastIndexOf('.');
        if (comma >= 0 && point >= 0) {
            return comma > point ? COMMA : POINT;
        }
        int last = Math.max(comma, point);
        DecimalSign fraction = comma >= 0 ? COMMA : POINT;
        if (number.indexOf(number.charAt(last)) != last) {
            return fraction == COMMA ? POINT : COMMA; // A sign that occurs several times groups digits.
        }
        boolean group = number.length() - last == 4 && last <= 3 && number.charAt(0) != '0';
        return group ? OPEN : fraction;
    }

    /** Whether a text contains a number whose value the column leaves undecided. */
    public boolean isDoubtful(String cell) {
        return this != POINT
                && this != COMMA
                && numbers(cell)
                        .filter(number -> ofNumber(number) == OPEN)
                        .anyMatch(number -> this == OPEN || (number.indexOf(',') >= 0) == (this == COMMA_ONCE));
    }

    /** Whether a text shows this sign where the other one is expected. */
    public boolean isShownBy(String cell) {
        return numbers(cell).anyMatch(number -> ofNumber(number) == this);
    }

    /** A text with decimal points in place of decimal commas. */
    public static String inPoints(String cell) {
        return isMarked(cell)
                ? NUMBER.matcher(plain(cell))
                        .replaceAll(number -> number.group().replace(".", "").replace(',', '.'))
                : cell;
    }

    /** A text without the commas that group digits. */
    public static String withoutGroups(String cell) {
        return NUMBER.matcher(plain(cell)).replaceAll(number -> number.group().replace(",", ""));
    }

    /** Whether a text contains a sign that may be a decimal sign or group digits. */
    static boolean isMarked(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '.' || c == '，' || c == '．') {
                return true;
            }
        }
        return false;
    }

    private static String plain(String cell) {
        return SPACED.matcher(DigitForms.plain(cell)).replaceAll("");
    }
}
