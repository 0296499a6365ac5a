package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.PlacedCondition;
import dev.winnow.engine.internal.join.JoinOrder.Side;
import dev.winnow.engine.internal.join.JoinStep.Equality;
import dev.winnow.engine.internal.join.JoinStep.Sum;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.syntax.Consequence;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.language.internal.syntax.Expression.Member;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactType.Kind;
import dev.winnow.model.domain.Milestone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The plan by which the join evaluator matches the rules of a pack, and their {@link Conditions}. Equal rules give
 * equal plans.
 *
 * <p>Patterns are matched in their {@link JoinOrder}:
 *
 * <pre>
 *   Demand(held)  Fund(free &gt; 10)   |   Project(links contains link)   |   Milestone(step == "landed")
 *   prefix: matched once a city     |   candidate                      |   suffix: matched for each candidate
 * </pre>
 *
 * <p>The candidate's links are the probe key; {@code Demand}, whose rows they look up, is the probe. A condition of a
 * pattern is of one of three kinds: it reads only the row; it is an equality that can look up rows; or it is checked
 * for each row that the others leave.
 */
public final class JoinPlan {

    private final ConditionBinder binder = new ConditionBinder();
    // Keys are lists, not records, to avoid record bootstrap methods at start-up.

    /** Numbers of look-ups, shared by rules that compare the same components. */
    private final Map<List<Object>, Integer> shared = new HashMap<>();
    /** Numbers of absences, counts and sums, shared by rules with the same conditions and look-ups. */
    private final Map<List<Object>, Integer> kept = new HashMap<>();

    private final List<Integer> probeKeys = new ArrayList<>();
    private final List<JoinRule> rules = new ArrayList<>();

    private JoinPlan() {}

    public static JoinPlan of(List<CheckedRule> rules) {
        JoinPlan plan = new JoinPlan();
        for (int i = 0; i < rules.size(); i++) {
            plan.rules.add(plan.new Planner(rules.get(i), i).rule());
        }
        return plan;
    }

    /** The planned rules, in the order of the pack. */
    List<JoinRule> rules() {
        return rules;
    }

    /** By number of a shared look-up, the number of the candidate's component that is its key. */
    List<Integer> probeKeys() {
        return probeKeys;
    }

    /** The number of shared absences, counts and sums. */
    int sharedResults() {
        return kept.size();
    }

    /** The conditions and values numbered by the plan. */
    Conditions conditions() {
        return binder.bound();
    }

    private final class Planner {

        private final CheckedRule rule;
        private final int number;
        private final JoinOrder order;
        private final int candidate;

        Planner(CheckedRule rule, int number) {
            this.rule = rule;
            this.number = number;
            this.order = new JoinOrder(rule);
            this.candidate = order.candidate();
        }

        JoinRule rule() {
            int probe = probe();
            List<JoinStep> prefix = order.prefix().stream().map(this::step).toList();
            List<JoinRule.Further> further = new ArrayList<>();
            List<PlacedCondition> newKeys = new ArrayList<>();
            JoinStep own = candidateStep(probe, further, newKeys);
            List<JoinStep> suffix = order.suffix().stream().map(this::step).toList();
            Consequence consequence = rule.rule().consequence();
            List<Expression> leading = consequence.leading();
            List<Integer> led = values(leading);
            Expression district = consequence.district();
            return new JoinRule(
                    rule,
                    number,
                    prefix,
                    own,
                    probe,
                    List.copyOf(further),
                    binder.joint(rule, newKeys),
                    suffix,
                    consequence.counting(),
                    led.subList(led.size() - consequence.amounts().size(), led.size()),
                    district == null ? -1 : led.get(0),
                    values(rule.rule().arguments()),
                    consequence.counting().varies() && dependOnlyOnPrefix(leading),
                    district != null
                            && dependOnlyOnPrefix(leading)
                            && dependOnlyOnPrefix(rule.rule().arguments()),
                    own.joint() < 0 && !readsCandidate(leading) && looksUpByOneComponent(own, further, suffix),
                    own.joint() < 0 && own.alone() < 0 && !readsCandidate(leading) && looksUp());
        }

        /** Whether the steps after the candidate and the reason read the candidate only by look-ups. */
        private boolean looksUp() {
            return !readsCandidate(rule.rule().arguments())
                    && order.suffix().stream().allMatch(this::looksUp);
        }

        private boolean looksUp(int pattern) {
            Pattern.Total total = rule.rule().patterns().get(pattern).total();
            return rule.types().get(pattern).record() != Milestone.class
                    && (total == null || !readsCandidate(total, pattern))
                    && order.conditions(pattern).stream()
                            .allMatch(placed -> !order.reads(placed).contains(candidate) || isLookUp(placed, pattern));
        }

        private boolean readsCandidate(Pattern.Total total, int pattern) {
            Expression argument = total.argument();
            return readsCandidate(List.of(total.right()))
                    || (argument != null
                            && order.reads(new PlacedCondition(pattern, argument))
                                    .contains(candidate));
        }

        private boolean isLookUp(PlacedCondition placed, int pattern) {
            Equality key = key(placed, pattern);
            return key != null && key.shared() >= 0;
        }

        private boolean readsCandidate(List<? extends Expression> expressions) {
            return expressions.stream()
                    .anyMatch(expression ->
                            order.reads(new PlacedCondition(-1, expression)).contains(candidate));
        }

        /**
         * Whether all look-ups use one component of the candidate, and no step after it reads the candidate otherwise.
         */
        private boolean looksUpByOneComponent(JoinStep own, List<JoinRule.Further> further, List<JoinStep> suffix) {
            Set<Integer> components = new HashSet<>();
            own.keys().forEach(key -> components.add(key.value()));
            further.forEach(one -> components.add(one.key().value()));
            for (JoinStep step : suffix) {
                Pattern.Total total = rule.rule().patterns().get(step.pattern()).total();
                if (!step.independent()
                        || step.joint() >= 0
                        || step.keys().stream().anyMatch(key -> key.shared() < 0)
                        || (total != null && readsCandidate(List.of(total.right())))
                        || (step.sum() != null && step.sum().argument() >= 0)) {
                    return false;
                }
                step.keys().forEach(key -> components.add(key.value()));
            }
            return components.size() == 1;
        }

        private boolean dependOnlyOnPrefix(List<? extends Expression> expressions) {
            return expressions.stream()
                    .allMatch(
                            expression -> order.prefix().containsAll(order.reads(new PlacedCondition(-1, expression))));
        }

        private List<Integer> values(List<? extends Expression> expressions) {
            return expressions.stream()
                    .map(expression -> binder.value(rule, -1, expression))
                    .toList();
        }

        private JoinStep step(int pattern) {
            List<PlacedCondition> own = new ArrayList<>();
            List<Equality> keys = new ArrayList<>();
            List<PlacedCondition> joint = new ArrayList<>();
            for (PlacedCondition placed : order.conditions(pattern)) {
                Equality key = key(placed, pattern);
                if (readsAlone(placed, pattern)) {
                    own.add(placed);
                } else if (key != null) {
                    keys.add(key);
                } else {
                    joint.add(placed);
                }
            }
            return step(pattern, own, keys, joint);
        }

        private JoinStep step(
                int pattern, List<PlacedCondition> own, List<Equality> keys, List<PlacedCondition> joint) {
            Pattern.Kind kind = rule.rule().patterns().get(pattern).kind();
            FactType type = rule.types().get(pattern);
            int alone = binder.alone(rule, pattern, own);
            Sum sum = sum(pattern);
            int together = binder.joint(rule, joint);
            // A step that reads no earlier fact except the candidate has the same result in all rules.
            boolean keep = kind != Pattern.Kind.FACT
                    && (sum == null || sum.argument() < 0)
                    && keys.size() + joint.size() > 0
                    && keys.stream().allMatch(key -> key.shared() >= 0)
                    && joint.stream()
                            .allMatch(placed -> Set.of(candidate, pattern).containsAll(order.reads(placed)));
            List<Integer> shares = keys.stream().map(Equality::shared).toList();
            int number = keep
                    ? kept.computeIfAbsent(
                            List.of(kind, type.name(), alone, shares, together, sum == null ? -1 : sum.amount()),
                            one -> kept.size())
                    : -1;
            boolean independent = kind != Pattern.Kind.FACT
                    && keys.stream().allMatch(key -> key.other() == candidate)
                    && joint.stream()
                            .allMatch(placed -> Set.of(candidate, pattern).containsAll(order.reads(placed)))
                    && comparesIndependently(pattern);
            return new JoinStep(pattern, kind, type, alone, List.copyOf(keys), together, sum, number, independent);
        }

        /** Whether the summand and the bound of a pattern's total read only its rows and the candidate. */
        private boolean comparesIndependently(int pattern) {
            Pattern.Total total = rule.rule().patterns().get(pattern).total();
            return total == null
                    || (Set.of(candidate, pattern).containsAll(order.reads(new PlacedCondition(-1, total.right())))
                            && (total.argument() == null
                                    || Set.of(candidate, pattern)
                                            .containsAll(order.reads(new PlacedCondition(pattern, total.argument())))));
        }

        private @Nullable Sum sum(int pattern) {
            Pattern.Total total = rule.rule().patterns().get(pattern).total();
            if (total == null) {
                return null;
            }
            Expression argument = total.argument();
            boolean alone = argument != null && readsAlone(new PlacedCondition(pattern, argument), pattern);
            return new Sum(
                    total,
                    argument != null && alone ? binder.read(rule, pattern, argument) : -1,
                    argument != null && !alone ? binder.value(rule, pattern, argument) : -1,
                    binder.value(rule, -1, total.right()));
        }

        /**
         * The step of the candidate: its own conditions and those of the prefix that read it.
         *
         * @param further receives equalities with rows of the prefix other than those looked up
         * @param newKeys receives the conditions that keys are new
         */
        private JoinStep candidateStep(int probe, List<JoinRule.Further> further, List<PlacedCondition> newKeys) {
            List<PlacedCondition> own = new ArrayList<>();
            List<Equality> keys = new ArrayList<>();
            List<PlacedCondition> joint = new ArrayList<>();
            for (PlacedCondition placed : order.conditions(candidate)) {
                Equality key = probe < 0 ? null : key(placed, probe);
                if (readsAlone(placed, candidate)) {
                    own.add(placed);
                } else if (key != null && key.other() == candidate) {
                    keys.add(key);
                } else if (placed.test() instanceof Expression.NewKey) {
                    newKeys.add(placed);
                } else {
                    JoinRule.Further other = probe < 0 ? null : further(placed);
                    if (other == null) {
                        joint.add(placed);
                    } else {
                        further.add(other);
                    }
                }
            }
            return step(candidate, own, keys, joint);
        }

        /**
         * A condition as an equality of the candidate with the rows of a pattern of the prefix; null if it is not one.
         */
        private JoinRule.@Nullable Further further(PlacedCondition placed) {
            for (int pattern : order.prefix()) {
                Equality key =
                        rule.rule().patterns().get(pattern).kind() == Pattern.Kind.FACT ? key(placed, pattern) : null;
                if (key != null && key.other() == candidate && key.shared() >= 0) {
                    return new JoinRule.Further(pattern, key);
                }
            }
            return null;
        }

        /**
         * The index of the prefix's pattern with the most equalities with the candidate, the first among equals; -1 if
         * none has any.
         */
        private int probe() {
            int probe = -1;
            long most = 0;
            for (int pattern : order.prefix()) {
                long keys = rule.rule().patterns().get(pattern).kind() != Pattern.Kind.FACT
                        ? 0
                        : order.conditions(candidate).stream()
                                .map(placed -> key(placed, pattern))
                                .filter(key -> key != null && key.other() == candidate)
                                .count();
                if (keys > most) {
                    most = keys;
                    probe = pattern;
                }
            }
            return probe;
        }

        /** A condition as a key of a pattern's rows; null if it is not one. */
        private @Nullable Equality key(PlacedCondition placed, int pattern) {
            if (placed.test() instanceof Compare compare
                    && (compare.sign() == Comparison.SAME || compare.sign() == Comparison.DIFFERENT)) {
                Side left = order.side(placed.pattern(), compare.left());
                Side right = order.side(placed.pattern(), compare.right());
                boolean negated = compare.sign() == Comparison.DIFFERENT;
                return left == null || right == null || kind(left) == Kind.FIGURE
                        ? null
                        : left.pattern() == pattern
                                ? key(left, right, false, negated)
                                : right.pattern() == pattern ? key(right, left, false, negated) : null;
            }
            if (placed.test() instanceof Member member) {
                Side item = order.side(placed.pattern(), member.item());
                Side list = order.side(placed.pattern(), member.list());
                return item == null || list == null
                        ? null
                        : item.pattern() == pattern
                                ? key(item, list, true, member.negated())
                                : list.pattern() == pattern ? key(list, item, false, member.negated()) : null;
            }
            return null;
        }

        private @Nullable Equality key(Side row, Side other, boolean many, boolean negated) {
            if (row.pattern() == other.pattern()) {
                return null;
            }
            int read = binder.read(rule, row.pattern(), row.component());
            int value = binder.read(rule, other.pattern(), other.component());
            FactType type = rule.types().get(row.pattern());
            boolean keep = other.pattern() == candidate && type.record() != Milestone.class;
            int number = keep ? number(List.of(type.name(), read, value, many, negated), value) : -1;
            return new Equality(read, other.pattern(), value, many, negated, number);
        }

        private int number(List<Object> look, int value) {
            return shared.computeIfAbsent(look, one -> {
                probeKeys.add(value);
                return shared.size();
            });
        }

        private Kind kind(Side side) {
            FactType.Property known = rule.types()
                    .get(side.pattern())
                    .properties()
                    .get(side.component().name());
            return known == null ? Kind.UNTYPED : known.value().kind();
        }

        /** Whether an expression reads only the fact of a pattern. */
        private boolean readsAlone(PlacedCondition placed, int pattern) {
            return order.reads(placed).stream().allMatch(read -> read == pattern);
        }
    }
}
