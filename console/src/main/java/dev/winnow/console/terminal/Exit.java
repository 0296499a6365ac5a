package dev.winnow.console.terminal;

/** The exit codes of every command. */
public final class Exit {

    /** Success. */
    public static final int DONE = 0;
    /** A gate failed, such as a case or a threshold. */
    public static final int GATE = 1;
    /** The command line is wrong. */
    public static final int USAGE = 2;
    /** The pack or the universe has problems. */
    public static final int PROBLEMS = 3;
    /** winnow itself could not run. */
    public static final int COULD_NOT_RUN = 4;

    private Exit() {}
}
