package dev.winnow.engine;

import java.util.List;

/**
 * What one rule came to for one candidate.
 *
 * @param rule the rule
 * @param certain the ways in which it certainly holds
 * @param possible the ways in which it possibly holds, those included; none where nothing hangs on them, for they would
 *     take up most of the memory of a screening
 * @param low what it certainly earns in points; of a cap, the lowest ceiling it possibly sets
 * @param high what it possibly earns in points; of a cap, the lowest ceiling it certainly sets
 */
record Outcome(CheckedRule rule, List<Match> certain, List<Match> possible, Fraction low, Fraction high) {

    /** @param points what the rule is worth in full */
    static Outcome of(CheckedRule rule, Fraction points, List<Match> certain, List<Match> possible) {
        return switch (rule.rule().effect()) {
            case AWARD -> award(rule, points, certain, possible);
            case CAP -> cap(rule, certain, possible);
            case KNOCK_OUT, RED_FLAG, NOTE, SUGGEST ->
                new Outcome(rule, certain, certain.isEmpty() ? possible : List.of(), Fraction.ZERO, Fraction.ZERO);
        };
    }

    private static Outcome award(CheckedRule rule, Fraction points, List<Match> certain, List<Match> possible) {
        if (rule.rule().verb() == Verb.AWARD) { // in full: nothing need be read off its matches
            return certain.isEmpty()
                    ? new Outcome(rule, certain, possible, Fraction.ZERO, possible.isEmpty() ? Fraction.ZERO : points)
                    : new Outcome(rule, certain, List.of(), points, points);
        }
        Fraction least = Fraction.ZERO;
        for (int i = 0; i < certain.size() && least.compareTo(Fraction.ONE) < 0; i++) {
            least = Fraction.max(least, certain.get(i).share().low());
        }
        Fraction most = least;
        for (int i = 0; i < possible.size() && most.compareTo(Fraction.ONE) < 0; i++) {
            most = Fraction.max(most, possible.get(i).share().high());
        }
        Fraction low = points.times(least);
        Fraction high = points.times(most);
        boolean decided = !certain.isEmpty() && low.equals(high);
        return new Outcome(rule, certain, decided ? List.of() : possible, low, high);
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
