package dev.winnow.records.internal.text;

import dev.winnow.records.internal.replay.Replay;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.layout.Page;
import java.util.function.UnaryOperator;

/** Writes the outcome of a replay as text. */
public final class ReplayText {

    /** Maximum number of printed differences. */
    private static final int FEW = 20;

    private ReplayText() {}

    /** The text; every line ends with a line break. */
    public static String of(Replay replay, Wording wording, Colours colours, int width) {
        Page page = new Page(width);
        ReplayWords words = new ReplayWords(replay, wording);
        painted(page, words.title(), colours::strong);
        painted(page, words.outcome(), replay.identical() ? colours::good : colours::bad);
        words.differences(FEW).forEach(one -> page.hanging("  ", one));
        int others = replay.differences().size() - FEW;
        if (others > 0) {
            page.line("  " + wording.sentence("and %s more", others));
        }
        String programs = words.programs();
        if (programs != null) {
            page.line(programs);
        }
        return page.toString();
    }

    static void painted(Page page, String text, UnaryOperator<String> paint) {
        Columns.wrap(text, page.width()).forEach(line -> page.line(paint.apply(line)));
    }
}
