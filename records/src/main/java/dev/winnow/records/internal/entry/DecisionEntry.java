package dev.winnow.records.internal.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.model.result.Verdict;
import dev.winnow.records.internal.content.PairResult;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decision by people about one pair of a recorded screening.
 *
 * @param origin the author, the time, and the program that recorded it
 * @param screening the record of the screening
 * @param pair the pair, with its verdict by the rules at the time
 * @param decision the decision
 * @param reason the reason for it
 * @param conditions its conditions; null if there are none
 */
public record DecisionEntry(
        @JsonUnwrapped RecordOrigin origin,
        Reference screening,
        @JsonUnwrapped PairResult pair,
        Verdict decision,
        String reason,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<DecisionCondition> conditions)
        implements RecordEntry {

    public DecisionEntry {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(screening);
        Objects.requireNonNull(pair);
        Objects.requireNonNull(decision);
        Objects.requireNonNull(reason);
        conditions = conditions == null || conditions.isEmpty() ? null : List.copyOf(conditions);
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

    /** The conditions; empty if there are none. */
    public List<DecisionCondition> allConditions() {
        return conditions == null ? List.of() : conditions;
    }

    /** Whether the decision differs from the verdict by the rules. */
    public boolean againstTheRules() {
        return decision != pair.verdict();
    }

    /** Whether another decision is about the same project in the same city. */
    public boolean isOfSamePair(DecisionEntry other) {
        return pair.isOf(other.pair.project(), other.pair.city());
    }
}
