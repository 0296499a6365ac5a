package dev.winnow.analysis.lists;

import dev.winnow.engine.Batch;
import dev.winnow.model.result.Assessment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Judges lists of candidates of any length on several threads, and keeps nothing of them: what is made of each panel's
 * assessments is handed over in order, so that the result is the same on any number of threads.
 */
public final class LongList implements AutoCloseable {

    /** Panels under way for each thread: enough that none waits for the one that is handed over. */
    private static final int AHEAD = 2;

    private final int threads;
    private final ExecutorService workers;

    /** @param threads how many judge */
    public LongList(int threads) {
        this.threads = threads;
        this.workers = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "winnow");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What is made of one panel, and how many candidates that was. */
    private record Made<T>(T made, int candidates) {}

    /**
     * Takes what was made of a panel.
     *
     * @param <T> what that is
     */
    public interface Taker<T> {
        /**
         * Takes it.
         *
         * @param candidates how many candidates it is of
         */
        void take(T made, int candidates);
    }

    /**
     * Judges panels.
     *
     * @param make what is made of a panel's assessments, by the thread that judged them
     * @param taker gets what is made of each, in the order of the panels, on this thread
     * @param stop asked before each panel whether to stop; those under way are then handed over still
     * @return whether all were judged
     */
    public <T> boolean judge(
            Stream<Batch> panels, Function<List<Assessment>, T> make, Taker<? super T> taker, BooleanSupplier stop) {
        Deque<Future<Made<T>>> underWay = new ArrayDeque<>();
        Iterator<Batch> left = panels.iterator();
        boolean stopped = false;
        while (!stopped && left.hasNext()) {
            Batch panel = left.next();
            stopped = stop.getAsBoolean();
            if (!stopped) {
                underWay.add(workers.submit(() -> new Made<>(make.apply(panel.evaluate()), panel.candidates())));
            }
            if (underWay.size() >= AHEAD * threads) {
                hand(underWay.remove(), taker);
            }
        }
        while (!underWay.isEmpty()) {
            hand(underWay.remove(), taker);
        }
        return !stopped;
    }

    private static <T> void hand(Future<Made<T>> under, Taker<? super T> taker) {
        try {
            Made<T> made = under.get();
            taker.take(made.made(), made.candidates());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while judging", e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
