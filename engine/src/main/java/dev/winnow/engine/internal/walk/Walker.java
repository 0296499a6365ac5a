package dev.winnow.engine.internal.walk;

import dev.winnow.engine.internal.evaluate.Bindings;
import dev.winnow.engine.internal.evaluate.Budget;
import dev.winnow.engine.internal.evaluate.BudgetExceeded;
import dev.winnow.engine.internal.evaluate.BudgetMeter;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.Evaluator;
import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.engine.internal.evaluate.Match;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.evaluate.Share;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.language.PackException;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.CheckedRule.Variable;
import dev.winnow.language.internal.syntax.Consequence;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.model.domain.Project;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Fraction;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the matches of a rule for one candidate by walking its syntax tree, row by row, in both readings at once: a
 * match is certain if every pattern is certainly met, possible if none fails.
 *
 * <p>The join evaluator finds the same matches much faster but needs a plan for the pack. The walker needs no
 * preparation and reports each condition as it is evaluated, which rule authors need. A test compares the two.
 */
public final class Walker {

    public interface Watch {

        Watch NONE = new Watch() {};

        /** Called when a condition of a pattern has been evaluated for a row. */
        default void condition(int pattern, Expression test, Evaluator evaluator, Truth truth) {}

        /** Called when all conditions of a pattern have been evaluated for a row. */
        default void row(int pattern, Object row, Evaluator evaluator, Truth truth) {}

        /** Called with the result of a {@code not}. */
        default void absence(int pattern, Truth truth) {}

        /** Called with the result of comparing a count or sum. */
        default void total(int pattern, Total total, Interval ends, Evaluator outside, Truth truth) {}
    }

    private final CheckedRule checked;
    private final @Nullable Object[] facts;
    private final Bindings bindings;
    private final Watch watch;
    private final BudgetMeter meter = new BudgetMeter(Budget.STANDARD);
    private final Map<Integer, Interval> totals = new HashMap<>();
    private final List<Match> certain = new ArrayList<>();
    private final List<Match> possible = new ArrayList<>();
    /** Total length of all reasons, in characters. */
    private long reasonLength;

    private Walker(CheckedRule checked, EvaluationContext context, Project candidate, Watch watch) {
        this.checked = checked;
        this.facts = new Object[checked.types().size()];
        this.bindings = new Bindings(checked, context, candidate, facts);
        this.watch = watch;
    }

    /**
     * Walks a rule for a candidate.
     *
     * @throws PackException if the rule exceeds the budget
     */
    public static Walker walk(CheckedRule rule, EvaluationContext context, Project candidate, Watch watch) {
        Walker walker = new Walker(rule, context, candidate, watch);
        try {
            walker.from(0, Truth.YES);
        } catch (BudgetExceeded overrun) {
            throw overrun.of(rule, candidate, context);
        }
        return walker;
    }

    /** The matches in which the rule certainly holds. */
    public List<Match> certain() {
        return certain;
    }

    /** The matches in which the rule possibly holds, including the certain ones. */
    public List<Match> possible() {
        return possible;
    }

    public RuleOutcome outcome() {
        return RuleOutcome.of(checked, Fraction.of(checked.rule().points()), certain, possible);
    }

    /** @param soFar the truth of the previous patterns; not NO */
    private void from(int index, Truth soFar) {
        if (index == checked.types().size()) {
            found(soFar);
            return;
        }
        Pattern pattern = bindings.pattern(index);
        switch (pattern.kind()) {
            case FACT -> {
                for (Object row : bindings.rows(index)) {
                    Truth meets = meets(index, row);
                    if (meets != Truth.NO) {
                        facts[index] = row;
                        from(index + 1, soFar.and(meets));
                        facts[index] = null;
                    }
                }
            }
            case NOT -> on(index, soFar, absent(index));
            case ACCUMULATE -> on(index, soFar, totalled(index, Objects.requireNonNull(pattern.total())));
        }
    }

    private void on(int index, Truth soFar, Truth holds) {
        if (holds != Truth.NO) {
            from(index + 1, soFar.and(holds));
        }
    }

    private Truth meets(int index, Object row) {
        meter.look(checked.id());
        Evaluator evaluator = bindings.at(index, row);
        Truth all = Vocabulary.isUnwritten(row) ? Truth.POSSIBLE : Truth.YES;
        for (Expression test : checked.looks().get(index).conditions()) {
            Truth truth = evaluator.truth(test);
            watch.condition(index, test, evaluator, truth);
            all = all.and(truth);
            if (all == Truth.NO) {
                break;
            }
        }
        if (all != Truth.NO) {
            all = all.and(bindings.mayStand(index, row));
        }
        watch.row(index, row, evaluator, all);
        return all;
    }

    private Truth absent(int index) {
        Truth some = Truth.NO;
        for (Object row : bindings.rows(index)) {
            some = some.or(meets(index, row));
        }
        watch.absence(index, some.not());
        return some.not();
    }

    private Truth totalled(int index, Total total) {
        Interval.Sum sum = new Interval.Sum();
        for (Object row : bindings.rows(index)) {
            Truth meets = meets(index, row);
            if (meets != Truth.NO) {
                sum.add(meets, bindings.amount(index, total, row));
            }
        }
        Interval ends = sum.taken();
        totals.put(index, ends);
        Truth holds = bindings.holds(total, ends);
        watch.total(index, total, ends, bindings.outside(), holds);
        return holds;
    }

    private void found(Truth truth) {
        PackRule rule = checked.rule();
        List<Object> matched = new ArrayList<>();
        for (Object fact : facts) {
            if (fact != null) {
                matched.add(fact);
            }
        }
        Consequence consequence = rule.consequence();
        List<Expression> amounts = consequence.amounts();
        Share share = Share.of(
                consequence.counting(),
                amounts.isEmpty() ? null : (Figure) value(amounts.get(0)),
                amounts.size() < 2 ? null : (Figure) value(amounts.get(1)));
        Expression suggested = consequence.district();
        String district = suggested == null ? null : (String) value(suggested);
        @Nullable
        Object[] arguments = rule.arguments().stream().map(this::value).toArray();
        Match match = new Match(checked, matched.toArray(), share, district, arguments);
        possible.add(match);
        meter.match(checked.id(), possible.size());
        reasonLength += BudgetMeter.length(rule, match.arguments());
        meter.reasons(checked.id(), reasonLength);
        if (truth == Truth.YES) {
            certain.add(match);
        }
    }

    /** A value as {@code then} passes it on; the interval for an accumulate. */
    private @Nullable Object value(Expression expression) {
        if (expression instanceof Expression.Variable name) {
            Variable variable = checked.variable(name.name());
            Interval ends = totals.get(variable.pattern());
            if (variable.total() && ends != null) {
                Unit unit = Objects.requireNonNull(variable.type().unit());
                return Figure.between(ends.low(), ends.high(), unit);
            }
        }
        return bindings.outside().value(expression);
    }
}
