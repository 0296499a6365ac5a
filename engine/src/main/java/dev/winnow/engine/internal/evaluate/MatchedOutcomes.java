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
    private final RuleOutcome.@Nullable MatchSource source;
    /** Outcomes already read, with their matches; two threads may both create one, with equal results. */
    private @Nullable RuleOutcome @Nullable [] read;

    private MatchedOutcomes(List<RuleOutcome> outcomes, RuleOutcome.@Nullable MatchSource source) {
        this.outcomes = outcomes;
        this.source = source;
    }

    /** Wraps outcomes that have their matches. */
    public static MatchedOutcomes of(List<RuleOutcome> outcomes) {
        return new MatchedOutcomes(outcomes, null);
    }

    /**
     * Wraps outcomes, some of them without matches.
     *
     * @param source computes the missing matches
     */
    public static MatchedOutcomes of(List<RuleOutcome> outcomes, RuleOutcome.MatchSource source) {
        return new MatchedOutcomes(outcomes, source);
    }

    @Override
    public RuleOutcome get(int rule) {
        RuleOutcome outcome = outcomes.get(rule);
        if (source == null || outcome.canProvideMatches()) {
            return outcome;
        }
        @Nullable RuleOutcome[] ready = read;
        if (ready == null) {
            ready = new RuleOutcome[outcomes.size()];
            read = ready;
        }
        RuleOutcome complete = ready[rule];
        if (complete == null) {
            complete = outcome.withMatchesFrom(source);
            ready[rule] = complete;
        }
        return complete;
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
    public @Nullable Object view(int rule) {
        return source == null || outcomes.get(rule).canProvideMatches() ? null : source.view(rule);
    }
}
