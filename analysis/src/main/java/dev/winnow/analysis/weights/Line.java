package dev.winnow.analysis.weights;

import dev.winnow.model.value.Fraction;
import java.util.Collection;

/**
 * A value as a linear function of the part that one criterion has of its side.
 *
 * @param start where the criterion counts nothing
 * @param end where it alone counts
 */
record Line(Fraction start, Fraction end) {

    /** Doubles preselect what is computed exactly; their error is much smaller than this. */
    private static final double SLACK = 1e-9;

    /** A constant. */
    static Line level(Fraction height) {
        return new Line(height, height);
    }

    /** Its height where the criterion has a part of its side, 0 to 1. */
    Fraction at(Fraction part) {
        return start.plus(end.minus(start).times(part));
    }

    /** Adds where it meets another, if they cross between two parts of the side, both included. */
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
