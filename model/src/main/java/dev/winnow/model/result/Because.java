package dev.winnow.model.result;

/** The reason for a verdict: the first one that applies, in the order of these constants. */
public enum Because {
    /** A knock-out fired. */
    KNOCK_OUT(Verdict.DECLINE, "a knock-out holds"),
    /** Even the highest possible score is below the decline threshold. */
    TOO_LOW(Verdict.DECLINE, "it cannot reach the threshold"),
    /** A red flag fired. */
    RED_FLAG(Verdict.HOLD, "a red flag is up"),
    /** It is undetermined whether a knock-out holds. */
    KNOCK_OUT_OPEN(Verdict.HOLD, "a knock-out is open"),
    /** Even the lowest possible score reaches the recommend threshold, and no red flag is possible. */
    CLEAR(Verdict.RECOMMEND, "it clears the threshold"),
    /** Even the lowest possible score reaches the recommend threshold; it is undetermined whether a red flag holds. */
    ON_CONDITION(Verdict.RECOMMEND, "it clears the threshold, on a condition"),
    /** The highest possible score reaches the recommend threshold, the lowest does not. */
    FACTS_MISSING(Verdict.HOLD, "facts are missing"),
    /** Neither recommended nor declined, whatever the missing facts turn out to be. */
    BETWEEN(Verdict.HOLD, "it lies between the thresholds");

    private final Verdict verdict;
    private final String words;

    Because(Verdict verdict, String words) {
        this.verdict = verdict;
        this.words = words;
    }

    /** The verdict that it is a reason for. */
    public Verdict verdict() {
        return verdict;
    }

    /** The reason as a clause in English. */
    public String words() {
        return words;
    }
}
