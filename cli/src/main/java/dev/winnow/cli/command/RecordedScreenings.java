package dev.winnow.cli.command;

import dev.winnow.cli.input.Candidates;
import dev.winnow.cli.input.ScreeningInput;
import dev.winnow.cli.option.InputOptions;
import dev.winnow.cli.option.PrintOptions;
import dev.winnow.cli.option.RecordOption;
import dev.winnow.cli.option.RecordsOption;
import dev.winnow.cli.option.SampleOptions;
import dev.winnow.cli.option.Shipped;
import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Notices;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Universe;
import dev.winnow.records.internal.content.Unrecordable;
import dev.winnow.records.internal.entry.DecisionEntry;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.entry.ScreeningOptions;
import dev.winnow.records.internal.replay.Recording;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.StoredRecord;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes screenings to records and reads them. */
final class RecordedScreenings {

    private RecordedScreenings() {}

    /** Returns the screening of a record. Refuses the record of a decision and names its screening. */
    static ScreeningEntry require(StoredRecord record) {
        if (record.entry() instanceof DecisionEntry decision) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("record `%s` is a decision, not a screening", record.number())
                            .with(Message.of(
                                    "did you mean `%s`?", decision.screening().number())));
        }
        return (ScreeningEntry) record.entry();
    }

    /**
     * Records a screening and reports its number.
     *
     * @param top the requested number of best candidates; null for all
     */
    static void record(
            RecordStore store,
            InputOptions input,
            Shipped shipped,
            ScreeningInput.Screened screened,
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
            RecordOption.tell(store, store.append(recording.entry(), recording.contents()), notices);
        } catch (Unrecordable e) {
            throw new Refusal(Exit.PROBLEMS, Message.of("nothing was recorded: %s", e.what()));
        } catch (IOException e) {
            throw new Refusal(Exit.COULD_NOT_RUN, Message.of("nothing was recorded: %s", PrintOptions.reason(e)));
        }
    }

    private static @Nullable List<String> narrowed(Set<String> asked, Collection<String> all) {
        return asked.containsAll(all) ? null : List.copyOf(asked);
    }
}
