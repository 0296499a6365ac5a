package dev.winnow.analysis.internal.reversal;

import dev.winnow.engine.WhatIf;
import dev.winnow.engine.internal.walk.SearchGrid;
import dev.winnow.language.internal.pack.Changeable;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Bound;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A figure that is moved in one direction. An unknown figure gets a bound, at least or at most a value, which tightens
 * step by step; if no bound suffices, it becomes exactly known.
 *
 * @param figure the figure
 * @param now its present value; null if unknown
 * @param unit its unit
 * @param more whether it grows
 * @param exact whether an unknown figure becomes exactly known
 */
record FigureDirection(Changeable figure, @Nullable Figure now, Unit unit, boolean more, boolean exact) {

    private static final List<Amount> WITHIN = amounts("0.25", "0.5", "0.75");
    private static final List<Amount> BEYOND = amounts("1.25", "2", "4", "10", "100", "10000");
    private static final int[] DIGITS = {4, 6, 9, 12};
    private static final int DECIMALS = 6;
    private static final Amount TINY = Amount.of("1e-9");
    /** Larger than any figure. */
    private static final Amount NO_BOUND = Amount.of("1e100");

    /** The relative change assigned to a figure that starts at 0. */
    private static final Amount FROM_NOTHING = Amount.of("1e9");

    private static final Amount TWO = Amount.of(2);
    private static final int LEAST_POWER = -3;
    private static final int MOST_POWER = 9;

    private static List<Amount> amounts(String... numbers) {
        return Stream.of(numbers).map(Amount::of).toList();
    }

    /** All directions of a figure; the last ones are used only if the others do not suffice. */
    static List<FigureDirection> of(Changeable figure, WhatIf whatIf) {
        Figure now = whatIf.now(figure.figure());
        Unit unit = now == null ? whatIf.unit(figure.figure()) : now.unit();
        List<FigureDirection> directions = new ArrayList<>();
        for (boolean exact : now == null ? new boolean[] {false, true} : new boolean[] {false}) {
            directions.add(new FigureDirection(figure, now, unit, true, exact));
            directions.add(new FigureDirection(figure, now, unit, false, exact));
        }
        return directions;
    }

    String name() {
        return figure.figure();
    }

    /** Whether it moves by whole levels, as a rating does. */
    boolean isStepwise() {
        return unit.levels() != null;
    }

    /** The possible levels of a rating. */
    private Figure possible() {
        Figure known = now;
        return known == null ? Objects.requireNonNull(unit.levels()).whole() : known;
    }

    /** The start of the move: the present number, or for an unknown figure a number that bounds nothing. */
    Amount start() {
        Figure known = now;
        if (isStepwise()) {
            return more ? possible().low() : possible().high();
        }
        return known == null
                ? (more ? Amount.ZERO : most())
                : known.bound() == Bound.BETWEEN && known.low().isZero() ? known.high() : known.value();
    }

    private Amount most() {
        return unit.isShare() ? Amount.ONE : NO_BOUND;
    }

    /** The figure at a value; at the start, the present one. */
    @Nullable
    Figure stated(Amount value) {
        Figure known = now;
        if (value.equals(start())) {
            return known;
        }
        if (exact) {
            return Figure.exactly(value, unit);
        }
        if (isStepwise()) {
            return more
                    ? Figure.between(value, Amount.max(possible().high(), value), unit)
                    : Figure.between(Amount.min(possible().low(), value), value, unit);
        }
        if (known == null || known.bound() == Bound.AT_LEAST || known.bound() == Bound.AT_MOST) {
            return Figure.stated(value, more ? Bound.AT_LEAST : Bound.AT_MOST, unit, null);
        }
        if (known.bound() != Bound.BETWEEN) {
            return Figure.stated(value, known.bound(), unit, null);
        }
        Amount factor = value.over(start());
        return Figure.between(
                shown(known.low().times(factor)), shown(known.high().times(factor)), unit, null);
    }

    /**
     * The figure at a value as printed in either language; null if the text, or the six decimals of JSON, cannot
     * represent it.
     */
    @Nullable
    Figure printed(Amount value) {
        Figure figure = stated(value);
        if (figure == null) {
            return null;
        }
        boolean whole = figure.bound() == Bound.BETWEEN
                ? shown(figure.low()).equals(figure.low())
                        && shown(figure.high()).equals(figure.high())
                : shown(figure.value()).equals(figure.value());
        for (Language language : Language.values()) {
            Figure read = FigureText.parse(figure.write(language), unit, null).figure();
            whole &= read != null && read.compareTo(figure) == 0 && read.bound() == figure.bound();
        }
        return whole ? figure : null;
    }

    /** Rounds a number to the decimals that every document has. */
    static Amount shown(Amount number) {
        return number.isUnbounded() ? number : Amount.of(number.decimal().setScale(DECIMALS, RoundingMode.HALF_EVEN));
    }

    /** The value half-way to a value; for a bound, the bound that is half as strict. */
    Amount half(Amount value) {
        if (isStepwise()) {
            RoundingMode back = more ? RoundingMode.FLOOR : RoundingMode.CEILING;
            return Amount.of(start().plus(value).over(TWO).decimal().setScale(0, back));
        }
        if (now == null && !more && !unit.isShare()) {
            return value.times(TWO);
        }
        return start().plus(value).over(TWO);
    }

    /** The relative change to a value; null if the figure starts at 0, 0 if it is unknown. */
    @Nullable
    BigDecimal change(Amount value) {
        if (now == null) {
            return BigDecimal.ZERO;
        }
        return start().isZero() ? null : moved(value).over(start()).decimal().round(MathContext.DECIMAL64);
    }

    private Amount moved(Amount value) {
        return Amount.max(value.minus(start()), start().minus(value));
    }

    /** The size of a change to a value, for comparison: a change from 0 is larger than any other. */
    Amount size(Amount value) {
        if (now == null) {
            return Amount.ZERO;
        }
        return start().isZero() ? FROM_NOTHING.plus(value) : moved(value).over(start());
    }

    /**
     * The values to examine, nearest first: those at which a comparison changes, and some between them, since shares
     * move between them. Never 0: a project without any of it is another project.
     */
    List<Amount> path(NavigableSet<Amount> turns) {
        if (isStepwise()) {
            return levels();
        }
        List<Amount> path = new ArrayList<>();
        Amount before = start();
        NavigableSet<Amount> ahead = more
                ? turns.tailSet(start(), false)
                : turns.headSet(start(), false).descendingSet();
        for (Amount turn : ahead) {
            if (turn.compareTo(most()) <= 0 && !turn.isZero()) {
                between(before, turn, path);
                path.add(turn);
                before = turn;
            }
        }
        beyond(before, path);
        return path;
    }

    /** The levels of a rating in the direction of the move, nearest first. */
    private List<Amount> levels() {
        NavigableSet<Amount> all = new TreeSet<>();
        Objects.requireNonNull(unit.levels()).each().forEach(level -> all.add(level.low()));
        return List.copyOf(
                more ? all.tailSet(start(), false) : all.headSet(start(), false).descendingSet());
    }

    /** Beyond the last comparison, shares may still change. */
    private void beyond(Amount last, List<Amount> into) {
        if (more && unit.isShare()) {
            if (last.compareTo(Amount.ONE) < 0) {
                between(last, Amount.ONE, into);
                into.add(Amount.ONE);
            }
        } else if (more ? last.compareTo(TINY) < 0 : last.equals(NO_BOUND)) {
            for (int power = LEAST_POWER; power <= MOST_POWER; power++) {
                int tens = more ? power : MOST_POWER + LEAST_POWER - power;
                into.add(Amount.of(BigDecimal.ONE.scaleByPowerOfTen(tens)));
            }
        } else {
            for (Amount factor : BEYOND) {
                into.add(more ? last.times(factor) : last.over(factor));
            }
        }
    }

    private static void between(Amount from, Amount to, List<Amount> into) {
        Amount next = to.times(TWO).plus(Amount.ONE);
        Amount start = Amount.min(from, next); // an unknown figure starts from NO_BOUND
        if (!neighbour(start, to).equals(to)) {
            for (Amount part : WITHIN) {
                into.add(between(start, to, part));
            }
        }
    }

    /** The number at a given part of the way from one number to another. */
    static Amount between(Amount from, Amount to, Amount part) {
        return from.times(Amount.ONE.minus(part)).plus(to.times(part));
    }

    /** The number adjacent to one number, in the direction of another. */
    static Amount neighbour(Amount from, Amount to) {
        return to.compareTo(from) > 0 ? SearchGrid.above(from) : SearchGrid.below(from);
    }

    /** Whether stating the value has no meaning, such as that an unknown figure is above 0. */
    boolean saysNothing(Amount value) {
        return now == null && more && value.compareTo(TINY) < 0;
    }

    /** Short numbers close to a value and slightly beyond it, shortest first; never 0. */
    List<Amount> rounded(Amount value) {
        if (isStepwise()) {
            return List.of(value);
        }
        List<Amount> rounded = new ArrayList<>();
        if (more && value.compareTo(TINY) < 0) {
            rounded.add(unit.isShare() ? Amount.of("0.001") : Amount.ONE);
        }
        for (int digits : DIGITS) {
            RoundingMode away = more ? RoundingMode.UP : RoundingMode.DOWN;
            BigDecimal number = value.decimal().round(new MathContext(digits, away));
            Amount further = Amount.of(number.scale() > DECIMALS ? number.setScale(DECIMALS, away) : number);
            if (!further.isZero()) {
                rounded.add(further);
            }
        }
        return rounded;
    }

    /** The short number just before a value; the value itself if there is none. */
    Amount limit(Amount value) {
        if (isStepwise()) {
            return value;
        }
        Amount limit = more ? SearchGrid.below(value) : SearchGrid.above(value);
        return digits(limit) <= DIGITS[1] && digits(value) > DIGITS[1] ? limit : value;
    }

    private static int digits(Amount number) {
        return number.decimal().stripTrailingZeros().precision();
    }
}
