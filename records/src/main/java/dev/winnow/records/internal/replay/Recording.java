package dev.winnow.records.internal.replay;

import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.universe.Universe;
import dev.winnow.records.internal.content.Content;
import dev.winnow.records.internal.content.PackContent;
import dev.winnow.records.internal.content.PairResult;
import dev.winnow.records.internal.content.UniverseContent;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.entry.ScreeningOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A screening with everything needed to derive its results again, ready to be appended.
 *
 * @param entry the record
 * @param contents the contents that it refers to
 */
public record Recording(ScreeningEntry entry, List<Content> contents) {

    public Recording {
        contents = List.copyOf(contents);
    }

    /**
     * Records a screening. The files of pack and universe are read again, and must be unchanged.
     *
     * @param folder the folder that the pack was loaded from
     * @param universe the screened universe
     * @param result the screening, with the requested assessments
     * @throws IOException if a file can no longer be read
     * @throws dev.winnow.records.internal.content.Unrecordable if a file has changed
     */
    public static Recording of(
            RecordOrigin origin, Path folder, Universe universe, ScreeningResult result, ScreeningOptions options)
            throws IOException {
        return of(origin, PackContent.read(folder, result.pack()), universe, result, options);
    }

    /** Records a screening with given files of its pack. */
    public static Recording of(
            RecordOrigin origin,
            PackContent packFiles,
            Universe universe,
            ScreeningResult result,
            ScreeningOptions options)
            throws IOException {
        List<Assessment> asked = result.asked().assessments();
        Content pack = packFiles.content();
        Content files = UniverseContent.of(universe).content();
        Content pairs = PairResult.content(asked.stream().map(PairResult::of).toList());
        Content results = Content.of(out -> DerivedResults.write(result, options, out));
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        asked.forEach(one -> verdicts.merge(one.verdict(), 1, Integer::sum));
        ScreeningEntry entry = new ScreeningEntry(
                origin,
                result.asked().pack(),
                result.asked().universe(),
                options,
                verdicts,
                result.asked().problems().size(),
                new ScreeningEntry.Parts(pack.digest(), files.digest(), pairs.digest(), results.digest()));
        return new Recording(entry, List.of(pack, files, pairs, results));
    }
}
