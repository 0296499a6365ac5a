package dev.winnow.tables.internal.cells;

import dev.winnow.model.value.DigitForms;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Decimal sign of the numbers in a column of texts: {@code 1,234.5} or {@code 1.234,5}. */
public enum DecimalSign {
    /** A point; commas group digits. */
    POINT,
    /** A comma; points group digits. */
    COMMA,
    /** Undecided: {@code 1,234} can be two numbers. */
    OPEN;

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*\\d");

    /** The sign that the texts of a column show; {@link #OPEN} if they show none or both. */
    public static DecimalSign of(Iterable<String> cells) {
        Set<DecimalSign> shown = EnumSet.noneOf(DecimalSign.class);
        cells.forEach(cell -> numbers(cell).map(DecimalSign::ofNumber).forEach(shown::add));
        shown.remove(OPEN);
        return shown.size() == 1 ? shown.iterator().next() : OPEN;
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

    /** Whether a text contains a number whose value depends on the decimal sign. */
    public static boolean isDoubtful(String cell) {
        return OPEN.isShownBy(cell);
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
        return DigitForms.plain(cell);
    }
}
