package dev.winnow.engine.oracle;

/** Kleene's three truth values. */
enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    static Truth of(boolean certain) {
        return certain ? TRUE : FALSE;
    }

    /** Combines the certain and the possible reading. */
    static Truth of(boolean certain, boolean possible) {
        return certain ? TRUE : possible ? UNKNOWN : FALSE;
    }

    Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
