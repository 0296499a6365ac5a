package dev.winnow.model.internal.history;

import dev.winnow.model.source.Place;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;

/**
 * A statement of a file about one component.
 *
 * @param value a text, a list of texts, a figure, a date, or true or false
 * @param evidence its source, and the day from which it counts
 * @param place its place in the file
 * @param dated whether it has a day of its own rather than that of the enclosing entry
 */
public record Statement(Object value, Evidence evidence, Place place, boolean dated) {

    /** The evidence of a figure includes its conversion. */
    public Statement {
        if (value instanceof Figure figure && figure.evidence() != null) {
            evidence = figure.evidence();
        }
    }

    /** Whether it counts in a view. */
    public boolean counts(View view) {
        return view.counts(evidence);
    }
}
