package dev.winnow.console.terminal;

import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Columns;
import java.math.BigDecimal;
import java.util.function.LongSupplier;

/**
 * Shows the progress, speed and remaining time of long work in one line that is overwritten. It appears on terminals
 * only, after one second; closing removes it.
 */
public final class ProgressLine implements AutoCloseable {

    private static final long SECOND = 1_000_000_000L;

    /** Refresh interval, frequent enough for the eye. */
    private static final long PAUSE = SECOND / 10;

    private static final int CELLS = 20;
    private static final long MINUTE = 60;

    private final Terminal terminal;
    private final boolean wanted;
    private final Wording wording;
    private final LongSupplier clock;
    private final long start;
    private long last;
    private boolean shown;

    /** @param wanted false to never show it */
    public ProgressLine(Terminal terminal, boolean wanted, Wording wording) {
        this(terminal, wanted, wording, System::nanoTime);
    }

    ProgressLine(Terminal terminal, boolean wanted, Wording wording, LongSupplier clock) {
        this.terminal = terminal;
        this.wanted = wanted && terminal.interactive();
        this.wording = wording;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.last = start + SECOND - PAUSE;
    }

    /** Reports the number of finished steps. */
    public synchronized void show(long done, long all) {
        long now = clock.getAsLong();
        if (!wanted || done <= 0 || now - last < PAUSE) {
            return;
        }
        last = now;
        terminal.err()
                .print("\r" + Columns.cut(line(done, all, now - start), Math.min(Columns.PAGE, terminal.columns()) - 1)
                        + "\u001B[K");
        terminal.err().flush();
        shown = true;
    }

    private String line(long done, long all, long nanos) {
        double rate = (double) done * SECOND / nanos;
        long left = Math.round((all - done) / rate);
        int cells = (int) (CELLS * done / Math.max(done, all));
        return "▕" + "█".repeat(cells) + " ".repeat(CELLS - cells) + "▏ "
                + wording.say("screen.progress", grouped(done), grouped(all), rate(rate), left(left));
    }

    private static String grouped(long number) {
        return Long.toString(number).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
    }

    private static String rate(double rate) {
        return rate < 10 ? Numbers.near(BigDecimal.valueOf(rate), 1) : grouped(Math.round(rate));
    }

    private String left(long seconds) {
        return seconds < MINUTE
                ? wording.say("screen.progress.seconds", seconds)
                : wording.say("screen.progress.minutes", (seconds + MINUTE / 2) / MINUTE);
    }

    @Override
    public synchronized void close() {
        if (shown) {
            terminal.err().print("\r\u001B[K");
            terminal.err().flush();
            shown = false;
        }
    }
}
