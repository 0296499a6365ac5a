package dev.winnow.past.weights;

import dev.winnow.model.value.Fraction;
import java.util.BitSet;

/** A linear inequality: the sum of the variables, each times its coefficient, is at most a bound. Immutable. */
final class Inequality {

    /** The owner of the inequalities that always apply, such as the sum of the weights. */
    static final int LAW = -1;

    /**
     * An upper bound of the error of {@link #excess(double[])}. Weights and scores are at most 100 and have at most a
     * few dozen terms, so the error is below 0.000000001.
     */
    private static final double ERROR = 1e-6;

    private final Fraction[] coefficients;
    private final Fraction most;
    private final int owner;
    private final double[] near;
    private final double nearMost;

    /**
     * @param coefficients by variable
     * @param most the bound
     * @param owner the number of the requirement that it belongs to, or {@link #LAW}
     */
    Inequality(Fraction[] coefficients, Fraction most, int owner) {
        this.coefficients = coefficients.clone();
        this.most = most;
        this.owner = owner;
        this.near = new double[coefficients.length];
        for (int i = 0; i < near.length; i++) {
            near[i] = coefficients[i].toDouble();
        }
        this.nearMost = most.toDouble();
    }

    /** A bound of one variable: its upper bound, or with sign -1 that of its negative. */
    static Inequality bound(int variables, int variable, int sign, Fraction most) {
        Fraction[] one = ExactSimplex.zeros(variables);
        one[variable] = Fraction.of(sign);
        return new Inequality(one, most, LAW);
    }

    /** The inequality among more variables, which it does not contain. */
    Inequality widened(int variables) {
        Fraction[] wide = ExactSimplex.zeros(variables);
        System.arraycopy(coefficients, 0, wide, 0, coefficients.length);
        return new Inequality(wide, most, owner);
    }

    /** The inequality with a fixed separation, which is the last variable. */
    Inequality apart(Fraction least) {
        int last = coefficients.length - 1;
        Fraction[] others = coefficients.clone();
        others[last] = Fraction.ZERO;
        return new Inequality(others, most.minus(coefficients[last].times(least)), owner);
    }

    int owner() {
        return owner;
    }

    /** Adds the owner to a set, unless it is the {@link #LAW}. */
    void addOwner(BitSet owners) {
        if (owner >= 0) {
            owners.set(owner);
        }
    }

    Fraction most() {
        return most;
    }

    double nearMost() {
        return nearMost;
    }

    /** By variable; must not be changed. */
    Fraction[] coefficients() {
        return coefficients;
    }

    /** The coefficients, nearly; must not be changed. */
    double[] near() {
        return near;
    }

    /** The sum minus the bound, which is positive if a point violates the inequality. */
    Fraction excess(Fraction[] point) {
        Fraction sum = Fraction.ZERO.minus(most);
        for (int i = 0; i < coefficients.length; i++) {
            if (coefficients[i].signum() != 0) {
                sum = sum.plus(coefficients[i].times(point[i]));
            }
        }
        return sum;
    }

    /** The approximate excess of a point. */
    double excess(double[] point) {
        double sum = -nearMost;
        for (int i = 0; i < near.length; i++) {
            sum += near[i] * point[i];
        }
        return sum;
    }

    /** Whether a point satisfies the inequality, decided exactly. */
    boolean holds(Point point) {
        double about = excess(point.near());
        return about <= ERROR && (about < -ERROR || excess(point.exact()).signum() <= 0);
    }

    /** Whether a point satisfies the inequality with some separation above 0, which is the last variable. */
    boolean holdsApart(Point point) {
        int apart = coefficients.length - 1;
        if (coefficients[apart].signum() <= 0) {
            return holds(point);
        }
        double about = excess(point.near()) - near[apart] * point.near()[apart];
        return about < -ERROR
                || (about <= ERROR && excess(point.exact()).compareTo(coefficients[apart].times(point.get(apart))) < 0);
    }
}
