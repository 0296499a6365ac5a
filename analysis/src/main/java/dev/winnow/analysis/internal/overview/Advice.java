package dev.winnow.analysis.internal.overview;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Verdict;

/** What to do with a candidate, by its verdict and that of its base case. */
public enum Advice {
    /** It is recommended. */
    PURSUE,
    /** It is on hold, and the base case recommends it. */
    PURSUE_IF_ASSUMED,
    /** It is on hold. */
    OPEN,
    /** It is declined. */
    LEAVE;

    /** {@return the advice for a candidate} */
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
