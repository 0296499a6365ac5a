package dev.winnow.analysis.internal.questions;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Question;
import dev.winnow.model.vocabulary.FactName;
import dev.winnow.model.vocabulary.FactQuestion;
import java.util.List;

/**
 * A fact of a project or a city to find out, once for all candidates that hang on it.
 *
 * @param id the id of the project or the city
 * @param how what is asked, of whom, and how long an answer takes
 * @param stake what hangs on it: the most points of any candidate, and what it decides for any of them
 * @param candidates those that hang on it
 */
public record OpenQuestion(String id, FactQuestion how, Question stake, List<Assessment> candidates) {

    public OpenQuestion {
        candidates = List.copyOf(candidates);
    }

    /** {@return the fact: {@code project.yieldRate}} */
    public String fact() {
        return stake.fact();
    }

    /** {@return the fact in its parts} */
    public FactName name() {
        return FactName.of(fact());
    }
}
