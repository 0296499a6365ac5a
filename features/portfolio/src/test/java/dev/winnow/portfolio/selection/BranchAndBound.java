package dev.winnow.portfolio.selection;

import dev.winnow.portfolio.selection.Choice.Status;
import dev.winnow.portfolio.selection.SelectionProblem.JointValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The oracle of {@link Solver}: a depth-first search in whole numbers that skips branches whose bound shows no better
 * set. The bound is the worth of the rest if the last option that fits a budget could be taken in part (Dantzig 1957).
 */
final class BranchAndBound {

    private BranchAndBound() {}

    static Choice choose(SelectionProblem problem) {
        return new Search(problem).run();
    }

    /** One search. */
    private static final class Search {

        private final SelectionProblem problem;
        private final int size;
        /** The options in the order in which they are decided. */
        private final int[] order;
        /**
         * Upper bound of the gain at each position: the worth of its option, and of the joint values that it may
         * complete.
         */
        private final long[] gains;
        /** The other joint values that each position completes. */
        private final List<List<JointValue>> completed = new ArrayList<>();

        private final List<Row> rows;
        private final BitSet chosen = new BitSet();
        private @Nullable BitSet best;
        private long bestWorth;

        Search(SelectionProblem problem) {
            this.problem = problem;
            this.size = problem.size();
            List<Long> costs = costs(problem);
            this.order = problem.byWorthForCost(costs).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            int[] place = new int[size];
            for (int i = 0; i < size; i++) {
                place[order[i]] = i;
                completed.add(new ArrayList<>());
            }
            this.gains = IntStream.of(order)
                    .mapToLong(option -> problem.worths().get(option))
                    .toArray();
            for (JointValue one : problem.together()) {
                int last = one.options().stream()
                        .mapToInt(option -> place[option])
                        .max()
                        .orElseThrow();
                completed.get(last).add(one);
                gains[last] += Math.max(0, one.worth());
            }
            this.rows = problem.constraints().stream()
                    .map(one -> new Row(one, order, gains))
                    .toList();
        }

        /** The weights of the constraint on most options: a budget, if there is one. */
        private static List<Long> costs(SelectionProblem problem) {
            Constraint widest = null;
            for (Constraint one : problem.constraints()) {
                boolean budget =
                        one.most() != null && one.weights().values().stream().allMatch(weight -> weight >= 0);
                if (budget
                        && (widest == null
                                || one.weights().size() > widest.weights().size())) {
                    widest = one;
                }
            }
            Constraint budget = widest;
            return IntStream.range(0, problem.size())
                    .mapToObj(i -> budget == null ? 1L : budget.weights().getOrDefault(i, 0L))
                    .toList();
        }

        Choice run() {
            follow(0, 0);
            if (best == null) {
                return Choice.none(Status.IMPOSSIBLE);
            }
            return Choice.of(problem, best, true, 0);
        }

        private void follow(int at, long worth) {
            if (rows.stream().anyMatch(row -> row.isHopeless(at))) {
                return;
            }
            if (at == size) {
                if ((best == null || worth > bestWorth) && problem.isPaid(chosen)) {
                    best = (BitSet) chosen.clone();
                    bestWorth = worth;
                }
                return;
            }
            if (best != null && bound(at, worth) <= bestWorth) {
                return;
            }
            take(at, true);
            long with = worth + problem.worths().get(order[at]);
            for (JointValue one : completed.get(at)) {
                with += one.isWithin(chosen) ? one.worth() : 0;
            }
            if (problem.sources().sources().isEmpty() || problem.isPaid(chosen)) {
                follow(at + 1, with);
            }
            take(at, false);
            follow(at + 1, worth);
        }

        private void take(int at, boolean in) {
            chosen.set(order[at], in);
            for (Row row : rows) {
                row.sum += in ? row.weights[at] : -row.weights[at];
            }
        }

        /** Upper bound of the worth of any set that continues from here. */
        private long bound(int from, long worth) {
            long rest = 0;
            for (int i = from; i < size; i++) {
                rest += Math.max(0, gains[i]);
            }
            for (Row row : rows) {
                rest = row.isBudget ? Math.min(rest, row.room(from, rest)) : rest;
            }
            return worth + rest;
        }
    }

    /** A constraint during the search. */
    private static final class Row {

        private final long[] weights;
        private final long[] gains;
        private final long least;
        private final long most;
        /** For each position, the sum of the positive weights from there on, and of the negative ones. */
        private final long[] rise;

        private final long[] fall;
        private final boolean isBudget;
        /** The positions by gain per weight. */
        private final int[] byGain;

        private long sum;

        Row(Constraint constraint, int[] order, long[] gains) {
            this.gains = gains;
            this.weights = IntStream.of(order)
                    .mapToLong(option -> constraint.weights().getOrDefault(option, 0L))
                    .toArray();
            Long low = constraint.least();
            Long high = constraint.most();
            this.least = low == null ? Long.MIN_VALUE : low;
            this.most = high == null ? Long.MAX_VALUE : high;
            this.rise = new long[weights.length + 1];
            this.fall = new long[weights.length + 1];
            for (int i = weights.length - 1; i >= 0; i--) {
                rise[i] = rise[i + 1] + Math.max(0, weights[i]);
                fall[i] = fall[i + 1] + Math.min(0, weights[i]);
            }
            this.isBudget = high != null && fall[0] == 0;
            this.byGain = IntStream.range(0, weights.length)
                    .boxed()
                    .sorted((one, other) -> Double.compare(ratio(other), ratio(one)))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        private double ratio(int at) {
            return weights[at] == 0 ? Double.POSITIVE_INFINITY : (double) gains[at] / weights[at];
        }

        /** Whether no choice from a position on can bring the sum within the bounds. */
        boolean isHopeless(int at) {
            return sum + fall[at] > most || sum + rise[at] < least;
        }

        /**
         * Upper bound of the gain from a position on, within the budget.
         *
         * @param enough a gain above which the bound need not be exact
         */
        long room(int from, long enough) {
            long left = most - sum;
            long gained = 0;
            for (int at : byGain) {
                if (at >= from && gains[at] > 0) {
                    if (weights[at] > left) {
                        return gained + (long) Math.ceil((double) gains[at] * left / weights[at]) + 1;
                    }
                    left -= weights[at];
                    gained += gains[at];
                    if (gained >= enough) {
                        return gained;
                    }
                }
            }
            return gained;
        }
    }
}
