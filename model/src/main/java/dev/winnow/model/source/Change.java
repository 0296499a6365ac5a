package dev.winnow.model.source;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A difference between two editions of a file.
 *
 * @param what the changed part, names in backticks: {@code points of rule `port-near`}
 * @param place its place in the new edition; in the old edition if it was removed
 * @param before the text of the old edition; null if it has none
 * @param after the text of the new edition; null if it has none
 * @param fact the fact of a universe, such as {@code project.yieldRate} or {@code city.demands}; empty if it is none
 */
public record Change(
        Message what,
        Place place,
        @Nullable String before,
        @Nullable String after,
        String fact) {

    public Change {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(fact, "fact");
    }

    /** Creates a difference that is no fact of a universe. */
    public Change(Message what, Place place, @Nullable String before, @Nullable String after) {
        this(what, place, before, after, "");
    }
}
