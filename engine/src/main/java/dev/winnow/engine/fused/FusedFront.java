package dev.winnow.engine.fused;

import dev.winnow.engine.evaluate.Share;
import dev.winnow.language.syntax.Pattern;
import dev.winnow.model.value.Amount;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The evaluated front of a rule in a city: the matches of its patterns before the candidate's. */
final class FusedFront {

    /** One match of a front. */
    static final class Tuple {

        private final @Nullable Object[] facts;
        private final Amount[] ends;
        private final int truth;
        private final int row;
        private final @Nullable Share share;
        private final FusedRule.@Nullable Suggestion suggestion;

        /**
         * @param facts the facts of its patterns, by their index
         * @param ends the intervals of its counts and sums; none if it has none
         * @param truth how far it holds
         * @param row the row that candidates look up; 0 if none is
         * @param share what it earns, or the ceiling it sets; null if that depends on the candidate
         * @param suggestion what it suggests; null if it suggests nothing, or that depends on the candidate
         */
        Tuple(
                @Nullable Object[] facts,
                Amount[] ends,
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

        /** What it earns, or the ceiling it sets; null if that depends on the candidate. */
        @Nullable
        Share share() {
            return share;
        }

        /** What it suggests; null if it suggests nothing, or that depends on the candidate. */
        FusedRule.@Nullable Suggestion suggestion() {
            return suggestion;
        }

        /** How far it holds. */
        int truth() {
            return truth;
        }

        /** Copies its facts and intervals into arrays. */
        void putInto(@Nullable Object[] otherFacts, Amount[] otherEnds) {
            System.arraycopy(facts, 0, otherFacts, 0, facts.length);
            System.arraycopy(ends, 0, otherEnds, 0, ends.length);
        }
    }

    /**
     * Up to this number of possible matches, matches are not counted nor their reasons measured; the same as in a
     * session.
     */
    static final int FEW = 100;

    private final FusedRule rule;
    private final int joint;
    private final boolean endsHere;
    private final boolean bare;
    private final Tuple[] tuples;
    private final @Nullable BoundStep looked;
    private final BoundStep[] behind;
    private final int @Nullable [] milestones;
    private final boolean counted;
    private final int[] matched;
    private final int[] from;
    private final @Nullable TriBitSet matching;
    private int best = Conditions.NOT;

    /**
     * @param found the matches of the front
     * @param looked the rows that candidates look up; null if there are none
     * @param behind the steps after the candidate; the city has no milestones, as they belong to the candidate
     * @param milestones by step after the candidate, its number among steps over milestones, -1 if it is none of them; null if
     *     none is
     * @param ways the most matches that there can be for one candidate, not counting milestones
     */
    FusedFront(
            FusedRule rule,
            List<Tuple> found,
            @Nullable BoundStep looked,
            BoundStep[] behind,
            int @Nullable [] milestones,
            long ways) {
        this.rule = rule;
        this.tuples = found.toArray(Tuple[]::new);
        this.looked = looked;
        this.behind = behind;
        this.milestones = milestones;
        this.joint = rule.candidate().joint();
        List<Pattern> patterns = rule.checked().rule().patterns();
        int[] facts = new int[patterns.size()];
        int many = 0;
        for (int i = 0; i < facts.length; i++) {
            if (patterns.get(i).kind() == Pattern.Kind.FACT) {
                facts[many++] = i;
            }
        }
        this.matched = Arrays.copyOf(facts, many);
        this.counted = ways > FEW;
        this.endsHere = joint < 0 && behind.length == 0 && !counted;
        this.bare = endsHere && rule.earnsTheSame() && !rule.suggests();
        this.from = new int[looked == null ? 0 : looked.table().size() + 1];
        this.matching = looked == null ? null : TriBitSet.none(looked.table().words());
        for (Tuple tuple : tuples) {
            mark(tuple);
        }
        if (looked != null) {
            Arrays.sort(tuples, (one, other) -> Integer.compare(one.row, other.row));
            for (Tuple tuple : tuples) {
                from[tuple.row + 1]++;
            }
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
     * The rows for which the front matches, of those that candidates look up. Where no other condition remains, the
     * rule holds for a candidate as far as a row is both among these and among those that it looks up. Null if none are
     * looked up.
     */
    @Nullable
    TriBitSet matching() {
        return matching;
    }

    /** By step after the candidate, its number among steps over milestones, or -1; null if none is over milestones. */
    int @Nullable [] milestones() {
        return milestones;
    }

    /** The indexes of the rule's patterns that match a fact. */
    int[] matched() {
        return matched;
    }

    /** The truth of the best match of the front. */
    int best() {
        return best;
    }

    /** Whether matches must be counted and their reasons measured, as there may be many. */
    boolean isCounted() {
        return counted;
    }

    /** Whether the rule has no conditions after the front but those on the candidate alone and its look-ups. */
    boolean endsHere() {
        return endsHere;
    }

    /** Whether also each match earns the same, so that matches need not be enumerated. */
    boolean isBare() {
        return bare;
    }

    /** The number of the conditions on the candidate and the front together; -1 for none. */
    int joint() {
        return joint;
    }

    FusedRule rule() {
        return rule;
    }

    /** The number of matches of the front. */
    int tuples() {
        return tuples.length;
    }

    /** A match of the front; they are sorted by the row that candidates look up. */
    Tuple tuple(int number) {
        return tuples[number];
    }

    /** The index of the first tuple of a row that candidates look up, or the end of the tuples of the row before. */
    int from(int row) {
        return from[row];
    }

    /** The rows that candidates look up; null if there are none. */
    @Nullable
    BoundStep looked() {
        return looked;
    }

    /** The steps after the candidate, for one that has reached no milestone. */
    BoundStep[] behind() {
        return behind;
    }
}
