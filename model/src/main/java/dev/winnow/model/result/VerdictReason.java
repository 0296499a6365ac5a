package dev.winnow.model.result;

/** The reason for a verdict: the first one that applies, in the order of these constants. */
public enum VerdictReason {
    /** A knock-out holds. */
    KNOCK_OUT(Verdict.DECLINE, "a knock-out applies"),
    /** Even the highest possible score is below the decline threshold. */
    TOO_LOW(Verdict.DECLINE, "its score cannot reach the threshold"),
    /** A red flag holds. */
    RED_FLAG(Verdict.HOLD, "there is a red flag"),
    /** A knock-out is undetermined. */
    KNOCK_OUT_OPEN(Verdict.HOLD, "a knock-out is still open"),
    /** Even the lowest possible score reaches the recommend threshold, and no red flag is possible. */
    CLEAR(Verdict.RECOMMEND, "its score clears the threshold"),
    /** Even the lowest possible score reaches the recommend threshold; a red flag is undetermined. */
    ON_CONDITION(Verdict.RECOMMEND, "its score clears the threshold, subject to conditions"),
    /** The highest possible score reaches the recommend threshold, the lowest does not. */
    FACTS_MISSING(Verdict.HOLD, "key facts are missing"),
    /** Neither RECOMMEND nor DECLINE is possible with any values of the missing facts. */
    BETWEEN(Verdict.HOLD, "its score lies between the thresholds");

    private final Verdict verdict;
    private final String words;

    VerdictReason(Verdict verdict, String words) {
        this.verdict = verdict;
        this.words = words;
    }

    /** Returns the verdict for this reason. */
    public Verdict verdict() {
        return verdict;
    }

    /** The reason as a clause in English. */
    public String words() {
        return words;
    }
}
