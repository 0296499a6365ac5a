package dev.winnow.portfolio.portfolio;

import java.util.List;

/** Follows a search while it runs. Called by the thread that searches. */
public interface SearchWatch {

    /** A step of a search. */
    enum Step {
        /** The candidates are screened. */
        SCREENING,
        /** Candidates are screened as if others had landed. */
        TOGETHER,
        /** The best set of a scenario is searched. */
        SETS,
        /** The best sets of other budgets are searched. */
        BUDGETS,
        /** The value of larger budgets is searched. */
        MARGINS,
        /** The best sets with projects outside the set are searched. */
        OUTSIDERS,
        /** Weights and unknown facts are drawn. */
        DRAWS
    }

    /** Follows nothing. */
    SearchWatch NONE = new SearchWatch() {
        @Override
        public void at(Step step, long done, long total) {}

        @Override
        public void found(Scenario scenario, List<Candidate> members, long worth, long bound) {}
    };

    /**
     * Called when a step continues.
     *
     * @param done the finished parts of the step
     * @param total the number of its parts; 0 if it is not known
     */
    void at(Step step, long done, long total);

    /**
     * Called when a better set is found.
     *
     * @param worth its worth, in millionths of a point, as far as pairs and groups tell
     * @param bound upper bound of the worth of any set
     */
    void found(Scenario scenario, List<Candidate> members, long worth, long bound);
}
