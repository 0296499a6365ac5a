package dev.winnow.bench.peers;

/**
 * An engine that evaluates the rules of the comparison. All else, from reading the universe to scores and ranks, is
 * shared. Not thread-safe.
 *
 * @param <P> a project in the form in which it wants projects
 * @param <C> a city in the form in which it wants cities
 */
interface Peer<P, C> {

    /** Gets a project ready, once for all cities. */
    P project(Candidate candidate);

    /** Gets a city ready, once for all projects. */
    C city(Town town);

    /** What each rule comes to. */
    Findings findings(P project, C city);

    /** Lets go of a city. */
    default void close(C city) {}
}
