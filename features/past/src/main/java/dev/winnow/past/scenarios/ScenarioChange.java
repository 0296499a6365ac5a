package dev.winnow.past.scenarios;

import org.jspecify.annotations.Nullable;

/**
 * A change of a scenario.
 *
 * @param kind its kind
 * @param name its name in the file: a fact such as {@code bigcell.fundingNeed}, an entry or row, a list, a currency or a
 *     limit
 * @param list {@code projects} or {@code cities} for a fact or a removal; empty otherwise
 * @param id the project or city; empty if there is none
 * @param fact the fact, such as {@code project.fundingNeed}; empty if there is none
 * @param before the value before the change; null if there is none
 * @param after the value after it; null if it is removed
 */
public record ScenarioChange(
        Kind kind,
        String name,
        String list,
        String id,
        String fact,
        @Nullable String before,
        @Nullable String after) {

    /** The value after a change by which a fact becomes unknown. */
    public static final String UNKNOWN = "unknown";

    /** Kinds of changes. */
    public enum Kind {
        /** Another value of a fact. */
        FACT,
        /** An entry, list or row that is missing. */
        REMOVED,
        /** A further entry or row. */
        ADDED,
        /** Another exchange rate. */
        RATE,
        /** Another value of a limit. */
        LIMIT
    }

    /** Whether a whole project or city is removed. */
    public boolean removesEntry() {
        return kind == Kind.REMOVED && name.equals(id);
    }
}
