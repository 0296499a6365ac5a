package dev.winnow.model.result;

/** The reason for a verdict: the first one that applies, in the order of these constants. */
public enum Because {
    /** A knock-out fired. */
    KNOCK_OUT("a knock-out holds"),
    /** Even the highest possible score is below the decline threshold. */
    TOO_LOW("it cannot reach the threshold"),
    /** It is undetermined whether a knock-out holds. */
    KNOCK_OUT_OPEN("a knock-out is open"),
    /** A red flag fired. */
    RED_FLAG("a red flag is up"),
    /** Even the lowest possible score reaches the recommend threshold. */
    CLEAR("it clears the threshold"),
    /** The highest possible score reaches the recommend threshold, the lowest does not. */
    FACTS_MISSING("facts are missing"),
    /** Neither recommended nor declined, whatever the missing facts turn out to be. */
    BETWEEN("it lies between the thresholds");

    private final String words;

    Because(String words) {
        this.words = words;
    }

    /** The reason as a clause in English. */
    public String words() {
        return words;
    }
}
