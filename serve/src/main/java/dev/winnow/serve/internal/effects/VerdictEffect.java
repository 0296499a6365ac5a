package dev.winnow.serve.internal.effects;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.report.json.Contract;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pairs that edits of the pack move, by comparison with the saved pack.
 *
 * @param schema the version of the contract
 * @param revision the revision of the edits
 * @param edited the number of edited files
 * @param problems the number of problems of the edited pack; if there are any, the rest is the effect of the last
 *     edits without problems
 * @param complete whether all pairs were compared; otherwise only the best ranked ones, without ranks and causes
 * @param compared the number of compared pairs
 * @param flips the number of changed verdicts
 * @param headline the numbers in a sentence of the server’s language
 * @param edits the edits that can be undone separately
 * @param moved pairs with another verdict, score or rank, changed verdicts first, at most {@value #MAX_MOVED}
 * @param others the number of further such pairs
 */
record VerdictEffect(
        int schema,
        long revision,
        int edited,
        int problems,
        boolean complete,
        int compared,
        int flips,
        String headline,
        List<Edit> edits,
        List<Moved> moved,
        int others) {

    static final int MAX_MOVED = 100;

    /** The effect of no edits. */
    static final VerdictEffect NONE =
            new VerdictEffect(Contract.SCHEMA, 0, 0, 0, true, 0, 0, "", List.of(), List.of(), 0);

    /**
     * An edit.
     *
     * @param id its name, such as E1
     * @param what the changed thing
     * @param file the name of the file
     * @param line the line, from 0
     * @param before the old text; null if it was added
     * @param after the new text; null if it was removed
     * @param effect its effect in a few words
     */
    record Edit(
            String id,
            String what,
            String file,
            int line,
            @Nullable String before,
            @Nullable String after,
            String effect) {}

    /**
     * A pair before and after the edits.
     *
     * @param causes the edits that its change depends on, in words
     */
    record Moved(
            String project,
            String projectName,
            String city,
            String cityName,
            LocalDate asOf,
            Standing before,
            Standing after,
            String causes) {}

    /**
     * The result of a pair.
     *
     * @param low the lower bound of the score
     * @param high the upper bound of the score
     * @param rank its rank in the city; 0 if it is not known yet
     */
    record Standing(Verdict verdict, BigDecimal low, BigDecimal high, int rank) {

        static Standing of(Assessment one, boolean ranked) {
            return new Standing(one.verdict(), one.score().low(), one.score().high(), ranked ? one.rank() : 0);
        }
    }

    /** Returns the same effect for edits with problems. */
    VerdictEffect behind(long newer, int files, int found) {
        return new VerdictEffect(
                schema, newer, files, found, complete, compared, flips, headline, edits, moved, others);
    }
}
