package dev.winnow.drools.internal.compile;

import java.math.RoundingMode;

/** The least that the amounts of an accumulate add up to. */
public final class LeastTotal extends TotalFunction {

    private static final long serialVersionUID = 1L;

    /** Called by compiled rules. */
    public LeastTotal() {
        super(RoundingMode.DOWN);
    }
}
