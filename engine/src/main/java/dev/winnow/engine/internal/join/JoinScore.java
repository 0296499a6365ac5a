package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.BudgetMeter;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.evaluate.Share;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.language.internal.syntax.Counting;
import dev.winnow.model.value.Fraction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes the outcomes of rules for the selected candidate of a run. Keeps the combined result of the matches, not the
 * matches, and ends the enumeration when no further match can change the result. Not thread-safe.
 */
final class JoinScore implements NestedLoops.Listener {

    private final Conditions conditions;
    private final JoinRun run;
    private CityMatches prefix;
    private JoinRule rule;
    private long matches;
    private Truth truth = Truth.NO;
    private Fraction least = Fraction.ZERO;
    private Fraction most = Fraction.ZERO;
    private JoinRule.@Nullable Suggestion suggestion;
    /** Whether several suggested districts compete, so that the matches must decide. */
    private boolean several;

    /** @param first any prefix; replaced by each {@link #outcome} */
    JoinScore(Conditions conditions, JoinRun run, CityMatches first) {
        this.conditions = conditions;
        this.run = run;
        this.prefix = first;
        this.rule = first.rule();
    }

    /**
     * The outcome of a rule; null if it does not match.
     *
     * @param next the rule's prefix, which matches
     * @param own the truth of the conditions on the candidate alone; not NO
     * @param scores the rule's points and shared outcomes
     */
    @Nullable
    RuleOutcome outcome(CityMatches next, Truth own, RuleScores scores) {
        BoundStep soleLookup = next.soleLookup();
        TriBitSet rows = soleLookup == null ? null : run.rows(soleLookup);
        if (rows == null || !next.determines(rows)) {
            return found(next, own, scores);
        }
        if (next.isKnown(rows, own)) {
            return next.known(rows, own);
        }
        RuleOutcome outcome = found(next, own, scores);
        next.keep(rows, own, outcome);
        return outcome;
    }

    private @Nullable RuleOutcome found(CityMatches next, Truth own, RuleScores scores) {
        rule = next.rule();
        suggestion = null;
        several = false;
        if (next.isPlain()) {
            truth = run.truth(next, own);
        } else {
            listen(next, own);
        }
        return truth == Truth.NO ? null : rule.earnsEqually() ? same(scores) : share(scores.points());
    }

    private void listen(CityMatches next, Truth own) {
        prefix = next;
        matches = 0;
        truth = Truth.NO;
        least = next.rule().counting() == Counting.AS_CEILING ? Fraction.HUNDRED : Fraction.ZERO;
        most = least;
        if (next.isSettled()) {
            run.reportShares(next, own, this);
        } else {
            run.run(next, own, this);
        }
    }

    /** The outcome of a rule whose matches all earn the same. */
    private RuleOutcome same(RuleScores scores) {
        if (truth != Truth.YES) {
            return scores.open();
        }
        return suggestion == null || several
                ? scores.held()
                : new RuleOutcome(
                        rule.checked(),
                        rule.number(),
                        Fraction.ZERO,
                        Fraction.ZERO,
                        true,
                        false,
                        suggestion.district());
    }

    private RuleOutcome share(Fraction points) {
        boolean holds = truth == Truth.YES;
        boolean cap = rule.counting() == Counting.AS_CEILING;
        Fraction low = cap ? least : points.times(least);
        Fraction high = cap ? most : points.times(most);
        boolean mayHold = cap || !holds || !low.equals(high);
        return new RuleOutcome(rule.checked(), rule.number(), low, high, holds, mayHold, null);
    }

    @Override
    public boolean found(Truth holds) {
        truth = truth.or(holds);
        if (prefix.isCounted()) {
            count(holds);
        }
        return more(holds) || prefix.isCounted();
    }

    @Override
    public boolean readsFacts() {
        return false;
    }

    /** Adds a match; returns whether further matches may change the outcome. */
    private boolean more(Truth holds) {
        if (rule.suggests()) {
            suggest(holds);
            return !several;
        }
        if (rule.earnsEqually()) {
            return truth != Truth.YES;
        }
        Share known = run.share();
        return add(known == null ? rule.share(conditions, run.facts(), run.ends()) : known, holds);
    }

    /**
     * Receives what a match earns, or the ceiling that it sets; returns whether further matches may change the outcome.
     */
    boolean earned(Share share, Truth holds) {
        truth = truth.or(holds);
        return add(share, holds);
    }

    private boolean add(Share share, Truth holds) {
        if (rule.counting() == Counting.AS_CEILING) {
            limit(share, holds);
            return true;
        }
        earn(share, holds);
        return !least.equals(Fraction.ONE);
    }

    /** Adds a suggestion. The one whose reason sorts first wins. */
    private void suggest(Truth holds) {
        if (holds == Truth.YES) {
            JoinRule.Suggestion known = run.suggestion();
            JoinRule.Suggestion other = known == null ? rule.suggestion(conditions, run.facts(), run.ends()) : known;
            int order = suggestion == null ? 1 : suggestion.reason().compareTo(other.reason());
            several |= other.district() == null || order == 0;
            suggestion = order > 0 ? other : suggestion;
        }
    }

    private void earn(Share share, Truth holds) {
        most = Fraction.max(most, share.high());
        if (holds == Truth.YES) {
            least = Fraction.max(least, share.low());
        }
    }

    /** Adds a ceiling. The low of a cap is the lowest possible ceiling, its high the lowest certain one. */
    private void limit(Share ceiling, Truth holds) {
        least = Fraction.min(least, ceiling.low());
        if (holds == Truth.YES) {
            most = Fraction.min(most, ceiling.high());
        }
    }

    /** Applies the budget to rules that may have many matches. */
    private void count(Truth holds) {
        matches++;
        String id = rule.checked().id();
        run.meter().match(id, matches);
        if (matches > CityMatches.FEW && holds == Truth.YES) {
            run.meter().reasons(id, matches * BudgetMeter.length(rule.checked().rule(), arguments()));
        }
    }

    private List<@Nullable Object> arguments() {
        List<@Nullable Object> arguments = new ArrayList<>();
        rule.arguments().forEach(number -> arguments.add(conditions.value(number, run.facts(), run.ends())));
        return arguments;
    }
}
