package dev.winnow.cli.option;

import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Notices;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.cli.terminal.Terminal;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.records.content.Unrecordable;
import dev.winnow.records.entry.ScreeningOptions;
import dev.winnow.records.replay.Recording;
import dev.winnow.records.store.RecordStore;
import dev.winnow.records.store.StoredRecord;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options to record a screening. */
public final class RecordOption {

    @Option(
            names = "--record",
            description = "Record the screening, with pack, universe, options and results, to be found by `winnow"
                    + " history`, decided on by `winnow decide` and derived again by `winnow replay`.")
    private boolean record;

    @Mixin
    private final RecordsOption records = new RecordsOption();

    /** Whether it is to be recorded. */
    public boolean isAsked() {
        return record;
    }

    /** Refuses a place without anything to record. */
    public void check() {
        if (records.isNamed() && !record) {
            throw new Refusal(Exit.USAGE, Message.of("`%s` goes with `%s`", "--records", "--record"));
        }
    }

    /** Opens the records, before anything is screened; null if nothing is to be recorded. */
    public @Nullable RecordStore open(Terminal terminal) {
        return record ? records.toWrite(terminal) : null;
    }

    /**
     * Records a screening, and tells where.
     *
     * @param top how many of the best were asked for; null for all
     */
    public static void record(
            RecordStore store,
            InputOptions input,
            Shipped shipped,
            InputOptions.Screened screened,
            ScreeningResult best,
            SampleOptions samples,
            @Nullable Integer top,
            Notices notices) {
        Candidates candidates = screened.candidates();
        Universe universe = candidates.universe();
        ScreeningOptions options = new ScreeningOptions(
                best.pack().language(),
                input.asOf(),
                input.assume().words(),
                input.assume().entries(List.of(universe)),
                narrowed(candidates.projects(), universe.projectIds()),
                narrowed(candidates.cities(), universe.cityIds()),
                top,
                samples.samples(),
                samples.seed(),
                input.matcher().name().toLowerCase(Locale.ROOT));
        try {
            Recording recording =
                    Recording.of(RecordsOption.now(null), input.packFolder(shipped), universe, best, options);
            tell(store, store.append(recording.entry(), recording.contents()), notices);
        } catch (Unrecordable e) {
            throw new Refusal(Exit.PROBLEMS, Message.of("nothing was recorded: %s", e.what()));
        } catch (IOException e) {
            throw new Refusal(Exit.COULD_NOT_RUN, Message.of("nothing was recorded: %s", PrintOptions.reason(e)));
        }
    }

    /** Tells where something is recorded, and the hash to note elsewhere. */
    public static void tell(RecordStore store, StoredRecord record, Notices notices) {
        notices.notes(List.of(Problem.at(
                Place.file(store.place()), "recorded as %s, with the hash %s", record.number(), record.hash())));
    }

    private static @Nullable List<String> narrowed(Set<String> asked, Collection<String> all) {
        return asked.containsAll(all) ? null : List.copyOf(asked);
    }
}
