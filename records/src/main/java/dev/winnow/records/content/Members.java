package dev.winnow.records.content;

import dev.winnow.model.source.Node;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes members of what winnow itself wrote, where one that is missing means that it was altered. */
public final class Members {

    private Members() {}

    /** A member that must be there. */
    public static Node of(Node map, String key) throws IOException {
        Node member = map.get(key);
        if (member == null) {
            throw new IOException("there is no `" + key + "`");
        }
        return member;
    }

    /** The text of a member that must be there. */
    public static String text(Node map, String key) throws IOException {
        Node member = of(map, key);
        if (!member.isScalar()) {
            throw new IOException("`" + key + "` is no text");
        }
        return member.text();
    }

    /** The text of a member; null where it has none. */
    public static @Nullable String optional(Node map, String key) {
        Node member = map.get(key);
        return member == null ? null : member.text();
    }

    /** A whole number that must be there. */
    public static long number(Node map, String key) throws IOException {
        try {
            return Long.parseLong(text(map, key));
        } catch (NumberFormatException e) {
            throw new IOException("`" + key + "` is no whole number", e);
        }
    }
}
