package dev.winnow.workbench.internal.edit;

import org.jspecify.annotations.Nullable;

/**
 * The byte order mark and the line ends of files, which edits keep. A plain text has neither a mark nor carriage
 * returns at its line ends.
 */
public final class LineEnds {

    private static final String MARK = "\uFEFF";

    private LineEnds() {}

    /** Returns the plain text of a file. */
    public static String plain(String raw) {
        return (raw.startsWith(MARK) ? raw.substring(1) : raw).replace("\r\n", "\n");
    }

    /**
     * Returns a plain text with the mark and the line ends of a file.
     *
     * @param raw the content of the file; null for a new file
     */
    public static String like(String text, @Nullable String raw) {
        if (raw == null) {
            return text;
        }
        return (raw.startsWith(MARK) ? MARK : "") + with(text, raw);
    }

    /** Returns a text with its plain line feeds replaced by the line ends of another text. */
    static String with(String text, String other) {
        int feed = other.indexOf('\n');
        return feed > 0 && other.charAt(feed - 1) == '\r' ? text.replace("\n", "\r\n") : text;
    }
}
