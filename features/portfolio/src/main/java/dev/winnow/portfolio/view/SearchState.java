package dev.winnow.portfolio.view;

import dev.winnow.web.internal.workbench.ShownDocument;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a search.
 *
 * @param schema the version of the contract
 * @param id its number; 0 if there is no search
 * @param revision the state of the work that it searches
 * @param state the kind of state
 * @param step the current step, in the language of the server
 * @param done the finished parts of the step
 * @param total the number of its parts; 0 if it is not known
 * @param best the best set so far; null if there is none
 * @param result the result; null without one
 * @param plan the file of the plan
 * @param problems the problems of the plan or of the search, and remarks, in the language of the server
 */
public record SearchState(
        int schema,
        long id,
        long revision,
        Kind state,
        String step,
        long done,
        long total,
        @Nullable Best best,
        @Nullable ShownDocument result,
        String plan,
        List<String> problems) {

    /** Kind of state. */
    public enum Kind {
        /** There is no search. */
        NONE,
        RUNNING,
        DONE,
        /** Ended by the user or by a newer search; the result is the best one until then. */
        CANCELLED,
        /** The plan has problems, or the search failed. */
        FAILED
    }

    /**
     * The best set so far.
     *
     * @param scenario the reading of unknown facts, in the language of the server
     * @param points its worth, as far as pairs and groups tell
     * @param bound upper bound of the worth of any set
     * @param members its members in words
     */
    public record Best(String scenario, BigDecimal points, BigDecimal bound, List<String> members) {}
}
