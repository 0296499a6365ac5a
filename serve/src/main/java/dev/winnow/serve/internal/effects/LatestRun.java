package dev.winnow.serve.internal.effects;

import dev.winnow.engine.Progress;
import dev.winnow.model.source.Message;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Status;
import dev.winnow.web.internal.workbench.Work;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs work on the newest edits. Newer edits stop it; requests with the same edits share one run and its result.
 * Thread-safe.
 */
final class LatestRun<T> {

    /** Work that reports its progress, which throws when the work is to stop. */
    @FunctionalInterface
    interface Work<T> {
        T run(Progress progress) throws RefusedRequest;
    }

    private static final class Run<T> {

        private final Object key;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private volatile boolean stopped;

        private Run(Object key) {
            this.key = key;
        }

        private void check() {
            if (stopped) {
                throw new CancellationException();
            }
        }
    }

    private @Nullable Run<T> last;

    /**
     * Returns the result of the work, which another request may have begun.
     *
     * @param key identifies the edits and everything else that the result depends on
     * @throws RefusedRequest if newer edits stopped it, or as the work does
     */
    T of(Object key, Work<T> work) throws RefusedRequest {
        Run<T> run;
        boolean begins;
        synchronized (this) {
            Run<T> before = last;
            begins = before == null || !before.key.equals(key) || before.result.isCompletedExceptionally();
            run = begins || before == null ? new Run<>(key) : before;
            if (begins) {
                stopUnless(key);
                last = run;
            }
        }
        if (begins) {
            begin(run, work);
        }
        try {
            return run.result.join();
        } catch (CancellationException e) {
            throw new RefusedRequest(Status.CONFLICT, Message.of("newer edits replaced these"));
        } catch (CompletionException e) {
            if (e.getCause() instanceof RefusedRequest refused) {
                throw refused;
            }
            throw e;
        }
    }

    /** Stops a run on other edits. */
    synchronized void stopUnless(Object key) {
        Run<T> run = last;
        if (run != null && !run.key.equals(key)) {
            run.stopped = true;
        }
    }

    private static <T> void begin(Run<T> run, Work<T> work) {
        try {
            run.result.complete(work.run((done, all) -> run.check()));
        } catch (CancellationException e) {
            run.result.cancel(false);
        } catch (RefusedRequest | RuntimeException | Error e) {
            run.result.completeExceptionally(e);
        }
    }
}
