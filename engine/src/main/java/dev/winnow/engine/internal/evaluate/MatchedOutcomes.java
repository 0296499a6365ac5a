package dev.winnow.engine.internal.evaluate;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a pack's rules for one candidate, with their matches. Matches are computed when an outcome is first
 * read. Thread-safe.
 */
public final class MatchedOutcomes extends AbstractList<RuleOutcome> implements RandomAccess {

    private final List<RuleOutcome> outcomes;
    private final RuleOutcome.@Nullable Later later;
    /** Outcomes already read, with their matches; two threads may both create one, with equal results. */
    private @Nullable RuleOutcome @Nullable [] read;

    private MatchedOutcomes(List<RuleOutcome> outcomes, RuleOutcome.@Nullable Later later) {
        this.outcomes = outcomes;
        this.later = later;
    }

    /** Wraps outcomes that have their matches. */
    public static MatchedOutcomes of(List<RuleOutcome> outcomes) {
        return new MatchedOutcomes(outcomes, null);
    }

    /**
     * Wraps outcomes of which some have no matches yet.
     *
     * @param later computes the missing matches
     */
    public static MatchedOutcomes of(List<RuleOutcome> outcomes, RuleOutcome.Later later) {
        return new MatchedOutcomes(outcomes, later);
    }

    @Override
    public RuleOutcome get(int rule) {
        RuleOutcome outcome = outcomes.get(rule);
        if (later == null || outcome.isTied()) {
            return outcome;
        }
        @Nullable RuleOutcome[] ready = read;
        if (ready == null) {
            ready = new RuleOutcome[outcomes.size()];
            read = ready;
        }
        RuleOutcome tied = ready[rule];
        if (tied == null) {
            tied = outcome.tiedTo(later);
            ready[rule] = tied;
        }
        return tied;
    }

    @Override
    public int size() {
        return outcomes.size();
    }

    /**
     * The rule's view of the candidate in the city: for candidates with equal views the rule has the same matches and
     * misses the same facts. Null if the view is not available, so that only the values read from the candidate can be
     * compared.
     */
    public @Nullable Object seen(int rule) {
        return later == null || outcomes.get(rule).isTied() ? null : later.seen(rule);
    }
}
