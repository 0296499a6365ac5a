package dev.winnow.portfolio.selection;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Ends a search from another thread; the search then returns the best result so far. Thread-safe. */
public final class Cancellation {

    private volatile boolean asked;
    private @Nullable Runnable running;

    /** Ends the search. */
    public void cancel() {
        asked = true;
        Runnable stopping;
        synchronized (this) {
            stopping = running;
        }
        if (stopping != null) {
            stopping.run();
        }
    }

    /** {@return whether the search is to end} */
    public boolean isAsked() {
        return asked;
    }

    /**
     * Requires that the search may continue.
     *
     * @throws CancellationException if the search is to end, for a search that has no result yet
     */
    public void requireNone() {
        if (asked) {
            throw new CancellationException();
        }
    }

    /** Sets the action that stops the current work of the solver; null between two of them. */
    synchronized void stopBy(@Nullable Runnable stopping) {
        running = stopping;
    }
}
