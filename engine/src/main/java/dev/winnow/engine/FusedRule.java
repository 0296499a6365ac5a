package dev.winnow.engine;

import dev.winnow.model.Figure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the fused evaluator finds the ways in which one rule holds.
 *
 * @param checked the rule
 * @param number its place in the pack
 * @param front what hangs on no candidate, found once for a city
 * @param candidate what is asked of the candidate: its own conditions, and those that it shares with the facts of the front
 * @param looked the place of the front's pattern whose rows the candidate's keys look up; -1 if it has no keys
 * @param behind what is found for each candidate
 * @param leading what the share, the ceiling or the district is worked out of
 * @param arguments what fills the reason
 * @param sharedOut whether its share or ceiling hangs on the front alone, and so is worked out once for a city
 * @param suggestedOut whether the district that it suggests, and why, hangs on the front alone
 */
record FusedRule(
        CheckedRule checked,
        int number,
        List<FusedStep> front,
        FusedStep candidate,
        int looked,
        List<FusedStep> behind,
        List<Integer> leading,
        List<Integer> arguments,
        boolean sharedOut,
        boolean suggestedOut) {

    /**
     * What a way suggests.
     *
     * @param district the district; null if it is unknown
     * @param reason by which it is chosen among others
     */
    record Suggestion(@Nullable String district, String reason) {}

    /** What a way suggests that is found. */
    Suggestion suggestion(Conditions conditions, @Nullable Object[] facts, double[] ends) {
        String district = (String) conditions.value(leading.get(0), facts, ends);
        @Nullable
        Object[] filling = arguments.stream()
                .map(argument -> conditions.value(argument, facts, ends))
                .toArray();
        return new Suggestion(district, new Match(checked, new Object[0], Share.NONE, district, filling).reason());
    }

    /** The share of its points that a way earns, or the ceiling that it sets. */
    Share share(Conditions conditions, @Nullable Object[] facts, double[] ends) {
        return switch (checked.rule().verb()) {
            case AWARD -> Share.FULL;
            case AWARD_SHARE -> Share.of(figure(0, conditions, facts, ends), figure(1, conditions, facts, ends));
            case CAP -> Share.ceiling(figure(1, conditions, facts, ends));
            case KNOCK_OUT, RED_FLAG, NOTE, SUGGEST -> Share.NONE;
        };
    }

    private @Nullable Figure figure(int place, Conditions conditions, @Nullable Object[] facts, double[] ends) {
        return (Figure) conditions.value(leading.get(place), facts, ends);
    }

    /** Whether each of its ways earns the same, or sets no ceiling. */
    boolean earnsTheSame() {
        return checked.rule().verb() != Verb.AWARD_SHARE && checked.rule().verb() != Verb.CAP;
    }
}
