package dev.winnow.analysis.paths;

import dev.winnow.model.result.Verdict;
import java.util.List;

/**
 * Answers that make a verdict certain, whatever the other unknown facts turn out to be. Without any one of them it is not.
 *
 * @param to the verdict
 * @param answers the answers, by the name of the fact
 * @param fewest whether no fewer of the answers that were tried suffice; else the search ended before all were tried
 */
public record DecisionPath(Verdict to, List<SupposedAnswer> answers, boolean fewest) {

    /** The most answers of a way: with more nobody sets out. */
    public static final int MOST = 12;

    public DecisionPath {
        answers = List.copyOf(answers);
    }
}
