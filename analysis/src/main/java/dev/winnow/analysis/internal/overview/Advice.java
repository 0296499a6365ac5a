package dev.winnow.analysis.internal.overview;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Verdict;

/** Advice on a candidate, by its verdict and that of its base case. */
public enum Advice {
    /** The candidate is recommended. */
    PURSUE,
    /** The candidate is on hold, and its base case is recommended. */
    PURSUE_IF_ASSUMED,
    /** The candidate is on hold. */
    OPEN,
    /** The candidate is declined. */
    LEAVE;

    /** {@return the advice on a candidate} */
    public static Advice of(Assessment candidate) {
        return switch (candidate.verdict()) {
            case RECOMMEND -> PURSUE;
            case DECLINE -> LEAVE;
            case HOLD -> {
                BaseCase base = candidate.base();
                yield base != null && base.verdict() == Verdict.RECOMMEND ? PURSUE_IF_ASSUMED : OPEN;
            }
        };
    }
}
