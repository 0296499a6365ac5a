package dev.winnow.model.result;

import dev.winnow.model.source.Internal;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import org.jspecify.annotations.Nullable;

/**
 * A value that a finding rests on, with its origin.
 *
 * @param property the property that was read: {@code city.demands.consumer-electronics.annualOutput}
 * @param figure the figure; null where a text or a row was read
 * @param value the value as people write it
 * @param evidence its origin
 */
public record Citation(String property, @Nullable Figure figure, String value, Evidence evidence) {

    /** The source among those that a universe lists; null if none is named, or if a limit of the pack is cited. */
    @Internal
    public @Nullable String universeSource() {
        return property.startsWith("limits.") ? null : evidence.source();
    }
}
