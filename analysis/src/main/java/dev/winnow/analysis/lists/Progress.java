package dev.winnow.analysis.lists;

/** Hears how far long work has come. */
@FunctionalInterface
public interface Progress {

    /** For those who do not want to know. */
    Progress UNHEARD = (done, all) -> {};

    /** So many steps of all are done; all of them may take unlike times. */
    void show(int done, int all);
}
