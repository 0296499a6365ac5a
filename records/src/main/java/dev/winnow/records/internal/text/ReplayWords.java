package dev.winnow.records.internal.text;

import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.replay.Difference;
import dev.winnow.records.internal.replay.Replay;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.sentences.Editions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts the outcome of a replay into words. Immutable. */
public final class ReplayWords {

    private final Replay replay;
    private final Wording wording;
    private final RecordWords words;

    public ReplayWords(Replay replay, Wording wording) {
        this.replay = replay;
        this.wording = wording;
        this.words = new RecordWords(wording);
    }

    /** Returns the replayed record. */
    String title() {
        ScreeningEntry screening = replay.screening();
        return wording.sentence(
                "winnow: record %s, %s, universe %s, pack %s",
                replay.number(),
                words.minute(screening.origin()),
                Editions.named(screening.universe()),
                Editions.named(screening.pack()));
    }

    /** Returns whether the results are the same. */
    public String outcome() {
        return replay.identical()
                ? wording.sentence(
                        "byte-identical: %s pairs, %s bytes", replay.screening().pairs(), replay.size())
                : replay.differences().isEmpty()
                        ? wording.sentence("the bytes differ, but no field does")
                        : wording.sentence(
                                "differing fields: %s", replay.differences().size());
    }

    /** Returns the first differences, one sentence each. */
    public List<String> differences(int most) {
        return replay.differences().stream().limit(most).map(this::difference).toList();
    }

    /** Returns the programs that recorded and replayed; null if they do not matter. */
    public @Nullable String programs() {
        return replay.byAnotherProgram() || !replay.identical()
                ? wording.sentence(
                        "recorded by %s, replayed by %s",
                        words.program(replay.screening().origin()), words.program(replay.now()))
                : null;
    }

    private String difference(Difference one) {
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
