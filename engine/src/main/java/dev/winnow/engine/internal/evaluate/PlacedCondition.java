package dev.winnow.engine.internal.evaluate;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.syntax.Expression.And;
import java.util.ArrayList;
import java.util.List;

/**
 * A condition of a rule with the pattern that it was written in.
 *
 * @param pattern the index of that pattern
 * @param test the condition
 */
public record PlacedCondition(int pattern, Expression test) {

    /** The conditions of a pattern, with conjunctions split, and the conditions that they imply for unwritten rows. */
    public static List<PlacedCondition> of(CheckedRule rule, int pattern) {
        List<PlacedCondition> conditions = new ArrayList<>();
        rule.rule().patterns().get(pattern).conditions().forEach(test -> split(pattern, test, conditions));
        Expression.NewKey newKey = rule.looks().get(pattern).newKey();
        if (newKey != null) {
            conditions.add(new PlacedCondition(pattern, newKey));
        }
        return conditions;
    }

    private static void split(int pattern, Expression test, List<PlacedCondition> into) {
        if (test instanceof And and) {
            and.parts().forEach(part -> split(pattern, part, into));
        } else {
            into.add(new PlacedCondition(pattern, test));
        }
    }
}
