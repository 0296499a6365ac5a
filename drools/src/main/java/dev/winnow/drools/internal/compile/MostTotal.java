package dev.winnow.drools.internal.compile;

import java.math.RoundingMode;

/** The most that the amounts of an accumulate add up to. */
public final class MostTotal extends TotalFunction {

    private static final long serialVersionUID = 1L;

    /** Called by compiled rules. */
    public MostTotal() {
        super(RoundingMode.UP);
    }
}
