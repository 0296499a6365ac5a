package dev.winnow.past.weights;

import dev.winnow.model.value.Fraction;

/** Values of all variables, exact and nearly. The arrays must not be changed. */
final class Point {

    private final Fraction[] exact;
    private final double[] near;

    Point(Fraction... exact) {
        this.exact = exact.clone();
        this.near = new double[exact.length];
        for (int i = 0; i < near.length; i++) {
            near[i] = exact[i].toDouble();
        }
    }

    Fraction[] exact() {
        return exact;
    }

    double[] near() {
        return near;
    }

    Fraction get(int variable) {
        return exact[variable];
    }
}
