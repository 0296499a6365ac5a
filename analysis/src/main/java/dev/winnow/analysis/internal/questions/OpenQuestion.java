package dev.winnow.analysis.internal.questions;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Question;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.FactQuestion;
import java.util.List;

/**
 * A fact of a project or a city to find out, once for all candidates that depend on it.
 *
 * @param id the id of the project or the city
 * @param how the question, the respondent, and the time that an answer takes
 * @param stake the stakes: the highest points of any candidate, and everything that it decides for any of them
 * @param candidates the candidates that depend on it
 */
public record OpenQuestion(String id, FactQuestion how, Question stake, List<Assessment> candidates) {

    public OpenQuestion {
        candidates = List.copyOf(candidates);
    }

    /** {@return the name of the fact: {@code project.yieldRate}} */
    public String fact() {
        return stake.fact();
    }

    /** {@return the name of the fact in its parts} */
    public FactName name() {
        return FactName.of(fact());
    }
}
