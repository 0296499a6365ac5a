package dev.winnow.drools.internal.compile;

import java.math.RoundingMode;

/** The upper bound of an accumulate's total. */
public final class MostTotal extends TotalFunction {

    private static final long serialVersionUID = 1L;

    /** Called by compiled rules. */
    public MostTotal() {
        super(RoundingMode.UP);
    }
}
