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
 * Cache of reasons for a pack's rules in a city. Candidates for which a rule reads equal values have the same matches
 * and miss the same facts. Each rule has a limited number of entries, independent of the number of candidates.
 * Thread-safe.
 */
final class KnownReasons {

    /** Target number of entries per rule in all cities together; exceeded if there are many cities. */
    private static final int TARGET_KINDS = 2_048;

    /** Smallest and largest number of entries per rule in a city. */
    private static final int MIN_KINDS = 32;

    private static final int MAX_KINDS = 256;

    /**
     * Multiplier that spreads hashes, because those of lists and bit sets differ in few places: 2³² divided by the
     * golden ratio.
     */
    private static final int MIX = 0x9E3779B9;

    private static final @Nullable Object[] NO_VALUES = {};

    /**
     * Why a rule holds.
     *
     * @param chosen the match that counts; it may be that of another candidate of the same group
     * @param several whether the rule has other matches too
     * @param reason the sentence
     */
    record Cause(Match chosen, boolean several, String reason) {}

    /**
     * A cache entry: the reasons of a rule for candidates with equal values, or for one candidate in all cities. Its
     * parts are computed on first use; two threads may both compute one, with equal results.
     */
    static final class EquivalenceClass {

        private final @Nullable Object[] values;
        private final @Nullable Object view;
        private @Nullable Cause cause;
        private @Nullable List<String> missing;
        private @Nullable List<String> also;
        private @Nullable List<FactRef> refs;
        private @Nullable List<Citation> citations;

        /**
         * @param values the values that the rule reads from the candidate; empty if {@code view} is given
         * @param view the rule's view of the candidate; null if not available
         */
        private EquivalenceClass(@Nullable Object[] values, @Nullable Object view) {
            this.values = values;
            this.view = view;
        }

        /** An entry of a single candidate, which is not looked up by values. */
        static EquivalenceClass alone() {
            return new EquivalenceClass(NO_VALUES, null);
        }

        private static EquivalenceClass of(int[] reads, CandidateReads.Values candidate) {
            @Nullable Object[] values = new Object[reads.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = candidate.of(reads[i]);
            }
            return new EquivalenceClass(values, null);
        }

        private boolean isOf(int[] reads, CandidateReads.Values candidate) {
            if (view != null) {
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
        Cause cause() {
            return cause;
        }

        void cause(Cause found) {
            cause = found;
        }

        /** The facts that would decide the rule. */
        @Nullable
        List<String> missing() {
            return missing;
        }

        void missing(List<String> found) {
            missing = found;
        }

        /** The reasons of its other matches. */
        @Nullable
        List<String> also() {
            return also;
        }

        void also(List<String> found) {
            also = found;
        }

        /** The matched facts; valid for the same candidate only. */
        @Nullable
        List<FactRef> refs() {
            return refs;
        }

        void refs(List<FactRef> found) {
            refs = found;
        }

        /** The citations; valid for the same candidate only. */
        @Nullable
        List<Citation> citations() {
            return citations;
        }

        void citations(List<Citation> found) {
            citations = found;
        }
    }

    private final FactPaths paths;
    /** Number of bits of an entry's index within a rule. */
    private final int bits;

    private final AtomicReferenceArray<EquivalenceClass> groups;

    /**
     * @param rules the number of rules
     * @param cities the number of cities with such a cache
     * @param candidates the number of candidates, which bounds the number of entries needed
     */
    KnownReasons(FactPaths paths, int rules, int cities, int candidates) {
        this.paths = paths;
        int room = Math.max(MIN_KINDS, Math.min(MAX_KINDS, TARGET_KINDS / Math.max(1, cities)));
        int many = Math.min(room, 2 * Math.max(1, candidates)); // twice as many as candidates, because hashes collide
        this.bits = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(many);
        this.groups = new AtomicReferenceArray<>(rules << bits);
    }

    FactPaths paths() {
        return paths;
    }

    /**
     * The entry of a rule for candidates with the same values as one candidate.
     *
     * @param reads the numbers of the components of candidates that the rule reads
     * @param candidate the components of the candidate
     */
    EquivalenceClass group(int rule, int[] reads, CandidateReads.Values candidate) {
        int hash = 0;
        for (int component : reads) {
            hash = 31 * hash + candidate.hash(component);
        }
        int place = place(rule, hash);
        EquivalenceClass known = groups.get(place);
        if (known == null || !known.isOf(reads, candidate)) {
            known = EquivalenceClass.of(reads, candidate);
            groups.set(place, known);
        }
        return known;
    }

    /**
     * The entry of a rule for candidates with the same view.
     *
     * @param view the view, compared by equality
     */
    EquivalenceClass group(int rule, Object view) {
        int place = place(rule, view.hashCode());
        EquivalenceClass known = groups.get(place);
        if (known == null || !view.equals(known.view)) {
            known = new EquivalenceClass(NO_VALUES, view);
            groups.set(place, known);
        }
        return known;
    }

    private int place(int rule, int hash) {
        return (rule << bits) | ((hash * MIX) >>> (Integer.SIZE - bits));
    }

    /** Whether two values are the same to rules, which do not read the sources of figures. */
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
