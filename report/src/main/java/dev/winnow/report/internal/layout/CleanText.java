package dev.winnow.report.internal.layout;

import dev.winnow.model.source.HiddenCharacters;
import java.nio.file.Path;

/** Removes characters from untrusted text that could control a terminal, a page or a spreadsheet. */
public final class CleanText {

    private static final int REPLACEMENT = 0xFFFD;

    /**
     * First characters by which a spreadsheet recognises a formula, also in their full-width forms, which some accept.
     */
    private static final String FORMULA = "=+-@＝＋－＠";

    private CleanText() {}

    /**
     * Returns the text with blanks for tabs and line breaks, and a replacement character for each invisible character.
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

    /** Returns the text cleaned line by line, such as that of a problem. */
    public static String lines(String text) {
        return String.join("\n", text.lines().map(CleanText::of).toList());
    }

    /** Returns a path with forward slashes on every system. */
    public static String of(Path path) {
        return of(path.toString().replace('\\', '/'));
    }

    /** Returns whether a spreadsheet could take the text for a formula when it is typed in. */
    public static boolean isFormula(String text) {
        return text.codePoints()
                .dropWhile(one -> Character.isWhitespace(one)
                        || Character.isSpaceChar(one)
                        || Character.getType(one) == Character.FORMAT)
                .limit(1)
                .anyMatch(first -> FORMULA.indexOf(first) >= 0);
    }
}
