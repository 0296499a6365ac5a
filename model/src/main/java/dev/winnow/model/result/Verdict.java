package dev.winnow.model.result;

/** What screening advises. */
public enum Verdict {
    /** Pursue it. */
    RECOMMEND("recommend"),
    /** Find out first. */
    HOLD("hold"),
    /** Leave it. */
    DECLINE("decline");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** How it is said in a sentence. */
    public String words() {
        return words;
    }
}
