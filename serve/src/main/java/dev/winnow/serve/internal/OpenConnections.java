package dev.winnow.serve.internal;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The open connections. Near their limit, those that never sent a token are closed soon, the oldest one for each new
 * one, so that connections of strangers never keep the user out. Thread-safe.
 */
final class OpenConnections implements Connection.Listener {

    /** The part of the time for a head that strangers have near the limit. */
    private static final int HURRY = 4;

    private final int most;
    private final Duration headTime;
    private final Scheduler scheduler;

    /** Connections that never sent a token, the oldest first, each with its deadline for the first head. */
    private final Map<Connection, Stranger> strangers = new LinkedHashMap<>();

    private final Set<Connection> admitted = new HashSet<>();

    private record Stranger(long opened, Scheduler.Task deadline) {}

    /**
     * Watches no connections yet.
     *
     * @param most number of connections beyond which strangers are closed
     * @param headTime time in which the head of the first request must arrive
     */
    OpenConnections(int most, Duration headTime, Scheduler scheduler) {
        this.most = most;
        this.headTime = headTime;
        this.scheduler = scheduler;
    }

    @Override
    public void onOpened(Connection connection) {
        Connection dropped = add(connection);
        if (dropped != null) {
            close(dropped);
        }
    }

    private synchronized @Nullable Connection add(Connection connection) {
        boolean near = strangers.size() + admitted.size() >= most;
        Connection dropped = near ? oldest() : null;
        forget(dropped);
        long time = headTime.toMillis() / (near ? HURRY : 1);
        strangers.put(
                connection,
                new Stranger(
                        System.nanoTime(), scheduler.schedule(() -> close(connection), time, TimeUnit.MILLISECONDS)));
        return dropped;
    }

    /** Returns the oldest stranger; null if none had time to send the head of a request. */
    private @Nullable Connection oldest() {
        long before = System.nanoTime() - headTime.toNanos() / HURRY;
        return strangers.entrySet().stream()
                .limit(1)
                .filter(one -> one.getValue().opened - before < 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void onClosed(Connection connection) {
        forget(connection);
    }

    private synchronized void forget(@Nullable Connection connection) {
        admitted.remove(connection);
        Stranger stranger = strangers.remove(connection);
        if (stranger != null) {
            stranger.deadline.cancel();
        }
    }

    /** The head of a request has arrived. */
    synchronized void heard(Connection connection) {
        Stranger stranger = strangers.get(connection);
        if (stranger != null) {
            stranger.deadline.cancel();
        }
    }

    /** A request had a valid token. */
    synchronized void admit(Connection connection) {
        if (strangers.remove(connection) != null) {
            admitted.add(connection);
        }
    }

    private static void close(Connection connection) {
        connection.getEndPoint().close(new TimeoutException());
    }
}
