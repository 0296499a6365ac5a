package dev.winnow.workbench.internal.testing;

import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.CheckedRule.Variable;
import dev.winnow.language.internal.check.PatternText;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.And;
import dev.winnow.language.internal.syntax.Expression.Compare;
import dev.winnow.language.internal.syntax.Expression.Comparison;
import dev.winnow.language.internal.syntax.Expression.Not;
import dev.winnow.language.internal.syntax.Expression.Numeral;
import dev.winnow.language.internal.syntax.Expression.Or;
import dev.winnow.language.internal.syntax.Expression.Property;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.syntax.Pattern.Total;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.model.domain.Milestone;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * The outcomes that the conditions of a rule can have for any candidate and city. Excluded outcomes are proved
 * impossible; included ones may still be impossible.
 */
final class PossibleOutcomes {

    private final CheckedRule checked;

    PossibleOutcomes(CheckedRule checked) {
        this.checked = checked;
    }

    CheckedRule checked() {
        return checked;
    }

    /** Returns the possible outcomes of the rule. */
    Set<Truth> rule() {
        Set<Truth> all = EnumSet.of(Truth.YES, Truth.NO);
        for (int i = 0; i < checked.types().size(); i++) {
            if (pattern(i).contains(Truth.POSSIBLE)) {
                all.add(Truth.POSSIBLE);
            }
        }
        return all;
    }

    /** Returns the possible outcomes of a pattern: of a match, an absence, or the comparison of a count or sum. */
    Set<Truth> pattern(int index) {
        Pattern pattern = checked.rule().patterns().get(index);
        Set<Truth> outcomes = EnumSet.of(Truth.YES, Truth.NO);
        Total total = pattern.total();
        if (checked.types().get(index).written() != null
                || pattern.conditions().stream().anyMatch(test -> isOpen(index, test))) {
            outcomes.add(Truth.POSSIBLE);
        }
        if (total != null) {
            if (isOpen(index, total.right()) || (total.argument() != null && isOpen(index, total.argument()))) {
                outcomes.add(Truth.POSSIBLE);
            }
            if (total.sign() == Comparison.AT_LEAST && isNumeral(total.right(), "0")) {
                return EnumSet.of(Truth.YES);
            }
            if (isAtLeastOne(total) && isImplied(index)) {
                outcomes.remove(Truth.NO);
            }
        }
        return outcomes;
    }

    /** Returns the possible outcomes of a condition of a pattern. */
    Set<Truth> condition(int index, Expression test) {
        if (test instanceof Not not) {
            Set<Truth> outcomes = EnumSet.noneOf(Truth.class);
            condition(index, not.inner()).forEach(outcome -> outcomes.add(outcome.not()));
            return outcomes;
        }
        if (test instanceof And || test instanceof Or) {
            return joined(index, test);
        }
        Set<Truth> outcomes = EnumSet.of(Truth.YES, Truth.NO);
        if (isOpen(index, test)) {
            outcomes.add(Truth.POSSIBLE);
        }
        if (test instanceof Compare compare && cannotFail(index, compare)) {
            outcomes.remove(Truth.NO);
        }
        return outcomes;
    }

    /**
     * Returns all combinations of the outcomes of the parts. The parts may depend on each other, so that some
     * combinations never occur.
     */
    private Set<Truth> joined(int index, Expression test) {
        boolean all = test instanceof And;
        Set<Truth> outcomes = EnumSet.of(all ? Truth.YES : Truth.NO);
        for (Expression part : test.parts()) {
            Set<Truth> next = EnumSet.noneOf(Truth.class);
            for (Truth more : condition(index, part)) {
                outcomes.forEach(before -> next.add(all ? before.and(more) : before.or(more)));
            }
            outcomes = next;
        }
        return outcomes;
    }

    /** Whether a comparison always holds: no figure is below 0, and all milestones belong to the candidate. */
    private boolean cannotFail(int index, Compare compare) {
        boolean nothing = (compare.sign() == Comparison.AT_LEAST && isNumeral(compare.right(), "0"))
                || (compare.sign() == Comparison.AT_MOST && isNumeral(compare.left(), "0"));
        boolean own = checked.types().get(index).record() == Milestone.class
                && compare.left() instanceof Property property
                && property.name().equals("project");
        return nothing || own;
    }

    private static boolean isNumeral(Expression value, String digits) {
        return value instanceof Numeral number && number.digits().equals(digits);
    }

    private static boolean isAtLeastOne(Total total) {
        return (total.sign() == Comparison.MORE_THAN && isNumeral(total.right(), "0"))
                || (total.sign() == Comparison.AT_LEAST && isNumeral(total.right(), "1"));
    }

    /**
     * Whether an earlier pattern requires a row that meets all conditions of this one, so that a count of these rows is
     * at least 1.
     */
    private boolean isImplied(int index) {
        Pattern pattern = checked.rule().patterns().get(index);
        Total total = pattern.total();
        if (total == null || total.argument() != null || readsOwn(pattern)) {
            return false;
        }
        Set<String> asked = written(pattern);
        for (int i = 0; i < index; i++) {
            Pattern above = checked.rule().patterns().get(i);
            boolean witness = above.kind() == Pattern.Kind.FACT
                    || (above.total() != null && isAtLeastOne(above.total()) && !readsOwn(above));
            if (witness && above.type().equals(pattern.type()) && written(above).containsAll(asked)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a condition reads a variable of its own pattern, so that its text alone does not determine its meaning.
     */
    private static boolean readsOwn(Pattern pattern) {
        Set<String> bound = new HashSet<>();
        pattern.bindings().forEach(binding -> bound.add(binding.variable()));
        return pattern.conditions().stream()
                .flatMap(test -> test.all(Expression.Variable.class))
                .anyMatch(variable -> bound.contains(variable.name()));
    }

    private static Set<String> written(Pattern pattern) {
        Set<String> conditions = new HashSet<>();
        pattern.conditions().forEach(test -> conditions.add(PatternText.of(test)));
        return conditions;
    }

    private boolean isList(int index) {
        return checked.types().get(index).list() != null;
    }

    /** Whether an expression of a pattern reads a value that may be unknown or an interval. */
    private boolean isOpen(int index, Expression expression) {
        FactType type = checked.types().get(index);
        return expression.all(Property.class).anyMatch(read -> {
                    FactType.Property known = type.properties().get(read.name());
                    return isList(index) || (known != null && known.value().open());
                })
                || expression.all(Expression.Variable.class).anyMatch(read -> {
                    Variable bound = checked.variable(read.name());
                    return bound.total() ? bound.type().open() : isOpen(bound.pattern(), bound.value());
                });
    }
}
