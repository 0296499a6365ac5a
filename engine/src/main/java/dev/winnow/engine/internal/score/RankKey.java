package dev.winnow.engine.internal.score;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.Fraction;
import dev.winnow.model.value.ScoreInterval;
import java.math.BigDecimal;
import java.util.Set;

/**
 * The sort key of an assessment as two whole numbers, so that long lists sort fast. Larger is better.
 *
 * @param scores the verdict's position, the low score, and the low score of the other side, from high to low bits
 * @param known the share of known facts, in millionths
 */
public record RankKey(long scores, long known) implements Comparable<RankKey> {

    /** Number of bits of a score, which is at most 100 million millionths. */
    private static final int SCORE = 27;

    private static final int LAST_PLACE = 3;

    /** Number of bits of {@link #known}, which is at most one million. */
    public static final int KNOWN = 20;

    /** Number of low bits of {@link #scores} that may be set. */
    public static final int BITS = 2 + 2 * SCORE;

    public static RankKey of(Assessment assessment) {
        ScoreInterval other = assessment.sides().get(assessment.binds() == Side.CITY ? Side.PROJECT : Side.CITY);
        long verdict = (long) LAST_PLACE - place(assessment.verdict(), assessment.possible());
        long low = millionths(assessment.score().low());
        long otherLow = other == null ? 0 : millionths(other.low());
        return new RankKey((verdict << SCORE | low) << SCORE | otherLow, millionths(assessment.known()));
    }

    /**
     * The position of a verdict: better verdicts first, and one that may still become RECOMMEND before one that cannot.
     */
    public static int place(Verdict verdict, Set<Verdict> possible) {
        return switch (verdict) {
            case RECOMMEND -> 0;
            case HOLD -> possible.contains(Verdict.RECOMMEND) ? 1 : 2;
            case DECLINE -> LAST_PLACE;
        };
    }

    private static long millionths(BigDecimal score) {
        return score.movePointRight(Fraction.PLACES).longValue();
    }

    /** Orders the best first. */
    @Override
    public int compareTo(RankKey other) {
        return compare(scores, known, other.scores, other.known);
    }

    /** Compares two keys by their numbers, best first. */
    public static int compare(long scores, long known, long otherScores, long otherKnown) {
        int order = Long.compare(otherScores, scores);
        return order == 0 ? Long.compare(otherKnown, known) : order;
    }
}
