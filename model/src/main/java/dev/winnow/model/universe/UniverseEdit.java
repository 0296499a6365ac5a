package dev.winnow.model.universe;

import dev.winnow.model.source.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A difference between two editions of a universe that can be undone separately: in a component of a project, a row of
 * a city's list, or a chain.
 */
public final class UniverseEdit {

    private final String key;
    private final @Nullable String project;
    private final @Nullable String city;
    private final Change change;

    UniverseEdit(String key, @Nullable String project, @Nullable String city, Change change) {
        this.key = key;
        this.project = project;
        this.city = city;
        this.change = change;
    }

    /** What it changes, never empty. */
    public List<Change> changes() {
        return List.of(change);
    }

    /** What it is called within the {@link UniverseEdits} it belongs to. */
    String key() {
        return key;
    }

    /** The project that it is of; null if it is of none. */
    @Nullable
    String project() {
        return project;
    }

    /** The city that it is of; null if it is of none. */
    @Nullable
    String city() {
        return city;
    }
}
