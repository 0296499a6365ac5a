package dev.winnow.past.weights;

import dev.winnow.model.value.Fraction;
import dev.winnow.past.weights.RegionSearch.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Requirements that no weights satisfy together, and the fewest to give up. Sets are named by the positions of their
 * requirements.
 *
 * @param sets sets that contradict each other, and would not without any one member; smaller sets first
 * @param changes the smallest sets of requirements without which some weights satisfy the others; if they are not
 *     proven to be smallest, a single one
 * @param atLeast the number of requirements to give up at least
 * @param isComplete whether {@code changes} lists all sets of this size
 */
record Contradictions(List<BitSet> sets, List<BitSet> changes, int atLeast, boolean isComplete) {

    /** Maximum number of subsets that are searched for the fewest to give up. */
    private static final int MOST_TRIED = 400;

    /** Maximum work, in multiplications; five thousand decisions with 3 % errors need 52 billion. */
    private static final long MOST_WORK = 120_000_000_000L;

    /** Maximum number of subsets of one size that are searched. */
    private static final int MOST_LISTED = 20_000;

    /**
     * Finds the contradictions of requirements that no weights satisfy.
     *
     * @param first sets that are known to contradict each other, such as pairs
     * @param change a set without which weights are known to satisfy the others
     */
    static Contradictions of(WeightSpace space, List<Requirement> requirements, List<BitSet> first, BitSet change) {
        return of(space, requirements, first, change, MOST_WORK);
    }

    /** Finds the contradictions with at most some work, in multiplications. */
    static Contradictions of(
            WeightSpace space, List<Requirement> requirements, List<BitSet> first, BitSet change, long mostWork) {
        return new Finder(space, requirements, first, mostWork).find(change);
    }

    private static final class Finder {

        private final WeightSpace space;
        private final List<Requirement> requirements;
        private final List<Inequality> law;
        private final List<BitSet> sets;
        private int tried;
        private long work;
        private final long mostWork;
        private boolean exhausted;

        Finder(WeightSpace space, List<Requirement> requirements, List<BitSet> first, long mostWork) {
            this.mostWork = mostWork;
            this.space = space;
            this.requirements = requirements;
            this.law = space.law(null);
            this.sets = new ArrayList<>(first);
        }

        Contradictions find(BitSet change) {
            List<BitSet> level = choices() > MOST_TRIED ? List.of() : List.of(new BitSet());
            int size = 0;
            while (!level.isEmpty() && !exhausted && tried < MOST_TRIED) {
                List<BitSet> changes = new ArrayList<>();
                Set<BitSet> next = new LinkedHashSet<>();
                for (BitSet without : level) {
                    if (exhausted || tried >= MOST_TRIED) {
                        break;
                    }
                    BitSet set = contradiction(without);
                    if (set != null) {
                        set.stream().forEach(one -> {
                            BitSet more = (BitSet) without.clone();
                            more.set(one);
                            next.add(more);
                        });
                    } else if (!exhausted) {
                        changes.add(without);
                    }
                }
                if (!changes.isEmpty()) {
                    return result(changes, size, !exhausted && tried < MOST_TRIED);
                }
                if (exhausted || tried >= MOST_TRIED || next.size() > MOST_LISTED) {
                    break;
                }
                level = List.copyOf(next);
                size++;
            }
            return result(List.of(few(change)), Math.max(size, apart().size()), false);
        }

        /**
         * Finds contradictions without common members until none is left, and returns the number of ways to give up a
         * member of each.
         */
        private long choices() {
            BitSet taken = new BitSet();
            long choices = 1;
            for (BitSet set = contradiction(taken); set != null; set = contradiction(taken)) {
                taken.or(set);
                choices = Math.min(choices * set.cardinality(), Integer.MAX_VALUE);
            }
            return choices;
        }

        /** A small set without which weights satisfy the others; the given one if no smaller one is found. */
        private BitSet few(BitSet change) {
            BitSet greedy = greedy();
            BitSet fewer = exhausted ? change : fewer(greedy);
            return change.cardinality() < fewer.cardinality() ? fewer((BitSet) change.clone()) : fewer;
        }

        private Contradictions result(List<BitSet> changes, int atLeast, boolean isComplete) {
            return new Contradictions(bySize(), changes, atLeast, isComplete);
        }

        private List<BitSet> bySize() {
            return sets.stream()
                    .sorted(Comparator.comparingInt(BitSet::cardinality).thenComparing(Finder::inOrder))
                    .toList();
        }

        private static int inOrder(BitSet one, BitSet other) {
            return Arrays.compare(one.stream().toArray(), other.stream().toArray());
        }

        /**
         * A set that contradicts itself without some requirements, known or new; null if there is none, or if the search
         * is exhausted.
         */
        private @Nullable BitSet contradiction(BitSet without) {
            for (BitSet known : sets) {
                if (!known.intersects(without)) {
                    return known;
                }
            }
            tried++;
            BitSet all = new BitSet();
            all.set(0, requirements.size());
            all.andNot(without);
            BitSet found = exhausted ? null : refuted(all);
            if (found != null) {
                sets.add(smallest(found));
                return sets.get(sets.size() - 1);
            }
            return null;
        }

        /** Leaves out every member without which the others still contradict each other. */
        private BitSet smallest(BitSet found) {
            BitSet left = found;
            for (int one = left.length() - 1; one >= 0; one = left.previousSetBit(one - 1)) {
                BitSet fewer = (BitSet) left.clone();
                fewer.clear(one);
                BitSet still = refuted(fewer);
                left = still == null ? left : still;
            }
            return left;
        }

        /**
         * The requirements that prove that some contradict each other; null if weights satisfy them, or if the search is
         * exhausted.
         */
        private @Nullable BitSet refuted(BitSet some) {
            List<Requirement> list = some.stream().mapToObj(requirements::get).toList();
            int separation = space.separation();
            Result found = RegionSearch.search(
                    space.start(separation, true, null), law, list, separation, true, Fraction.ZERO, true);
            work += found.work();
            exhausted |= (found.point() == null && !found.isProven()) || work > mostWork;
            return found.point() != null || !found.isProven() ? null : found.proof();
        }

        /** Gives up members of contradictions until none is left. */
        private BitSet greedy() {
            BitSet without = new BitSet();
            for (BitSet set = contradiction(without); set != null; set = contradiction(without)) {
                int most = -1;
                long often = 0;
                for (int one = set.nextSetBit(0); one >= 0; one = set.nextSetBit(one + 1)) {
                    int number = one;
                    long count =
                            sets.stream().filter(known -> known.get(number)).count();
                    if (count > often) {
                        most = one;
                        often = count;
                    }
                }
                without.set(most);
            }
            return without;
        }

        /** Takes back the requirements that fit again. */
        private BitSet fewer(BitSet without) {
            for (int one = without.nextSetBit(0); one >= 0; one = without.nextSetBit(one + 1)) {
                without.clear(one);
                if (contradiction(without) != null || exhausted) {
                    without.set(one);
                }
            }
            return without;
        }

        /** Contradictions without common members: each needs a change of its own. */
        private List<BitSet> apart() {
            BitSet taken = new BitSet();
            List<BitSet> apart = new ArrayList<>();
            for (BitSet set : bySize()) {
                if (!set.intersects(taken)) {
                    taken.or(set);
                    apart.add(set);
                }
            }
            return apart;
        }
    }
}
