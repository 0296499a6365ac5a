package dev.winnow.serve.internal.decisions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of deriving the results of a recorded screening again.
 *
 * @param schema the version of the contract
 * @param identical whether the results are byte-identical
 * @param text the outcome in a sentence, in the language of the server
 * @param differences the first differences, one sentence each
 * @param others the number of further differences
 * @param programs the programs that recorded and replayed; null if they do not matter
 */
public record ReplayOutcome(
        int schema,
        boolean identical,
        String text,
        List<String> differences,
        int others,
        @Nullable String programs) {

    static final int MAX_DIFFERENCES = 200;
}
