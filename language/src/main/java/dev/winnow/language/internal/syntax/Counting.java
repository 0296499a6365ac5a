package dev.winnow.language.internal.syntax;

/** How the matches of a rule count together. */
public enum Counting {
    /** Each match earns all points. */
    IN_FULL,
    /** Each match earns a share of the points, and the largest counts. */
    IN_PART,
    /** Each match sets a ceiling, and the lowest counts. */
    AS_CEILING,
    /** Only whether there is a match counts. */
    AS_SUCH;

    /** Whether matches may count differently. */
    public boolean varies() {
        return this == IN_PART || this == AS_CEILING;
    }
}
