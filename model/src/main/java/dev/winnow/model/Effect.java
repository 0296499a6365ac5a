package dev.winnow.model;

/** What a rule does when it holds. */
public enum Effect {
    /** Adds points to its criterion. */
    AWARD("award"),
    /** Stops the candidate before the score counts. */
    KNOCK_OUT("knock-out"),
    /** Needs a human; never silently passed. */
    RED_FLAG("red flag"),
    /** Limits another criterion. */
    CAP("cap"),
    /** Is said, and counts nothing. */
    NOTE("note"),
    /** Advises a district. */
    SUGGEST("suggestion");

    private final String words;

    Effect(String words) {
        this.words = words;
    }

    /** How it is said in a sentence. */
    public String words() {
        return words;
    }
}
