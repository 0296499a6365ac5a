package dev.winnow.analysis.ways;

import dev.winnow.engine.Evaluation;
import dev.winnow.engine.RulePack;
import dev.winnow.model.result.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a candidate comes to a decision: the fewest answers that make RECOMMEND certain, the fewest that make DECLINE certain,
 * and what clears each open knock-out. Each is screened again before it is given. Of a list of the city no further row is
 * supposed, only that none is missing.
 *
 * @param recommend what makes RECOMMEND certain; null if it is settled, cannot be, or no way of at most {@link Way#MOST} answers was
 *     found
 * @param decline the same of DECLINE
 * @param clearings each open knock-out, by the id of the rule
 */
public record Ways(@Nullable Way recommend, @Nullable Way decline, List<Clearing> clearings) {

    public Ways {
        clearings = List.copyOf(clearings);
    }

    /** {@return those that there are, to RECOMMEND first} */
    public List<Way> all() {
        return recommend == null
                ? decline == null ? List.of() : List.of(decline)
                : decline == null ? List.of(recommend) : List.of(recommend, decline);
    }

    /**
     * Searches the ways of a candidate.
     *
     * @param pack the pack that judged it
     * @param evaluation its evaluation
     */
    public static Ways of(RulePack pack, Evaluation evaluation) {
        WaySearch search = new WaySearch(pack, evaluation);
        return new Ways(search.to(Verdict.RECOMMEND), search.to(Verdict.DECLINE), search.clearings());
    }
}
