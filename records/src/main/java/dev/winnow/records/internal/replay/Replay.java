package dev.winnow.records.internal.replay;

import dev.winnow.engine.AsOfPolicy;
import dev.winnow.engine.Matcher;
import dev.winnow.engine.Progress;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.internal.assumption.Assumption;
import dev.winnow.model.internal.assumption.AssumptionReader;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.records.internal.content.Content;
import dev.winnow.records.internal.content.NodeJson;
import dev.winnow.records.internal.content.PackContent;
import dev.winnow.records.internal.content.UniverseContent;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.entry.ScreeningOptions;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.RecordsFailure;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of deriving the results of a recorded screening again, from its stored pack and universe.
 *
 * @param number the number of the record
 * @param screening the record
 * @param now the author and program of the replay
 * @param size the number of bytes of the recorded results
 * @param identical whether the results are byte-identical
 * @param differences the differences; may be empty if only the layout differs
 */
public record Replay(
        long number,
        ScreeningEntry screening,
        RecordOrigin now,
        long size,
        boolean identical,
        List<Difference> differences) {

    public Replay {
        differences = List.copyOf(differences);
    }

    /**
     * Derives the results and compares them.
     *
     * @throws dev.winnow.language.PackException if this winnow does not accept the recorded pack
     */
    public static Replay of(RecordStore store, long number, ScreeningEntry screening, RecordOrigin now)
            throws IOException {
        ScreeningEntry.Parts parts = screening.contents();
        Content recorded = store.content(parts.results());
        ScreeningOptions options = screening.options();
        ScreeningResult result = request(store, screening, options.language())
                .asking(options.projects(), options.cities())
                .best(options.top())
                .screen(Progress.NONE);
        Content derived = Content.of(out -> DerivedResults.write(result, options, out));
        boolean identical = derived.digest().equals(recorded.digest()) && derived.size() == recorded.size();
        return new Replay(
                number,
                screening,
                now,
                recorded.size(),
                identical,
                identical ? List.of() : differences(recorded, derived));
    }

    /** Whether the version of winnow or Java differs from the recording one. */
    public boolean byAnotherProgram() {
        RecordOrigin then = screening.origin();
        return !then.winnow().equals(now.winnow()) || !then.java().equals(now.java());
    }

    private static List<Difference> differences(Content recorded, Content derived) throws IOException {
        try (InputStream before = recorded.open();
                InputStream after = derived.open()) {
            return Difference.between(NodeJson.read(before), NodeJson.read(after));
        }
    }

    /**
     * Returns the request of a recorded screening for all its candidates, with the stored pack and universe.
     *
     * @param language the language of titles and reasons
     */
    public static ScreeningRequest request(RecordStore store, ScreeningEntry screening, Language language) {
        ScreeningEntry.Parts parts = screening.contents();
        ScreeningOptions options = screening.options();
        RulePack pack = store.content(parts.pack(), PackContent::of).load().inLanguage(language);
        Universe given = store.content(parts.universe(), UniverseContent::of).load();
        AsOfPolicy asOfPolicy = asOfPolicy(options.asOf());
        List<Problem> problems = new ArrayList<>();
        AssumptionReader assumed = new AssumptionReader(
                given.vocabulary(), given.money(), given.rates(), Assumption.Origin.RUN, given.references(), problems);
        options.assumptions().forEach(assumed::read);
        Matcher matcher = matcher(options.evaluator());
        return ScreeningRequest.of(pack, given)
                .at(asOfPolicy)
                .assuming(assumed.all())
                .by(matcher);
    }

    private static Matcher matcher(String evaluator) {
        try {
            return Matcher.valueOf(evaluator.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RecordsFailure(
                    RecordsFailure.Kind.DATA,
                    Message.of("the screening was evaluated by `%s`, which this winnow does not have", evaluator));
        }
    }

    private static AsOfPolicy asOfPolicy(@Nullable String asOf) {
        return asOf == null
                ? AsOfPolicy.ofUniverse()
                : asOf.equals(ScreeningOptions.AT_DECISIONS)
                        ? AsOfPolicy.ofDecisions()
                        : AsOfPolicy.on(LocalDate.parse(asOf));
    }
}
