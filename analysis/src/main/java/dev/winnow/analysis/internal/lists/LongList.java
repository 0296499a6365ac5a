package dev.winnow.analysis.internal.lists;

import dev.winnow.engine.Batch;
import dev.winnow.model.source.Internal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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
     * @param make judges a batch and makes the result, on any thread
     * @param taker gets each result, in the order of the batches, on the calling thread
     * @param stop asked before each batch whether to stop; batches in flight are still handed over
     * @return whether all were judged
     */
    public <T> boolean judge(
            Stream<Batch> batches, Function<Batch, T> make, Taker<? super T> taker, BooleanSupplier stop) {
        Iterator<Batch> left = batches.iterator();
        boolean[] stopped = {false};
        inOrder(
                new Iterator<Callable<Made<T>>>() {
                    @Override
                    public boolean hasNext() {
                        stopped[0] |= left.hasNext() && stop.getAsBoolean();
                        return !stopped[0] && left.hasNext();
                    }

                    @Override
                    public Callable<Made<T>> next() {
                        Batch batch = left.next();
                        return () -> new Made<>(make.apply(batch), batch.candidates());
                    }
                },
                made -> taker.take(made.made(), made.candidates()));
        return !stopped[0];
    }

    /**
     * Does some work on several threads.
     *
     * @param work the pieces of work, taken one after another as they are begun, on the calling thread
     * @param taker gets what comes of each, in their order, on the calling thread
     */
    @Internal
    public <T> void inOrder(Iterator<Callable<T>> work, Consumer<? super T> taker) {
        Deque<Future<T>> underWay = new ArrayDeque<>();
        while (work.hasNext()) {
            underWay.add(workers.submit(work.next()));
            if (underWay.size() >= AHEAD * threads) {
                taker.accept(result(underWay.remove()));
            }
        }
        while (!underWay.isEmpty()) {
            taker.accept(result(underWay.remove()));
        }
    }

    private static <T> T result(Future<T> under) {
        try {
            return under.get();
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
