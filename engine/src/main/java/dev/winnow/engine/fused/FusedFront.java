package dev.winnow.engine.fused;

import dev.winnow.engine.compile.Conditions;
import dev.winnow.engine.evaluate.Share;
import dev.winnow.model.domain.Milestone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule in a city: what its front comes to there, ready for candidates. */
final class FusedFront {

    /** One way in which a front holds. */
    static final class Tuple {

        private final @Nullable Object[] facts;
        private final double[] ends;
        private final int truth;
        private final int row;
        private final @Nullable Share share;
        private final FusedRule.@Nullable Suggestion suggestion;

        /**
         * @param facts what its patterns matched, at their places
         * @param ends what its counts and sums come to
         * @param truth how far it holds
         * @param row the row that candidates look up; 0 if none is
         * @param share what it earns, or the ceiling it sets; null if that hangs on the candidate
         * @param suggestion what it suggests; null if it suggests nothing, or that hangs on the candidate
         */
        Tuple(
                @Nullable Object[] facts,
                double[] ends,
                int truth,
                int row,
                @Nullable Share share,
                FusedRule.@Nullable Suggestion suggestion) {
            this.facts = facts;
            this.ends = ends;
            this.truth = truth;
            this.row = row;
            this.share = share;
            this.suggestion = suggestion;
        }

        /** What it earns, or the ceiling it sets; null if that hangs on the candidate. */
        @Nullable
        Share share() {
            return share;
        }

        /** What it suggests; null if it suggests nothing, or that hangs on the candidate. */
        FusedRule.@Nullable Suggestion suggestion() {
            return suggestion;
        }

        /** How far it holds. */
        int truth() {
            return truth;
        }

        /** Hands over what it is made of. */
        void putInto(@Nullable Object[] otherFacts, double[] otherEnds) {
            System.arraycopy(facts, 0, otherFacts, 0, facts.length);
            System.arraycopy(ends, 0, otherEnds, 0, ends.length);
        }
    }

    /** So few ways in which a rule may hold at most are not counted, nor their reasons measured; as in a session. */
    static final int FEW = 100;

    private final FusedRule rule;
    private final int joint;
    private final boolean endsHere;
    private final boolean bare;
    private final List<Tuple> tuples;
    private final @Nullable BoundStep looked;
    private final List<BoundStep> behind;
    private final boolean milestones;
    private final boolean counted;
    private final int[] from;
    private final @Nullable TriBitSet matching;
    private int best = Conditions.NOT;

    /**
     * @param found the ways in which the front holds
     * @param looked the rows that candidates look up; null if there are none
     * @param behind the steps behind the candidate; in the city there are no milestones, which are the candidate's own
     * @param ways how many ways there are at most for one candidate, milestones apart
     */
    FusedFront(FusedRule rule, List<Tuple> found, @Nullable BoundStep looked, List<BoundStep> behind, long ways) {
        this.rule = rule;
        this.tuples = new ArrayList<>(found);
        this.looked = looked;
        this.behind = behind;
        this.milestones = behind.stream().anyMatch(bound -> bound.step().type().record() == Milestone.class);
        this.joint = rule.candidate().joint();
        this.counted = ways > FEW;
        this.endsHere = joint < 0 && behind.isEmpty() && !counted;
        this.bare = endsHere && rule.earnsTheSame() && !rule.suggests();
        this.from = new int[looked == null ? 0 : looked.table().size() + 1];
        this.matching = looked == null ? null : TriBitSet.none(looked.table().words());
        tuples.forEach(this::mark);
        if (looked != null) {
            tuples.sort(Comparator.comparingInt(tuple -> tuple.row));
            tuples.forEach(tuple -> from[tuple.row + 1]++);
            for (int row = 1; row < from.length; row++) {
                from[row] += from[row - 1];
            }
        }
    }

    private void mark(Tuple tuple) {
        best = Math.max(best, tuple.truth);
        if (matching != null) {
            TriBitSet.set(matching.possible(), tuple.row);
            if (tuple.truth == Conditions.CERTAINLY) {
                TriBitSet.set(matching.certain(), tuple.row);
            }
        }
    }

    /**
     * The rows for which the front holds, of those that candidates look up. Where nothing else is asked of a candidate, the
     * rule holds for it as far as some row is among these and among those that it looks up. Null if none are looked up.
     */
    @Nullable
    TriBitSet matching() {
        return matching;
    }

    /** Whether milestones are among the steps behind the candidate. */
    boolean hasMilestones() {
        return milestones;
    }

    /** How far the front holds in the best way. */
    int best() {
        return best;
    }

    /** Whether its ways must be counted, and their reasons measured: there may be many. */
    boolean isCounted() {
        return counted;
    }

    /** Whether nothing is asked behind the front but what candidates are asked alone, and what they look up. */
    boolean endsHere() {
        return endsHere;
    }

    /** Whether besides it earns the same in each way, so that its ways need not be gone through. */
    boolean isBare() {
        return bare;
    }

    /** The number of those that they are asked with what is in front of them; -1 for none. */
    int joint() {
        return joint;
    }

    FusedRule rule() {
        return rule;
    }

    /** The ways in which the front holds, by the row that candidates look up. */
    List<Tuple> tuples() {
        return tuples;
    }

    /** The place of the first way of a row that candidates look up, or of the first behind all ways of the row before. */
    int from(int row) {
        return from[row];
    }

    /** The rows that candidates look up; null if there are none. */
    @Nullable
    BoundStep looked() {
        return looked;
    }

    /** The steps behind the candidate, where it has reached no milestone. */
    List<BoundStep> behind() {
        return behind;
    }
}
