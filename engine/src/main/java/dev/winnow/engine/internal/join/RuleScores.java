package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.model.value.Fraction;
import java.util.List;

/**
 * The points of a rule and its outcomes that candidates share.
 *
 * @param points the rule's full points
 * @param held its outcome if it certainly holds and every match earns the same
 * @param open its outcome if it only possibly holds
 * @param nothing its outcome if it does not match
 */
record RuleScores(Fraction points, RuleOutcome held, RuleOutcome open, RuleOutcome nothing) {

    static RuleScores of(JoinRule rule) {
        Fraction points = Fraction.of(rule.checked().rule().points());
        Fraction most = rule.checked().rule().awards() ? points : Fraction.ZERO;
        return new RuleScores(
                points,
                new RuleOutcome(rule.checked(), rule.number(), most, most, true, false, null),
                new RuleOutcome(rule.checked(), rule.number(), Fraction.ZERO, most, false, true, null),
                RuleOutcome.of(rule.checked(), points, List.of(), List.of()));
    }
}
