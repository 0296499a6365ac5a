package dev.winnow.engine;

import dev.winnow.engine.CheckedRule.Variable;
import dev.winnow.engine.Expression.Compare;
import dev.winnow.engine.Expression.Comparison;
import dev.winnow.engine.Expression.Member;
import dev.winnow.engine.Expression.Property;
import dev.winnow.engine.FactType.Kind;
import dev.winnow.engine.FusedStep.Equality;
import dev.winnow.engine.FusedStep.Sum;
import dev.winnow.engine.Order.Placed;
import dev.winnow.model.Milestone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans how the rules of a pack are found, and writes their conditions and values down for it. The same rules give the same
 * plan and the same text.
 *
 * <p>Patterns are matched in the {@link Order} of the compiled rules. Each condition of a pattern is one of three: it reads
 * a row alone; it is an equality by which rows can be looked up; or neither, and then it is asked of each row that the others
 * leave. What a condition says is never taken apart further than that.
 */
final class FusedPlan {

    /** A component of a pattern's fact, bare or through a variable. */
    private record Side(int pattern, Property component) {}

    /** What is looked up by the same component of the same type and of the candidate, whatever the rule. */
    private record Shared(Class<?> type, int row, int value, boolean many) {}

    private final ConditionsWriter writer = new ConditionsWriter();
    private final Map<Shared, Integer> shared = new HashMap<>();
    private final List<FusedRule> rules = new ArrayList<>();

    private FusedPlan() {}

    static FusedPlan of(List<CheckedRule> rules) {
        FusedPlan plan = new FusedPlan();
        for (int i = 0; i < rules.size(); i++) {
            plan.rules.add(plan.new Planner(rules.get(i), i).rule());
        }
        return plan;
    }

    /** In the order of the pack. */
    List<FusedRule> rules() {
        return rules;
    }

    /** How many look-ups of the candidate's own values rules may share. */
    int lookups() {
        return shared.size();
    }

    /** The text of the class that answers what the plan asks. */
    String source(String packageName) {
        return writer.source(packageName);
    }

    /** Plans one rule. */
    private final class Planner {

        private final CheckedRule rule;
        private final int number;
        private final Order order;
        private final int candidate;
        private final List<Integer> front;

        Planner(CheckedRule rule, int number) {
            this.rule = rule;
            this.number = number;
            this.order = Order.of(rule);
            this.candidate = order.candidate();
            this.front = order.patterns().subList(0, order.patterns().indexOf(candidate));
        }

        FusedRule rule() {
            List<FusedStep> before = front.stream().map(this::step).toList();
            List<Integer> after =
                    order.patterns().subList(front.size() + 1, rule.types().size());
            int looked = looked();
            return new FusedRule(
                    rule,
                    number,
                    before,
                    candidateStep(looked),
                    looked,
                    after.stream().map(this::step).toList(),
                    values(rule.rule().leading()),
                    values(rule.rule().arguments()));
        }

        private List<Integer> values(List<? extends Expression> expressions) {
            return expressions.stream()
                    .map(expression -> writer.value(rule, -1, expression))
                    .toList();
        }

        private FusedStep step(int pattern) {
            List<Placed> own = new ArrayList<>();
            List<Equality> keys = new ArrayList<>();
            List<Placed> joint = new ArrayList<>();
            for (Placed placed : order.asked(pattern)) {
                Equality key = key(placed, pattern);
                if (reads(placed).stream().allMatch(read -> read == pattern)) {
                    own.add(placed);
                } else if (key != null) {
                    keys.add(key);
                } else {
                    joint.add(placed);
                }
            }
            return step(pattern, own, keys, joint);
        }

        private FusedStep step(int pattern, List<Placed> own, List<Equality> keys, List<Placed> joint) {
            return new FusedStep(
                    pattern,
                    rule.rule().patterns().get(pattern).kind(),
                    rule.types().get(pattern),
                    writer.alone(rule, pattern, own),
                    List.copyOf(keys),
                    writer.joint(rule, joint),
                    sum(pattern));
        }

        private @Nullable Sum sum(int pattern) {
            Pattern.Total total = rule.rule().patterns().get(pattern).total();
            if (total == null) {
                return null;
            }
            int argument = total.argument() == null ? -1 : writer.value(rule, pattern, total.argument());
            return new Sum(total, argument, writer.value(rule, -1, total.right()));
        }

        /** The candidate is asked its own conditions and those of the front that read it. */
        private FusedStep candidateStep(int looked) {
            List<Placed> own = new ArrayList<>();
            List<Equality> keys = new ArrayList<>();
            List<Placed> joint = new ArrayList<>();
            for (Placed placed : order.asked(candidate)) {
                Equality key = looked < 0 ? null : key(placed, looked);
                if (reads(placed).stream().allMatch(read -> read == candidate)) {
                    own.add(placed);
                } else if (key != null && key.other() == candidate) {
                    keys.add(key);
                } else {
                    joint.add(placed);
                }
            }
            return step(candidate, own, keys, joint);
        }

        /** The pattern of the front with the most equalities with the candidate; the first among equals; -1 if none has any. */
        private int looked() {
            int looked = -1;
            long most = 0;
            for (int pattern : front) {
                long keys = rule.rule().patterns().get(pattern).kind() != Pattern.Kind.FACT
                        ? 0
                        : order.asked(candidate).stream()
                                .map(placed -> key(placed, pattern))
                                .filter(key -> key != null && key.other() == candidate)
                                .count();
                if (keys > most) {
                    most = keys;
                    looked = pattern;
                }
            }
            return looked;
        }

        /** A condition as a key of a pattern's rows; null if it is none. */
        private @Nullable Equality key(Placed placed, int pattern) {
            if (placed.test() instanceof Compare compare && compare.sign() == Comparison.SAME) {
                Side left = side(placed.pattern(), compare.left());
                Side right = side(placed.pattern(), compare.right());
                return left == null || right == null || kind(left) == Kind.FIGURE
                        ? null
                        : left.pattern() == pattern
                                ? key(left, right, false)
                                : right.pattern() == pattern ? key(right, left, false) : null;
            }
            if (placed.test() instanceof Member member && !member.negated()) {
                Side item = side(placed.pattern(), member.item());
                Side list = side(placed.pattern(), member.list());
                return item == null || list == null
                        ? null
                        : item.pattern() == pattern
                                ? key(item, list, true)
                                : list.pattern() == pattern ? key(list, item, false) : null;
            }
            return null;
        }

        private @Nullable Equality key(Side row, Side other, boolean many) {
            if (row.pattern() == other.pattern()) {
                return null;
            }
            int read = writer.read(rule, row.pattern(), row.component());
            int value = writer.read(rule, other.pattern(), other.component());
            Class<?> type = rule.types().get(row.pattern()).record();
            boolean keep = other.pattern() == candidate && type != Milestone.class;
            int number = keep ? shared.computeIfAbsent(new Shared(type, read, value, many), one -> shared.size()) : -1;
            return new Equality(read, other.pattern(), value, many, number);
        }

        private @Nullable Side side(int pattern, Expression expression) {
            if (expression instanceof Property component) {
                return new Side(pattern, component);
            }
            if (expression instanceof Expression.Variable name) {
                Variable variable = rule.variable(name.name());
                return variable.total() ? null : side(variable.pattern(), variable.value());
            }
            return null;
        }

        private Kind kind(Side side) {
            FactType.Property known = rule.types()
                    .get(side.pattern())
                    .properties()
                    .get(side.component().name());
            return known == null ? Kind.UNTYPED : known.value().kind();
        }

        /** The places of the patterns that a condition reads. */
        private Set<Integer> reads(Placed placed) {
            Set<Integer> read = new HashSet<>();
            reads(placed.pattern(), placed.test(), read);
            return read;
        }

        private void reads(int pattern, Expression expression, Set<Integer> into) {
            Reads.properties(expression, property -> into.add(pattern));
            Reads.variables(expression, name -> {
                Variable variable = rule.variable(name.name());
                into.add(variable.pattern());
                reads(variable.pattern(), variable.value(), into);
            });
        }
    }
}
