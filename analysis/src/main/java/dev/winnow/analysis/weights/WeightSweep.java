package dev.winnow.analysis.weights;

import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.Fraction;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;

/**
 * The scores and verdict of one candidate as functions of the weight of one criterion.
 *
 * @param candidate the candidate
 * @param low the low score of the criterion's side
 * @param high the high score of the criterion's side
 * @param fixedLow the low score of the other side
 * @param fixedHigh the high score of the other side
 * @param known the known share of the criterion's side
 * @param fixedKnown the known share of the other side
 */
record WeightSweep(
        WeighedCandidate candidate, Line low, Line high, Line fixedLow, Line fixedHigh, Line known, Line fixedKnown) {

    private static final Fraction TWO = Fraction.of(2);

    /** Much larger than the errors of doubles, and than the millionths to which scores are rounded. */
    private static final double ROUNDING = 1e-5;

    /**
     * A value as a linear function of a criterion's share of its side.
     *
     * @param start the value at share 0
     * @param end the value at share 1
     */
    record Line(Fraction start, Fraction end) {

        /** Tolerance of doubles, which preselect the values that are computed exactly; their error is much smaller. */
        private static final double SLACK = 1e-9;

        /** A constant value. */
        static Line level(Fraction height) {
            return new Line(height, height);
        }

        /** The value at a share, 0 to 1. */
        Fraction at(Fraction part) {
            return start.plus(end.minus(start).times(part));
        }

        /** The greater or the smaller end. */
        Fraction outer(boolean greater) {
            return greater ? Fraction.max(start, end) : Fraction.min(start, end);
        }

        /** The approximate value at a share; the error is much smaller than {@link #ROUNDING}. */
        double roughly(double part) {
            return start.toDouble() + (end.toDouble() - start.toDouble()) * part;
        }

        /** The approximate share at which it crosses a constant; not between 0 and 1 if it does not. */
        double roughTurn(Line level) {
            return (level.start.toDouble() - start.toDouble()) / (end.toDouble() - start.toDouble());
        }

        /** Adds the share at which it meets another line, if that is between two shares, both included. */
        void meet(Line other, Fraction from, Fraction to, Collection<Fraction> into) {
            double ahead = other.start.toDouble() - start.toDouble();
            double gains = end.toDouble() - start.toDouble() - (other.end.toDouble() - other.start.toDouble());
            double near = ahead / gains;
            boolean parallel = Math.abs(gains) < SLACK;
            if (!parallel && (near < from.toDouble() - SLACK || near > to.toDouble() + SLACK)) {
                return;
            }
            Fraction gain = end.minus(start).minus(other.end.minus(other.start));
            if (gain.signum() != 0) {
                Fraction part = other.start.minus(start).over(gain);
                if (part.compareTo(from) >= 0 && part.compareTo(to) <= 0) {
                    into.add(part);
                }
            }
        }
    }

    /**
     * The sort key of a candidate at one weight, with values as published, rounded down to millionths.
     *
     * @param place the place of its verdict
     */
    record Point(int place, BigDecimal low, BigDecimal otherLow, BigDecimal known, String project)
            implements Comparable<Point> {

        private static final Comparator<Point> BEST_FIRST = Comparator.comparing(Point::place)
                .thenComparing(Point::low, Comparator.reverseOrder())
                .thenComparing(Point::otherLow, Comparator.reverseOrder())
                .thenComparing(Point::known, Comparator.reverseOrder())
                .thenComparing(Point::project);

        /** Orders the best first. */
        @Override
        public int compareTo(Point other) {
            return BEST_FIRST.compare(this, other);
        }
    }

    /** The verdict at a share. */
    Verdict verdict(Fraction part) {
        return candidate.verdict(candidate.reach(
                Fraction.min(low.at(part), fixedLow.start()), Fraction.min(high.at(part), fixedHigh.start())));
    }

    /** The sort key at a share. */
    Point at(Fraction part) {
        Fraction moving = low.at(part);
        Fraction fixed = fixedLow.start();
        Fraction least = Fraction.min(moving, fixed);
        Fraction most = Fraction.min(high.at(part), fixedHigh.start());
        return new Point(
                candidate.place(candidate.reach(least, most)),
                least.rounded(),
                Fraction.max(moving, fixed).rounded(),
                known.at(part).plus(fixedKnown.start()).over(TWO).rounded(),
                candidate.project());
    }

    /**
     * Whether the candidate ranks before another at every share of the criterion. Takes a fraction of the time of exact
     * shares, and most rivals stay behind. If the error of doubles could matter, the answer is no.
     */
    boolean staysAhead(WeightSweep rival) {
        int worst = place(false);
        int best = rival.place(true);
        return worst < best
                || (worst == best
                        && isAbove(rival, 0)
                        && isAbove(rival, 1)
                        && isAbove(rival, low.roughTurn(fixedLow))
                        && isAbove(rival, rival.low.roughTurn(rival.fixedLow)));
    }

    /** The place of the best or worst verdict at any share: a higher score never brings a worse verdict. */
    private int place(boolean best) {
        return candidate.place(candidate.reach(
                Fraction.min(low.outer(best), fixedLow.start()), Fraction.min(high.outer(best), fixedHigh.start())));
    }

    private boolean isAbove(WeightSweep rival, double part) {
        return !(part >= 0 && part <= 1) || roughScore(part) - rival.roughScore(part) > ROUNDING;
    }

    private double roughScore(double part) {
        return Math.min(low.roughly(part), fixedLow.start().toDouble());
    }

    /** Adds the shares, between two, at which the verdict may change. */
    void turns(Fraction from, Fraction to, Collection<Fraction> into) {
        low.meet(candidate.recommended(), from, to, into);
        high.meet(candidate.declined(), from, to, into);
    }

    /** Adds the shares, between two, at which two candidates may change places. */
    void turns(WeightSweep other, Fraction from, Fraction to, Collection<Fraction> into) {
        turns(from, to, into);
        other.turns(from, to, into);
        high.meet(candidate.recommended(), from, to, into);
        other.high.meet(candidate.recommended(), from, to, into);
        low.meet(other.low, from, to, into);
        low.meet(other.fixedLow, from, to, into);
        other.low.meet(fixedLow, from, to, into);
        low.meet(fixedLow, from, to, into);
        other.low.meet(other.fixedLow, from, to, into);
        Line own = new Line(known.start().plus(fixedKnown.start()), known.end().plus(fixedKnown.start()));
        Line others = new Line(
                other.known.start().plus(other.fixedKnown.start()),
                other.known.end().plus(other.fixedKnown.start()));
        own.meet(others, from, to, into);
    }
}
