package dev.winnow.engine.internal.evaluate;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a pack's rules for one candidate with their matches, which are found when an outcome is read for them.
 * Thread-safe.
 */
public final class MatchedOutcomes extends AbstractList<RuleOutcome> implements RandomAccess {

    private final List<RuleOutcome> outcomes;
    private final RuleOutcome.@Nullable Later later;
    /** Those that were read, as they keep their matches; two threads may both make one, and it is the same. */
    private @Nullable RuleOutcome @Nullable [] read;

    private MatchedOutcomes(List<RuleOutcome> outcomes, RuleOutcome.@Nullable Later later) {
        this.outcomes = outcomes;
        this.later = later;
    }

    /** Of outcomes whose matches are available already. */
    public static MatchedOutcomes of(List<RuleOutcome> outcomes) {
        return new MatchedOutcomes(outcomes, null);
    }

    /**
     * Of outcomes of which some have no matches yet.
     *
     * @param later finds those
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
     * What a rule sees of the candidate in the city: of candidates of which it sees the same, that is equal, it holds in the same
     * matches and lacks the same facts. Null where only what it reads of the candidate tells that.
     */
    public @Nullable Object seen(int rule) {
        return later == null || outcomes.get(rule).isTied() ? null : later.seen(rule);
    }
}
