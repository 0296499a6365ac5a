package dev.winnow.engine;

import dev.winnow.engine.Expression.And;
import java.util.ArrayList;
import java.util.List;

/**
 * A condition of a rule.
 *
 * @param pattern the index of the pattern it was written in
 * @param test what it asks
 */
record Placed(int pattern, Expression test) {

    /** The conditions of a pattern, each by itself where all must hold. */
    static List<Placed> of(CheckedRule rule, int pattern) {
        List<Placed> conditions = new ArrayList<>();
        rule.rule().patterns().get(pattern).conditions().forEach(test -> split(pattern, test, conditions));
        return conditions;
    }

    private static void split(int pattern, Expression test, List<Placed> into) {
        if (test instanceof And and) {
            and.parts().forEach(part -> split(pattern, part, into));
        } else {
            into.add(new Placed(pattern, test));
        }
    }
}
