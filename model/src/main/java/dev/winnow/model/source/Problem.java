package dev.winnow.model.source;

import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A problem in a file: its place, a description, and optionally advice on how to correct it.
 *
 * @param place its place
 * @param what the description, names in backticks, no full stop
 * @param length number of characters that the caret underlines; 0 for none
 * @param advice the correction to try; null if there is none to offer
 */
public record Problem(
        Place place, Message what, int length, @Nullable Message advice) implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::place).thenComparing(Problem::what);

    private static final int WIDTH = 100;

    public Problem {
        what = what.plain();
        advice = advice == null ? null : advice.plain();
    }

    /**
     * Returns a problem without a caret and without advice.
     *
     * @param template the description, with {@code %s} for each argument
     */
    public static Problem at(Place place, String template, @Nullable Object... arguments) {
        return at(place, Message.of(template, arguments));
    }

    /** Returns a problem without a caret and without advice. */
    public static Problem at(Place place, Message what) {
        return new Problem(place, what, 0, null);
    }

    /** Returns this problem with other advice; null for none. */
    public Problem with(@Nullable Message how) {
        return new Problem(place, what, length, how);
    }

    /** Compares places, then descriptions. */
    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /**
     * Returns the whole message: {@code place: what}, the source line with a caret, the advice. No line break at the
     * end.
     */
    @Override
    public String toString() {
        return inWords(Message::toString);
    }

    /**
     * Returns the whole message in a language.
     *
     * @param wording translates a message
     */
    public String inWords(Function<Message, String> wording) {
        StringBuilder message = new StringBuilder()
                .append(PlainText.place(place.toString()))
                .append(": ")
                .append(wording.apply(what));
        String advice = this.advice == null ? null : wording.apply(this.advice);
        String line = place.text();
        if (line == null || place.column() < 1 || length < 1 || line.length() > 10 * WIDTH) {
            return advice == null
                    ? message.toString()
                    : message.append("\n   | ").append(advice).toString();
        }
        int from = Math.min(place.column() - 1, line.length());
        int to = Math.min(from + Math.min(length, WIDTH), line.length());
        int indent = Math.min(from, line.length() - line.stripLeading().length());
        int begin = from - indent > 2 * WIDTH ? from - WIDTH / 2 : indent;
        String before = begin > indent ? "…" : "";
        String shown = PlainText.line(line.substring(begin).stripTrailing());
        String cut = shown.length() > WIDTH + to - begin ? shown.substring(0, WIDTH + to - begin) + "…" : shown;
        message.append("\n   |   ").append(before).append(cut);
        message.append("\n   |   ")
                .append(" ".repeat(before.length() + columns(PlainText.line(line.substring(begin, from)))));
        message.append("^".repeat(Math.max(1, columns(PlainText.line(line.substring(from, to))))));
        return advice == null
                ? message.toString()
                : message.append(' ').append(advice).toString();
    }

    /** Returns the width of a text on a terminal, where Chinese and other wide characters take two columns. */
    private static int columns(String text) {
        return text.codePoints().map(Problem::columns).sum();
    }

    private static int columns(int character) {
        boolean wide = (character >= 0x1100 && character <= 0x115F)
                || (character >= 0x2E80 && character <= 0xA4CF)
                || (character >= 0xAC00 && character <= 0xD7A3)
                || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0xFE30 && character <= 0xFE6F)
                || (character >= 0xFF00 && character <= 0xFF60)
                || (character >= 0xFFE0 && character <= 0xFFE6)
                || (character >= 0x1F300 && character <= 0x1FAFF)
                || (character >= 0x20000 && character <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
