package dev.winnow.engine;

/** Receives the progress of long work. An exception thrown by the receiver stops the work. */
@FunctionalInterface
public interface Progress {

    /** Ignores progress. */
    Progress NONE = (done, all) -> {};

    /**
     * Reports progress.
     *
     * @param done the number of steps done; steps may take different times
     * @param all the number of all steps
     */
    void show(int done, int all);
}
