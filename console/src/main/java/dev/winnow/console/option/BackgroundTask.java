package dev.winnow.console.option;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A value that is computed in the background. */
public final class BackgroundTask<T> {

    private final FutureTask<T> task;

    private BackgroundTask(Callable<T> work) {
        task = new FutureTask<>(work);
    }

    /** Starts in the background if a processor is free; otherwise the value is computed when it is requested. */
    public static <T> BackgroundTask<T> of(Callable<T> work) {
        BackgroundTask<T> ahead = new BackgroundTask<>(work);
        if (Runtime.getRuntime().availableProcessors() > 1) {
            Thread side = new Thread(ahead.task, "ahead");
            side.setDaemon(true); // a failed program does not wait for it
            side.start();
        }
        return ahead;
    }

    /** Returns the value; throws the exception of the computation. */
    public T get() {
        task.run(); // does nothing if it has already started
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
