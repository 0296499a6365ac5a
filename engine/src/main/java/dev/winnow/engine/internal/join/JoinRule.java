package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.engine.internal.evaluate.Match;
import dev.winnow.engine.internal.evaluate.Share;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.syntax.Counting;
import dev.winnow.model.value.Figure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan by which the join evaluator matches one rule.
 *
 * @param checked the rule
 * @param number its place in the pack
 * @param front the steps that do not depend on the candidate, evaluated once for a city
 * @param candidate the step of the candidate: its own conditions, and those on it and the facts of the front, but for the
 *     next ones
 * @param looked the index of the front's pattern whose rows the candidate's keys look up; -1 if it has no keys
 * @param further equalities of the candidate with the rows of other patterns of the front
 * @param fresh the number of the conditions that only rows that nobody wrote down may fail: that their keys are new; -1 for none
 * @param behind the steps evaluated for each candidate
 * @param counting how each of its matches counts
 * @param amounts the numbers of the values that give its share or ceiling
 * @param district the number of the district that it suggests; -1 if it suggests none
 * @param arguments the numbers of the reason's arguments
 * @param sharedOut whether its share or ceiling depends on the front alone, and so is computed once for a city
 * @param suggestedOut whether the district that it suggests, and the reason, depend on the front alone
 * @param component whether it {@linkplain #hangsOnOneComponent hangs on one component} of the candidate
 * @param looksUp whether it reads the candidate by look-ups alone: no other condition, total, share or reason reads it
 */
record JoinRule(
        CheckedRule checked,
        int number,
        List<JoinStep> front,
        JoinStep candidate,
        int looked,
        List<Further> further,
        int fresh,
        List<JoinStep> behind,
        Counting counting,
        List<Integer> amounts,
        int district,
        List<Integer> arguments,
        boolean sharedOut,
        boolean suggestedOut,
        boolean component,
        boolean looksUp) {

    /**
     * An equality of the candidate with the rows of a pattern of the front.
     *
     * @param pattern the index of the pattern
     * @param key the equality
     */
    record Further(int pattern, JoinStep.Equality key) {}

    /**
     * Whether what it comes to hangs on the candidate by how far it meets the conditions on it alone, and by the look-ups of one
     * of its components, and by nothing else: no share, condition or comparison reads the candidate besides.
     */
    boolean hangsOnOneComponent() {
        return component;
    }

    /** Whether the front counts or adds up rows. */
    boolean sumsUpFront() {
        for (int i = 0; i < front.size(); i++) { // asked for each match of a front
            if (front.get(i).sum() != null) {
                return true;
            }
        }
        return false;
    }

    /**
     * The suggestion of a match.
     *
     * @param district the district; null if it is unknown
     * @param reason its reason, by which it is chosen among others
     */
    record Suggestion(@Nullable String district, String reason) {}

    /** The suggestion of the present match. */
    Suggestion suggestion(Conditions conditions, @Nullable Object[] facts, Interval[] ends) {
        String suggested = (String) conditions.value(district, facts, ends);
        @Nullable
        Object[] filling = arguments.stream()
                .map(argument -> conditions.value(argument, facts, ends))
                .toArray();
        return new Suggestion(suggested, new Match(checked, new Object[0], Share.NONE, suggested, filling).reason());
    }

    /** The share of the points that the present match earns, or the ceiling that it sets. */
    Share share(Conditions conditions, @Nullable Object[] facts, Interval[] ends) {
        return Share.of(counting, figure(0, conditions, facts, ends), figure(1, conditions, facts, ends));
    }

    private @Nullable Figure figure(int place, Conditions conditions, @Nullable Object[] facts, Interval[] ends) {
        return place < amounts.size() ? (Figure) conditions.value(amounts.get(place), facts, ends) : null;
    }

    /** Whether it suggests a district. */
    boolean suggests() {
        return district >= 0;
    }

    /** Whether each match earns the same and sets no ceiling. */
    boolean earnsTheSame() {
        return !counting.varies();
    }
}
