package dev.winnow.analysis;

import dev.winnow.engine.Fraction;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Weighing;
import dev.winnow.engine.Weighing.Part;
import dev.winnow.model.Assessment;
import dev.winnow.model.Side;
import dev.winnow.model.Verdict;
import java.util.List;
import java.util.function.Function;

/** A candidate whose criteria may be weighed otherwise. */
final class Candidate {

    private final Assessment assessment;
    private final Weighing weighing;
    private final Line recommended;
    private final Line declined;

    Candidate(RulePack pack, Assessment assessment, Weighing weighing) {
        this.assessment = assessment;
        this.weighing = weighing;
        this.recommended = Line.level(Fraction.of(pack.recommendFrom()));
        this.declined = Line.level(Fraction.of(pack.declineBelow()));
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

    /** From where it is recommended. */
    Line recommended() {
        return recommended;
    }

    /** Below which it is declined. */
    Line declined() {
        return declined;
    }

    /** Its verdict with a score. */
    Verdict verdict(Fraction low, Fraction high) {
        return verdict(high.compareTo(declined.start()) < 0, low.compareTo(recommended.start()) >= 0);
    }

    /**
     * Its verdict.
     *
     * @param tooLow whether even its high score is too low
     * @param clear whether even its low score is enough
     */
    Verdict verdict(boolean tooLow, boolean clear) {
        if (weighing.knockedOut() || tooLow) {
            return Verdict.DECLINE;
        }
        return clear && !weighing.mayBeKnockedOut() && !weighing.flagged() ? Verdict.RECOMMEND : Verdict.HOLD;
    }

    /** What becomes of it while the weight of a criterion, by its number, moves. */
    Course course(int moving) {
        Side side = parts().get(moving).criterion().side();
        Side other = side == Side.CITY ? Side.PROJECT : Side.CITY;
        return new Course(
                this,
                new Line(mean(side, moving, Part::low), parts().get(moving).low()),
                new Line(mean(side, moving, Part::high), parts().get(moving).high()),
                Line.level(mean(other, moving, Part::low)),
                Line.level(mean(other, moving, Part::high)),
                new Line(mean(side, moving, Part::known), parts().get(moving).known()),
                Line.level(mean(other, moving, Part::known)));
    }

    /** The weighted mean of the criteria of a side but one. */
    private Fraction mean(Side side, int except, Function<Part, Fraction> value) {
        Fraction sum = Fraction.ZERO;
        Fraction weights = Fraction.ZERO;
        for (int i = 0; i < parts().size(); i++) {
            Part part = parts().get(i);
            if (i != except && part.criterion().side() == side) {
                Fraction weight = Fraction.of(part.criterion().weight());
                sum = sum.plus(value.apply(part).times(weight));
                weights = weights.plus(weight);
            }
        }
        return weights.signum() == 0 ? value.apply(parts().get(except)) : sum.over(weights);
    }
}
