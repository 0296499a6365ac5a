package dev.winnow.console.input;

import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.RecordOption;
import dev.winnow.console.option.RecordsOption;
import dev.winnow.console.option.SampleOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Universe;
import dev.winnow.records.internal.content.Unrecordable;
import dev.winnow.records.internal.entry.ScreeningOptions;
import dev.winnow.records.internal.replay.Recording;
import dev.winnow.records.internal.store.RecordStore;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes screenings to records. */
public final class RecordedScreenings {

    private RecordedScreenings() {}

    /**
     * Records a screening and reports its number.
     *
     * @param top the requested number of best candidates; null for all
     */
    public static void record(
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
        ScreeningOptions options = options(
                input, best.pack().language(), universe, candidates.projects(), candidates.cities(), samples, top);
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

    /**
     * Returns the options that a record of a screening states.
     *
     * @param projects the ids of the requested projects; null for all
     * @param cities the ids of the requested cities; null for all
     * @param top the requested number of best candidates; null for all
     */
    public static ScreeningOptions options(
            InputOptions input,
            Language language,
            Universe universe,
            @Nullable Collection<String> projects,
            @Nullable Collection<String> cities,
            SampleOptions samples,
            @Nullable Integer top) {
        return new ScreeningOptions(
                language,
                input.asOf(),
                input.assume().words(),
                input.assume().entries(List.of(universe)),
                narrowed(projects, universe.projectIds()),
                narrowed(cities, universe.cityIds()),
                top,
                samples.samples(),
                samples.seed(),
                input.matcher().name().toLowerCase(Locale.ROOT));
    }

    private static @Nullable List<String> narrowed(@Nullable Collection<String> asked, Collection<String> all) {
        return asked == null || asked.containsAll(all) ? null : List.copyOf(asked);
    }
}
