package dev.winnow.report.internal.layout;

import dev.winnow.model.source.HiddenCharacters;
import java.nio.file.Path;

/** Removes from untrusted text what could control a terminal, a page or a sheet. */
public final class CleanText {

    private static final int REPLACEMENT = 0xFFFD;

    /** What makes a spreadsheet take a text for a formula; also as wide characters, which some take alike. */
    private static final String FORMULA = "=+-@＝＋－＠";

    private CleanText() {}

    /**
     * The text with blanks for tabs and line breaks, and a replacement character for each character that cannot be seen.
     */
    public static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (character == '\t' || character == '\n' || character == '\r') {
                clean.append(' ');
            } else {
                clean.appendCodePoint(HiddenCharacters.isHidden(character) ? REPLACEMENT : character);
            }
        }
        return clean.toString();
    }

    /** The same of a text that stays on as many lines as it has, such as a problem. */
    public static String lines(String text) {
        return String.join("\n", text.lines().map(CleanText::of).toList());
    }

    /** A path, with forward slashes whatever the system. */
    public static String of(Path path) {
        return of(path.toString().replace('\\', '/'));
    }

    /** Whether a spreadsheet might take the text for a formula, were it typed in. */
    public static boolean isFormula(String text) {
        return text.codePoints()
                .dropWhile(one -> Character.isWhitespace(one)
                        || Character.isSpaceChar(one)
                        || Character.getType(one) == Character.FORMAT)
                .limit(1)
                .anyMatch(first -> FORMULA.indexOf(first) >= 0);
    }
}
