package dev.winnow.analysis.internal.paths;

import dev.winnow.analysis.internal.paths.DecisionPath.SupposedAnswer;
import dev.winnow.analysis.internal.paths.PathSearch.Goal;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ways to a decision on a candidate: the fewest answers that make RECOMMEND certain, the fewest that make DECLINE
 * certain, and answers that clear each open knock-out. Each way is verified by another screening. Lists of a city are
 * never extended by further rows; they are only answered to be complete.
 *
 * @param recommend the way to a certain RECOMMEND; null if the verdict is settled, cannot become RECOMMEND, or no way
 *     of at most {@link DecisionPath#MOST} answers was found
 * @param decline the way to a certain DECLINE; null likewise
 * @param knownRecommend the fewest answers after which the verdict is RECOMMEND, although facts that are still unknown
 *     could change it; null if it is RECOMMEND already, or no way was found
 * @param knownDecline the same for DECLINE
 * @param base the fewest answers after which the base case is RECOMMEND, and those after which it is DECLINE; without
 *     verdicts that it already has and those without a way
 * @param clearings the open knock-outs, by the id of the rule
 */
public record DecisionPaths(
        @Nullable DecisionPath recommend,
        @Nullable DecisionPath decline,
        @Nullable DecisionPath knownRecommend,
        @Nullable DecisionPath knownDecline,
        List<DecisionPath> base,
        List<Clearing> clearings) {

    public DecisionPaths {
        base = List.copyOf(base);
        clearings = List.copyOf(clearings);
    }

    /** {@return the ways to a certain verdict, RECOMMEND first} */
    public List<DecisionPath> all() {
        return found(recommend, decline);
    }

    /** {@return the ways to a verdict that unknown facts could still change, RECOMMEND first} */
    public List<DecisionPath> known() {
        return found(knownRecommend, knownDecline);
    }

    /**
     * Searches only the way to a certain RECOMMEND.
     *
     * @return null as for {@link #recommend()}
     */
    public static @Nullable DecisionPath toRecommend(ScreeningSession session, Explanation explanation) {
        return new PathSearch(session, explanation).to(Verdict.RECOMMEND, Goal.CERTAIN);
    }

    private static List<DecisionPath> found(@Nullable DecisionPath toRecommend, @Nullable DecisionPath toDecline) {
        return Stream.of(toRecommend, toDecline)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /**
     * Searches the ways of a candidate.
     *
     * @param session the session that judged the candidate
     * @param explanation the explanation of its assessment
     */
    public static DecisionPaths of(ScreeningSession session, Explanation explanation) {
        PathSearch search = new PathSearch(session, explanation);
        return new DecisionPaths(
                search.to(Verdict.RECOMMEND, Goal.CERTAIN),
                search.to(Verdict.DECLINE, Goal.CERTAIN),
                search.to(Verdict.RECOMMEND, Goal.KNOWN),
                search.to(Verdict.DECLINE, Goal.KNOWN),
                found(search.to(Verdict.RECOMMEND, Goal.BASE), search.to(Verdict.DECLINE, Goal.BASE)),
                search.clearings());
    }

    /**
     * An open knock-out, with the answers that clear it.
     *
     * @param rule the rule's id
     * @param title the title of the rule
     * @param answers answers, by the name of the fact; each ensures on its own that the rule does not hold; empty if no
     *     single answer suffices
     */
    public record Clearing(String rule, String title, List<SupposedAnswer> answers) {

        public Clearing {
            answers = List.copyOf(answers);
        }
    }
}
