package dev.winnow.cli.option;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Something that is worked out on the side, while who needs it does something else. */
final class BackgroundTask<T> {

    private final FutureTask<T> task;

    private BackgroundTask(Callable<T> work) {
        task = new FutureTask<>(work);
    }

    /** Begins to work it out, if there is a processor to spare; else that is left until it is asked for. */
    static <T> BackgroundTask<T> of(Callable<T> work) {
        BackgroundTask<T> ahead = new BackgroundTask<>(work);
        if (Runtime.getRuntime().availableProcessors() > 1) {
            Thread side = new Thread(ahead.task, "ahead");
            side.setDaemon(true); // a program that has failed does not wait for it
            side.start();
        }
        return ahead;
    }

    /** What was worked out; what went wrong with it is thrown. */
    T get() {
        task.run(); // does nothing if it has begun
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
