package dev.winnow.engine.fused;

import dev.winnow.engine.compile.Conditions;
import dev.winnow.engine.evaluate.Match;
import dev.winnow.engine.evaluate.Share;
import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.syntax.Counting;
import dev.winnow.model.value.Figure;
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
 * @param counting how each of its ways counts
 * @param amounts what its share or its ceiling is worked out of
 * @param district the district that it suggests; -1 if it suggests none
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
        Counting counting,
        List<Integer> amounts,
        int district,
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
        String suggested = (String) conditions.value(district, facts, ends);
        @Nullable
        Object[] filling = arguments.stream()
                .map(argument -> conditions.value(argument, facts, ends))
                .toArray();
        return new Suggestion(suggested, new Match(checked, new Object[0], Share.NONE, suggested, filling).reason());
    }

    /** The share of its points that a way earns, or the ceiling that it sets. */
    Share share(Conditions conditions, @Nullable Object[] facts, double[] ends) {
        return Share.of(counting, figure(0, conditions, facts, ends), figure(1, conditions, facts, ends));
    }

    private @Nullable Figure figure(int place, Conditions conditions, @Nullable Object[] facts, double[] ends) {
        return place < amounts.size() ? (Figure) conditions.value(amounts.get(place), facts, ends) : null;
    }

    /** Whether it suggests a district. */
    boolean suggests() {
        return district >= 0;
    }

    /** Whether each of its ways earns the same, or sets no ceiling. */
    boolean earnsTheSame() {
        return !counting.varies();
    }
}
