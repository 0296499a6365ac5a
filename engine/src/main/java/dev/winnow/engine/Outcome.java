package dev.winnow.engine;

import java.util.List;

/**
 * What one rule came to for one candidate.
 *
 * @param rule the rule
 * @param certain the ways in which it certainly holds
 * @param possible the ways in which it possibly holds, those included
 * @param low what it certainly earns in points; of a cap, the lowest ceiling it possibly sets
 * @param high what it possibly earns in points; of a cap, the lowest ceiling it certainly sets
 */
record Outcome(CheckedRule rule, List<Match> certain, List<Match> possible, Fraction low, Fraction high) {

    static Outcome of(CheckedRule rule, List<Match> certain, List<Match> possible) {
        return switch (rule.rule().effect()) {
            case AWARD -> award(rule, certain, possible);
            case CAP -> cap(rule, certain, possible);
            case KNOCK_OUT, RED_FLAG, NOTE, SUGGEST ->
                new Outcome(rule, certain, possible, Fraction.ZERO, Fraction.ZERO);
        };
    }

    private static Outcome award(CheckedRule rule, List<Match> certain, List<Match> possible) {
        if (possible.isEmpty()) {
            return new Outcome(rule, certain, possible, Fraction.ZERO, Fraction.ZERO);
        }
        Fraction low = Fraction.ZERO;
        for (Match match : certain) {
            low = Fraction.max(low, match.share().low());
        }
        Fraction high = low;
        for (Match match : possible) {
            high = Fraction.max(high, match.share().high());
        }
        Fraction points = Fraction.of(rule.rule().points());
        return new Outcome(rule, certain, possible, points.times(low), points.times(high));
    }

    private static Outcome cap(CheckedRule rule, List<Match> certain, List<Match> possible) {
        Fraction low = Fraction.HUNDRED;
        for (Match match : possible) {
            low = Fraction.min(low, match.share().low());
        }
        Fraction high = Fraction.HUNDRED;
        for (Match match : certain) {
            high = Fraction.min(high, match.share().high());
        }
        return new Outcome(rule, certain, possible, low, high);
    }

    /** Whether it certainly holds. */
    boolean holds() {
        return !certain.isEmpty();
    }

    /** Whether it cannot be said if, or how far, it holds. */
    boolean isOpen() {
        return rule.rule().awards()
                ? !possible.isEmpty() && (!holds() || !low.equals(high))
                : !holds() && !possible.isEmpty();
    }
}
