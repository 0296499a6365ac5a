package dev.winnow.model.domain;

/** The effect of a project on a city's industrial chain. */
public enum ChainAction {
    /** The city's first link of a chain (建链). */
    BUILD("build"),
    /** A neighbour of a link that the city holds (延链). */
    EXTEND("extend"),
    /** A link that the city lacks (补链). */
    SUPPLEMENT("supplement"),
    /** More scale or scarcity in a link that the city holds (强链). */
    STRENGTHEN("strengthen");

    private final String words;

    ChainAction(String words) {
        this.words = words;
    }

    /** The name of the action within a sentence, in English. */
    public String words() {
        return words;
    }
}
