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
 * Judges lists of candidates of any length on several threads, without keeping them: the result of each batch is handed
 * over in order, so that the output is the same on any number of threads.
 */
public final class LongList implements AutoCloseable {

    /** Batches in flight per thread: enough that no thread waits for the batch that is being handed over. */
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

    /** The result of one batch, with its number of candidates. */
    private record Made<T>(T made, int candidates) {}

    /**
     * Takes the result of a batch.
     *
     * @param <T> the type of the result
     */
    public interface Taker<T> {
        /**
         * Takes it.
         *
         * @param candidates the number of candidates in the batch
         */
        void take(T made, int candidates);
    }

    /**
     * Judges batches.
     *
     * @param make makes the result from a batch's assessments, on the thread that judged them
     * @param taker gets each result, in the order of the batches, on the calling thread
     * @param stop asked before each batch whether to stop; batches in flight are still handed over
     * @return whether all were judged
     */
    public <T> boolean judge(
            Stream<Batch> batches, Function<List<Assessment>, T> make, Taker<? super T> taker, BooleanSupplier stop) {
        Deque<Future<Made<T>>> underWay = new ArrayDeque<>();
        Iterator<Batch> left = batches.iterator();
        boolean stopped = false;
        while (!stopped && left.hasNext()) {
            Batch batch = left.next();
            stopped = stop.getAsBoolean();
            if (!stopped) {
                underWay.add(workers.submit(() -> new Made<>(make.apply(batch.evaluate()), batch.candidates())));
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
