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
 * A screening.
 *
 * @param origin who screened, when, and by which winnow
 * @param pack the edition of the pack
 * @param universe the edition of the universe
 * @param options what was asked
 * @param verdicts how many pairs got each verdict
 * @param leftOut how many problems the universe had, each of which left something out
 * @param contents where its parts are
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
     * The digests of the contents that a screening is recorded by.
     *
     * @param pack the files of the pack
     * @param universe the files of the universe
     * @param pairs what was said of each pair, in short
     * @param results what was said, as {@code screen -f json} prints it
     */
    public record Parts(String pack, String universe, String pairs, String results) {

        public Parts {
            Objects.requireNonNull(pack);
            Objects.requireNonNull(universe);
            Objects.requireNonNull(pairs);
            Objects.requireNonNull(results);
        }

        /** All of them. */
        public List<String> all() {
            return List.of(pack, universe, pairs, results);
        }
    }

    /** How many pairs were judged. */
    public long pairs() {
        return verdicts.values().stream().mapToLong(Integer::longValue).sum();
    }
}
