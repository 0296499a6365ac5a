package dev.winnow.model.internal.panel;

import dev.winnow.model.source.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of a panel.
 *
 * @param id its id within the panel
 * @param name its display name
 * @param organisation where the assessor works; null if not stated
 * @param judges the facts that the assessor judges, by name, sorted: {@code project.teamStrength}
 * @param place the place of its id
 */
public record Assessor(String id, String name, @Nullable String organisation, List<String> judges, Place place) {

    public Assessor {
        judges = judges.stream().sorted().distinct().toList();
    }
}
