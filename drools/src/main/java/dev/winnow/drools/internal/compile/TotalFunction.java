package dev.winnow.drools.internal.compile;

import dev.winnow.model.value.Amount;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.math.RoundingMode;
import org.kie.api.runtime.rule.AccumulateFunction;

/**
 * What Drools calls to add up the amounts of an accumulate, as its own sum adds doubles. A row whose amount is no
 * {@link Amount} counts as 1.
 *
 * <p>Created by compiled rules, by name.
 */
// JDK 25 asks for a public constructor without arguments here too, where only its two kinds are ever made.
@SuppressWarnings("serial")
abstract class TotalFunction implements AccumulateFunction<TotalFunction.Running> {

    /** The sum so far. A session is never written out. */
    static final class Running implements Serializable {

        private static final long serialVersionUID = 1L;

        private final transient Amount.Sum sum;

        Running(RoundingMode mode) {
            sum = new Amount.Sum(mode);
        }
    }

    private static final long serialVersionUID = 1L;

    private final RoundingMode mode;

    TotalFunction(RoundingMode mode) {
        this.mode = mode;
    }

    @Override
    public Class<?> getResultType() {
        return Amount.class;
    }

    @Override
    public Running createContext() {
        return new Running(mode);
    }

    @Override
    public void init(Running context) {
        context.sum.taken();
    }

    @Override
    public void accumulate(Running context, Object value) {
        context.sum.add(value instanceof Amount amount ? amount : Amount.ONE);
    }

    /** Never called: facts do not change in a session. */
    @Override
    public void reverse(Running context, Object value) {
        throw new IllegalStateException("a total is not taken back");
    }

    @Override
    public boolean supportsReverse() {
        return false;
    }

    @Override
    public Object getResult(Running context) {
        Amount total = context.sum.taken();
        context.sum.add(total);
        return total;
    }

    @Override
    public void writeExternal(ObjectOutput out) {
        throw new IllegalStateException("a session is not written out");
    }

    @Override
    public void readExternal(ObjectInput in) {
        throw new IllegalStateException("a session is not written out");
    }
}
