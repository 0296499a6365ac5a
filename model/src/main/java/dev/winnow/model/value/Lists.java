package dev.winnow.model.value;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Helpers for the compact constructors of the records. */
public final class Lists {

    private Lists() {}

    /** An immutable copy; an unknown list stays unknown, and one that may hold more stays so. */
    public static <T> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null || list instanceof StartOfList<T> ? list : List.copyOf(list);
    }

    /** A row of a city's list names its city and its key, or is the unwritten row, which has neither. */
    public static void requireRow(@Nullable String city, @Nullable String key, String type) {
        if ((city == null) != (key == null)) {
            throw new IllegalArgumentException(type + " needs both a city and a key");
        }
    }

    public static <T> T require(@Nullable T value, String what) {
        return Objects.requireNonNull(value, what);
    }
}
