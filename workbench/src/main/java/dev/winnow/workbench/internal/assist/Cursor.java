package dev.winnow.workbench.internal.assist;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A position of a text in which words can be completed.
 *
 * @param before the text before it
 * @param line the line, from 0
 * @param after the rest of the line
 */
record Cursor(String before, int line, String after) {

    private static final Pattern WORD = Pattern.compile("^[\\p{L}\\p{N}$_-]*");
    private static final Pattern WORDS = Pattern.compile("^[\\p{L}\\p{N}_-]*(?: +[\\p{L}\\p{N}_-]+)*");

    /** Returns a position; null if the text is missing or has no such line. */
    static @Nullable Cursor of(@Nullable String text, int line, int character) {
        int at = text == null ? -1 : Span.offset(text, line, character);
        if (text == null || at < 0) {
            return null;
        }
        int end = text.indexOf('\n', at);
        return new Cursor(text.substring(0, at), line, text.substring(at, end < 0 ? text.length() : end));
    }

    /** The part of the line before the position. */
    String start() {
        return before.substring(before.lastIndexOf('\n') + 1);
    }

    /** The text before a character of the line. */
    String before(int character) {
        return before.substring(0, before.length() - start().length() + character);
    }

    /** The part of the line from a character to the end of the word that the position is in. */
    Span word(int from) {
        return to(from, WORD);
    }

    /** The part of the line from a character to the end of the words that the position is in. */
    Span words(int from) {
        return to(from, WORDS);
    }

    /** As {@link #words}, if a quote ends them; otherwise what follows is no part of the quoted text. */
    Span quoted(int from) {
        Span words = words(from);
        return after.startsWith("\"", words.end() - start().length()) ? words : word(from);
    }

    private Span to(int from, Pattern behind) {
        Matcher rest = behind.matcher(after);
        return new Span(line, from, start().length() + (rest.find() ? rest.end() : 0));
    }
}
