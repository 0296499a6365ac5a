package dev.winnow.model.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Full-width colons and commas of Chinese keyboards, which YAML treats as letters. They are correct within a text;
 * where YAML lacks a colon or comma, they are reported as the reason.
 */
final class FullWidth {

    /** A full-width sign behind a key, or between the items of braces or brackets. */
    private static final Pattern SIGN =
            Pattern.compile("(?<=[\\w\\]\\}\"'])\\s*(：)|(，)(?=\\s*[\\w\"'\\[{-])|(，)\\s*[\\]\\}]");

    private FullWidth() {}

    /** Returns the index of the first full-width sign used as syntax in a line; -1 if there is none. */
    static int firstIn(String line) {
        Matcher sign = SIGN.matcher(line);
        while (sign.find()) {
            int at = sign.start(sign.group(1) != null ? 1 : sign.group(2) != null ? 2 : 3);
            if (!isQuoted(line, at)) {
                return at;
            }
        }
        return -1;
    }

    /** Returns the problem of a full-width sign. */
    static Problem problem(Place place, char sign) {
        return new Problem(
                place,
                Message.of("YAML does not accept `%s` here", sign),
                1,
                sign == '，' ? Message.of("did you mean `%s`?", ",") : Message.of("write `:` with a space after it"));
    }

    /**
     * Returns the fields that a key with full-width signs probably means, so that they are not reported as missing too.
     */
    static List<Node.Field> meant(Node.Field field) {
        List<Node.Field> meant = new ArrayList<>();
        for (String part : field.key().split("，", -1)) {
            String[] halves = part.split("：", 2);
            if (halves.length == 2) {
                Node value = Node.scalar(field.place(), 1, halves[1].strip());
                meant.add(new Node.Field(halves[0].strip(), field.place(), value));
            }
        }
        return meant;
    }

    /**
     * Returns the problem of the first full-width sign in the line of a place, or in the line above it; null if there
     * is none.
     */
    static @Nullable Problem near(Place place, @Nullable Place above) {
        for (Place one : above == null ? new Place[] {place} : new Place[] {place, above}) {
            String line = one.text();
            int at = line == null ? -1 : firstIn(line);
            if (line != null && at >= 0) {
                return problem(new Place(one.file(), one.line(), at + 1, line), line.charAt(at));
            }
        }
        return null;
    }

    /** Whether a position of a line is within quotes or a comment. */
    private static boolean isQuoted(String line, int at) {
        char quote = 0;
        for (int i = 0; i < at; i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && (i == 0 || " [{,，:：".indexOf(line.charAt(i - 1)) >= 0)) {
                quote = c;
            } else if (c == '#' && (i == 0 || line.charAt(i - 1) == ' ')) {
                return true;
            }
        }
        return quote != 0;
    }
}
