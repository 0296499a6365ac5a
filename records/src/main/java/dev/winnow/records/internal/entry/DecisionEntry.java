package dev.winnow.records.internal.entry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.model.result.Verdict;
import dev.winnow.records.internal.content.PairResult;
import java.util.Objects;

/**
 * A decision by people about one pair of a recorded screening.
 *
 * @param origin the author, the time, and the program that recorded it
 * @param screening the record of the screening
 * @param pair the pair, with its verdict by the rules at the time
 * @param decision the decision
 * @param reason the reason for it
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
     * A reference to another record.
     *
     * @param number its number
     * @param hash its hash
     */
    public record Reference(long number, String hash) {

        public Reference {
            Objects.requireNonNull(hash);
        }
    }

    /** Whether the decision differs from the verdict by the rules. */
    public boolean againstTheRules() {
        return decision != pair.verdict();
    }

    /** Whether another decision is about the same project in the same city. */
    public boolean isOfSamePair(DecisionEntry other) {
        return pair.project().equals(other.pair.project()) && pair.city().equals(other.pair.city());
    }
}
