package dev.winnow.engine;

/** Receives the progress of long work. An exception that it throws stops the work. */
@FunctionalInterface
public interface Progress {

    /** Ignores progress. */
    Progress NONE = (done, all) -> {};

    /** Reports how many of all steps are done; steps may take different times. */
    void show(int done, int all);
}
