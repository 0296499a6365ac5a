package dev.winnow.records.internal.text;

import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.replay.Difference;
import dev.winnow.records.internal.replay.Replay;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.layout.Page;
import dev.winnow.report.internal.sentences.Editions;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Writes the outcome of a replay as text. */
public final class ReplayText {

    /** Maximum number of printed differences. */
    private static final int FEW = 20;

    private ReplayText() {}

    /** The text; every line ends with a line break. */
    public static String of(Replay replay, Wording wording, Colours colours, int width) {
        Page page = new Page(width);
        RecordWords words = new RecordWords(wording);
        ScreeningEntry screening = replay.screening();
        painted(
                page,
                wording.sentence(
                        "winnow: record %s, %s, universe %s, pack %s",
                        replay.number(),
                        words.minute(screening.origin()),
                        Editions.named(screening.universe()),
                        Editions.named(screening.pack())),
                colours::strong);
        List<Difference> differences = replay.differences();
        if (replay.identical()) {
            painted(
                    page,
                    wording.sentence("byte-identical: %s pairs, %s bytes", screening.pairs(), replay.size()),
                    colours::good);
        } else if (differences.isEmpty()) {
            painted(page, wording.sentence("the bytes differ, but no field does"), colours::bad);
        } else {
            painted(page, wording.sentence("differing fields: %s", differences.size()), colours::bad);
            differences.stream().limit(FEW).forEach(one -> page.hanging("  ", difference(one, wording)));
            if (differences.size() > FEW) {
                page.line("  " + wording.sentence("and %s more", differences.size() - FEW));
            }
        }
        if (replay.byAnotherProgram() || !replay.identical()) {
            page.line(wording.sentence(
                    "recorded by %s, replayed by %s", words.program(screening.origin()), words.program(replay.now())));
        }
        return page.toString();
    }

    static void painted(Page page, String text, UnaryOperator<String> paint) {
        Columns.wrap(text, page.width()).forEach(line -> page.line(paint.apply(line)));
    }

    private static String difference(Difference one, Wording wording) {
        String project = one.project();
        String city = one.city();
        String where = project == null || city == null
                ? one.field()
                : one.field().isEmpty()
                        ? wording.sentence("%s, in %s", project, city)
                        : wording.sentence("%s in %s: %s", project, city, one.field());
        if (one.before() == null) {
            return wording.sentence("%s is new: %s", where, Objects.toString(one.after()));
        }
        return one.after() == null
                ? wording.sentence("%s is gone, was %s", where, one.before())
                : wording.sentence("%s was %s, is %s", where, one.before(), one.after());
    }
}
