package dev.winnow.engine;

import dev.winnow.engine.internal.walk.SearchGrid;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Values to try for an unknown figure on a day: around the limits of its unit, where rules change, and round numbers,
 * as people write them. Thread-safe.
 */
final class FiguresToTry {

    private static final int SMALLEST_DECADE = -4;
    private static final int LARGEST_DECADE = 9;
    private static final int[] STEPS = {1, 2, 5};

    private static final Amount LARGEST = Amount.of("1e12");

    /** Stands for a figure that is almost zero. */
    private static final Amount SMALLEST = Amount.of("0.000001");

    /** Factor beyond which a value is far from those known elsewhere. */
    private static final Amount FAR = Amount.of(10);

    /** Largest number of limits between which ranges are tried. */
    private static final int MAX_LIMITS = 8;

    private final List<Limit> limits;
    private final Map<Unit, List<Amount>> numbers = new ConcurrentHashMap<>();

    /** @param limits the pack's limits on the day */
    FiguresToTry(List<Limit> limits) {
        this.limits = limits;
    }

    /** Exact values to try, ascending: the levels of a rating; else round numbers, and each limit with its neighbours. */
    List<Amount> numbers(Unit unit) {
        return numbers.computeIfAbsent(unit, any -> {
            if (unit.levels() != null) {
                return unit.levels().each().stream().map(Figure::low).toList();
            }
            NavigableSet<Amount> all = new TreeSet<>(List.of(Amount.ZERO));
            if (unit.isShare()) {
                for (int percent = 5; percent <= 100; percent += 5) {
                    all.add(Amount.of(BigDecimal.valueOf(percent, 2)));
                }
            } else {
                for (int decade = SMALLEST_DECADE; decade <= LARGEST_DECADE; decade++) {
                    for (int step : STEPS) {
                        all.add(Amount.of(BigDecimal.valueOf(step, -decade)));
                    }
                }
            }
            for (Amount value : limits(unit)) {
                all.addAll(List.of(value, SearchGrid.below(value), SearchGrid.above(value)));
            }
            if (unit.isShare()) {
                all.removeIf(value -> value.compareTo(Amount.ONE) > 0);
            }
            return List.copyOf(all);
        });
    }

    /**
     * Ranges to try, most decisive first: the largest possible value, almost zero, and the ranges between neighbouring
     * limits. If the figure is known elsewhere, no range starts above 10 times its largest value there or ends below a
     * tenth of its smallest. For a rating, its levels instead: the highest, the lowest, and those between.
     *
     * @param now the known part of the figure; null if nothing is known
     * @param elsewhere values of the same figure elsewhere
     */
    List<Object> ranges(Unit unit, @Nullable Figure now, SortedSet<Amount> elsewhere) {
        if (unit.levels() != null) {
            return levels(unit.levels(), now);
        }
        SortedSet<Amount> known = new TreeSet<>(elsewhere);
        known.removeIf(Amount::isZero);
        boolean bounded = !known.isEmpty() && !unit.isShare();
        Amount largest = bounded ? known.last().times(FAR) : LARGEST;
        Amount least = bounded ? known.first().over(FAR) : SMALLEST;
        Amount low = now == null ? Amount.ZERO : now.low();
        Amount high = now != null ? now.high() : unit.equals(Unit.SHARE) ? Amount.ONE : Amount.UNBOUNDED;
        Set<Object> ranges = new LinkedHashSet<>();
        ranges.add(Figure.between(Amount.max(low, Amount.min(high, largest)), high, unit));
        ranges.add(low.isZero() ? Figure.between(low, Amount.min(high, least), unit) : Figure.exactly(low, unit));
        if (known.isEmpty() && unit.equals(Unit.NUMBER) && low.compareTo(FAR) < 0 && high.compareTo(FAR) > 0) {
            ranges.add(Figure.exactly(FAR, unit)); // 10 is a plausible divisor or dividend
        }
        SortedSet<Amount> ends = new TreeSet<>(limits(unit).subSet(low, false, high, false));
        ends.removeIf(end -> bounded && (end.compareTo(least) < 0 || end.compareTo(largest) > 0));
        ends.add(Amount.max(low, Amount.min(high, least)));
        List<Amount> sorted = ends.size() > MAX_LIMITS ? List.of() : new ArrayList<>(ends);
        for (int i = 1; i < sorted.size(); i++) {
            ranges.add(Figure.between(sorted.get(i - 1), sorted.get(i), unit));
        }
        return List.copyOf(ranges);
    }

    /** The possible levels of a rating, the highest and the lowest first. */
    private static List<Object> levels(RatingLevels all, @Nullable Figure now) {
        List<Object> levels = new ArrayList<>(all.each().stream()
                .filter(level -> now == null
                        || (level.low().compareTo(now.low()) >= 0
                                && level.high().compareTo(now.high()) <= 0))
                .toList());
        Collections.reverse(levels);
        if (levels.size() > 2) {
            levels.add(1, levels.remove(levels.size() - 1));
        }
        return List.copyOf(levels);
    }

    /** The values of all limits with a unit; those of plain numbers that are levels for a rating. */
    NavigableSet<Amount> limits(Unit unit) {
        NavigableSet<Amount> values = new TreeSet<>();
        limits.stream()
                .filter(limit -> unit.levels() == null
                        ? limit.value().unit().equals(unit)
                        : limit.value().unit().isPlain())
                .forEach(limit -> values.add(limit.value().low()));
        if (unit.levels() != null) {
            values.retainAll(numbers(unit));
        }
        return values;
    }
}
