package dev.winnow.portfolio.portfolio;

import dev.winnow.model.source.Message;

/**
 * The reason why a candidate may not be chosen.
 *
 * @param reason the kind of reason
 * @param why the reason as a sentence
 */
public record Bar(Reason reason, Message why) {

    /** Kinds of reasons that exclude a candidate; the first of several counts. */
    public enum Reason {
        KNOCK_OUT,
        LOW_SCORE,
        RED_FLAG,
        OPEN_KNOCK_OUT,
        NO_COST,
        NOT_RECOMMENDED,
        BELOW_LEAST
    }

    /** {@return this reason, or the other if that comes first} */
    Bar or(Bar other) {
        return other.reason.compareTo(reason) < 0 ? other : this;
    }
}
