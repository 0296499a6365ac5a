package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.Budget;
import dev.winnow.engine.internal.evaluate.BudgetMeter;
import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.engine.internal.evaluate.Share;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.engine.internal.evaluate.WrittenKeys;
import dev.winnow.engine.internal.join.CityMatches.Tuple;
import dev.winnow.engine.internal.join.JoinStep.Equality;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Enumerates the matches of rules for candidates of one city, one candidate after another. Not thread-safe. */
final class JoinRun {

    private final Conditions conditions;
    private final WrittenKeys keys;
    private final BudgetMeter meter;
    private final Lookups lookups;
    private final NestedLoops walk;
    private final @Nullable TriBitSet[] selected = new TriBitSet[1];
    private @Nullable MatchCollector matches;
    /** Buffer of the view being built by {@link #view}; {@code view} is the number of words in use. */
    private long[] viewWords = new long[8];

    private int view;
    private @Nullable Tuple reported;

    /**
     * A run with no candidate selected.
     *
     * @param keys the keys that the city's unwritten rows cannot have
     * @param budget limits the work for each candidate
     */
    JoinRun(JoinPlan plan, Conditions conditions, WrittenKeys keys, Budget budget) {
        this.conditions = conditions;
        this.keys = keys;
        this.meter = new BudgetMeter(budget);
        this.lookups = new Lookups(plan.probeKeys().size());
        this.walk = new NestedLoops(conditions, keys, lookups, plan.sharedResults(), meter);
    }

    /** Collects the matches of one rule after another. */
    MatchCollector matches() {
        MatchCollector known = matches;
        if (known == null) {
            known = new MatchCollector(conditions, this);
            matches = known;
        }
        return known;
    }

    /** Counts the work for the selected candidate. */
    BudgetMeter meter() {
        return meter;
    }

    /** The facts of the match just reported, by pattern index. */
    @Nullable
    Object[] facts() {
        return walk.facts();
    }

    /** The intervals of its counts and sums, by pattern index. */
    Interval[] ends() {
        return walk.ends();
    }

    void select(CandidateProfile profile) {
        meter.restart();
        lookups.select(profile);
    }

    /** The share of the match just reported; null if it depends on the candidate. */
    @Nullable
    Share share() {
        return reported == null ? null : reported.share();
    }

    /** The suggestion of the match just reported; null if it depends on the candidate. */
    JoinRule.@Nullable Suggestion suggestion() {
        return reported == null ? null : reported.suggestion();
    }

    /**
     * Truth of a {@linkplain CityMatches#isPlain plain} rule.
     *
     * @param own the truth of the conditions on the candidate alone; not NO
     */
    Truth truth(CityMatches prefix, Truth own) {
        Truth matched = prefix.checksMatches() ? best(prefix, own) : matched(prefix, own);
        return matched == Truth.NO || prefix.suffix().length == 0 ? matched : matched.and(independent(prefix));
    }

    /** Truth of the steps that are independent of the match of the prefix. */
    private Truth independent(CityMatches prefix) {
        return walk.independent(
                prefix.rule(),
                lookups.candidate().suffix(prefix),
                lookups.candidate().project());
    }

    /** Truth of the best match, for a prefix whose matches have further conditions. */
    private Truth best(CityMatches prefix, Truth own) {
        BoundStep probe = prefix.probe();
        TriBitSet matching = prefix.matching();
        Truth best = Truth.NO;
        if (probe == null || matching == null) {
            for (int i = 0; i < prefix.tuples() && best.compareTo(own) < 0; i++) {
                best = best.or(own.and(tupleTruth(prefix, prefix.tuple(i))));
            }
            return best;
        }
        TriBitSet bits = found(probe);
        for (int word = 0; word < bits.possible().length; word++) {
            long possible = bits.possible()[word] & matching.possible()[word];
            for (long left = possible; left != 0; left &= left - 1) {
                int row = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                Truth meets = TriBitSet.isSet(bits.certain(), row) ? own : own.and(Truth.POSSIBLE);
                for (int i = prefix.from(row); i < prefix.from(row + 1) && meets.compareTo(best) > 0; i++) {
                    best = best.or(meets.and(tupleTruth(prefix, prefix.tuple(i))));
                }
            }
        }
        return best;
    }

    /** Truth of a match of a prefix, including its further equalities with the candidate and its checks for new keys. */
    private Truth tupleTruth(CityMatches prefix, Tuple tuple) {
        Truth holds = further(prefix, tuple);
        int newKeys = prefix.rule().newKeys();
        if (newKeys < 0 || holds == Truth.NO || !tuple.isUnwritten()) {
            return holds;
        }
        load(prefix, tuple);
        return holds.and(conditions.joint(newKeys, walk.facts(), keys));
    }

    private void load(CityMatches prefix, Tuple tuple) {
        tuple.putInto(walk.facts(), walk.ends());
        walk.facts()[prefix.rule().candidate().pattern()] = lookups.candidate().project();
    }

    /** Truth of a match of a prefix, including its further equalities with the candidate. */
    private Truth further(CityMatches prefix, Tuple tuple) {
        Truth holds = tuple.truth();
        for (int i = 0; i < prefix.further() && holds != Truth.NO; i++) {
            TriBitSet bits = lookups.find(prefix.rule().further().get(i).key(), prefix.further(i));
            if (!TriBitSet.isSet(bits.certain(), tuple.row(i))) {
                holds = TriBitSet.isSet(bits.possible(), tuple.row(i)) ? Truth.POSSIBLE : Truth.NO;
            }
        }
        return holds;
    }

    private Truth matched(CityMatches prefix, Truth own) {
        BoundStep probe = prefix.probe();
        TriBitSet matching = prefix.matching();
        if (probe == null || matching == null) {
            return own.and(prefix.best());
        }
        TriBitSet bits = found(probe);
        Truth some = Truth.NO;
        for (int word = 0; word < bits.possible().length; word++) {
            if ((bits.certain()[word] & matching.certain()[word]) != 0) {
                return own;
            }
            if ((bits.possible()[word] & matching.possible()[word]) != 0) {
                some = Truth.POSSIBLE;
            }
        }
        return some;
    }

    /**
     * Reports the share of each match of a {@linkplain CityMatches#isSettled settled} rule until no more are needed.
     *
     * @param own the truth of the conditions on the candidate alone; not NO
     */
    void reportShares(CityMatches prefix, Truth own, JoinScore score) {
        Truth meets = prefix.suffix().length == 0 ? own : own.and(independent(prefix));
        if (meets == Truth.NO) {
            return;
        }
        BoundStep probe = prefix.probe();
        TriBitSet matching = prefix.matching();
        if (probe == null || matching == null) {
            earned(prefix, 0, prefix.tuples(), meets, score);
            return;
        }
        TriBitSet bits = found(probe);
        for (int word = 0; word < bits.possible().length; word++) {
            long possible = bits.possible()[word] & matching.possible()[word];
            for (long left = possible; left != 0; left &= left - 1) {
                int row = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                Truth found = TriBitSet.isSet(bits.certain(), row) ? meets : meets.and(Truth.POSSIBLE);
                if (!earned(prefix, prefix.from(row), prefix.from(row + 1), found, score)) {
                    return;
                }
            }
        }
    }

    private boolean earned(CityMatches prefix, int first, int end, Truth truth, JoinScore score) {
        for (int i = first; i < end; i++) {
            Tuple tuple = prefix.tuple(i);
            Truth holds = truth.and(tupleTruth(prefix, tuple));
            if (holds != Truth.NO) {
                Share share = tuple.share();
                if (share == null) {
                    load(prefix, tuple);
                    share = prefix.rule().share(conditions, walk.facts(), walk.ends());
                }
                if (!score.earned(share, holds)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Reports the matches of a rule for the selected candidate until the listener needs no more.
     *
     * @param own the truth of the conditions on the candidate alone; not NO
     */
    void run(CityMatches prefix, Truth own, NestedLoops.Listener listener) {
        walk.begin(prefix.rule(), lookups.candidate().suffix(prefix), listener);
        BoundStep probe = prefix.probe();
        TriBitSet matching = prefix.matching();
        if (probe == null || matching == null) {
            report(prefix, 0, prefix.tuples(), own, listener);
            return;
        }
        TriBitSet bits = found(probe);
        for (int word = 0; word < bits.possible().length; word++) {
            long possible = bits.possible()[word] & matching.possible()[word];
            for (long left = possible; left != 0; left &= left - 1) {
                int row = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                Truth meets = TriBitSet.isSet(bits.certain(), row) ? own : own.and(Truth.POSSIBLE);
                if (!report(prefix, prefix.from(row), prefix.from(row + 1), meets, listener)) {
                    return;
                }
            }
        }
    }

    private boolean report(CityMatches prefix, int first, int end, Truth truth, NestedLoops.Listener listener) {
        int joint = prefix.joint();
        int newKeys = prefix.rule().newKeys();
        @Nullable Object[] facts = walk.facts();
        for (int i = first; i < end; i++) {
            Tuple tuple = prefix.tuple(i);
            Truth holds = truth.and(further(prefix, tuple));
            if (holds == Truth.NO) {
                continue;
            }
            reported = tuple;
            boolean known = tuple.share() != null || tuple.suggestion() != null;
            if (!known || !prefix.endsAtPrefix() || listener.readsFacts()) {
                tuple.putInto(facts, walk.ends());
                facts[prefix.rule().candidate().pattern()] = lookups.candidate().project();
            }
            if (joint >= 0) {
                holds = holds.and(conditions.joint(joint, facts, keys));
            }
            if (newKeys >= 0 && tuple.isUnwritten()) {
                holds = holds.and(conditions.joint(newKeys, facts, keys));
            }
            if (holds != Truth.NO && !walk.from(0, holds)) {
                return false;
            }
        }
        return true;
    }

    /**
     * A rule's view of the selected candidate, if it {@linkplain JoinRule#looksUp reads the candidate only by
     * look-ups}: the truth of each look-up for each row that may match, and which of the values looked up are open.
     */
    long[] view(CityMatches prefix) {
        view = 0;
        add(0);
        BoundStep probe = prefix.probe();
        TriBitSet matching = prefix.matching();
        if (probe != null && matching != null) {
            add(probe, matching);
            addMatches(prefix, found(probe), matching);
        }
        for (BoundStep step : prefix.suffix()) {
            add(step, step.meeting());
        }
        return Arrays.copyOf(viewWords, view);
    }

    private void add(long word) {
        if (view == viewWords.length) {
            viewWords = Arrays.copyOf(viewWords, 2 * view);
        }
        viewWords[view++] = word;
    }

    private void addOpenness(Equality key) {
        viewWords[0] = viewWords[0] << 1 | (OpenRule.isOpen(lookups.candidate().probeKey(key.shared())) ? 1 : 0);
    }

    /**
     * Adds the truth of each look-up for the rows of a step.
     *
     * @param among the rows that may match otherwise
     */
    private void add(BoundStep step, TriBitSet among) {
        int from = view;
        for (long rows : among.possible()) {
            add(rows);
        }
        for (int i = 0; i < step.keys(); i++) {
            if (step.key(i).shared() >= 0) {
                addOpenness(step.key(i));
                long[] possible = lookups.find(step.key(i), step.index(i)).possible();
                for (int word = 0; word < possible.length; word++) {
                    viewWords[from + word] &= possible[word];
                }
            }
        }
        for (int i = 0; i < step.keys(); i++) {
            if (step.key(i).shared() >= 0) {
                long[] certain = lookups.find(step.key(i), step.index(i)).certain();
                for (int word = 0; word < certain.length; word++) {
                    add(viewWords[from + word] & certain[word]);
                }
            }
        }
    }

    /** Adds, for each match of the prefix, the truth of each further equality and whether its keys are new. */
    private void addMatches(CityMatches prefix, TriBitSet found, TriBitSet matching) {
        if (!prefix.checksMatches()) {
            return;
        }
        for (int i = 0; i < prefix.further(); i++) {
            addOpenness(prefix.rule().further().get(i).key());
        }
        for (int word = 0; word < matching.possible().length; word++) {
            for (long left = found.possible()[word] & matching.possible()[word]; left != 0; left &= left - 1) {
                int row = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                for (int i = prefix.from(row); i < prefix.from(row + 1); i++) {
                    add(ofTuple(prefix, prefix.tuple(i)));
                }
            }
        }
    }

    private long ofTuple(CityMatches prefix, Tuple tuple) {
        long meets = 0;
        for (int i = 0; i < prefix.further(); i++) {
            TriBitSet bits = lookups.find(prefix.rule().further().get(i).key(), prefix.further(i));
            meets = meets << 2
                    | (TriBitSet.isSet(bits.possible(), tuple.row(i)) ? 2 : 0)
                    | (TriBitSet.isSet(bits.certain(), tuple.row(i)) ? 1 : 0);
        }
        if (!prefix.checksNewKeys() || !tuple.isUnwritten()) {
            return meets;
        }
        load(prefix, tuple);
        Truth isNew = conditions.joint(prefix.rule().newKeys(), walk.facts(), keys);
        return meets << 2 | (isNew.isPossible() ? 2 : 0) | (isNew.isCertain() ? 1 : 0);
    }

    /** The rows that the candidate looks up by the first key of a step. */
    TriBitSet rows(BoundStep step) {
        return lookups.find(step.key(0), step.index(0));
    }

    /** The rows that the candidate looks up by all keys of a step. */
    private TriBitSet found(BoundStep probe) {
        TriBitSet bits = lookups.find(probe.key(0), probe.index(0));
        for (int i = 1; i < probe.keys(); i++) {
            TriBitSet both = NestedLoops.room(selected, 0, probe.table());
            both.setBoth(bits, lookups.find(probe.key(i), probe.index(i)));
            bits = both;
        }
        return bits;
    }
}
