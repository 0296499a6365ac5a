package dev.winnow.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what came of the groups of candidates that were judged last, where there are so many that not all is kept: who reads
 * them city by city finds it there. Thread-safe.
 */
final class RecentlyJudged {

    /** So many candidates, of some kilobyte each: those of a city or two. */
    private static final int MOST = 4_000;

    /** A group that is read no more often than this until it is forgotten is read in another order, and is not kept again. */
    private static final int SELDOM = 3;

    private final Deque<Group<?>> last = new ArrayDeque<>();
    private int candidates;

    /**
     * What came of the candidates of a group, as long as it is kept. Thread-safe.
     *
     * @param <T> what came of one of them
     */
    static final class Group<T> {

        private volatile @Nullable List<T> kept;
        private final AtomicInteger read = new AtomicInteger();
        private volatile boolean seldom;

        /** What came of one of them; null if it is not kept. */
        @Nullable
        T get(int place) {
            List<T> known = kept;
            if (known == null) {
                return null;
            }
            read.incrementAndGet();
            return known.get(place);
        }

        /** Whether it is worth judging them together to keep what comes of it. */
        boolean isToBeKept() {
            return !seldom;
        }

        private int forget() {
            List<T> known = kept;
            seldom = read.getAndSet(0) <= SELDOM;
            kept = null;
            return known == null ? 0 : known.size();
        }
    }

    /** Keeps what came of a group, and forgets that of others. */
    synchronized <T> void keep(Group<T> group, List<T> made) {
        if (group.kept != null) {
            return; // another thread was first
        }
        group.kept = made;
        last.add(group);
        candidates += made.size();
        while (candidates > MOST && last.size() > 1) {
            candidates -= last.remove().forget();
        }
    }
}
