package dev.winnow.engine;

import dev.winnow.engine.internal.evaluate.Candidate;
import dev.winnow.language.PackException;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import java.util.List;

/** A group of candidates for one city that can be judged independently of others. Thread-safe. */
public final class Batch {

    private final DayContext day;
    private final CityContext city;
    private final List<Candidate> candidates;

    Batch(DayContext day, CityContext city, List<Candidate> candidates) {
        this.day = day;
        this.city = city;
        this.candidates = candidates;
    }

    /** {@return the number of candidates} */
    public int candidates() {
        return candidates.size();
    }

    /**
     * Judges the candidates. Results are not cached: each call judges them again.
     *
     * @return an assessment per candidate; the rank is 0, because the batch is not compared with other candidates
     * @throws PackException if a rule exceeds the evaluation budget
     */
    public List<Assessment> assess() {
        return day.assess(city, candidates);
    }

    List<JudgedPair> judge() {
        return day.judge(city, candidates);
    }

    /**
     * Judges and explains the candidates. Results are not cached: each call judges them again.
     *
     * @return an explanation per candidate, in the order of {@link #assess}
     * @throws PackException if a rule exceeds the evaluation budget
     */
    public List<Explanation> explain() {
        return day.explain(city, candidates);
    }
}
