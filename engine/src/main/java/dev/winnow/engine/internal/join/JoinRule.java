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
 * The plan by which the join evaluator matches one rule. Numbers are those of the pack's {@link Conditions}.
 *
 * @param checked the rule
 * @param number its place in the pack
 * @param prefix the steps that do not depend on the candidate, evaluated once for a city
 * @param candidate the step of the candidate: its own conditions, and those on the candidate and the prefix that are not
 *     in {@code further} or {@code newKeys}
 * @param probe the index of the prefix's pattern whose rows the candidate's keys look up; -1 if it has no keys
 * @param further equalities of the candidate with the rows of other patterns of the prefix
 * @param newKeys the number of the conditions that keys are new, which only unwritten rows can fail; -1 for none
 * @param suffix the steps evaluated for each candidate
 * @param counting how each of its matches counts
 * @param amounts the numbers of the values that give its share or ceiling
 * @param district the number of the district that it suggests; -1 if it suggests none
 * @param arguments the numbers of the reason's arguments
 * @param prefixShare whether its share or ceiling depends only on the prefix, so that it is computed once for a city
 * @param prefixSuggestion whether the suggested district and the reason depend only on the prefix
 * @param component whether {@linkplain #dependsOnOneComponent one component} of the candidate determines the outcome
 * @param looksUp whether it reads the candidate only by look-ups: no other condition, total, share or reason reads it
 */
record JoinRule(
        CheckedRule checked,
        int number,
        List<JoinStep> prefix,
        JoinStep candidate,
        int probe,
        List<Further> further,
        int newKeys,
        List<JoinStep> suffix,
        Counting counting,
        List<Integer> amounts,
        int district,
        List<Integer> arguments,
        boolean prefixShare,
        boolean prefixSuggestion,
        boolean component,
        boolean looksUp) {

    /**
     * An equality of the candidate with the rows of a pattern of the prefix.
     *
     * @param pattern the index of the pattern
     * @param key the equality
     */
    record Further(int pattern, JoinStep.Equality key) {}

    /**
     * Whether the outcome depends on the candidate only through the conditions on the candidate alone and the look-ups
     * of one of its components.
     */
    boolean dependsOnOneComponent() {
        return component;
    }

    /** Whether the prefix counts or adds up rows. */
    boolean prefixHasTotals() {
        for (int i = 0; i < prefix.size(); i++) { // no stream: called for each match of a prefix
            if (prefix.get(i).sum() != null) {
                return true;
            }
        }
        return false;
    }

    /**
     * The suggestion of a match.
     *
     * @param district the district; null if it is unknown
     * @param reason its reason, which decides among several suggestions
     */
    record Suggestion(@Nullable String district, String reason) {}

    /** The suggestion of the current match. */
    Suggestion suggestion(Conditions conditions, @Nullable Object[] facts, Interval[] ends) {
        String suggested = (String) conditions.value(district, facts, ends);
        @Nullable
        Object[] filling = arguments.stream()
                .map(argument -> conditions.value(argument, facts, ends))
                .toArray();
        return new Suggestion(suggested, new Match(checked, new Object[0], Share.NONE, suggested, filling).reason());
    }

    /** The share of the points that the current match earns, or the ceiling that it sets. */
    Share share(Conditions conditions, @Nullable Object[] facts, Interval[] ends) {
        return Share.of(counting, figure(0, conditions, facts, ends), figure(1, conditions, facts, ends));
    }

    private @Nullable Figure figure(int place, Conditions conditions, @Nullable Object[] facts, Interval[] ends) {
        return place < amounts.size() ? (Figure) conditions.value(amounts.get(place), facts, ends) : null;
    }

    boolean suggests() {
        return district >= 0;
    }

    /** Whether each match earns the same and sets no ceiling. */
    boolean earnsEqually() {
        return !counting.varies();
    }
}
