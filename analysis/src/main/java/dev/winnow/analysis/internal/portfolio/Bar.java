package dev.winnow.analysis.internal.portfolio;

import dev.winnow.model.source.Message;

/**
 * Why a candidate may not be chosen.
 *
 * @param reason what excludes it
 * @param why the same as a sentence
 */
public record Bar(Reason reason, Message why) {

    /** What excludes a candidate; of several reasons the first counts. */
    public enum Reason {
        KNOCK_OUT,
        LOW_SCORE,
        RED_FLAG,
        OPEN_KNOCK_OUT,
        NO_COST,
        NOT_RECOMMENDED,
        BELOW_LEAST
    }

    /** {@return this, or another if that excludes first} */
    Bar or(Bar other) {
        return other.reason.compareTo(reason) < 0 ? other : this;
    }
}
