package dev.winnow.records.internal.entry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Verdict;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A recorded screening.
 *
 * @param origin the author, the time, and the program
 * @param pack the edition of the pack
 * @param universe the edition of the universe
 * @param options the options of the screening
 * @param verdicts number of pairs by verdict
 * @param leftOut number of problems of the universe; each leaves a part of it out
 * @param contents the digests of its contents
 */
public record ScreeningEntry(
        @JsonUnwrapped RecordOrigin origin,
        Edition pack,
        Edition universe,
        ScreeningOptions options,
        Map<Verdict, Integer> verdicts,
        int leftOut,
        Parts contents)
        implements RecordEntry {

    public ScreeningEntry {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(pack);
        Objects.requireNonNull(universe);
        Objects.requireNonNull(options);
        Objects.requireNonNull(contents);
        if (leftOut < 0 || verdicts.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a count is negative");
        }
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, verdicts.getOrDefault(verdict, 0));
        }
        verdicts = Collections.unmodifiableMap(counts);
    }

    /**
     * The digests of the contents of a screening.
     *
     * @param pack the files of the pack
     * @param universe the files of the universe
     * @param pairs the result of each pair, in short
     * @param results the results, as {@code screen -f json} prints them
     */
    public record Parts(String pack, String universe, String pairs, String results) {

        public Parts {
            Objects.requireNonNull(pack);
            Objects.requireNonNull(universe);
            Objects.requireNonNull(pairs);
            Objects.requireNonNull(results);
        }

        /** All digests. */
        public List<String> all() {
            return List.of(pack, universe, pairs, results);
        }
    }

    /** Number of judged pairs. */
    public long pairs() {
        return verdicts.values().stream().mapToLong(Integer::longValue).sum();
    }
}
