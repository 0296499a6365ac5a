package dev.winnow.engine.oracle;

/** A mistake that can be planted into the oracle, to show that the checks would find it in an engine. */
enum Fault {
    /** {@code not} is certain whenever its pattern is not certain. */
    NOT_UNSWAPPED(true),
    /** {@code !( )} is certain whenever what it negates is not certain. */
    COMPLEMENT_UNSWAPPED(true),
    /** {@code <} and {@code <=} of an accumulate look at the lower end. */
    AT_MOST_UNSWAPPED(true),
    /** "Over 300" is read as 300. */
    AT_LEAST_EXACT(true),
    /** An incomplete list holds what is written and nothing else. */
    PHANTOM_IGNORED(true),
    /** A comparison with an unknown is false, as in plain DRL. */
    NULL_FALSE(true),
    /** A comparison with an unknown by {@code !=}, {@code not in} and the like is true, as in plain DRL. */
    NULL_DIFFERS(true),
    /** Figures compare by their lower ends. */
    LOWER_ENDS(true),
    /** A difference takes low from low and high from high. */
    DIFFERENCE_UNSWAPPED(true),
    /** A sum takes an unknown amount as 0 at its upper end too. */
    SUM_SKIPS_UNKNOWN(true),
    /** A share takes low from low and high from high. */
    SHARE_UNSWAPPED(true),
    /** The row that nobody wrote down may have the key of one that is written. */
    PHANTOM_OF_ANY_KEY(false),
    /** The row that nobody wrote down may have all parts of the key of one that is written. */
    PHANTOM_OF_ANY_KEYS(false),
    /** What is unknown may be in an empty list. */
    EMPTY_HOLDS_UNKNOWN(false),
    /** What a pack declares is unknown. */
    DECLARED_UNKNOWN(false, true),
    /** A declared property is read where the next one of its kind stands. */
    DECLARED_AT_THE_NEXT_PLACE(true, true),
    /** A declared figure is exactly what it is at least. */
    DECLARED_EXACT(true, true),
    /** What nobody told of a declared yes or no is no, whether it is a claim or not. */
    UNTOLD_IS_NO(true, true),
    /** A declared claim that nobody made is open. */
    CLAIM_IS_OPEN(false, true),
    /** The start of a list is all of it. */
    START_IS_ALL(true, true),
    /** A declared list holds what is written and nothing else. */
    DECLARED_LIST_IS_COMPLETE(true, true),
    /** A declared list has but one row. */
    DECLARED_LIST_OF_ONE(true, true),
    /** The row that nobody wrote down of a declared list may have the key of one that is written. */
    DECLARED_KEY_IS_FREE(false, true),
    /** Rules of one family are added up. */
    FAMILY_SUMMED(false),
    /** Only certain caps lower the low score. */
    CAPS_CERTAIN_ONLY(false),
    /** The score is the higher of the two sides. */
    EITHER_SIDE(false),
    /** An undecided knock-out is named before a red flag that is up. */
    OPEN_KNOCK_OUT_FIRST(false),
    /** Of the verdicts that are possible, none comes of an undecided red flag. */
    OPEN_FLAGS_FORGOTTEN(true),
    /** Of the verdicts that are possible, none comes of an undecided knock-out. */
    OPEN_KNOCK_OUTS_FORGOTTEN(true),
    /** Of the verdicts that are possible, none comes of a score above the lowest. */
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

    /** Whether it concerns how a fact that a pack declares is read. */
    boolean isOfDeclared() {
        return ofDeclared;
    }

    /** Whether it calls certain or impossible what is neither, rather than saying too little or counting points otherwise. */
    boolean isPolarity() {
        return polarity;
    }
}
