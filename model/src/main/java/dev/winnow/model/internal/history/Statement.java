package dev.winnow.model.internal.history;

import dev.winnow.model.source.Place;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a file about one component.
 *
 * @param value a text, a list of texts, a figure, a date, or true or false
 * @param evidence its source, and the day from which it counts
 * @param place its place in the file
 * @param dated whether it has a day of its own rather than that of the enclosing entry
 * @param until the day from which the judgement of a panel replaces it; null if none does
 */
public record Statement(
        Object value,
        Evidence evidence,
        Place place,
        boolean dated,
        @Nullable LocalDate until) {

    /** The evidence of a figure includes its conversion. */
    public Statement {
        if (value instanceof Figure figure && figure.evidence() != null) {
            evidence = figure.evidence();
        }
    }

    /** Creates a statement that no panel replaces. */
    public Statement(Object value, Evidence evidence, Place place, boolean dated) {
        this(value, evidence, place, dated, null);
    }

    /** Returns the same statement, replaced from a day on unless it was replaced earlier. */
    Statement until(LocalDate day) {
        return until != null && until.isBefore(day) ? this : new Statement(value, evidence, place, dated, day);
    }

    /** Whether it counts in a view. */
    public boolean counts(View view) {
        return view.counts(evidence) && (until == null || view.day().isBefore(until));
    }
}
