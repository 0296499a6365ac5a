package dev.winnow.model.value;

import dev.winnow.model.source.Message;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Normalises digits. Full-width digits are plain digits typed on a Chinese keyboard. Decorated digits are not: {@code
 * ²}, {@code ₂}, {@code ①}, {@code ½} and {@code ㈠} are exponents, footnotes or fractions, so {@code 300①} must not
 * become 3001. Within a unit such as {@code m²} they are correct.
 */
public final class DigitForms {

    private static final char FIRST_DECORATED = '²';
    private static final char FIRST_RAISED = '⁰';
    private static final char LAST_LOWERED = '₎';
    private static final char IDEOGRAPHIC = '\u3000';
    private static final char FIRST_IDEOGRAPH = '\u4E00';
    private static final char LAST_IDEOGRAPH = '\u9FFF';
    private static final char FULL_WIDTH_ZERO = '０';
    private static final char FULL_WIDTH_NINE = '９';

    private DigitForms() {}

    /**
     * Returns the text in compatibility form, with full-width letters and digits in plain width, but keeps decorated
     * digits.
     */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        for (int at = decorated(text, 0); at >= 0; at = decorated(text, from)) {
            int end = at + Character.charCount(text.codePointAt(at));
            plain.append(compatible(text.substring(from, at))).append(text, at, end);
            from = end;
        }
        return plain.append(compatible(text.substring(from))).toString();
    }

    /** Returns the first decorated digit that is not part of a unit; null if there is none. */
    static @Nullable String firstDecorated(String text) {
        for (int at = decorated(text, 0); at >= 0; at = decorated(text, at + 1)) {
            String digit = Character.toString(text.codePointAt(at));
            if (!isLetter(compatible(digit).charAt(0)) && !isRaisedFromLetter(text, at)) {
                return digit;
            }
        }
        return null;
    }

    /** Returns the message that a number or a day contains a decorated digit. */
    static Message refusal(String text, String decorated) {
        return Message.of("`%s` contains `%s`, which is not a plain digit", text, decorated);
    }

    /** Returns the index of the first decorated digit from a position on; -1 if there is none. */
    private static int decorated(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_DECORATED && isDecorated(text.codePointAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isDecorated(int point) {
        if ((point >= FULL_WIDTH_ZERO && point <= FULL_WIDTH_NINE)
                || (point >= FIRST_IDEOGRAPH && point <= LAST_IDEOGRAPH)) {
            return false;
        }
        if (point >= FIRST_RAISED && point <= LAST_LOWERED) {
            return true; // also a superscript minus, which normalisation would turn into a range
        }
        String written = Character.toString(point);
        String plain = compatible(written);
        return !plain.equals(written) && plain.chars().anyMatch(DigitForms::isDigit);
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || ChineseNumerals.isNumeral((char) c);
    }

    /** Whether a letter precedes a position, perhaps with other superscripts or subscripts between: {@code m⁻²}. */
    private static boolean isRaisedFromLetter(String text, int at) {
        int before = at - 1;
        while (before >= 0 && text.charAt(before) >= FIRST_RAISED && text.charAt(before) <= LAST_LOWERED) {
            before--;
        }
        return before >= 0 && isLetter(text.charAt(before));
    }

    /** Whether a letter belongs to a script of units; an ideograph may be a scale. */
    private static boolean isLetter(char c) {
        return Character.isLetter(c) && c < IDEOGRAPHIC;
    }

    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
