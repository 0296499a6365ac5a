package dev.winnow.serve.internal.decisions;

import dev.winnow.model.result.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pair before a decision.
 *
 * @param schema the version of the contract
 * @param now its result in the current screening; null if the screening does not contain it
 * @param recorded its result in the last recorded screening that contains it; null if there is none
 * @param problem the reason why no recorded screening contains it, in the language of the server; null if one does
 * @param conditions the open red flags on which the recorded recommendation depends
 * @param decisions the decisions on it, the last one first
 */
public record PairStatus(
        int schema,
        @Nullable Result now,
        @Nullable Result recorded,
        @Nullable String problem,
        List<Flag> conditions,
        List<RecordLine> decisions) {

    /**
     * A red flag.
     *
     * @param text the condition that rules it out
     */
    public record Flag(String rule, String text) {}

    /**
     * The result of a pair.
     *
     * @param record the record number of the screening; null for the current one
     */
    public record Result(
            @Nullable Long record,
            String project,
            String projectName,
            String city,
            String cityName,
            LocalDate asOf,
            Verdict verdict) {}
}
