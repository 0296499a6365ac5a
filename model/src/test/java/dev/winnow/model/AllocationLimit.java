package dev.winnow.model;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Limits the effort of code under test by the memory that it allocates. Unlike time, allocation does not depend on the
 * speed or load of a machine, and code that takes exponentially many steps allocates in each of them.
 */
public final class AllocationLimit {

    private static final long MEGABYTE = 1_000_000;
    private static final long BETWEEN_LOOKS = 50;

    private AllocationLimit() {}

    /**
     * Runs code in a thread of its own, and fails as soon as the thread has allocated more than a number of megabytes.
     *
     * @throws AssertionError if it allocates more, or if the code throws
     */
    public static <T> T megabytes(long most, Callable<T> code) {
        FutureTask<T> task = new FutureTask<>(() -> {
            T result = code.call();
            check(Thread.currentThread(), most);
            return result;
        });
        Thread thread = new Thread(task, "limited");
        thread.setDaemon(true);
        thread.start();
        try {
            for (thread.join(BETWEEN_LOOKS); thread.isAlive(); thread.join(BETWEEN_LOOKS)) {
                check(thread, most);
            }
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void check(Thread thread, long most) {
        long allocated = allocated(thread.getId());
        if (allocated > most * MEGABYTE) {
            AssertionError error =
                    new AssertionError("%,d MB allocated, more than %,d".formatted(allocated / MEGABYTE, most));
            error.setStackTrace(thread.getStackTrace());
            throw error;
        }
    }

    /** Returns the number of bytes that a thread has allocated; -1 after it has ended. */
    public static long allocated(long thread) {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(thread);
    }
}
