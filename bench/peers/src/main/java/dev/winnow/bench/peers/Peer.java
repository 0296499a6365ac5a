package dev.winnow.bench.peers;

/**
 * An engine that evaluates the rules of the comparison. All other work, from reading the universe to scores and ranks,
 * is shared. Not thread-safe.
 *
 * @param <P> the engine's form of a project
 * @param <C> the engine's form of a city
 */
interface Peer<P, C> {

    /** Prepares a project, once for all cities. */
    P project(Candidate candidate);

    /** Prepares a city, once for all projects. */
    C city(Town town);

    /** Evaluates all rules. */
    Findings findings(P project, C city);

    /** Releases a city. */
    default void close(C city) {}
}
