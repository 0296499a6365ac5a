package dev.winnow.model.universe;

import dev.winnow.model.source.Change;
import org.jspecify.annotations.Nullable;

/**
 * A difference between two editions of a universe that can be undone separately: in a component of a project, a row of
 * a city's list, or a chain.
 *
 * @param key its name within the {@link UniverseEdits} it belongs to
 * @param project the project that it is of; null if it is of none
 * @param city the city that it is of; null if it is of none
 * @param change the difference
 */
public record UniverseEdit(
        String key, @Nullable String project, @Nullable String city, Change change) {}
