package dev.winnow.model.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes untrusted text safe to display: removes control characters, hidden characters and changes of writing direction.
 */
final class PlainText {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PLACE = 1_000;
    /** Number of first and of last characters shown of a long text, such as the root and the name of a file. */
    private static final int FIRST = 80;

    private static final int LAST = 30;
    private static final char REPLACED = '\uFFFD';
    private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

    private PlainText() {}

    /** Returns a text on one line, without invisible characters. */
    static String line(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\t' || point == '\n' || point == '\r') {
                plain.append(' ');
            } else if (HiddenCharacters.isHidden(point)) {
                plain.append(REPLACED);
            } else {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }

    /** Returns an argument of a message on one line without invisible characters, shortened if it is very long. */
    static String message(String text) {
        String line = line(text);
        return line.length() <= LONGEST_NAME
                ? line
                : QUOTED.matcher(line).replaceAll(quoted -> Matcher.quoteReplacement("`" + cut(quoted.group(1)) + "`"));
    }

    /** Returns a quoted name on one line without invisible characters, shortened if it is long. */
    static String name(String text) {
        return cut(line(text));
    }

    /** Returns a place on one line without invisible characters, shortened if it is longer than any path of a file. */
    static String place(String place) {
        String line = line(place);
        return line.length() <= LONGEST_PLACE ? line : cut(line);
    }

    private static String cut(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(FIRST - 1)) ? FIRST - 1 : FIRST;
        int rest = name.length() - LAST;
        return name.substring(0, end) + "…"
                + name.substring(Character.isLowSurrogate(name.charAt(rest)) ? rest + 1 : rest);
    }
}
