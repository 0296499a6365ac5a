package dev.winnow.model.result;

/** The recommendation of a screening for one project in one city. */
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

    /** The verdict within a sentence, in English. */
    public String words() {
        return words;
    }
}
