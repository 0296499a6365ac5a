package dev.winnow.analysis.reversal;

import dev.winnow.engine.WhatIf;
import dev.winnow.language.pack.Changeable;
import dev.winnow.model.value.Bound;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * A figure that is moved in one direction. An unknown figure gets a bound, at least or at most a value, which tightens
 * step by step; where no bound suffices, it becomes known exactly.
 *
 * @param figure the figure
 * @param now as it is; null if it is unknown
 * @param unit what it counts
 * @param more whether it grows
 * @param exact whether it becomes known exactly, for one that is unknown
 */
record Lever(Changeable figure, @Nullable Figure now, Unit unit, boolean more, boolean exact) {

    private static final double[] WITHIN = {0.25, 0.5, 0.75};
    private static final double[] BEYOND = {1.25, 2, 4, 10, 100, 10_000};
    private static final int[] DIGITS = {4, 6, 9, 12};
    private static final double TINY = 1e-9;
    private static final int LEAST_POWER = -3;
    private static final int MOST_POWER = 9;

    /** All directions of a figure; those that are used only if the others do not suffice come last. */
    static List<Lever> of(Changeable figure, WhatIf whatIf) {
        Figure now = whatIf.now(figure.figure());
        Unit unit = now == null ? whatIf.unit(figure.figure()) : now.unit();
        List<Lever> levers = new ArrayList<>();
        for (boolean exact : now == null ? new boolean[] {false, true} : new boolean[] {false}) {
            levers.add(new Lever(figure, now, unit, true, exact));
            levers.add(new Lever(figure, now, unit, false, exact));
        }
        return levers;
    }

    String name() {
        return figure.figure();
    }

    /** Where it begins: the number that is stated now; of one that is unknown, what bounds nothing. */
    double start() {
        Figure known = now;
        return known == null
                ? (more ? 0 : most())
                : known.bound() == Bound.BETWEEN && known.low() == 0 ? known.high() : known.value();
    }

    private double most() {
        return unit == Unit.SHARE ? 1 : Double.MAX_VALUE;
    }

    /** The figure at a value: at its start as it is now. */
    @Nullable
    Figure stated(double value) {
        Figure known = now;
        if (value == start()) {
            return known;
        }
        if (exact) {
            return Figure.exactly(value, unit);
        }
        if (known == null || known.bound() == Bound.AT_LEAST || known.bound() == Bound.AT_MOST) {
            return Figure.stated(value, more ? Bound.AT_LEAST : Bound.AT_MOST, unit, null);
        }
        if (known.bound() != Bound.BETWEEN) {
            return Figure.stated(value, known.bound(), unit, null);
        }
        double factor = value / start();
        return Figure.between(known.low() * factor, known.high() * factor, unit, null);
    }

    /** What half of a change to a value would be; of a bound, one that says half as much. */
    double half(double value) {
        if (now == null && !more && unit != Unit.SHARE) {
            return 2 * value;
        }
        return start() + (value - start()) / 2;
    }

    /** The relative change to a value; null if it begins at 0, 0 if it is unknown. */
    @Nullable
    BigDecimal change(double value) {
        if (now == null) {
            return BigDecimal.ZERO;
        }
        return start() == 0
                ? null
                : BigDecimal.valueOf(Math.abs(value - start()))
                        .divide(BigDecimal.valueOf(start()), MathContext.DECIMAL64);
    }

    /** How large a change to a value is, for comparison: one that begins at 0 is larger than any other. */
    double size(double value) {
        return now == null ? 0 : start() == 0 ? 1e9 + value : Math.abs(value - start()) / start();
    }

    /**
     * The values to look at, the nearest first: where a comparison comes out differently, and some between, since shares
     * move between them. Never 0: what has nothing of it is another project.
     */
    List<Double> path(NavigableSet<Double> turns) {
        List<Double> path = new ArrayList<>();
        double before = start();
        NavigableSet<Double> ahead = more
                ? turns.tailSet(start(), false)
                : turns.headSet(start(), false).descendingSet();
        for (double turn : ahead) {
            if (turn <= most() && turn > 0) {
                between(before, turn, path);
                path.add(turn);
                before = turn;
            }
        }
        beyond(before, path);
        return path;
    }

    /** Where no comparison turns any more, shares may still move. */
    private void beyond(double last, List<Double> into) {
        if (more && unit == Unit.SHARE) {
            if (last < 1) {
                between(last, 1, into);
                into.add(1.0);
            }
        } else if (more ? last < TINY : last == Double.MAX_VALUE) {
            for (int power = LEAST_POWER; power <= MOST_POWER; power++) {
                into.add(StrictMath.pow(10, more ? power : MOST_POWER + LEAST_POWER - power));
            }
        } else {
            for (double factor : BEYOND) {
                into.add(more ? last * factor : last / factor);
            }
        }
    }

    private static void between(double from, double to, List<Double> into) {
        double start =
                Math.min(from, 2 * to + 1); // from a bound that says nothing one comes down to the next that does
        if (Math.nextAfter(start, to) != to) {
            for (double part : WITHIN) {
                into.add(start + (to - start) * part);
            }
        }
    }

    /** Whether to say that it has a value says nothing: that of one that is unknown there is some at all. */
    boolean saysNothing(double value) {
        return now == null && more && value < TINY;
    }

    /** Numbers that say about the same as a value and go a little further, the shortest first. */
    List<Double> rounded(double value) {
        List<Double> rounded = new ArrayList<>();
        if (more && value < TINY) {
            rounded.add(unit == Unit.SHARE ? 0.001 : 1);
        }
        for (int digits : DIGITS) {
            rounded.add(BigDecimal.valueOf(value)
                    .round(new MathContext(digits, more ? RoundingMode.UP : RoundingMode.DOWN))
                    .doubleValue());
        }
        rounded.add(value);
        return rounded;
    }

    /** The short number that a value is the first beyond; the value itself if there is none. */
    double limit(double value) {
        double limit = more ? Math.nextDown(value) : Math.nextUp(value);
        return digits(limit) <= DIGITS[1] && digits(value) > DIGITS[1] ? limit : value;
    }

    private static int digits(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().precision();
    }
}
