package dev.winnow.language.syntax;

/** How much a way in which a rule holds counts, among the others in which it does. */
public enum Counting {
    /** Each way earns all points. */
    IN_FULL,
    /** Each way earns a share of the points, and the largest counts. */
    IN_PART,
    /** Each way sets a ceiling, and the lowest counts. */
    AS_CEILING,
    /** Only that there is a way counts. */
    AS_SUCH;

    /** Whether one way may count for more than another. */
    public boolean varies() {
        return this == IN_PART || this == AS_CEILING;
    }
}
