package dev.winnow.workbench.internal.lint;

import dev.winnow.language.internal.check.AwardGroups;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.CheckedRule.Variable;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.language.internal.vocabulary.AsOf;
import dev.winnow.language.internal.vocabulary.FactNames;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Checks families, and facts for which several awards give points. */
final class AwardLint {

    private final List<CheckedRule> rules;
    private final LimitTable limits;
    private final LintBudget budget;
    private final List<Remark> remarks = new ArrayList<>();

    private AwardLint(List<CheckedRule> rules, LimitTable limits, LintBudget budget) {
        this.budget = budget;
        this.rules = rules;
        this.limits = limits;
    }

    static List<Remark> of(List<CheckedRule> rules, LimitTable limits, LintBudget budget) {
        AwardLint lint = new AwardLint(rules, limits, budget);
        lint.families();
        lint.sharedFacts();
        return lint.remarks;
    }

    private void families() {
        for (CheckedRule checked : rules) {
            PackRule rule = checked.rule();
            String family = rule.family();
            if (family == null) {
                continue;
            }
            if (!rule.awards()) {
                remarks.add(Remark.of(
                        Check.FAMILY_WITHOUT_POINTS,
                        rule,
                        Message.of("rule `%s` has no points, so its family `%s` has no effect", rule.id(), family),
                        Message.of("remove `%s`", "@family")));
                continue;
            }
            if (rules.stream()
                            .filter(other -> AwardGroups.countOnce(rule, other.rule()))
                            .count()
                    == 1) {
                remarks.add(Remark.of(
                        Check.FAMILY_OF_ONE,
                        rule,
                        Message.of("rule `%s` is alone in its family `%s`", rule.id(), family),
                        Nearest.advice(
                                family,
                                others(rule, family),
                                Message.of("remove `%s`, or correct its name", "@family"))));
            }
        }
    }

    private Set<String> others(PackRule rule, String family) {
        Set<String> others = new TreeSet<>();
        for (CheckedRule other : rules) {
            String name = other.rule().family();
            if (name != null
                    && !name.equals(family)
                    && other.rule().awards()
                    && other.rule().criterion().equals(rule.criterion())) {
                others.add(name);
            }
        }
        return others;
    }

    private void sharedFacts() {
        Map<String, List<CheckedRule>> readers = new TreeMap<>();
        for (CheckedRule checked : rules) {
            if (checked.rule().awards()) {
                for (String fact : measures(checked)) {
                    List<CheckedRule> apart = readers.computeIfAbsent(fact, unused -> new ArrayList<>());
                    if (apart.stream().noneMatch(other -> AwardGroups.countOnce(checked.rule(), other.rule()))) {
                        apart.add(checked);
                    }
                }
            }
        }
        readers.forEach((fact, all) -> {
            if (someHoldTogether(all)) {
                List<String> ids = all.stream().map(CheckedRule::id).toList();
                remarks.add(Remark.of(
                        Check.SHARED_FACT,
                        all.get(all.size() - 1).rule(),
                        Message.of("%s all award points for `%s`", Message.all(ids), fact),
                        Message.of("put them into one `%s` if they measure the same", "@family")));
            }
        });
    }

    private boolean someHoldTogether(List<CheckedRule> all) {
        List<RuleBounds> bounds =
                all.stream().map(rule -> RuleBounds.of(rule, limits)).toList();
        for (int one = 0; one < all.size(); one++) {
            for (int other = 0; other < one; other++) {
                boolean apart = bounds.get(other).isApart(bounds.get(one))
                        || Claims.of(limits, budget, all.get(other), all.get(one))
                                .isImpossible();
                if (!budget.spend(1)) {
                    return false; // no remark without a proof
                }
                if (!apart) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Returns the figures, days and flags that decide a rule's points. Components that select rows, such as a link or a
     * track, are left out, since most rules read them.
     */
    private static Set<String> measures(CheckedRule checked) {
        Set<String> facts = new TreeSet<>();
        PackRule rule = checked.rule();
        for (int i = 0; i < rule.patterns().size(); i++) {
            int index = i;
            Pattern pattern = rule.patterns().get(i);
            Stream<Expression> read = pattern.conditions().stream();
            Total total = pattern.total();
            if (total != null) {
                read = Stream.concat(read, Stream.of(total.right()));
                read = Stream.concat(read, Stream.ofNullable(total.argument()));
            }
            read.forEach(expression -> measures(checked, index, expression, facts));
        }
        rule.leading().forEach(value -> measures(checked, -1, value, facts));
        return facts;
    }

    private static void measures(CheckedRule checked, int pattern, Expression expression, Set<String> facts) {
        expression.all(Expression.Property.class).forEach(property -> {
            FactType type = checked.types().get(pattern);
            FactType.Property known = type.properties().get(property.name());
            if (known != null && isMeasure(type, known)) {
                facts.add(FactNames.owner(type) + "." + property.name());
            }
        });
        expression.all(Expression.Variable.class).forEach(name -> {
            Variable bound = checked.variable(name.name());
            if (!bound.total()) {
                measures(checked, bound.pattern(), bound.value(), facts);
            }
        });
    }

    private static boolean isMeasure(FactType type, FactType.Property property) {
        if (type.record() == Limit.class || type.record() == AsOf.class) {
            return false;
        }
        return switch (property.value().kind()) {
            case FIGURE, DATE -> true;
            case FLAG -> Terms.isSingle(type);
            case TEXT, LIST, UNTYPED -> false;
        };
    }
}
