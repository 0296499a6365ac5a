package dev.winnow.records.internal.entry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.model.result.Verdict;
import dev.winnow.records.internal.content.PairResult;
import java.util.Objects;

/**
 * What people decided about one pair of a recorded screening.
 *
 * @param origin who decided, when, and by which winnow it was recorded
 * @param screening the record of the screening
 * @param pair the pair, with the verdict that the rules gave it then
 * @param decision what was decided
 * @param reason why
 */
public record DecisionEntry(
        @JsonUnwrapped RecordOrigin origin,
        Reference screening,
        @JsonUnwrapped PairResult pair,
        Verdict decision,
        String reason)
        implements RecordEntry {

    public DecisionEntry {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(screening);
        Objects.requireNonNull(pair);
        Objects.requireNonNull(decision);
        Objects.requireNonNull(reason);
    }

    /**
     * Another record.
     *
     * @param number its number
     * @param hash its hash
     */
    public record Reference(long number, String hash) {

        public Reference {
            Objects.requireNonNull(hash);
        }
    }

    /** Whether it differs from what the rules say. */
    public boolean againstTheRules() {
        return decision != pair.verdict();
    }

    /** Whether it is about the same project in the same city as another. */
    public boolean isOfSamePair(DecisionEntry other) {
        return pair.project().equals(other.pair.project()) && pair.city().equals(other.pair.city());
    }
}
