package dev.winnow.language.internal.syntax;

/** How several matches of a rule count. */
public enum Counting {
    /** Each match earns all points. */
    IN_FULL,
    /** Each match earns a share of the points; the largest share counts. */
    IN_PART,
    /** Each match sets a ceiling; the lowest ceiling counts. */
    AS_CEILING,
    /** Only the existence of a match counts. */
    AS_SUCH;

    /** Whether matches can differ in value. */
    public boolean varies() {
        return this == IN_PART || this == AS_CEILING;
    }
}
