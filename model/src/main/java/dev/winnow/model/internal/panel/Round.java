package dev.winnow.model.internal.panel;

import dev.winnow.model.source.Place;
import java.time.LocalDate;
import java.util.Comparator;
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

    private static final Comparator<Judgement> ORDER =
            Comparator.comparing(Judgement::subject).thenComparing(Judgement::fact);

    public Round {
        judgements = judgements.stream()
                .sorted(ORDER.thenComparing(Judgement::assessor))
                .toList();
    }

    /** Returns its judgements about a fact of a project or city, by assessor. */
    List<Judgement> about(String subject, String fact) {
        int from = before(subject, fact, 0);
        return judgements.subList(from, before(subject, fact, 1));
    }

    /** Returns the number of judgements that sort before those about a fact, or with 1 that do not sort after them. */
    private int before(String subject, String fact, int most) {
        int low = 0;
        int high = judgements.size();
        while (low < high) {
            int middle = (low + high) / 2;
            Judgement one = judgements.get(middle);
            int order = one.subject().compareTo(subject);
            if (order < 0 || (order == 0 && one.fact().compareTo(fact) < most)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
