package dev.winnow.model.universe;

import dev.winnow.model.source.Change;
import org.jspecify.annotations.Nullable;

/**
 * A difference between two editions of a universe that can be undone separately: in a component of a project, a row of
 * a city's list, or a chain.
 *
 * @param key its name within its {@link UniverseEdits}
 * @param project the project it belongs to; null if none
 * @param city the city it belongs to; null if none
 * @param source the source that the new statement or its entry names; that of the old one if it was removed; null if none
 *     is named
 * @param change the difference
 */
public record UniverseEdit(
        String key,
        @Nullable String project,
        @Nullable String city,
        @Nullable String source,
        Change change) {}
