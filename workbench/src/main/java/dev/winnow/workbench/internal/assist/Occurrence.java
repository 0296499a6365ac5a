package dev.winnow.workbench.internal.assist;

/**
 * A place that names a limit, a rule or a fact.
 *
 * @param kind the kind of thing named
 * @param name the id; for a fact its type and its name: {@code Project.subTracks}
 * @param at the place of the name, without quotes
 * @param definition whether the thing is defined here
 */
record Occurrence(Kind kind, String name, Location at, boolean definition) {

    enum Kind {
        LIMIT,
        RULE,
        FACT,
        TYPE
    }

    /** The name as it is written at its places. */
    String written() {
        return kind == Kind.FACT ? name.substring(name.indexOf('.') + 1) : name;
    }

    /** Returns this occurrence with another name at its places. */
    Occurrence renamed(String other) {
        return new Occurrence(kind, name.substring(0, name.length() - written().length()) + other, at, definition);
    }

    boolean isOf(Occurrence other) {
        return kind == other.kind && name.equals(other.name);
    }
}
