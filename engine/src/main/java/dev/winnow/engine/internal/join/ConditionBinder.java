package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.PlacedCondition;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.CheckedRule.Variable;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.And;
import dev.winnow.language.internal.syntax.Expression.Arithmetic;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Flag;
import dev.winnow.language.internal.syntax.Expression.Member;
import dev.winnow.language.internal.syntax.Expression.NewKey;
import dev.winnow.language.internal.syntax.Expression.Not;
import dev.winnow.language.internal.syntax.Expression.Numeral;
import dev.winnow.language.internal.syntax.Expression.OneOf;
import dev.winnow.language.internal.syntax.Expression.Or;
import dev.winnow.language.internal.syntax.Expression.Pin;
import dev.winnow.language.internal.syntax.Expression.Property;
import dev.winnow.language.internal.syntax.Expression.Size;
import dev.winnow.language.internal.syntax.Expression.Text;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Binds and numbers the conditions and values of checked rules.
 *
 * <p>Equal expressions are bound once and share one number across rules and variable names, so that rules share sets of
 * matching rows. Variables are replaced by the values that they are bound to; two expressions are equal if they have
 * the same operator and the same bound operands.
 */
final class ConditionBinder {

    /** Used instead of a pattern index for an expression that reads only one fact. */
    private static final int NONE = -1;

    // Keys are lists, not records, to avoid record bootstrap methods at start-up. Their operands are compared by
    // identity, because equal operands are the same object.
    private final Map<List<Object>, BoundCondition> conditions = new HashMap<>();
    private final Map<List<Object>, BoundValue> values = new HashMap<>();

    private final Numbers<BoundCondition> alone = new Numbers<>();
    private final Numbers<BoundCondition> joint = new Numbers<>();
    private final Numbers<BoundValue> read = new Numbers<>();
    private final Numbers<BoundValue> value = new Numbers<>();

    /** The number of a pattern's conditions that read only its own fact; -1 if there are none. */
    int alone(CheckedRule rule, int pattern, List<PlacedCondition> tests) {
        return tests.isEmpty() ? -1 : alone.of(all(rule, pattern, tests));
    }

    /** The number of conditions that read several facts; -1 if there are none. */
    int joint(CheckedRule rule, List<PlacedCondition> tests) {
        return tests.isEmpty() ? -1 : joint.of(all(rule, NONE, tests));
    }

    /** The number of a component of a pattern's fact, or of a value computed from that fact alone. */
    int read(CheckedRule rule, int pattern, Expression expression) {
        return read.of(new Binding(rule, pattern, pattern).operand(expression));
    }

    /** The number of an expression in a pattern; {@code pattern} is -1 for expressions outside patterns. */
    int value(CheckedRule rule, int pattern, Expression expression) {
        return value.of(new Binding(rule, pattern, NONE).value(expression));
    }

    /** A condition of a pattern that reads the facts of all patterns; it has no number. */
    BoundCondition condition(CheckedRule rule, int pattern, Expression test) {
        return new Binding(rule, pattern, NONE).condition(test);
    }

    /** A value that reads the facts of all patterns, including its own; it has no number. */
    BoundValue together(CheckedRule rule, int pattern, Expression expression) {
        return new Binding(rule, pattern, NONE).value(expression);
    }

    /** The numbered conditions and values. */
    Conditions bound() {
        return new BoundConditions(alone.all, joint.all, read.all, value.all);
    }

    private BoundCondition all(CheckedRule rule, int own, List<PlacedCondition> tests) {
        List<BoundCondition> parts = new ArrayList<>();
        for (PlacedCondition placed : tests) {
            parts.add(new Binding(rule, placed.pattern(), own).condition(placed.test()));
        }
        return all(parts);
    }

    private BoundCondition all(List<BoundCondition> parts) {
        return parts.size() == 1 ? parts.get(0) : sharedCondition(new BoundCondition.All(parts), parts.toArray());
    }

    /** The existing condition of the same class with the same operands, or the one given. */
    private BoundCondition sharedCondition(BoundCondition condition, Object... operands) {
        BoundCondition known = conditions.putIfAbsent(key(condition, operands), condition);
        return known == null ? condition : known;
    }

    /** The existing value of the same class with the same operands, or the one given. */
    private BoundValue sharedValue(BoundValue bound, Object... operands) {
        BoundValue known = values.putIfAbsent(key(bound, operands), bound);
        return known == null ? bound : known;
    }

    private static List<Object> key(Object bound, Object... operands) {
        List<Object> key = new ArrayList<>();
        key.add(bound.getClass());
        key.addAll(List.of(operands));
        return key;
    }

    /** The numbers assigned for one method of {@link Conditions}. */
    private static final class Numbers<T> {

        private final Map<T, Integer> numbers = new HashMap<>();
        private final List<T> all = new ArrayList<>();

        int of(T bound) {
            Integer known = numbers.putIfAbsent(bound, all.size());
            if (known == null) {
                all.add(bound);
                return all.size() - 1;
            }
            return known;
        }
    }

    private final class Binding {

        private final CheckedRule rule;
        private final int pattern;
        private final int own;

        /**
         * @param pattern the index of the pattern whose components the expressions read; -1 outside patterns
         * @param own the index of the pattern whose fact is the only one read; {@link #NONE} if the facts of all
         *     patterns are read
         */
        Binding(CheckedRule rule, int pattern, int own) {
            this.rule = rule;
            this.pattern = pattern;
            this.own = own;
        }

        BoundCondition condition(Expression test) {
            if (test instanceof And and) {
                return all(conditions(and.parts()));
            }
            if (test instanceof Or or) {
                List<BoundCondition> parts = conditions(or.parts());
                return sharedCondition(new BoundCondition.Any(parts), parts.toArray());
            }
            if (test instanceof Not not) {
                return not(condition(not.inner()));
            }
            if (test instanceof Compare compare) {
                return compare(compare);
            }
            if (test instanceof Member member) {
                BoundValue item = operand(member.item());
                BoundValue list = value(member.list());
                return negated(sharedCondition(new BoundCondition.MemberOf(item, list), item, list), member.negated());
            }
            if (test instanceof OneOf oneOf) {
                BoundValue item = operand(oneOf.item());
                List<String> options = new ArrayList<>();
                for (Text option : oneOf.options()) {
                    options.add(option.value());
                }
                return negated(
                        sharedCondition(new BoundCondition.OneOf(item, options), item, options), oneOf.negated());
            }
            if (test instanceof NewKey key) {
                return newKey(key);
            }
            throw new IllegalStateException("not a condition: " + test);
        }

        private BoundCondition newKey(NewKey key) {
            int of = pattern == own ? NONE : pattern;
            String type = rule.types().get(pattern).name();
            List<List<BoundValue>> left = new ArrayList<>();
            for (Pin pin : key.pins()) {
                List<BoundValue> values = new ArrayList<>();
                for (Expression one : pin.values()) {
                    values.add(value(one));
                }
                left.add(values);
            }
            return sharedCondition(new BoundCondition.NewKey(of, type, left), of, type, left);
        }

        private List<BoundCondition> conditions(List<Expression> tests) {
            List<BoundCondition> bound = new ArrayList<>();
            for (Expression test : tests) {
                bound.add(condition(test));
            }
            return bound;
        }

        private BoundCondition negated(BoundCondition condition, boolean isNegated) {
            return isNegated ? not(condition) : condition;
        }

        private BoundCondition not(BoundCondition condition) {
            return sharedCondition(new BoundCondition.Not(condition), condition);
        }

        /** Binds a comparison; "less" and "at most" are bound with their sides exchanged. */
        private BoundCondition compare(Compare compare) {
            BoundValue left = operand(compare.left());
            BoundValue right = operand(compare.right());
            return switch (compare.sign()) {
                case SAME -> sharedCondition(new BoundCondition.Same(left, right), left, right);
                case DIFFERENT -> not(sharedCondition(new BoundCondition.Same(left, right), left, right));
                case AT_LEAST -> atLeast(left, right);
                case AT_MOST -> atLeast(right, left);
                case MORE_THAN -> moreThan(left, right);
                case LESS_THAN -> moreThan(right, left);
            };
        }

        private BoundCondition atLeast(BoundValue left, BoundValue right) {
            return sharedCondition(new BoundCondition.AtLeast(left, right), left, right);
        }

        private BoundCondition moreThan(BoundValue left, BoundValue right) {
            return sharedCondition(new BoundCondition.MoreThan(left, right), left, right);
        }

        private FactType.Property property(Property property) {
            return Objects.requireNonNull(rule.types().get(pattern).properties().get(property.name()));
        }

        /** A value as conditions compare it. */
        BoundValue operand(Expression expression) {
            if (expression instanceof Expression.Variable name) {
                Variable variable = rule.variable(name.name());
                return variable.total()
                        ? value(expression)
                        : new Binding(rule, variable.pattern(), own).operand(variable.value());
            }
            FactType type = pattern < 0 ? null : rule.types().get(pattern);
            if (type == null
                    || !(expression instanceof Property property)
                    || !property.name().equals(type.onlyKey())) {
                return value(expression);
            }
            int of = pattern == own ? NONE : pattern;
            return sharedValue(
                    new BoundValue.Key(of, type.name(), property(property).reader()), of, type.name());
        }

        BoundValue value(Expression expression) {
            if (expression instanceof Property property) {
                return component(property);
            }
            if (expression instanceof Expression.Variable name) {
                return variable(rule.variable(name.name()));
            }
            if (expression instanceof Size size) {
                BoundValue list = value(size.list());
                return sharedValue(new BoundValue.Size(list), list);
            }
            if (expression instanceof Arithmetic arithmetic) {
                BoundValue left = value(arithmetic.left());
                BoundValue right = value(arithmetic.right());
                return sharedValue(
                        new BoundValue.Calculated(arithmetic.sign(), left, right), arithmetic.sign(), left, right);
            }
            if (expression instanceof Text text) {
                return constant(text.value());
            }
            if (expression instanceof Flag flag) {
                return constant(flag.value());
            }
            if (expression instanceof Numeral number) {
                return constant(number.digits().equals("0") ? Figure.ZERO : Figure.ONE);
            }
            throw new IllegalStateException("not a value: " + expression);
        }

        private BoundValue constant(Object value) {
            return sharedValue(new BoundValue.Constant(value), value);
        }

        private BoundValue component(Property property) {
            String type = rule.types().get(pattern).name();
            FactType.Reader reader = property(property).evaluated();
            return pattern == own
                    ? sharedValue(new BoundValue.Own(reader), type, property.name())
                    : sharedValue(new BoundValue.Component(pattern, reader), pattern, type, property.name());
        }

        private BoundValue variable(Variable variable) {
            if (!variable.total()) {
                return new Binding(rule, variable.pattern(), own).value(variable.value());
            }
            Unit unit = Objects.requireNonNull(variable.type().unit());
            boolean open = variable.type().open();
            return sharedValue(new BoundValue.Total(variable.pattern(), unit, open), variable.pattern(), unit, open);
        }
    }
}
