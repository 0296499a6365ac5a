package dev.winnow.model.value;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Functions for the compact constructors of the records. */
public final class Lists {

    private Lists() {}

    /** Returns an immutable copy. An unknown list stays unknown, and an incomplete one stays incomplete. */
    public static <T> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null || list instanceof StartOfList<T> ? list : List.copyOf(list);
    }

    /** Checks that a row of a city's list names its city and its key, or is the unwritten row, which has neither. */
    public static void requireRow(@Nullable String city, @Nullable String key, String type) {
        if ((city == null) != (key == null)) {
            throw new IllegalArgumentException(type + " needs both a city and a key");
        }
    }

    public static <T> T require(@Nullable T value, String what) {
        return Objects.requireNonNull(value, what);
    }
}
