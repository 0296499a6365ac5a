package dev.winnow.serve.internal;

import java.time.Duration;

/**
 * The limits of a server.
 *
 * @param bodyBytes maximum size of a request body
 * @param bodyTime time in which a body must arrive
 * @param headTime time in which the first head of a connection must arrive
 * @param idleTime time after which a silent connection is closed
 * @param connections maximum number of open connections; further ones wait until one closes, and from three quarters
 *     of it those that never sent a token are closed soon
 * @param bodies maximum number of bodies read at a time; further requests are refused
 * @param records maximum number of requests that use the records at a time; further requests are refused
 * @param screenings maximum number of requests that screen at a time
 * @param turnTime time that a request waits for its turn to screen, after which it is refused
 */
public record ServerLimits(
        int bodyBytes,
        Duration bodyTime,
        Duration headTime,
        Duration idleTime,
        int connections,
        int bodies,
        int records,
        int screenings,
        Duration turnTime) {

    /** Limits for one user with a few browser tabs. */
    public static final ServerLimits DEFAULT = new ServerLimits(
            20_000_000,
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            64,
            4,
            8,
            2,
            Duration.ofSeconds(10));
}
