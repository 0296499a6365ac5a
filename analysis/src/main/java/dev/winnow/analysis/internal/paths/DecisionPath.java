package dev.winnow.analysis.internal.paths;

import dev.winnow.engine.Answering;
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

    /** Maximum number of answers of a path; longer ones are not useful to a reader. */
    public static final int MOST = 12;

    public DecisionPath {
        answers = List.copyOf(answers);
    }

    /**
     * An answer to the question for an unknown fact.
     *
     * @param fact which: {@code project.yieldRate}, {@code city.funds.core-park.available}; {@code city.funds} for a list that may
     *     hold more
     * @param value as records hold it: a {@link dev.winnow.model.value.Figure}, a text, a list of texts, a date, true or false;
     *     true of a list of the city from which nothing is missing. In texts {@link #SOMEBODY} is one whom no other fact names.
     */
    public record SupposedAnswer(String fact, Object value) {

        /** Somebody whom no other fact names. */
        public static final String SOMEBODY = Answering.SOMEBODY;
    }
}
