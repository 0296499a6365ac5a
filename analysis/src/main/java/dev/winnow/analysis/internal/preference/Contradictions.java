package dev.winnow.analysis.internal.preference;

import dev.winnow.analysis.internal.preference.RegionSearch.Result;
import dev.winnow.model.value.Fraction;
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

    /** Maximum number of subsets of one size that are searched. */
    private static final int MOST_LISTED = 20_000;

    /**
     * Finds the contradictions of requirements that no weights satisfy.
     *
     * @param first sets that are known to contradict each other, such as pairs
     * @param change a set without which weights are known to satisfy the others; null if none is known
     */
    static Contradictions of(
            WeightSpace space, List<Requirement> requirements, List<BitSet> first, @Nullable BitSet change) {
        return new Finder(space, requirements, first).find(change);
    }

    private static final class Finder {

        private final WeightSpace space;
        private final List<Requirement> requirements;
        private final List<Inequality> law;
        private final List<BitSet> sets;
        private int tried;

        Finder(WeightSpace space, List<Requirement> requirements, List<BitSet> first) {
            this.space = space;
            this.requirements = requirements;
            this.law = space.law(null);
            this.sets = new ArrayList<>(first);
        }

        Contradictions find(@Nullable BitSet change) {
            List<BitSet> level = List.of(new BitSet());
            int size = 0;
            while (!level.isEmpty() && tried < MOST_TRIED) {
                List<BitSet> changes = new ArrayList<>();
                Set<BitSet> next = new LinkedHashSet<>();
                for (BitSet without : level) {
                    if (tried >= MOST_TRIED) {
                        break;
                    }
                    BitSet set = contradiction(without);
                    if (set == null) {
                        changes.add(without);
                        continue;
                    }
                    set.stream().forEach(one -> {
                        BitSet more = (BitSet) without.clone();
                        more.set(one);
                        next.add(more);
                    });
                }
                if (!changes.isEmpty()) {
                    return result(changes, size, tried < MOST_TRIED);
                }
                if (tried >= MOST_TRIED || next.size() > MOST_LISTED) {
                    break;
                }
                level = List.copyOf(next);
                size++;
            }
            BitSet greedy = fewer(greedy());
            BitSet known = change == null ? greedy : fewer((BitSet) change.clone());
            return result(
                    List.of(known.cardinality() < greedy.cardinality() ? known : greedy),
                    Math.max(size, disjoint()),
                    false);
        }

        private Contradictions result(List<BitSet> changes, int atLeast, boolean isComplete) {
            List<BitSet> sorted = sets.stream()
                    .sorted(Comparator.comparingInt(BitSet::cardinality).thenComparing(Finder::inOrder))
                    .toList();
            return new Contradictions(sorted, changes, atLeast, isComplete);
        }

        private static int inOrder(BitSet one, BitSet other) {
            return Arrays.compare(one.stream().toArray(), other.stream().toArray());
        }

        /** A set that contradicts itself without some requirements, known or new; null if there is none. */
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
            BitSet found = refuted(all);
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

        /** The requirements that prove that some contradict each other; null if weights satisfy them. */
        private @Nullable BitSet refuted(BitSet some) {
            List<Requirement> list = some.stream().mapToObj(requirements::get).toList();
            int separation = space.separation();
            Result found = RegionSearch.search(
                    space.start(separation, true, null), law, list, separation, true, Fraction.ZERO, true);
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
                if (contradiction(without) != null) {
                    without.set(one);
                }
            }
            return without;
        }

        /** The number of contradictions without common members: each needs a change of its own. */
        private int disjoint() {
            BitSet taken = new BitSet();
            int count = 0;
            for (BitSet set : sets.stream()
                    .sorted(Comparator.comparingInt(BitSet::cardinality).thenComparing(Finder::inOrder))
                    .toList()) {
                if (!set.intersects(taken)) {
                    taken.or(set);
                    count++;
                }
            }
            return count;
        }
    }
}
