package dev.winnow.past.weights;

import dev.winnow.model.value.Fraction;
import java.util.List;

/**
 * A condition of weights that a decision, a preference or a line of the order of importance sets: all inequalities of
 * one of its alternatives hold.
 *
 * @param alternatives lists of inequalities, at least one
 */
record Requirement(List<List<Inequality>> alternatives) {

    Requirement {
        alternatives = alternatives.stream().map(List::copyOf).toList();
        if (alternatives.isEmpty()) {
            throw new IllegalArgumentException("a requirement needs an alternative");
        }
    }

    /** Whether there is no choice. */
    boolean isPlain() {
        return alternatives.size() == 1;
    }

    /** The requirement that scores are apart by a fixed distance; itself if that is 0. */
    Requirement apart(Fraction least) {
        return least.signum() == 0
                ? this
                : new Requirement(alternatives.stream()
                        .map(rows -> rows.stream().map(row -> row.apart(least)).toList())
                        .toList());
    }

    /** Whether a variable occurs in it. */
    boolean mentions(int variable) {
        return alternatives.stream().flatMap(List::stream).anyMatch(row -> row.coefficients()[variable].signum() != 0);
    }

    /** Whether a point satisfies it. */
    boolean holds(Point point) {
        return alternatives.stream().anyMatch(rows -> rows.stream().allMatch(row -> row.holds(point)));
    }

    /** Whether a point with separation 0 satisfies it, and keeps scores apart that must be. */
    boolean holdsApart(Point point) {
        return alternatives.stream().anyMatch(rows -> rows.stream().allMatch(row -> row.holdsApart(point)));
    }

    /** The approximate excess of the alternative that a point violates least. */
    double excess(Point point) {
        double least = Double.POSITIVE_INFINITY;
        for (List<Inequality> rows : alternatives) {
            least = Math.min(least, excess(rows, point));
        }
        return least;
    }

    static double excess(List<Inequality> rows, Point point) {
        double most = Double.NEGATIVE_INFINITY;
        for (Inequality row : rows) {
            most = Math.max(most, row.excess(point.near()));
        }
        return most;
    }
}
