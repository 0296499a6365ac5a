package dev.winnow.past.weights;

import dev.winnow.model.value.Fraction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weights and thresholds in question: weights of each side add up to a total, and thresholds descend. The last
 * variable is the separation: the distance by which scores stay below a threshold or below a better score.
 */
final class WeightSpace {

    private final Fraction total;
    private final int[] sides;
    private final List<@Nullable Fraction> thresholds;

    /**
     * @param total the sum of the weights of a side, which is also the largest score
     * @param sides the number of the side of each criterion, from 0
     * @param thresholds the thresholds, highest first; null for one that is in question
     */
    WeightSpace(Fraction total, int[] sides, List<@Nullable Fraction> thresholds) {
        this.total = total;
        this.sides = sides.clone();
        this.thresholds = new ArrayList<>(thresholds);
    }

    int criteria() {
        return sides.length;
    }

    /** The number of sides. */
    int sides() {
        return Arrays.stream(sides).max().orElse(-1) + 1;
    }

    /** The side of a criterion. */
    int side(int criterion) {
        return sides[criterion];
    }

    Fraction total() {
        return total;
    }

    /** The variable of a threshold. */
    int threshold(int number) {
        return sides.length + number;
    }

    /** The variable of the separation. */
    int separation() {
        return sides.length + thresholds.size();
    }

    int size() {
        return separation() + 1;
    }

    /** Whether a variable is a weight or threshold in question. */
    boolean isOpen(int variable) {
        return variable < sides.length || (variable < separation() && thresholds.get(variable - sides.length) == null);
    }

    private Fraction low(int variable) {
        if (variable == separation()) {
            return Fraction.ZERO.minus(total);
        }
        Fraction fixed = variable < sides.length ? null : thresholds.get(variable - sides.length);
        return fixed == null ? Fraction.ZERO : fixed;
    }

    private Fraction high(int variable) {
        Fraction fixed =
                variable < sides.length || variable == separation() ? null : thresholds.get(variable - sides.length);
        return fixed == null ? total : fixed;
    }

    /**
     * The state from which a search for the largest or smallest value of a variable starts.
     *
     * @param least the smallest separation that counts; null for any, even a negative one
     */
    ExactSimplex start(int variable, boolean largest, @Nullable Fraction least) {
        Fraction[] objective = ExactSimplex.zeros(size());
        objective[variable] = Fraction.of(largest ? 1 : -1);
        Fraction[] low = new Fraction[size()];
        Fraction[] high = new Fraction[size()];
        for (int i = 0; i < size(); i++) {
            low[i] = i == separation() && least != null ? least : low(i);
            high[i] = high(i);
        }
        return new ExactSimplex(objective, low, high);
    }

    /**
     * The inequalities that always apply.
     *
     * @param least the smallest separation that counts; null for any
     */
    List<Inequality> law(@Nullable Fraction least) {
        List<Inequality> law = new ArrayList<>();
        for (int side = 0; side < sides(); side++) {
            Fraction[] sum = ExactSimplex.zeros(size());
            Fraction[] minus = ExactSimplex.zeros(size());
            for (int i = 0; i < sides.length; i++) {
                if (sides[i] == side) {
                    sum[i] = Fraction.ONE;
                    minus[i] = Fraction.of(-1);
                }
            }
            law.add(new Inequality(sum, total, Inequality.LAW));
            law.add(new Inequality(minus, Fraction.ZERO.minus(total), Inequality.LAW));
        }
        for (int i = 0; i < size(); i++) {
            Fraction lowest = i == separation() && least != null ? least : low(i);
            law.add(Inequality.bound(size(), i, 1, high(i)));
            law.add(Inequality.bound(size(), i, -1, Fraction.ZERO.minus(lowest)));
        }
        for (int i = 1; i < thresholds.size(); i++) {
            Fraction[] order = ExactSimplex.zeros(size());
            order[threshold(i)] = Fraction.ONE;
            order[threshold(i - 1)] = Fraction.of(-1);
            law.add(new Inequality(order, Fraction.ZERO, Inequality.LAW));
        }
        return law;
    }

    /** The score of an alternative as a sum of variables, from its values of 0 to 1 by criterion. */
    Fraction[] score(Fraction... values) {
        Fraction[] score = ExactSimplex.zeros(size());
        System.arraycopy(values, 0, score, 0, values.length);
        return score;
    }

    /** A threshold as a sum of variables. */
    Fraction[] level(int number) {
        Fraction[] level = ExactSimplex.zeros(size());
        level[threshold(number)] = Fraction.ONE;
        return level;
    }

    /** One sum is at least another. */
    Inequality reaches(Fraction[] one, Fraction[] other, int owner) {
        return new Inequality(minus(other, one), Fraction.ZERO, owner);
    }

    /** One sum stays below another, at least by the separation. */
    Inequality below(Fraction[] one, Fraction[] other, int owner) {
        Fraction[] difference = minus(one, other);
        difference[separation()] = Fraction.ONE;
        return new Inequality(difference, Fraction.ZERO, owner);
    }

    private static Fraction[] minus(Fraction[] one, Fraction... other) {
        Fraction[] difference = new Fraction[one.length];
        for (int i = 0; i < one.length; i++) {
            difference[i] = one[i].minus(other[i]);
        }
        return difference;
    }
}
