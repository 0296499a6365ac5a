package dev.winnow.engine.fused;

import dev.winnow.engine.evaluate.RuleOutcome;
import dev.winnow.language.rational.Fraction;

/**
 * What a rule of the fused evaluator is worth, whoever the candidate is.
 *
 * @param points in full
 * @param held what it comes to where it certainly holds, if it earns the same in each way
 * @param open what it comes to where it only possibly does
 */
record FusedWorth(Fraction points, RuleOutcome held, RuleOutcome open) {

    static FusedWorth of(FusedRule rule) {
        Fraction points = Fraction.of(rule.checked().rule().points());
        Fraction most = rule.checked().rule().awards() ? points : Fraction.ZERO;
        return new FusedWorth(
                points,
                new RuleOutcome(rule.checked(), rule.number(), most, most, true, false, null),
                new RuleOutcome(rule.checked(), rule.number(), Fraction.ZERO, most, false, true, null));
    }
}
