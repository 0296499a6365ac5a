package dev.winnow.engine;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.syntax.Consequence;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.And;
import dev.winnow.language.internal.syntax.Expression.Arithmetic;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.language.internal.syntax.Expression.Not;
import dev.winnow.language.internal.syntax.Expression.Numeral;
import dev.winnow.language.internal.syntax.Expression.Or;
import dev.winnow.language.internal.syntax.Expression.Property;
import dev.winnow.language.internal.syntax.Expression.Variable;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.language.internal.vocabulary.FactNames;
import java.util.List;

/** Direction in which a value changes while one exact figure above 0 grows and everything else stays the same. */
enum Trend {
    /** Does not change. */
    LEVEL,
    UP,
    DOWN,
    /** May change in both directions. */
    ANY;

    private Trend and(Trend other) {
        return this == LEVEL ? other : other == LEVEL || other == this ? this : ANY;
    }

    private Trend reversed() {
        return this == UP ? DOWN : this == DOWN ? UP : this;
    }

    /**
     * Whether a rule's outcome changes monotonically while a figure grows: whether it certainly holds, whether it
     * possibly holds, and its least and most points. If it has equal outcomes at two values above 0, it has the same
     * outcome at all values between.
     *
     * @param fact the name of the figure without its row: {@code city.funds.available}
     */
    static boolean isSteady(CheckedRule rule, String fact) {
        OfRule trends = new OfRule(rule, fact);
        Trend matches = LEVEL;
        for (int i = 0; i < rule.types().size(); i++) {
            matches = matches.and(trends.pattern(i));
        }
        Consequence consequence = rule.rule().consequence();
        List<Expression> amounts = consequence.amounts();
        Trend all = switch (consequence.counting()) {
            case IN_FULL, AS_SUCH -> matches;
            case IN_PART -> matches.and(trends.part(amounts.get(0), amounts.get(1)));
            case AS_CEILING -> matches.reversed().and(trends.value(-1, amounts.get(0))); // the lowest ceiling counts
        };
        return all != ANY;
    }

    /** Trends of the expressions of one rule. */
    private record OfRule(CheckedRule rule, String fact) {

        Trend pattern(int index) {
            Pattern pattern = rule.rule().patterns().get(index);
            return switch (pattern.kind()) {
                case FACT -> conditions(index);
                case NOT -> conditions(index).reversed();
                case ACCUMULATE -> {
                    Total total = pattern.total();
                    yield total == null ? ANY : compared(total.sign(), total(index), value(index, total.right()));
                }
            };
        }

        private Trend conditions(int index) {
            CheckedRule.Look look = rule.looks().get(index);
            Trend all = look.newKey() == null ? LEVEL : truth(index, look.newKey());
            for (Expression test : look.conditions()) {
                all = all.and(truth(index, test));
            }
            return all;
        }

        /** Trend of a count or sum. It grows with the counted rows, because figures are not negative. */
        private Trend total(int index) {
            Total total = rule.rule().patterns().get(index).total();
            Expression added = total == null ? null : total.argument();
            return added == null ? conditions(index) : conditions(index).and(value(index, added));
        }

        private Trend truth(int index, Expression test) {
            if (test instanceof Compare compare) {
                if (isComparedWithZero(index, compare.left(), compare.right())
                        || isComparedWithZero(index, compare.right(), compare.left())) {
                    return LEVEL;
                }
                return compared(compare.sign(), value(index, compare.left()), value(index, compare.right()));
            }
            if (test instanceof And || test instanceof Or) {
                return test.parts().stream().map(part -> truth(index, part)).reduce(LEVEL, Trend::and);
            }
            return test instanceof Not not ? truth(index, not.inner()).reversed() : untouched(index, test.parts());
        }

        /** Whether an expression compares the figure with 0, which cannot change because the figure is above 0. */
        private boolean isComparedWithZero(int index, Expression figure, Expression other) {
            return other instanceof Numeral number && number.digits().equals("0") && isFigure(index, figure);
        }

        private static Trend compared(Comparison sign, Trend left, Trend right) {
            return switch (sign) {
                case AT_LEAST, MORE_THAN -> left.and(right.reversed());
                case AT_MOST, LESS_THAN -> left.reversed().and(right);
                case SAME, DIFFERENT -> left == LEVEL && right == LEVEL ? LEVEL : ANY;
            };
        }

        Trend value(int index, Expression value) {
            if (value instanceof Property property) {
                String name = FactNames.owner(rule.types().get(index)) + "." + property.name();
                return name.equals(fact) ? UP : LEVEL;
            }
            if (value instanceof Variable name) {
                CheckedRule.Variable bound = rule.variable(name.name());
                return bound.total() ? total(bound.pattern()) : value(bound.pattern(), bound.value());
            }
            if (value instanceof Arithmetic sum) {
                Trend left = value(index, sum.left());
                Trend right = value(index, sum.right());
                return switch (sum.sign()) {
                    case '+', '*' -> left.and(right);
                    case '-' -> left.and(right.reversed());
                    case '/' -> left.and(divisor(index, sum.right()));
                    default -> ANY;
                };
            }
            return untouched(index, value.parts());
        }

        /** Trend of a share. */
        Trend part(Expression part, Expression whole) {
            return value(-1, part).and(divisor(-1, whole));
        }

        /**
         * Trend of a quotient's divisor. A quotient is 0 if the divisor is 0, and an expression of the figure may be 0
         * although the figure is not.
         */
        private Trend divisor(int index, Expression value) {
            return value(index, value) == LEVEL ? LEVEL : isFigure(index, value) ? DOWN : ANY;
        }

        private boolean isFigure(int index, Expression value) {
            if (value instanceof Variable name) {
                CheckedRule.Variable bound = rule.variable(name.name());
                return !bound.total() && isFigure(bound.pattern(), bound.value());
            }
            return value instanceof Property && value(index, value) == UP;
        }

        private Trend untouched(int index, List<? extends Expression> parts) {
            return parts.stream().allMatch(part -> value(index, part) == LEVEL) ? LEVEL : ANY;
        }
    }
}
