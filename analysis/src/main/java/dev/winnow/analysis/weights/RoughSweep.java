package dev.winnow.analysis.weights;

import dev.winnow.engine.score.ThresholdPosition;
import dev.winnow.engine.score.Weighing.Part;
import dev.winnow.model.result.Side;
import java.util.List;

/**
 * The scores of one candidate as functions of the weight of one criterion, in doubles: it tells apart what no part of the side
 * can turn, which is nearly all, from what is to be computed exactly by a {@link WeightSweep}. Where an error of doubles or of
 * rounding could make a difference, it says that there may be one.
 */
final class RoughSweep {

    /** Much more than the errors of doubles and the millionths to which scores are rounded. */
    private static final double SLACK = 1e-5;

    private final WeighedCandidate candidate;
    private final Ends low;
    private final Ends high;
    private final double declined;
    private final double recommended;

    /** A value that is the smaller of one that moves between two ends and one that does not. */
    private record Ends(double start, double end, double fixed) {

        double at(double part) {
            return Math.min(start + (end - start) * part, fixed);
        }

        double least() {
            return Math.min(Math.min(start, end), fixed);
        }

        double most() {
            return Math.min(Math.max(start, end), fixed);
        }

        /** Where it crosses the value that does not move, if it does. */
        double turn() {
            return (fixed - start) / (end - start);
        }
    }

    RoughSweep(WeighedCandidate candidate, int moving) {
        this.candidate = candidate;
        this.declined = candidate.declined().start().toDouble();
        this.recommended = candidate.recommended().start().toDouble();
        List<Part> parts = candidate.parts();
        Side side = parts.get(moving).criterion().side();
        double ownWeights = 0;
        double ownLow = 0;
        double ownHigh = 0;
        double otherWeights = 0;
        double otherLow = 0;
        double otherHigh = 0;
        for (int i = 0; i < parts.size(); i++) {
            double weight = candidate.weight(i);
            if (parts.get(i).criterion().side() != side) {
                otherWeights += weight;
                otherLow += weight * candidate.low(i);
                otherHigh += weight * candidate.high(i);
            } else if (i != moving) {
                ownWeights += weight;
                ownLow += weight * candidate.low(i);
                ownHigh += weight * candidate.high(i);
            }
        }
        this.low = ends(ownLow, ownWeights, candidate.low(moving), otherLow / otherWeights);
        this.high = ends(ownHigh, ownWeights, candidate.high(moving), otherHigh / otherWeights);
    }

    /** @param others the sum of the other criteria of the side; of one that stands alone nothing moves */
    private static Ends ends(double others, double weights, double own, double fixed) {
        return new Ends(weights == 0 ? own : others / weights, own, fixed);
    }

    /** Whether the verdict may turn. It does only where the low begins to be enough, or the high to be too low. */
    boolean mayTurn() {
        return mayCross(low, recommended) || mayCross(high, declined);
    }

    private static boolean mayCross(Ends ends, double threshold) {
        return !(ends.least() > threshold + SLACK || ends.most() < threshold - SLACK);
    }

    /** Whether another may come before this one, or both are so near each other that doubles cannot tell. */
    boolean mayFallBehind(RoughSweep other) {
        int worst = worst();
        int best = other.best();
        return worst > best || (worst == best && !isAbove(other));
    }

    /** Whether the score is higher than that of another wherever the criterion may stand: where lines turn, and at both ends. */
    private boolean isAbove(RoughSweep other) {
        return isAboveAt(other, 0)
                && isAboveAt(other, 1)
                && isAboveAt(other, low.turn())
                && isAboveAt(other, other.low.turn());
    }

    private boolean isAboveAt(RoughSweep other, double part) {
        return !(part >= 0 && part <= 1) || low.at(part) - other.low.at(part) > SLACK;
    }

    private int worst() {
        int worst = 0;
        for (int least = zone(low.least() - SLACK); least <= zone(low.most() + SLACK); least++) {
            for (int most = zone(high.least() - SLACK); most <= zone(high.most() + SLACK); most++) {
                worst = Math.max(worst, place(least, most));
            }
        }
        return worst;
    }

    private int best() {
        int best = Integer.MAX_VALUE;
        for (int least = zone(low.least() - SLACK); least <= zone(low.most() + SLACK); least++) {
            for (int most = zone(high.least() - SLACK); most <= zone(high.most() + SLACK); most++) {
                best = Math.min(best, place(least, most));
            }
        }
        return best;
    }

    private int place(int least, int most) {
        return candidate.place(ThresholdPosition.of(least, Math.max(least, most), declined < recommended));
    }

    private int zone(double score) {
        return score < declined ? -1 : score >= recommended ? 1 : 0;
    }
}
