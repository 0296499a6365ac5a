package dev.winnow.report.internal.layout;

import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Measures and breaks text for a terminal: a Chinese character takes two columns, a combining mark none. */
public final class Columns {

    /** Width of tables and memos without a terminal. */
    public static final int PAGE = 80;

    private static final String MORE = "…";

    /** Characters that may not begin a line, and characters that may not end one. */
    private static final String CLOSING = "，。、；：！？）》」』”’％～";

    private static final String OPENING = "（《「『“‘";

    /** Characters between the numbers of a day, which stays on one line. */
    private static final String DATED = "年月";

    private Columns() {}

    /** Returns the number of columns that a text takes. */
    public static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += width(text.codePointAt(i));
        }
        return width;
    }

    private static int width(int character) {
        return Math.max(0, WCWidth.wcwidth(character));
    }

    /** Returns the text without invisible characters, since some control terminals. */
    public static String clean(String text) {
        return CleanText.of(text);
    }

    /** Returns the text without its full stop, to continue on the same line. */
    public static String withoutFullStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /** Returns the text cut to the width or padded on the right. */
    public static String left(String text, int width) {
        String cut = cut(text, width);
        return cut + " ".repeat(width - width(cut));
    }

    /** Returns the text cut to the width or padded on the left. */
    public static String right(String text, int width) {
        String cut = cut(text, width);
        return " ".repeat(width - width(cut)) + cut;
    }

    /** Returns the text if it fits, otherwise its first whole words and an ellipsis. */
    public static String cut(String text, int width) {
        String clean = clean(text);
        if (width(clean) <= width) {
            return clean;
        }
        if (width < 1) {
            return "";
        }
        int end = fitting(clean, 0, width - 1);
        int word = breakBefore(clean, 0, end);
        return clean.substring(0, word > end / 2 ? word : end).stripTrailing() + MORE;
    }

    /** Returns a name that fits: the whole name, or only the English part of a bilingual one, cut if necessary. */
    public static String name(String name, int width) {
        return cut(shorter(name, width), width);
    }

    /**
     * Returns the lines of a name: the whole name if it fits one line, otherwise the English part of a bilingual one.
     */
    public static List<String> nameLines(String name, int width) {
        return wrap(shorter(name, width), width);
    }

    private static String shorter(String name, int width) {
        return width(clean(name)) <= width ? name : Names.inLanguage(Language.EN, name);
    }

    /** Breaks a text into lines of at most the width, between words, or inside a word that fits no line. */
    public static List<String> wrap(String text, int width) {
        String clean = clean(text).strip();
        List<String> lines = new ArrayList<>();
        int start = 0;
        int end = fitting(clean, start, width);
        while (end < clean.length()) {
            int at = breakBefore(clean, start, end);
            if (at == start) {
                at = Math.max(end, clean.offsetByCodePoints(start, 1));
            }
            lines.add(clean.substring(start, at).stripTrailing());
            start = at;
            while (start < clean.length() && Character.isWhitespace(clean.charAt(start))) {
                start++;
            }
            end = fitting(clean, start, width);
        }
        if (start < clean.length() || lines.isEmpty()) {
            lines.add(clean.substring(start));
        }
        return lines;
    }

    /** Returns the width of the longest part of a text that contains no line break opportunity. */
    public static int longestPiece(String text) {
        String clean = clean(text).strip();
        int longest = 0;
        int start = 0;
        for (int at = 1; at <= clean.length(); at++) {
            if (at == clean.length() || isBreak(clean, at)) {
                longest = Math.max(longest, width(clean.substring(start, at).strip()));
                start = at;
            }
        }
        return longest;
    }

    /** Returns the end of the longest part from {@code start} that fits. */
    private static int fitting(String text, int start, int width) {
        int used = 0;
        int end = start;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            used += width(character);
            if (used > width) {
                return end;
            }
            end += Character.charCount(character);
        }
        return end;
    }

    /** Returns the last line break opportunity at or before {@code end}; {@code start} if there is none. */
    private static int breakBefore(String text, int start, int end) {
        for (int at = end; at > start; at = text.offsetByCodePoints(at, -1)) {
            if (at == text.length() || isBreak(text, at)) {
                return at;
            }
        }
        return start;
    }

    /** Lines break between words, except inside {@code 90 %} and {@code § 2}, and after a Chinese character. */
    private static boolean isBreak(String text, int at) {
        if (text.charAt(at) == ' ') {
            return !text.startsWith(" %", at) && text.charAt(at - 1) != '§';
        }
        if (text.charAt(at - 1) == ' ') {
            return text.charAt(at) != '%' && !text.startsWith("§", at - 2);
        }
        int next = text.codePointAt(at);
        return width(text.codePointBefore(at)) == 2
                && OPENING.indexOf(text.codePointBefore(at)) < 0
                && (width(next) == 2
                        ? CLOSING.indexOf(next) < 0
                        : Character.isLetterOrDigit(next) && DATED.indexOf(text.codePointBefore(at)) < 0);
    }
}
