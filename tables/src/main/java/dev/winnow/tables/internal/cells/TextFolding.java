package dev.winnow.tables.internal.cells;

import java.text.Normalizer;
import java.util.Locale;

/** Normalises texts for comparison: ignores case, full width, blanks, hyphens and brackets. */
public final class TextFolding {

    private static final String DROPPED = "-_()[]{}<>【】「」『』《》〈〉\"'“”‘’`*:：,，·";

    private TextFolding() {}

    public static String of(String text) {
        boolean ascii = text.chars().allMatch(c -> c < 128);
        String plain = (ascii ? text : Normalizer.normalize(text, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (!Character.isWhitespace(c) && c != '\u00A0' && c != '\uFEFF' && DROPPED.indexOf(c) < 0) {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    /** The text without surrounding blanks of any kind. */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /**
     * Whether a text has an apostrophe before the first sign of a formula, or several apostrophes. The apostrophe keeps
     * spreadsheets from reading it as a formula; one is removed when it is read.
     */
    public static boolean isShielded(String text) {
        return !text.isEmpty() && text.charAt(0) == '\'' && beginsWithAny(text, "=+-@");
    }

    /** Whether a text of at least two characters begins with one of several signs, ignoring leading apostrophes. */
    public static boolean beginsWithAny(String text, String signs) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length() - (at == 0 ? 1 : 0) && signs.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u3000' || c == '\uFEFF' || c == '\u200B';
    }
}
