package dev.winnow.drools.internal.compile;

import java.math.RoundingMode;

/** The lower bound of an accumulate's total. */
public final class LeastTotal extends TotalFunction {

    private static final long serialVersionUID = 1L;

    /** Called by compiled rules. */
    public LeastTotal() {
        super(RoundingMode.DOWN);
    }
}
