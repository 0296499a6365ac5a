package dev.winnow.cli;

/** The exit codes of every command. */
final class Exit {

    /** Done. */
    static final int DONE = 0;
    /** A gate fell: a case failed. */
    static final int GATE = 1;
    /** The command line makes no sense. */
    static final int USAGE = 2;
    /** The pack or the universe has problems. */
    static final int PROBLEMS = 3;
    /** winnow could not run. */
    static final int COULD_NOT_RUN = 4;

    private Exit() {}
}
