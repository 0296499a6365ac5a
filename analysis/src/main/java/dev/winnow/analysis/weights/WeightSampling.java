package dev.winnow.analysis.weights;

import dev.winnow.engine.RulePack;
import dev.winnow.language.Criterion;
import dev.winnow.language.internal.pack.Importance;
import dev.winnow.model.result.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Draws weights, for each side uniformly from all that add up to 1 and keep to the order of importance.
 * <p>Exponential numbers divided by their sum are uniform among the weights that add up to 1, and all orders among them
 * are equally likely. So one of the orders that keep to the pack's is drawn, each with the same probability, and the
 * numbers are assigned to it, largest first.
 */
public final class WeightSampling {

    /** Maximum number of admissible sets of heavier criteria in a group that is sampled. */
    private static final int MOST_SETS = 500_000;

    private static final int LARGEST_GROUP = 60;

    /** Maximum number of members of a small group, whose counts are kept in an array. */
    private static final int FEW = 12;

    /** Criteria of one side that the order connects. */
    private static final class Group {

        private final int[] members;
        /** For each member, the set of members that must weigh at least as much. */
        private final long[] before;
        /** Number of orders of the remaining members, by the set of those taken. */
        private final Map<Long, Double> ways = new HashMap<>();
        /** Number of orders of a small group's remaining members, by the set of those taken. */
        private final double[] few;

        /** @param members the numbers of the criteria */
        Group(int[] members, long[] before) {
            this.members = members;
            this.before = before;
            this.few = new double[members.length > FEW ? 0 : 1 << members.length];
            Arrays.fill(few, Double.NaN);
        }

        int size() {
            return members.length;
        }

        int member(int place) {
            return members[place];
        }

        /** Number of orders after some members were taken; below 0 if there are too many sets to count. */
        double count(long taken) {
            if (taken == (1L << members.length) - 1) {
                return 1;
            }
            if (few.length > 0) {
                if (Double.isNaN(few[(int) taken])) {
                    few[(int) taken] = counted(taken);
                }
                return few[(int) taken];
            }
            Double known = ways.get(taken);
            if (known != null) {
                return known;
            }
            double count = counted(taken);
            if (count >= 0) {
                ways.put(taken, count);
            }
            return count;
        }

        private double counted(long taken) {
            double count = 0;
            for (int i = 0; i < members.length; i++) {
                if (mayFollow(i, taken)) {
                    double more = ways.size() > MOST_SETS ? -1 : count(taken | 1L << i);
                    if (more < 0) {
                        return -1;
                    }
                    count += more;
                }
            }
            return count;
        }

        boolean mayFollow(int member, long taken) {
            return (taken >> member & 1) == 0 && (before[member] & ~taken) == 0;
        }
    }

    private final int criteria;
    private final Group[][] sides;

    private WeightSampling(int criteria, Group[][] sides) {
        this.criteria = criteria;
        this.sides = sides;
    }

    /**
     * {@return weightings, each with the weights of all criteria, in the order of the pack; those of a side add up to
     * 1. Null if the pack's order admits too many orders to count}
     *
     * @param samples the number of weightings
     * @param seed equal seeds draw equal weightings, which are shared and must not be changed
     */
    public static double @Nullable [][] draw(RulePack pack, int samples, long seed) {
        return pack.derived(Last.class, Last::new).draw(pack, samples, seed);
    }

    /** The last weightings drawn for a pack: a service draws the same for each request. */
    private static final class Last {

        /** Maximum number of cached weightings, which take a megabyte. */
        private static final int MAX_KEPT = 10_000;

        private int samples = -1;
        private long seed;
        private double @Nullable [][] weightings;

        synchronized double @Nullable [][] draw(RulePack pack, int many, long from) {
            if (samples == many && seed == from) {
                return weightings;
            }
            WeightSampling sampling = of(pack.criteria(), pack.order());
            double[][] drawn = sampling == null ? null : sampling.draw(many, from);
            if (many <= MAX_KEPT) {
                samples = many;
                seed = from;
                weightings = drawn;
            }
            return drawn;
        }
    }

    /** Returns null if the order of importance has too many admissible sets to count. */
    static @Nullable WeightSampling of(List<Criterion> criteria, List<Importance> order) {
        List<Group[]> sides = new ArrayList<>();
        for (Side side : Side.values()) {
            Group[] groups = groups(side, criteria, order);
            for (Group group : groups) {
                if (group.size() > LARGEST_GROUP || group.count(0) < 0) {
                    return null;
                }
            }
            sides.add(groups);
        }
        return new WeightSampling(criteria.size(), sides.toArray(Group[][]::new));
    }

    private static Group[] groups(Side side, List<Criterion> criteria, List<Importance> order) {
        int[] group = new int[criteria.size()];
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
            numbers.put(criteria.get(i).id(), i);
        }
        for (Importance line : order) {
            int into = group[numbers.getOrDefault(line.more(), 0)];
            int from = group[numbers.getOrDefault(line.less(), 0)];
            for (int i = 0; i < group.length; i++) {
                group[i] = group[i] == from ? into : group[i];
            }
        }
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < group.length; i++) {
            if (criteria.get(i).side() == side && firstOf(group, i)) {
                groups.add(group(i, group, criteria, order));
            }
        }
        return groups.toArray(Group[]::new);
    }

    private static boolean firstOf(int[] group, int number) {
        for (int i = 0; i < number; i++) {
            if (group[i] == group[number]) {
                return false;
            }
        }
        return true;
    }

    private static Group group(int first, int[] group, List<Criterion> criteria, List<Importance> order) {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < group.length; i++) {
            if (group[i] == group[first]) {
                members.add(i);
            }
        }
        long[] before = new long[members.size()];
        List<String> ids =
                members.stream().map(number -> criteria.get(number).id()).toList();
        for (Importance line : order) {
            if (ids.contains(line.less())) {
                before[ids.indexOf(line.less())] |= 1L << ids.indexOf(line.more());
            }
        }
        return new Group(members.stream().mapToInt(Integer::intValue).toArray(), before);
    }

    /**
     * Draws weightings, each with the weights of all criteria, in the order of the pack; those of a side add up to 1.
     */
    double[][] draw(int samples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] weightings = new double[samples][];
        for (int i = 0; i < samples; i++) {
            weightings[i] = draw(random);
        }
        return weightings;
    }

    private double[] draw(SplittableRandom random) {
        double[] weights = new double[criteria];
        for (Group[] groups : sides) {
            int[] order = order(groups, random);
            double[] sizes = new double[order.length];
            double sum = 0;
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = -StrictMath.log(1 - unit(random));
                sum += sizes[i];
            }
            Arrays.sort(sizes);
            for (int i = 0; i < order.length; i++) {
                weights[order[i]] = sizes[order.length - 1 - i] / sum;
            }
        }
        return weights;
    }

    /** Draws one of the orders that keep to the pack's, heaviest first. */
    private static int[] order(Group[] groups, SplittableRandom random) {
        int length = 0;
        for (Group group : groups) {
            length += group.size();
        }
        int[] order = new int[length];
        long[] taken = new long[groups.length];
        for (int i = 0; i < length; i++) {
            double at = unit(random) * (length - i);
            int chosen = groups.length - 1;
            for (int j = 0; j < groups.length; j++) {
                int left = groups[j].size() - Long.bitCount(taken[j]);
                at -= left;
                if (left > 0 && at < 0) {
                    chosen = j;
                    break;
                }
            }
            Group group = groups[chosen];
            int next = next(group, taken[chosen], random);
            taken[chosen] |= 1L << next;
            order[i] = group.member(next);
        }
        return order;
    }

    private static int next(Group group, long taken, SplittableRandom random) {
        double drawn = unit(random);
        if (group.size() == 1) {
            return 0;
        }
        double at = drawn * group.count(taken);
        int last = -1;
        for (int i = 0; i < group.size(); i++) {
            if (group.mayFollow(i, taken)) {
                last = i;
                at -= group.count(taken | 1L << i);
                if (at < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    /** Uniform in [0, 1), from the bits alone, so that every machine draws the same. */
    private static double unit(SplittableRandom random) {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }
}
