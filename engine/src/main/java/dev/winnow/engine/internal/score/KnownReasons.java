package dev.winnow.engine.internal.score;

import dev.winnow.engine.internal.evaluate.FactPaths;
import dev.winnow.engine.internal.evaluate.Match;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.FactRef;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.StartOfList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the reasons of a pack's rules in a city: of candidates of which a rule reads the same, it holds in the same ways
 * and lacks the same facts. Of each rule a few kinds of candidates are kept, however many there are. Thread-safe.
 */
final class KnownReasons {

    /** How many kinds of candidates are kept of each rule, in all cities together, unless there are many cities. */
    private static final int KINDS = 2_048;

    /** How many are kept in each city at least, and at most. */
    private static final int FEWEST = 32;

    private static final int MOST = 256;

    /** Spreads hashes, of which those of lists and bits differ in few places: 2³² by the golden ratio. */
    private static final int MIX = 0x9E3779B9;

    private static final @Nullable Object[] NO_VALUES = {};

    /**
     * Why a rule holds.
     *
     * @param chosen the way that counts, in which the candidate may be another one
     * @param several whether it holds in other ways too
     * @param reason the sentence
     */
    record Told(Match chosen, boolean several, String reason) {}

    /**
     * What is known of a rule for one kind of candidates, or for one candidate in all cities. Its parts are found when they are
     * read; two threads may both find one, and it is the same.
     */
    static final class Kind {

        private final @Nullable Object[] values;
        private final @Nullable Object seen;
        private @Nullable Told told;
        private @Nullable List<String> missing;
        private @Nullable List<String> also;
        private @Nullable List<FactRef> refs;
        private @Nullable List<Citation> citations;

        /**
         * @param values what the rule reads of the candidate; nothing if it is known what it sees
         * @param seen what the rule sees of the candidate; null if that is not known
         */
        private Kind(@Nullable Object[] values, @Nullable Object seen) {
            this.values = values;
            this.seen = seen;
        }

        /** Of one candidate, of which nothing is read here. */
        static Kind alone() {
            return new Kind(NO_VALUES, null);
        }

        private static Kind of(int[] reads, CandidateReads.Values candidate) {
            @Nullable Object[] values = new Object[reads.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = candidate.of(reads[i]);
            }
            return new Kind(values, null);
        }

        private boolean isOf(int[] reads, CandidateReads.Values candidate) {
            if (seen != null) {
                return false;
            }
            for (int i = 0; i < values.length; i++) {
                if (!isSame(values[i], candidate.of(reads[i]))) {
                    return false;
                }
            }
            return true;
        }

        @Nullable
        Told told() {
            return told;
        }

        void told(Told found) {
            told = found;
        }

        /** The facts that would decide the rule. */
        @Nullable
        List<String> missing() {
            return missing;
        }

        void missing(List<String> found) {
            missing = found;
        }

        /** The reasons of its other ways. */
        @Nullable
        List<String> also() {
            return also;
        }

        void also(List<String> found) {
            also = found;
        }

        /** What it matched, if that is the same candidate. */
        @Nullable
        List<FactRef> refs() {
            return refs;
        }

        void refs(List<FactRef> found) {
            refs = found;
        }

        /** What it is based on, if that is the same candidate. */
        @Nullable
        List<Citation> citations() {
            return citations;
        }

        void citations(List<Citation> found) {
            citations = found;
        }
    }

    private final FactPaths paths;
    /** The bits of a place among the kinds of a rule. */
    private final int bits;

    private final AtomicReferenceArray<Kind> kinds;

    /**
     * @param rules the number of rules
     * @param cities the number of cities of which reasons are kept
     * @param candidates the number of candidates, of which there are no more kinds
     */
    KnownReasons(FactPaths paths, int rules, int cities, int candidates) {
        this.paths = paths;
        int room = Math.max(FEWEST, Math.min(MOST, KINDS / Math.max(1, cities)));
        int many = Math.min(room, 2 * Math.max(1, candidates)); // some share a place
        this.bits = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(many);
        this.kinds = new AtomicReferenceArray<>(rules << bits);
    }

    /** The facts of the city. */
    FactPaths paths() {
        return paths;
    }

    /**
     * What is known of a rule for candidates like one.
     *
     * @param reads the numbers of the components of candidates that the rule reads
     * @param candidate the components of the candidate
     */
    Kind kind(int rule, int[] reads, CandidateReads.Values candidate) {
        int hash = 0;
        for (int component : reads) {
            hash = 31 * hash + candidate.hash(component);
        }
        int place = place(rule, hash);
        Kind known = kinds.get(place);
        if (known == null || !known.isOf(reads, candidate)) {
            known = Kind.of(reads, candidate);
            kinds.set(place, known);
        }
        return known;
    }

    /**
     * What is known of a rule for candidates of which it sees the same.
     *
     * @param seen what it sees, compared by equality
     */
    Kind kind(int rule, Object seen) {
        int place = place(rule, seen.hashCode());
        Kind known = kinds.get(place);
        if (known == null || !seen.equals(known.seen)) {
            known = new Kind(NO_VALUES, seen);
            kinds.set(place, known);
        }
        return known;
    }

    private int place(int rule, int hash) {
        return (rule << bits) | ((hash * MIX) >>> (Integer.SIZE - bits));
    }

    /** Whether rules cannot tell two values apart: where a figure comes from they do not ask. */
    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        if (one instanceof Figure figure && other instanceof Figure figures) {
            return figure.low().equals(figures.low())
                    && figure.high().equals(figures.high())
                    && figure.unit().equals(figures.unit())
                    && figure.bound() == figures.bound();
        }
        if (one instanceof List<?> list && other instanceof List<?> lists) {
            return StartOfList.mayHoldMore(list) == StartOfList.mayHoldMore(lists) && list.equals(lists);
        }
        return one.equals(other);
    }
}
