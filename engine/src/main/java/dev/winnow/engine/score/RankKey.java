package dev.winnow.engine.score;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.ScoreInterval;
import java.math.BigDecimal;
import java.util.Set;

/**
 * The sort key of an assessment, in whole numbers so that long lists sort fast.
 *
 * @param place the place of its verdict among verdicts, the best first
 * @param low the low of the score, in millionths
 * @param otherLow the low of the side that does not determine the score, in millionths
 * @param known how much is known, in millionths
 */
public record RankKey(int place, long low, long otherLow, long known) implements Comparable<RankKey> {

    private static final int PLACES = 6;

    public static RankKey of(Assessment assessment) {
        ScoreInterval other = assessment.sides().get(assessment.binds() == Side.CITY ? Side.PROJECT : Side.CITY);
        return new RankKey(
                place(assessment.verdict(), assessment.possible()),
                millionths(assessment.score().low()),
                other == null ? 0 : millionths(other.low()),
                millionths(assessment.known()));
    }

    /** The place of a verdict: the better one first, and one that may still become RECOMMEND before one that cannot. */
    public static int place(Verdict verdict, Set<Verdict> possible) {
        return switch (verdict) {
            case RECOMMEND -> 0;
            case HOLD -> possible.contains(Verdict.RECOMMEND) ? 1 : 2;
            case DECLINE -> 3;
        };
    }

    private static long millionths(BigDecimal score) {
        return score.movePointRight(PLACES).longValue();
    }

    /** The best first. */
    @Override
    public int compareTo(RankKey other) {
        int order = Integer.compare(place, other.place);
        order = order == 0 ? Long.compare(other.low, low) : order;
        order = order == 0 ? Long.compare(other.otherLow, otherLow) : order;
        return order == 0 ? Long.compare(other.known, known) : order;
    }
}
