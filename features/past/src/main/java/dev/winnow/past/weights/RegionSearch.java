package dev.winnow.past.weights;

import dev.winnow.model.value.Fraction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the point with the largest objective that satisfies all requirements. Alternatives are tried one after another,
 * beginning with that which the best point so far violates least; those that cannot be better are skipped, and so are
 * the alternatives of a requirement on which the proof does not depend. Exact. Not thread-safe.
 */
final class RegionSearch {

    /** Maximum work of a search, in multiplications; five thousand decisions with 3 % errors need 0.3 billion. */
    static final long MOST_WORK = 20_000_000_000L;

    private final List<List<Inequality>> rows = new ArrayList<>();
    private final List<Requirement> open;
    private final boolean any;
    private long work;
    private @Nullable Fraction best;
    private @Nullable Point point;
    private BitSet proof = new BitSet();
    private BitSet tight = new BitSet();
    private boolean exhausted;
    private final int objective;
    private final boolean largest;

    /**
     * The result of a search.
     *
     * @param point the best point; null if none is better than the given bound
     * @param tight the owners of the inequalities that keep this point from being better
     * @param proof the owners of the inequalities that keep all points from being better
     * @param isProven whether the search was completed
     * @param work the work of the search, in multiplications
     */
    record Result(@Nullable Point point, BitSet tight, BitSet proof, boolean isProven, long work) {}

    private RegionSearch(
            List<Inequality> law,
            List<Requirement> requirements,
            int objective,
            boolean largest,
            @Nullable Fraction bound,
            boolean any) {
        this.objective = objective;
        this.largest = largest;
        this.best = bound;
        this.any = any;
        rows.add(law);
        rows.add(requirements.stream()
                .filter(Requirement::isPlain)
                .flatMap(one -> one.alternatives().get(0).stream())
                .toList());
        open = requirements.stream().filter(one -> !one.isPlain()).toList();
    }

    /**
     * Searches the best point.
     *
     * @param start the state from which to start; it is not changed
     * @param law the inequalities that always apply
     * @param requirements the requirements
     * @param objective the variable that the start optimises
     * @param largest whether it is to be large
     * @param bound only points beyond this value count; null for all
     * @param any whether the first such point suffices
     */
    static Result search(
            ExactSimplex start,
            List<Inequality> law,
            List<Requirement> requirements,
            int objective,
            boolean largest,
            @Nullable Fraction bound,
            boolean any) {
        RegionSearch search = new RegionSearch(law, requirements, objective, largest, bound, any);
        search.proof = search.explore(start.copy());
        return new Result(search.point, search.tight, search.proof, !search.exhausted, search.work);
    }

    private boolean isBetter(Point other) {
        Fraction known = best;
        if (known == null) {
            return true;
        }
        int order = other.get(objective).compareTo(known);
        return largest ? order > 0 : order < 0;
    }

    /** Whether the search may end. */
    private boolean isOver() {
        return exhausted || (any && point != null);
    }

    /** Searches below a state; returns the owners of inequalities that prove that nothing better is there. */
    private BitSet explore(ExactSimplex state) {
        long before = state.work();
        boolean solved = state.solve(rows);
        work += state.work() - before;
        exhausted |= work > MOST_WORK;
        if (!solved) {
            return state.contradiction();
        }
        Point at = state.point();
        if (!isBetter(at)) {
            return state.proof();
        }
        Requirement choice = choice(at);
        if (choice == null) {
            best = at.get(objective);
            point = at;
            tight = state.proof();
            return state.proof();
        }
        BitSet owners = new BitSet();
        int owner = choice.alternatives().get(0).get(0).owner();
        List<List<Inequality>> alternatives = choice.alternatives().stream()
                .sorted(Comparator.comparingDouble(one -> Requirement.excess(one, at)))
                .toList();
        for (List<Inequality> alternative : alternatives) {
            if (isOver()) {
                return owners;
            }
            rows.add(alternative);
            BitSet below = explore(state.copy());
            rows.remove(rows.size() - 1);
            if (!isOver() && !below.get(owner)) {
                return below;
            }
            owners.or(below);
        }
        return owners;
    }

    /** The requirement that a point violates most; null if it satisfies all. */
    private @Nullable Requirement choice(Point at) {
        Requirement worst = null;
        double most = 0;
        for (Requirement one : open) {
            double excess = one.excess(at);
            if ((worst == null || excess > most) && !one.holds(at)) {
                worst = one;
                most = excess;
            }
        }
        return worst;
    }
}
