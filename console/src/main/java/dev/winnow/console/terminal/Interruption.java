package dev.winnow.console.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Detects that the process is being stopped, for example by Ctrl-C. The process does not end before this is closed, so
 * that the command can finish its output.
 */
public final class Interruption implements AutoCloseable {

    /** Maximum time in seconds that a stopped command may still take. */
    private static final int PATIENCE = 20;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "winnow-stop");
    private volatile boolean asked;

    public Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the command should stop. */
    public boolean isAsked() {
        return asked;
    }

    private void stop() {
        asked = true;
        try {
            if (!finished.await(PATIENCE, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is already ending
        }
    }
}
