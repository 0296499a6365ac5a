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
 * Judges lists of candidates of any length on several threads, without keeping them. Results are delivered in the order
 * of the batches, so the output does not depend on the number of threads.
 */
public final class ParallelBatches implements AutoCloseable {

    /** Batches in flight per thread: enough that no thread waits while a result is delivered. */
    private static final int AHEAD = 2;

    private final int threads;
    private final ExecutorService workers;

    /** @param threads number of threads that judge */
    public ParallelBatches(int threads) {
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
     * Receives the results of batches.
     *
     * @param <T> the type of a result
     */
    public interface Receiver<T> {
        /**
         * Receives the result of a batch.
         *
         * @param candidates number of candidates in the batch
         */
        void receive(T made, int candidates);
    }

    /**
     * Judges batches.
     *
     * @param make judges a batch, on any thread
     * @param receiver receives each result, in the order of the batches, on the calling thread
     * @param stop checked before each batch; batches in flight are still delivered
     * @return whether all batches were judged
     */
    public <T> boolean judge(
            Stream<Batch> batches, Function<Batch, T> make, Receiver<? super T> receiver, BooleanSupplier stop) {
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
                made -> receiver.receive(made.made(), made.candidates()));
        return !stopped[0];
    }

    /**
     * Runs tasks on several threads.
     *
     * @param work the tasks, taken one by one on the calling thread as threads become free
     * @param receiver receives the results in the order of the tasks, on the calling thread
     */
    @Internal
    public <T> void inOrder(Iterator<Callable<T>> work, Consumer<? super T> receiver) {
        Deque<Future<T>> underWay = new ArrayDeque<>();
        while (work.hasNext()) {
            underWay.add(workers.submit(work.next()));
            if (underWay.size() >= AHEAD * threads) {
                receiver.accept(result(underWay.remove()));
            }
        }
        while (!underWay.isEmpty()) {
            receiver.accept(result(underWay.remove()));
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
