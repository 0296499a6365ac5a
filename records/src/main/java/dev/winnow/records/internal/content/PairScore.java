package dev.winnow.records.internal.content;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The result of a screening for one project in one city, with its score.
 *
 * @param project the project's id
 * @param city the city's id
 * @param asOf the day of the judgement
 * @param verdict the verdict by the rules
 * @param rank the rank
 * @param score the bounds of the score
 */
public record PairScore(String project, String city, LocalDate asOf, Verdict verdict, int rank, Score score) {

    public PairScore {
        Objects.requireNonNull(project);
        Objects.requireNonNull(city);
        Objects.requireNonNull(asOf);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(score);
    }

    /**
     * The bounds of a score.
     *
     * @param low the lower bound
     * @param high the upper bound
     */
    public record Score(BigDecimal low, BigDecimal high) {

        public Score {
            low = low.stripTrailingZeros();
            high = high.stripTrailingZeros();
        }
    }

    /** Returns the result of an assessment. */
    public static PairScore of(Assessment one) {
        return new PairScore(
                one.project(),
                one.city(),
                one.asOf(),
                one.verdict(),
                one.rank(),
                new Score(one.score().low(), one.score().high()));
    }

    /**
     * Reads the pairs of recorded results.
     *
     * @throws IOException if the content is not the results of a screening
     */
    public static List<PairScore> of(Content results) throws IOException {
        return RecordedPairs.read(results, PairScore.class);
    }
}
