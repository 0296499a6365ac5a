package dev.winnow.model.source;

/** Tells Chinese characters from all others. */
public final class Han {

    /** No Chinese character comes before it; to look up the script of others takes a while to load. */
    private static final int FIRST = 0x2E80;

    private Han() {}

    /** Whether a character is a Chinese one. */
    public static boolean is(int codePoint) {
        return codePoint >= FIRST && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    /** Whether a text has a Chinese character. */
    public static boolean isIn(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (is(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }
}
