package dev.winnow.model.result;

/** Whose gain a criterion measures. A match needs both, so a score is the minimum over the sides. */
public enum Side {
    /** What the city gains. */
    CITY("city"),
    /** What the project gains. */
    PROJECT("project");

    private final String words;

    Side(String words) {
        this.words = words;
    }

    /** The name of the side within a sentence, in English. */
    public String words() {
        return words;
    }
}
