package dev.winnow.past.weights;

import dev.winnow.model.value.Fraction;
import dev.winnow.past.weights.RegionSearch.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All weights and thresholds that satisfy requirements. It may consist of several parts, since a requirement may have
 * alternatives. Not thread-safe.
 */
final class WeightRegion {

    private final WeightSpace space;
    private final List<Requirement> original;
    private final List<Requirement> requirements;
    private final Result widest;
    private final Fraction apart;
    /** The state with all requirements that leave no choice, from which questions start. */
    private final ExactSimplex solved;

    private @Nullable List<Requirement> possible;
    private @Nullable List<Range> ranges;
    private @Nullable Point centre;
    /** Weights of the region that answered questions; they answer most others. */
    private final List<Point> samples = new ArrayList<>();

    /**
     * The smallest and the largest value of a variable.
     *
     * @param low the smallest value
     * @param high the largest value
     * @param below the requirements that a smaller value breaks
     * @param above the requirements that a larger value breaks
     * @param openBelow whether only larger values keep all scores apart that must be
     * @param openAbove whether only smaller values do
     * @param isProven whether both searches were completed
     */
    record Range(
            Fraction low,
            Fraction high,
            BitSet below,
            BitSet above,
            boolean openBelow,
            boolean openAbove,
            boolean isProven) {}

    private WeightRegion(WeightSpace space, List<Requirement> original, Result widest, @Nullable Fraction least) {
        this.space = space;
        this.original = original;
        this.widest = widest;
        this.apart = isEmpty() ? Fraction.ZERO : least == null ? half() : Fraction.min(least, separation());
        this.requirements = original.stream().map(one -> one.apart(apart)).toList();
        this.solved = space.start(space.separation(), true, null);
        solved.solve(List.of(space.law(null), plain(requirements)));
    }

    /**
     * The region of some requirements. Its owner numbers are their positions in the list.
     *
     * @param least the smallest separation that counts, at most the largest one; 0 for any above 0, null for half of the
     *     largest
     */
    static WeightRegion of(WeightSpace space, List<Requirement> requirements, @Nullable Fraction least) {
        int separation = space.separation();
        Result widest = RegionSearch.search(
                space.start(separation, true, null), space.law(null), requirements, separation, true, null, false);
        return new WeightRegion(space, requirements, widest, least);
    }

    private static List<Inequality> plain(List<Requirement> requirements) {
        return requirements.stream()
                .filter(Requirement::isPlain)
                .flatMap(one -> one.alternatives().get(0).stream())
                .toList();
    }

    /** The largest separation; not positive if no weights satisfy all requirements. */
    Fraction separation() {
        Point point = widest.point();
        return point == null ? Fraction.of(-1) : point.get(space.separation());
    }

    private Fraction half() {
        return separation().times(Fraction.ONE.over(Fraction.of(2)));
    }

    /** The smallest separation of the region; 0 for any above 0. */
    Fraction apart() {
        return apart;
    }

    boolean isEmpty() {
        return separation().signum() <= 0;
    }

    /** Whether the search for the largest separation was completed. */
    boolean isProven() {
        return widest.isProven();
    }

    /** The weights with the largest separation. */
    Point widest() {
        return Objects.requireNonNull(widest.point());
    }

    /** The range of each variable except the separation. */
    List<Range> ranges() {
        List<Range> known = ranges;
        if (known == null) {
            known = new ArrayList<>();
            List<Requirement> part = part(requirements);
            for (int variable = 0; variable < space.separation(); variable++) {
                Fraction fixed = widest().get(variable);
                known.add(
                        space.isOpen(variable)
                                ? range(variable, part)
                                : new Range(fixed, fixed, new BitSet(), new BitSet(), false, false, true));
            }
            ranges = known;
        }
        return known;
    }

    /** The requirements with the alternatives that the weights with the largest separation satisfy best. */
    private List<Requirement> part(List<Requirement> of) {
        Point at = widest();
        List<Requirement> part = new ArrayList<>();
        for (Requirement one : of) {
            List<Inequality> best = one.alternatives().get(0);
            for (List<Inequality> rows : one.alternatives()) {
                boolean holds = rows.stream().allMatch(row -> row.holds(at));
                if (holds && Requirement.excess(rows, at) < Requirement.excess(best, at)) {
                    best = rows;
                }
            }
            part.add(new Requirement(List.of(best)));
        }
        return part;
    }

    private Range range(int variable, List<Requirement> part) {
        Result low = end(variable, false, part);
        Result high = end(variable, true, part);
        Point lowest = Objects.requireNonNull(low.point());
        Point highest = Objects.requireNonNull(high.point());
        return new Range(
                lowest.get(variable),
                highest.get(variable),
                low.tight(),
                high.tight(),
                isOpen(variable, -1, lowest),
                isOpen(variable, 1, highest),
                low.isProven() && high.isProven());
    }

    /** Whether scores that must differ are equal wherever a variable has its value at the end of its range. */
    private boolean isOpen(int variable, int sign, Point end) {
        if (apart.signum() > 0) {
            return false;
        }
        List<Inequality> law = new ArrayList<>(space.law(null));
        law.add(Inequality.bound(
                space.size(), variable, -sign, Fraction.of(-sign).times(end.get(variable))));
        Result found = RegionSearch.search(solved, law, requirements, space.separation(), true, Fraction.ZERO, true);
        return found.point() == null && found.isProven();
    }

    /** An end of a range: first within the part of the largest separation, then beyond it. */
    private Result end(int variable, boolean largest, List<Requirement> part) {
        List<Inequality> law = space.law(Fraction.ZERO);
        ExactSimplex start = space.start(variable, largest, Fraction.ZERO);
        Result within = RegionSearch.search(start, law, part, variable, largest, null, false);
        Point point = Objects.requireNonNull(within.point());
        if (requirements.stream().allMatch(Requirement::isPlain)) {
            return within;
        }
        Fraction known = point.get(variable);
        Result beyond = RegionSearch.search(start, law, possible(), variable, largest, known, true);
        return beyond.point() == null
                ? new Result(point, within.tight(), beyond.proof(), beyond.isProven(), 0)
                : RegionSearch.search(start, law, requirements, variable, largest, known, false);
    }

    /**
     * The centre: the weights that are as far as possible from both ends of every range, as a part of the range, and
     * keep half of the largest separation, or more if the region does. They belong to the part of the region with the
     * largest separation.
     */
    Point centre() {
        Point known = centre;
        if (known == null) {
            known = middle();
            centre = known;
        }
        return known;
    }

    /** Adds a variable for each side, and one for the thresholds: the smallest distance from an end of their ranges. */
    private Point middle() {
        int first = space.size();
        int size = first + space.sides() + 1;
        Fraction half = Fraction.ONE.over(Fraction.of(2));
        Fraction least = Fraction.max(half(), apart);
        List<Inequality> rows = new ArrayList<>();
        space.law(least).forEach(row -> rows.add(row.widened(size)));
        plain(part(original)).forEach(row -> rows.add(row.widened(size)));
        Fraction[] objective = ExactSimplex.zeros(size);
        Fraction[] low = ExactSimplex.zeros(size);
        Fraction[] high = ExactSimplex.zeros(size);
        for (int i = first; i < size; i++) {
            objective[i] = Fraction.ONE;
            high[i] = half;
            rows.add(Inequality.bound(size, i, -1, Fraction.ZERO));
            rows.add(Inequality.bound(size, i, 1, half));
        }
        List<Range> known = ranges();
        for (int i = 0; i < space.separation(); i++) {
            Range range = known.get(i);
            low[i] = range.low();
            high[i] = range.high();
            int distance = first + (i < space.criteria() ? space.side(i) : space.sides());
            for (int sign : new int[] {-1, 1}) {
                Fraction[] end = ExactSimplex.zeros(size);
                end[i] = Fraction.of(sign);
                end[distance] = range.high().minus(range.low());
                rows.add(new Inequality(
                        end, sign < 0 ? Fraction.ZERO.minus(range.low()) : range.high(), Inequality.LAW));
            }
        }
        low[space.separation()] = least;
        high[space.separation()] = space.total();
        ExactSimplex search = new ExactSimplex(objective, low, high);
        search.solve(List.of(rows));
        return new Point(Arrays.copyOf(search.point().exact(), first));
    }

    /**
     * Whether some weights of the region satisfy a further requirement; true if the search could not be completed.
     *
     * @param further the requirement, whose owner is the number of requirements
     */
    boolean mayBe(Requirement further) {
        if (samples.isEmpty()) {
            samples.addAll(List.of(widest(), centre()));
        }
        if (samples.stream().anyMatch(further::holdsApart)) {
            return true;
        }
        List<Requirement> all = new ArrayList<>(possible());
        all.add(further);
        Result found = RegionSearch.search(solved, space.law(null), all, space.separation(), true, Fraction.ZERO, true);
        if (found.point() != null) {
            samples.add(found.point());
        }
        return found.point() != null || !found.isProven();
    }

    /**
     * The requirements without the alternatives that contradict those which leave no choice; nearly every question needs
     * far fewer branches then.
     */
    private List<Requirement> possible() {
        List<Requirement> known = possible;
        if (known == null) {
            known = requirements;
            int before;
            do {
                List<List<Inequality>> rows = List.of(space.law(null), plain(known));
                before = rows.get(1).size();
                solved.solve(rows);
                known = known.stream()
                        .map(one -> new Requirement(one.alternatives().stream()
                                .filter(some -> one.isPlain() || isPossible(rows, some))
                                .toList()))
                        .toList();
            } while (plain(known).size() > before);
            possible = known;
        }
        return known;
    }

    /** Whether some weights satisfy an alternative and the rows, to which the state has been moved. */
    private boolean isPossible(List<List<Inequality>> rows, List<Inequality> further) {
        if (further.stream().allMatch(row -> row.holds(widest()))) {
            return true;
        }
        ExactSimplex state = solved.copy();
        return state.solve(List.of(rows.get(0), rows.get(1), further))
                && state.point().get(space.separation()).signum() >= 0;
    }
}
