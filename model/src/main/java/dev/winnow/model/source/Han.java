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
}
