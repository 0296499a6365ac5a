package dev.winnow.workbench.mutate;

import dev.winnow.engine.evaluate.Truth;
import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.check.CheckedRule.Variable;
import dev.winnow.language.check.PatternText;
import dev.winnow.language.syntax.Expression;
import dev.winnow.language.syntax.Expression.Compare;
import dev.winnow.language.syntax.Expression.Member;
import dev.winnow.language.syntax.Expression.Numeral;
import dev.winnow.language.syntax.Expression.Property;
import dev.winnow.language.syntax.Expression.Size;
import dev.winnow.language.syntax.PackRule;
import dev.winnow.language.syntax.Pattern;
import dev.winnow.language.vocabulary.FactType;
import dev.winnow.model.source.Message;
import dev.winnow.workbench.mutate.Mutant.Kind;
import dev.winnow.workbench.testing.PossibleOutcomes;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proves that mutated rules are equivalent to the original, whatever the facts. It is sound but not complete: a mutant
 * that no argument covers does not count as equivalent.
 */
final class Equivalence {

    private final List<CheckedRule> rules;

    /** @param rules all rules of the pack */
    Equivalence(List<CheckedRule> rules) {
        this.rules = rules;
    }

    /** Why a mutated rule is equivalent; null if that is not proved. */
    @Nullable
    Message why(CheckedRule rule, MutatedRule variant) {
        if (variant.mutant().kind() == Kind.FAMILY) {
            return family(rule.rule());
        }
        Set<Kind> conditions = Set.of(Kind.CONSTRAINT, Kind.OPERATOR, Kind.CONSTANT, Kind.LIMIT);
        if (!conditions.contains(variant.mutant().kind())) {
            return null;
        }
        for (int i = 0; i < rule.types().size(); i++) {
            Pattern before = rule.rule().patterns().get(i);
            Pattern after = variant.rule().rule().patterns().get(i);
            if (!PatternText.of(before).equals(PatternText.of(after))) {
                Message why = pattern(rule, variant.rule(), i);
                return why != null ? why : condition(rule, variant.rule(), i);
            }
        }
        return null;
    }

    private @Nullable Message family(PackRule rule) {
        boolean alone = rules.stream()
                .map(CheckedRule::rule)
                .noneMatch(other -> !other.id().equals(rule.id())
                        && other.criterion().equals(rule.criterion())
                        && String.valueOf(rule.family()).equals(other.family()));
        return alone
                ? Message.of(
                        "no other rule is of the family `%s`, so it counts as it would alone",
                        String.valueOf(rule.family()))
                : null;
    }

    /** The argument for a comparison of the same count or sum that holds for all facts both before and after. */
    private static @Nullable Message pattern(CheckedRule rule, CheckedRule changed, int index) {
        Pattern before = rule.rule().patterns().get(index);
        Pattern after = changed.rule().patterns().get(index);
        Set<Truth> always = Set.of(Truth.TRUE);
        return before.total() != null
                        && after.total() != null
                        && counted(before).equals(counted(after))
                        && new PossibleOutcomes(rule).pattern(index).equals(always)
                        && new PossibleOutcomes(changed).pattern(index).equals(always)
                ? Message.of("`%s` can never fail here, and neither can this", PatternText.comparison(before.total()))
                : null;
    }

    /** A count or sum without its comparison. */
    private static String counted(Pattern pattern) {
        String whole = PatternText.of(pattern);
        return whole.substring(0, whole.lastIndexOf(';'));
    }

    /** The argument for a change of one condition of a pattern. */
    private static @Nullable Message condition(CheckedRule rule, CheckedRule changed, int index) {
        List<Expression> before = rule.rule().patterns().get(index).conditions();
        List<Expression> after = changed.rule().patterns().get(index).conditions();
        Set<Truth> always = Set.of(Truth.TRUE);
        for (int i = 0; i < before.size(); i++) {
            Expression test = before.get(i);
            boolean dropped = after.size() < before.size()
                    && (i == after.size() || !PatternText.of(after.get(i)).equals(PatternText.of(test)));
            boolean flipped = after.size() == before.size()
                    && !PatternText.of(after.get(i)).equals(PatternText.of(test));
            if (!dropped && !flipped) {
                continue;
            }
            if (new PossibleOutcomes(rule).condition(index, test).equals(always)
                    && (dropped
                            || new PossibleOutcomes(changed)
                                    .condition(index, after.get(i))
                                    .equals(always))) {
                return Message.of("`%s` can never fail", PatternText.of(test));
            }
            return flipped ? members(rule, index, test, after.get(i)) : denied(rule, index, test);
        }
        return null;
    }

    /**
     * {@code list.size() > 0} flipped to {@code >= 0}, where a later pattern requires a member of that list: where the
     * list has none, no row meets that one; where it is unknown, both are open for the same fact.
     */
    private static @Nullable Message members(CheckedRule rule, int index, Expression before, Expression after) {
        boolean some = before instanceof Compare one
                && one.sign() == Expression.Comparison.MORE_THAN
                && one.left() instanceof Size
                && isZero(one.right());
        boolean any = after instanceof Compare other
                && other.sign() == Expression.Comparison.AT_LEAST
                && isZero(other.right());
        boolean plain = rule.rule().patterns().get(index).kind() == Pattern.Kind.FACT;
        if (!plain || !some || !any || !(((Size) ((Compare) before).left()).list() instanceof Property list)) {
            return null;
        }
        for (int i = index + 1; i < rule.types().size(); i++) {
            Pattern later = rule.rule().patterns().get(i);
            boolean asksForOne = later.kind() == Pattern.Kind.FACT
                    || (later.total() != null && later.total().argument() == null && isSome(later.total()));
            if (asksForOne) {
                for (Expression test : later.conditions()) {
                    if (test instanceof Member member
                            && !member.negated()
                            && is(rule, member.list(), index, list)
                            && isKnown(rule, i, member.item())) {
                        return Message.of("`%s` fails where `%s` has no member", PatternText.of(test), list.name());
                    }
                }
            }
        }
        return null;
    }

    /**
     * {@code held == false} dropped, where a later {@code not} of the same type requires that no row like this one has
     * {@code held == true}: where the one fails the other holds of the same row, and where it is unknown so is the
     * other.
     */
    private static @Nullable Message denied(CheckedRule rule, int index, Expression test) {
        boolean listed = rule.types().get(index).list() != null;
        if (listed || rule.rule().patterns().get(index).kind() != Pattern.Kind.FACT) {
            return null;
        }
        for (int i = index + 1; i < rule.types().size(); i++) {
            Pattern later = rule.rule().patterns().get(i);
            int at = i;
            if (later.kind() == Pattern.Kind.NOT
                    && later.type().equals(rule.rule().patterns().get(index).type())
                    && later.conditions().stream().anyMatch(other -> isOpposite(test, other))
                    && later.conditions().stream()
                            .allMatch(other -> isOpposite(test, other) || isOwn(rule, index, at, other))) {
                return Message.of("where it fails, `%s` fails too", PatternText.of(later));
            }
        }
        return null;
    }

    /** {@code flag == true} and {@code flag == false}. */
    private static boolean isOpposite(Expression one, Expression other) {
        return one instanceof Compare left
                && other instanceof Compare right
                && left.sign() == Expression.Comparison.SAME
                && right.sign() == Expression.Comparison.SAME
                && left.left() instanceof Property property
                && right.left() instanceof Property same
                && property.name().equals(same.name())
                && left.right() instanceof Expression.Flag flag
                && right.right() instanceof Expression.Flag opposite
                && flag.value() != opposite.value();
    }

    /** {@code chain == $chain}, where that is the row's own, and known. */
    private static boolean isOwn(CheckedRule rule, int index, int at, Expression test) {
        return test instanceof Compare compare
                && compare.sign() == Expression.Comparison.SAME
                && compare.left() instanceof Property property
                && compare.right() instanceof Expression.Variable name
                && !rule.variable(name.name()).total()
                && rule.variable(name.name()).pattern() == index
                && rule.variable(name.name()).value() instanceof Property bound
                && bound.name().equals(property.name())
                && new PossibleOutcomes(rule).condition(at, test).equals(Set.of(Truth.TRUE, Truth.FALSE));
    }

    /** Whether a component is known of every row: an unknown one might be a member even of an empty list. */
    private static boolean isKnown(CheckedRule rule, int index, Expression item) {
        FactType type = rule.types().get(index);
        FactType.Property known =
                item instanceof Property property ? type.properties().get(property.name()) : null;
        return type.list() == null && known != null && !known.value().open();
    }

    private static boolean is(CheckedRule rule, Expression value, int pattern, Property list) {
        if (!(value instanceof Expression.Variable name)) {
            return false;
        }
        Variable bound = rule.variable(name.name());
        return !bound.total()
                && bound.pattern() == pattern
                && bound.value() instanceof Property property
                && property.name().equals(list.name());
    }

    /** Whether a count must be at least 1. */
    private static boolean isSome(Pattern.Total total) {
        return total.sign() == Expression.Comparison.MORE_THAN && isZero(total.right());
    }

    private static boolean isZero(Expression value) {
        return value instanceof Numeral number && number.digits().equals("0");
    }
}
