package dev.winnow.engine.oracle;

/** A fault that can be planted into the oracle, to show that the checks would detect it in an engine. */
enum Fault {
    /** {@code not} is certain whenever its pattern is not certain. */
    NOT_UNSWAPPED(true),
    /** {@code !( )} is certain whenever what it negates is not certain. */
    COMPLEMENT_UNSWAPPED(true),
    /** {@code <} and {@code <=} of an accumulate use the lower bound. */
    AT_MOST_UNSWAPPED(true),
    /** "Over 300" is read as 300. */
    AT_LEAST_EXACT(true),
    /** An incomplete list contains only its written rows. */
    PHANTOM_IGNORED(true),
    /** A comparison with an unknown value is false, as in plain DRL. */
    NULL_FALSE(true),
    /** A comparison with an unknown value by {@code !=}, {@code not in} and the like is true, as in plain DRL. */
    NULL_DIFFERS(true),
    /** Figures are compared by their lower bounds. */
    LOWER_ENDS(true),
    /** A difference subtracts low from low and high from high. */
    DIFFERENCE_UNSWAPPED(true),
    /** A sum counts an unknown amount as 0 in its upper bound too. */
    SUM_SKIPS_UNKNOWN(true),
    /** A share divides low by low and high by high. */
    SHARE_UNSWAPPED(true),
    /** The unwritten row may have the key of a written row. */
    PHANTOM_OF_ANY_KEY(false),
    /** The unwritten row may have all parts of the key of a written row. */
    PHANTOM_OF_ANY_KEYS(false),
    /** An empty list may contain an unknown value. */
    EMPTY_HOLDS_UNKNOWN(false),
    /** Declared facts are unknown. */
    DECLARED_UNKNOWN(false, true),
    /** A declared property is read from the place of the next property of its kind. */
    DECLARED_AT_THE_NEXT_PLACE(true, true),
    /** The lower bound of a declared figure is read as its exact value. */
    DECLARED_EXACT(true, true),
    /** A declared flag without a statement is false. */
    UNTOLD_IS_NO(true, true),
    /** The known start of a list is read as the whole list. */
    START_IS_ALL(true, true),
    /** A declared list contains only its written rows. */
    DECLARED_LIST_IS_COMPLETE(true, true),
    /** A declared list contains only one row. */
    DECLARED_LIST_OF_ONE(true, true),
    /** The unwritten row of a declared list may have the key of a written row. */
    DECLARED_KEY_IS_FREE(false, true),
    /** The points of rules in one family are added up. */
    FAMILY_SUMMED(false),
    /** Only certain caps lower the low score. */
    CAPS_CERTAIN_ONLY(false),
    /** The score is the higher of the two sides. */
    EITHER_SIDE(false),
    /** An undecided knock-out takes precedence over a red flag that holds. */
    OPEN_KNOCK_OUT_FIRST(false),
    /** The possible verdicts ignore undecided red flags. */
    OPEN_FLAGS_FORGOTTEN(true),
    /** The possible verdicts ignore undecided knock-outs. */
    OPEN_KNOCK_OUTS_FORGOTTEN(true),
    /** The possible verdicts consider only the lowest score. */
    LOW_COUNTS_ALONE(true);

    private final boolean polarity;
    private final boolean ofDeclared;

    Fault(boolean polarity) {
        this(polarity, false);
    }

    Fault(boolean polarity, boolean ofDeclared) {
        this.polarity = polarity;
        this.ofDeclared = ofDeclared;
    }

    /** Whether the fault is about reading declared facts. */
    boolean isOfDeclared() {
        return ofDeclared;
    }

    /**
     * Whether the fault reports something as certain or impossible that is neither. Other faults report too little, or
     * count points differently.
     */
    boolean isPolarity() {
        return polarity;
    }
}
