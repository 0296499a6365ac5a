package dev.winnow.past.decisions;

import dev.winnow.model.source.Place;
import java.util.Objects;

/**
 * A statement that people ranked one pair before another, or both alike.
 *
 * @param better the pair that ranks first
 * @param worse the other one
 * @param tied whether both rank alike
 * @param place its place in a file
 */
public record PastPreference(PastPair better, PastPair worse, boolean tied, Place place) {

    public PastPreference {
        Objects.requireNonNull(place);
        if (better.equals(worse)) {
            throw new IllegalArgumentException("a preference needs two pairs");
        }
    }
}
