package dev.winnow.workbench.internal.lint;

import dev.winnow.engine.internal.evaluate.Comparisons;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.language.internal.pack.Check.About;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.language.internal.vocabulary.FactNames;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.internal.assumption.Assumption;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.internal.assumption.Filling;
import dev.winnow.model.result.Effect;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks assumptions: whether rules read them, whether they have reasons, and whether they alone stop a candidate. */
final class AssumptionLint {

    private final List<CheckedRule> rules;
    private final LimitTable limits;
    private final List<Remark> remarks = new ArrayList<>();

    private AssumptionLint(List<CheckedRule> rules, LimitTable limits) {
        this.rules = rules;
        this.limits = limits;
    }

    static List<Remark> of(List<CheckedRule> rules, LimitTable limits, Assumptions assumptions) {
        AssumptionLint lint = new AssumptionLint(rules, limits);
        Set<String> read = new TreeSet<>();
        rules.forEach(rule -> read.addAll(Reads.facts(rule)));
        for (Assumption assumption : assumptions.list()) {
            if (!Reads.isRead(assumption.about(), read)) {
                lint.remark(
                        assumption,
                        Check.UNREAD_ASSUMPTION,
                        Message.of("no rule reads `%s`, so the assumption has no effect", assumption.fact()),
                        Message.of("remove it, or write the rule"));
            } else {
                lint.reason(assumption);
                lint.stops(assumption);
            }
        }
        return lint.remarks;
    }

    private void reason(Assumption assumption) {
        String why = assumption.why(Language.EN);
        if (Lint.isPlaceholder(why)) {
            remark(
                    assumption,
                    Check.UNREASONED_ASSUMPTION,
                    Message.of("the reason for assuming `%s` is `%s`, which says nothing", assumption.fact(), why),
                    Message.of("give the reason for this assumption"));
        }
    }

    /** Reports an assumed figure that alone makes a knock-out or red flag compare true with a limit. */
    private void stops(Assumption assumption) {
        if (!(assumption.filling() instanceof Filling.Value assumed) || !(assumed.value() instanceof Figure figure)) {
            return;
        }
        for (CheckedRule rule : rules) {
            if (rule.rule().effect().bearing() == Effect.Bearing.VERDICT) {
                String limit = met(rule, assumption.fact(), figure);
                if (limit != null) {
                    remark(
                            assumption,
                            Check.ASSUMED_STOP,
                            Message.of(
                                    "`%s` is assumed to be %s, which alone triggers `%s` by its limit `%s`",
                                    assumption.fact(), figure, rule.id(), limit),
                            Message.of("change the assumption, or accept this with a reason"));
                }
            }
        }
    }

    /**
     * Returns the limit with which a rule compares a fact such that a figure satisfies the comparison; null if there is
     * none.
     */
    private @Nullable String met(CheckedRule rule, String fact, Figure figure) {
        for (int i = 0; i < rule.types().size(); i++) {
            String owner = rule.types().get(i).record() == Limit.class
                    ? ""
                    : FactNames.owner(rule.types().get(i));
            for (Expression test : rule.rule().patterns().get(i).conditions()) {
                if (test instanceof Compare compare
                        && compare.left() instanceof Expression.Property property
                        && (owner + "." + property.name()).equals(fact)
                        && compare.right() instanceof Expression.Variable variable) {
                    int bound = rule.variable(variable.name()).pattern();
                    Expression.Text limit = rule.rule().patterns().get(bound).limit();
                    Figure value = limit == null ? null : limits.latest(limit.value());
                    if (limit != null && value != null && holds(compare, figure, value)) {
                        return limit.value();
                    }
                }
            }
        }
        return null;
    }

    private static boolean holds(Compare compare, Figure left, Figure right) {
        boolean equality = compare.sign() == Comparison.SAME || compare.sign() == Comparison.DIFFERENT;
        return !equality && Comparisons.compare(compare.sign(), left, right).isCertain();
    }

    private void remark(Assumption assumption, Check check, Message what, Message advice) {
        String fact = assumption.fact();
        remarks.add(new Remark(
                check, About.ASSUMPTION, fact, new Problem(assumption.place(), what, fact.length(), advice)));
    }
}
