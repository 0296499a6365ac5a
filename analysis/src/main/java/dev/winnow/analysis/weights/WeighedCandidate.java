package dev.winnow.analysis.weights;

import dev.winnow.analysis.weights.WeightSweep.Line;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.internal.score.RankKey;
import dev.winnow.engine.internal.score.ThresholdPosition;
import dev.winnow.engine.internal.score.Weighing;
import dev.winnow.engine.internal.score.Weighing.Part;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.Fraction;
import java.util.List;
import java.util.function.Function;

/** A candidate whose score can be computed with other weights. */
final class WeighedCandidate {

    private final Assessment assessment;
    private final Weighing weighing;
    private final Line recommended;
    private final Line declined;
    private final Sum city;
    private final Sum project;

    WeighedCandidate(RulePack pack, Assessment assessment, Weighing weighing) {
        this.assessment = assessment;
        this.weighing = weighing;
        this.recommended = Line.level(Fraction.of(pack.recommendFrom()));
        this.declined = Line.level(Fraction.of(pack.declineBelow()));
        this.city = new Sum(weighing.parts(), Side.CITY);
        this.project = new Sum(weighing.parts(), Side.PROJECT);
    }

    String project() {
        return assessment.project();
    }

    Assessment assessment() {
        return assessment;
    }

    List<Part> parts() {
        return weighing.parts();
    }

    /** The threshold of RECOMMEND. */
    Line recommended() {
        return recommended;
    }

    /** The threshold below which it is declined. */
    Line declined() {
        return declined;
    }

    /** The position of a score relative to the thresholds. */
    ThresholdPosition reach(Fraction low, Fraction high) {
        return ThresholdPosition.of(zone(low), zone(high), declined.start().compareTo(recommended.start()) < 0);
    }

    private int zone(Fraction score) {
        return score.compareTo(declined.start()) < 0 ? -1 : score.compareTo(recommended.start()) >= 0 ? 1 : 0;
    }

    /** The verdict at a score. */
    Verdict verdict(ThresholdPosition reach) {
        return weighing.stops().because(reach).verdict();
    }

    /** The rank of the verdict at a score; lower is better. */
    int place(ThresholdPosition reach) {
        return RankKey.place(verdict(reach), weighing.stops().possible(reach));
    }

    /** The scores while the weight of one criterion, given by its number, changes. */
    WeightSweep sweep(int moving) {
        Part part = parts().get(moving);
        boolean ofCity = part.criterion().side() == Side.CITY;
        Sum own = ofCity ? city : project;
        Sum other = ofCity ? project : city;
        return new WeightSweep(
                this,
                new Line(own.without(part, own.low, Part::low), part.low()),
                new Line(own.without(part, own.high, Part::high), part.high()),
                other.meanLow,
                other.meanHigh,
                new Line(own.without(part, own.known, Part::known), part.known()),
                other.meanKnown);
    }

    /**
     * Whether any weights bring another verdict, by the range of its criteria: a score lies between the lowest and the
     * highest of them.
     */
    boolean mayTurn() {
        Verdict today = assessment.verdict();
        int[] least = {
            zone(Fraction.min(city.low(false), project.low(false))),
            zone(Fraction.min(city.low(true), project.low(true)))
        };
        int[] most = {
            zone(Fraction.min(city.high(false), project.high(false))),
            zone(Fraction.min(city.high(true), project.high(true)))
        };
        boolean gap = declined.start().compareTo(recommended.start()) < 0;
        for (int low = least[0]; low <= least[1]; low++) {
            for (int high = Math.max(low, most[0]); high <= most[1]; high++) {
                if (verdict(ThresholdPosition.of(low, high, gap)) != today) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The weighted sum of the criteria of a side. */
    private static final class Sum {

        private final Fraction weights;
        private final Fraction low;
        private final Fraction high;
        private final Fraction known;
        private final List<Part> parts;
        private final Line meanLow;
        private final Line meanHigh;
        private final Line meanKnown;

        Sum(List<Part> parts, Side side) {
            List<Part> ofSide = parts.stream()
                    .filter(part -> part.criterion().side() == side)
                    .toList();
            this.parts = ofSide;
            this.weights = sum(ofSide, part -> Fraction.ONE);
            this.low = sum(ofSide, Part::low);
            this.high = sum(ofSide, Part::high);
            this.known = sum(ofSide, Part::known);
            this.meanLow = Line.level(low.over(weights));
            this.meanHigh = Line.level(high.over(weights));
            this.meanKnown = Line.level(known.over(weights));
        }

        Fraction low(boolean greatest) {
            return outer(Part::low, greatest);
        }

        Fraction high(boolean greatest) {
            return outer(Part::high, greatest);
        }

        private Fraction outer(Function<Part, Fraction> value, boolean greatest) {
            Fraction outer = value.apply(parts.get(0));
            for (Part part : parts) {
                Fraction score = value.apply(part);
                outer = greatest ? Fraction.max(score, outer) : Fraction.min(score, outer);
            }
            return outer;
        }

        private static Fraction sum(List<Part> parts, Function<Part, Fraction> value) {
            Fraction sum = Fraction.ZERO;
            for (Part part : parts) {
                sum = sum.plus(
                        value.apply(part).times(Fraction.of(part.criterion().weight())));
            }
            return sum;
        }

        /** The mean of the other criteria; for a criterion without others, its own value. */
        Fraction without(Part part, Fraction sum, Function<Part, Fraction> value) {
            Fraction weight = Fraction.of(part.criterion().weight());
            Fraction rest = weights.minus(weight);
            Fraction own = value.apply(part);
            return rest.signum() == 0 ? own : sum.minus(own.times(weight)).over(rest);
        }
    }
}
