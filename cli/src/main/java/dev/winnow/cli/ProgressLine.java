package dev.winnow.cli;

/** How far long work has come, in one line that is overwritten; only where somebody watches, and after a second. */
final class ProgressLine {

    private static final long PATIENCE = 1_000_000_000L;

    private final Terminal terminal;
    private final String what;
    private final long start = System.nanoTime();
    private boolean shown;

    ProgressLine(Terminal terminal, String what) {
        this.terminal = terminal;
        this.what = what;
    }

    /** So many of all are done. */
    synchronized void show(int done, int all) {
        if (terminal.interactive() && System.nanoTime() - start > PATIENCE) {
            terminal.err().print("\r" + done + " of " + all + " " + what + "\u001B[K");
            terminal.err().flush();
            shown = true;
        }
    }

    /** Takes the line away. */
    synchronized void clear() {
        if (shown) {
            terminal.err().print("\r\u001B[K");
            terminal.err().flush();
            shown = false;
        }
    }
}
