package dev.winnow.past.decisions;

import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.past.decisions.PastDecision.Outcome;
import java.util.List;

/**
 * The past decisions of a bureau. Rankings are preferences between neighbours.
 *
 * @param decisions decisions about single pairs, in the order of the source
 * @param preferences preferences between pairs, in the order of the source
 * @param problems problems of the source, by place; the entries concerned are left out
 * @param threefold whether decisions could be held. Otherwise people only said yes or no, and DECLINED means that the
 *     rules must not recommend
 */
public record PastDecisions(
        List<PastDecision> decisions, List<PastPreference> preferences, List<Problem> problems, boolean threefold) {

    /** Past decisions of which some are held, or which only say yes or no. */
    public PastDecisions(List<PastDecision> decisions, List<PastPreference> preferences, List<Problem> problems) {
        this(decisions, preferences, problems, decisions.stream().anyMatch(one -> one.outcome() == Outcome.HELD));
    }

    public PastDecisions {
        decisions = List.copyOf(decisions);
        preferences = List.copyOf(preferences);
        problems = problems.stream().sorted().distinct().toList();
    }

    /**
     * {@return the decisions that a universe states: each project that landed in a city was approved for it}
     *
     * @param universe the universe; projects without a day of their decision are left out
     */
    public static PastDecisions of(Universe universe) {
        Place place = Place.file(universe.name());
        return new PastDecisions(
                universe.projects().stream()
                        .filter(project -> project.city() != null && project.decided() != null)
                        .map(project -> new PastDecision(
                                new PastPair(project.id(), String.valueOf(project.city()), project.decided()),
                                Outcome.APPROVED,
                                null,
                                null,
                                place))
                        .toList(),
                List.of(),
                List.of());
    }

    /** {@return whether some are declined, and only say that the rules must not recommend} */
    public boolean isYesOrNo() {
        return !threefold && decisions.stream().anyMatch(one -> one.outcome() == Outcome.DECLINED);
    }

    /** {@return whether a verdict of the rules agrees with a decision} */
    public boolean agrees(PastDecision decision, Verdict verdict) {
        boolean refused = !threefold && decision.outcome() == Outcome.DECLINED;
        return refused
                ? verdict != Verdict.RECOMMEND
                : verdict == decision.outcome().verdict();
    }

    /** {@return whether neither a decision nor a preference is known} */
    public boolean isEmpty() {
        return decisions.isEmpty() && preferences.isEmpty();
    }
}
