package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.evaluate.Share;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The prefix of a rule evaluated in a city: the matches of the patterns before the candidate's. */
final class CityMatches {

    /** One match of a prefix. */
    static final class Tuple {

        private final @Nullable Object[] facts;
        private final Interval[] ends;
        private final Truth truth;
        private final int row;
        private final @Nullable Share share;
        private final JoinRule.@Nullable Suggestion suggestion;
        private final int[] rows;
        private final boolean unwritten;

        /**
         * @param facts the facts of its patterns, by index
         * @param ends the intervals of its counts and sums; empty if it has none
         * @param truth whether it certainly or possibly holds
         * @param row the row that candidates look up; 0 if there is none
         * @param rows the rows read by further equalities with the candidate, in their order
         * @param share the share that it earns, or the ceiling that it sets; null if that depends on the candidate
         * @param suggestion its suggestion; null if there is none or it depends on the candidate
         */
        Tuple(
                @Nullable Object[] facts,
                Interval[] ends,
                Truth truth,
                int row,
                int[] rows,
                @Nullable Share share,
                JoinRule.@Nullable Suggestion suggestion) {
            this.facts = facts;
            this.ends = ends;
            this.truth = truth;
            this.row = row;
            this.share = share;
            this.suggestion = suggestion;
            this.rows = rows;
            this.unwritten = isAnyUnwritten(facts);
        }

        private static boolean isAnyUnwritten(@Nullable Object[] facts) {
            for (Object fact : facts) {
                if (fact != null && Vocabulary.isUnwritten(fact)) {
                    return true;
                }
            }
            return false;
        }

        /** The row read by a further equality with the candidate, by the number of the equality. */
        int row(int further) {
            return rows[further];
        }

        /** Whether it contains an unwritten row. */
        boolean isUnwritten() {
            return unwritten;
        }

        /** The share that it earns, or the ceiling that it sets; null if that depends on the candidate. */
        @Nullable
        Share share() {
            return share;
        }

        /** Its suggestion; null if there is none or it depends on the candidate. */
        JoinRule.@Nullable Suggestion suggestion() {
            return suggestion;
        }

        Truth truth() {
            return truth;
        }

        /** Copies its facts and intervals into arrays. */
        void putInto(@Nullable Object[] otherFacts, Interval[] otherEnds) {
            System.arraycopy(facts, 0, otherFacts, 0, facts.length);
            System.arraycopy(ends, 0, otherEnds, 0, ends.length);
        }
    }

    /**
     * Up to this number of possible matches, neither matches nor the length of reasons are counted; PHREAK sessions use
     * the same number.
     */
    static final int FEW = 100;

    /** Largest number of distinct values for which outcomes are cached. */
    private static final int MAX_KNOWN = 1_000;

    private static final Object NOTHING = new Object();

    private final JoinRule rule;
    private final int joint;
    private final boolean endsAtPrefix;
    private final boolean checksNewKeys;
    private final boolean plain;
    private final boolean settled;
    private final Tuple[] tuples;
    private final @Nullable BoundStep probe;
    private final Index[] further;
    private final BoundStep[] suffix;
    private final int @Nullable [] milestones;
    private final boolean counted;
    private final int[] matched;
    private final int[] from;
    private final @Nullable TriBitSet matching;
    private Truth best = Truth.NO;
    /** The look-up by the only component of the candidate that determines the outcome; null if others do too. */
    private final @Nullable BoundStep soleLookup;

    private final @Nullable Object[] known;
    /** Smallest number of a found set that determines the outcome. */
    private final int leastKnown;

    /**
     * @param found the matches of the prefix
     * @param probe the rows that candidates look up; null if there are none
     * @param further the indexes for further equalities with the candidate, in their order
     * @param suffix the steps after the candidate, without its milestones
     * @param milestones by step after the candidate, its number among steps over milestones, or -1; null if there are
     *     none
     * @param matches largest possible number of matches for one candidate, not counting milestones
     */
    CityMatches(
            JoinRule rule,
            List<Tuple> found,
            @Nullable BoundStep probe,
            Index[] further,
            BoundStep[] suffix,
            int @Nullable [] milestones,
            long matches) {
        this.rule = rule;
        this.tuples = found.toArray(Tuple[]::new);
        this.probe = probe;
        this.further = further;
        this.suffix = suffix;
        this.milestones = milestones;
        this.joint = rule.candidate().joint();
        List<Pattern> patterns = rule.checked().rule().patterns();
        int[] facts = new int[patterns.size()];
        int count = 0;
        for (int i = 0; i < facts.length; i++) {
            if (patterns.get(i).kind() == Pattern.Kind.FACT) {
                facts[count++] = i;
            }
        }
        this.matched = Arrays.copyOf(facts, count);
        this.counted = matches > FEW;
        this.checksNewKeys = rule.newKeys() >= 0 && isAnyUnwritten();
        this.endsAtPrefix = joint < 0 && !counted && !checksNewKeys && suffix.length == 0;
        this.settled =
                joint < 0 && !counted && !rule.suggests() && isIndependent() && (rule.earnsEqually() || keepsTotals());
        this.plain = settled && rule.earnsEqually();
        this.soleLookup =
                settled && !checksNewKeys && rule.dependsOnOneComponent() ? probe == null ? suffix[0] : probe : null;
        int many = soleLookup == null ? 0 : soleLookup.index(0).numbered();
        this.leastKnown = lookups() == 1 ? 0 : Index.FIRST_VALUE;
        this.known = new Object[many > MAX_KNOWN ? 0 : 2 * many];
        this.from = new int[probe == null ? 0 : probe.table().size() + 1];
        this.matching = probe == null ? null : TriBitSet.none(probe.table().words());
        for (Tuple tuple : tuples) {
            mark(tuple);
        }
        if (probe != null) {
            Arrays.sort(tuples, (one, other) -> Integer.compare(one.row, other.row));
            for (Tuple tuple : tuples) {
                from[tuple.row + 1]++;
            }
            for (int row = 1; row < from.length; row++) {
                from[row] += from[row - 1];
            }
        }
    }

    /** The number of look-ups by values of the candidate. */
    private int lookups() {
        int many = further.length + (probe == null ? 0 : probe.keys());
        for (BoundStep step : suffix) {
            many += step.keys();
        }
        return many;
    }

    private boolean isAnyUnwritten() {
        for (Tuple tuple : tuples) {
            if (tuple.isUnwritten()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the steps after the candidate are independent of the match of the prefix. */
    private boolean isIndependent() {
        for (BoundStep step : suffix) {
            if (!step.step().independent()) {
                return false;
            }
        }
        return true;
    }

    /** Whether copying a match of the prefix leaves the totals of the steps after the candidate intact. */
    private boolean keepsTotals() {
        return suffix.length == 0 || !rule.prefixHasTotals();
    }

    private void mark(Tuple tuple) {
        best = best.or(tuple.truth);
        if (matching != null) {
            TriBitSet.set(matching.possible(), tuple.row);
            if (tuple.truth == Truth.YES) {
                TriBitSet.set(matching.certain(), tuple.row);
            }
        }
    }

    /**
     * The rows looked up by candidates for which the prefix matches; null if no rows are looked up. If no other
     * condition remains, the rule holds for a candidate if a row is in this set and in the set that the candidate looks
     * up, certainly or possibly.
     */
    @Nullable
    TriBitSet matching() {
        return matching;
    }

    /** By step after the candidate, its number among steps over milestones, or -1; null if there are none. */
    int @Nullable [] milestones() {
        return milestones;
    }

    /** The indexes of the rule's patterns that match a fact. */
    int[] matched() {
        return matched;
    }

    /** The truth of the best match of the prefix. */
    Truth best() {
        return best;
    }

    /** Whether the matches and the length of reasons must be counted, because there may be many matches. */
    boolean isCounted() {
        return counted;
    }

    /** Whether the rule has no conditions after the prefix except those on the candidate alone and its look-ups. */
    boolean endsAtPrefix() {
        return endsAtPrefix;
    }

    /**
     * Whether the rule has no conditions except those on the candidate alone, its look-ups, and steps that are
     * independent of the match of the prefix.
     */
    boolean isSettled() {
        return settled;
    }

    /** Whether the rule is settled and all its matches earn the same, so that only its truth must be computed. */
    boolean isPlain() {
        return plain;
    }

    /**
     * The look-up by the only component of the candidate that {@linkplain JoinRule#dependsOnOneComponent determines the
     * outcome}; null if others do too. Candidates with the same looked-up rows and the same truth of conditions on the
     * candidate alone have the same outcome.
     */
    @Nullable
    BoundStep soleLookup() {
        return known.length == 0 ? null : soleLookup;
    }

    /**
     * Whether a found set determines the outcome. The set for values that no row has does not, if the rule looks up the
     * same value among other rows as well.
     */
    boolean determines(TriBitSet found) {
        return found.number() >= leastKnown;
    }

    /** Whether matches with an unwritten row must be checked for keys of written rows. */
    boolean checksNewKeys() {
        return checksNewKeys;
    }

    /** Whether the outcome is cached for looked-up rows and the truth of conditions on the candidate alone. */
    boolean isKnown(TriBitSet rows, Truth own) {
        return known[place(rows, own)] != null;
    }

    /** The cached outcome; null if the rule does not match. */
    @Nullable
    RuleOutcome known(TriBitSet rows, Truth own) {
        return known[place(rows, own)] instanceof RuleOutcome outcome ? outcome : null;
    }

    /** Caches an outcome. Two threads may both compute it, with equal results. */
    void keep(TriBitSet rows, Truth own, @Nullable RuleOutcome outcome) {
        known[place(rows, own)] = outcome == null ? NOTHING : outcome;
    }

    private static int place(TriBitSet rows, Truth own) {
        return 2 * rows.number() + (own == Truth.YES ? 1 : 0);
    }

    /**
     * Whether each match of the prefix has conditions beyond look-ups of rows: further equalities or checks for new
     * keys.
     */
    boolean checksMatches() {
        return further.length > 0 || checksNewKeys;
    }

    /** The number of further equalities of the candidate with rows of the prefix. */
    int further() {
        return further.length;
    }

    /** The index for a further equality. */
    Index further(int number) {
        return further[number];
    }

    /** The number of the conditions on the candidate and the prefix together; -1 for none. */
    int joint() {
        return joint;
    }

    JoinRule rule() {
        return rule;
    }

    /** The number of matches of the prefix. */
    int tuples() {
        return tuples.length;
    }

    /** A match of the prefix; sorted by the row that candidates look up. */
    Tuple tuple(int number) {
        return tuples[number];
    }

    /** The index of the first tuple of a row, which is also the end of the previous row's tuples. */
    int from(int row) {
        return from[row];
    }

    /** The rows that candidates look up; null if there are none. */
    @Nullable
    BoundStep probe() {
        return probe;
    }

    /** The steps after the candidate, for a candidate that has reached no milestone. */
    BoundStep[] suffix() {
        return suffix;
    }
}
