package dev.winnow.model.internal.panel;

import dev.winnow.model.source.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A round of judgements of a panel.
 *
 * @param number its number, from 1
 * @param from the day on which it begins; null if not stated
 * @param until the last day on which judgements are due; null if not stated
 * @param file the file of its judgements, relative to the panel's file; null if none is named yet
 * @param judgements its judgements, in the order of subjects, facts and assessors
 * @param place the place of its number
 */
public record Round(
        int number,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String file,
        List<Judgement> judgements,
        Place place) {

    public Round {
        judgements = List.copyOf(judgements);
    }

    /** Returns this round with other judgements. */
    Round with(List<Judgement> others) {
        return new Round(number, from, until, file, others, place);
    }

    /** Whether a judgement was given after the last day of the round. */
    public boolean isLate(Judgement judgement) {
        return until != null && judgement.asOf() != null && judgement.asOf().isAfter(until);
    }

    /**
     * Returns the day from which its results count: that of its latest judgement, else its last day, else its first;
     * null if none is stated.
     */
    public @Nullable LocalDate day() {
        LocalDate stated = until == null ? from : until;
        return judgements.stream()
                .map(Judgement::asOf)
                .filter(Objects::nonNull)
                .reduce((one, other) -> one.isBefore(other) ? other : one)
                .orElse(stated);
    }
}
