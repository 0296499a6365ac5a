package dev.winnow.model.internal.panel;

import dev.winnow.model.source.Place;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The judgement of one assessor about one fact of a project or a city.
 *
 * @param assessor the id of the assessor
 * @param subject the id of the project or city
 * @param fact the name of the fact: {@code project.teamStrength}
 * @param value a figure, true or false, or a word; null if the assessor cannot judge
 * @param reason the reason for it; null only if the assessor cannot judge and gives none
 * @param asOf its day; null if not stated
 * @param round the number of its round, from 1
 * @param place the place where it is stated
 */
public record Judgement(
        String assessor,
        String subject,
        String fact,
        @Nullable Object value,
        @Nullable String reason,
        @Nullable LocalDate asOf,
        int round,
        Place place) {

    /** Returns this judgement with another value. */
    public Judgement with(@Nullable Object other) {
        return new Judgement(assessor, subject, fact, other, reason, asOf, round, place);
    }

    /** Whether the assessor stated that the fact cannot be judged. */
    public boolean cannotJudge() {
        return value == null;
    }
}
