package dev.winnow.model.source;

/** Recognises Chinese characters. */
public final class Han {

    /** No Chinese character comes before this one. Looking up scripts loads a table, which takes time. */
    private static final int FIRST = 0x2E80;

    private Han() {}

    /** Whether a character is Chinese. */
    public static boolean is(int codePoint) {
        return codePoint >= FIRST && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    /** Whether a text contains a Chinese character. */
    public static boolean isIn(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (is(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Appends a text to a sentence. Between them no blank separates Chinese characters from each other or from figures;
     * blanks beside Latin letters and names in backticks stay.
     */
    public static void append(StringBuilder sentence, String text) {
        int end = sentence.length();
        int blank = end > 1 && sentence.charAt(end - 1) == ' ' ? end - 1 : end;
        int from = blank == end && text.length() > 1 && text.charAt(0) == ' ' ? 1 : 0;
        boolean apart = blank > 0 && (blank < end || from > 0) && from < text.length();
        if (apart && joins(sentence, blank - 1, text.charAt(from))) {
            sentence.setLength(blank);
            sentence.append(text, from, text.length());
        } else {
            sentence.append(text);
        }
    }

    private static boolean joins(StringBuilder sentence, int last, char next) {
        return is(sentence.charAt(last))
                ? is(next) || Character.isDigit(next)
                : Character.isDigit(sentence.charAt(last)) && is(next) && isFigure(sentence, last);
    }

    /** Whether the characters that end at a place are a number, rather than part of a name or of a place in a file. */
    private static boolean isFigure(StringBuilder sentence, int last) {
        int at = last;
        while (at >= 0 && sentence.charAt(at) < FIRST) {
            if (Character.isLetter(sentence.charAt(at))) {
                return false;
            }
            at--;
        }
        return true;
    }
}
