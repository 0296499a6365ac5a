package dev.winnow.model;

/** How a stated number bounds the true one. */
public enum Bound {
    /** The number itself. */
    EXACT("exact", ""),
    /** The number or more: "over", "at least". Never silently exact. */
    AT_LEAST("at-least", "over "),
    /** The number or less. */
    AT_MOST("at-most", "at most "),
    /** Within five per cent of the number. */
    ABOUT("about", "about "),
    /** Anything from one number to another: a stated range, or sources that disagree. */
    BETWEEN("between", "");

    private final String id;
    private final String prefix;

    Bound(String id, String prefix) {
        this.id = id;
        this.prefix = prefix;
    }

    /** The word used in files and in JSON: {@code at-least}. */
    public String id() {
        return id;
    }

    /** What is written before the number: {@code "over "}; empty for exact and between. */
    public String prefix() {
        return prefix;
    }
}
