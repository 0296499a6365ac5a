package dev.winnow.analysis.internal.paths;

import dev.winnow.engine.Answering;
import dev.winnow.model.result.Verdict;
import java.util.List;

/**
 * Answers that bring a verdict. None of them can be left out.
 *
 * @param to the verdict
 * @param answers the answers, by the name of the fact
 * @param fewest whether no smaller set of the tried answers suffices; otherwise the search ended before all were tried
 */
public record DecisionPath(Verdict to, List<SupposedAnswer> answers, boolean fewest) {

    /** Maximum number of answers of a path; longer ones are not useful to a reader. */
    public static final int MOST = 12;

    public DecisionPath {
        answers = List.copyOf(answers);
    }

    /**
     * An answer to the question about an unknown fact.
     *
     * @param fact the name of the fact: {@code project.yieldRate}, {@code city.funds.core-park.available}; {@code
     *     city.funds} for a list that may be incomplete
     * @param value the value as in records of facts: a {@link dev.winnow.model.value.Figure}, a text, a list of texts,
     *     a date, true or false; true for a list of the city that is complete. {@link #SOMEBODY} in texts stands for a
     *     name that no other fact has.
     */
    public record SupposedAnswer(String fact, Object value) {

        /** A name that no other fact has. */
        public static final String SOMEBODY = Answering.SOMEBODY;
    }
}
