package dev.winnow.report;

/** Text of unknown origin on one line, without what could steer a terminal, a page or a sheet. */
public final class CleanText {

    private static final int REPLACEMENT = 0xFFFD;

    private CleanText() {}

    /**
     * The text with blanks for tabs and line breaks, and a replacement character for each control, each half of a
     * character and each mark that turns the direction of writing.
     */
    public static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (character == '\t' || character == '\n' || character == '\r') {
                clean.append(' ');
            } else {
                clean.appendCodePoint(steers(character) ? REPLACEMENT : character);
            }
        });
        return clean.toString();
    }

    private static boolean steers(int character) {
        return Character.isISOControl(character)
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069)
                || (character & 0xFFFE) == 0xFFFE
                || Character.getType(character) == Character.SURROGATE;
    }
}
