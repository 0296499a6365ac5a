package dev.winnow.drools.internal.compile;

import dev.winnow.model.value.Amount;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.math.RoundingMode;
import org.kie.api.runtime.rule.AccumulateFunction;

/**
 * Adds up the amounts of an accumulate exactly; Drools' own sum adds doubles. A row whose amount is not an {@link
 * Amount} counts as 1.
 *
 * <p>Created by compiled rules, by name.
 */
// JDK 25 warns that this class lacks a public no-argument constructor; only its two subclasses are ever created.
@SuppressWarnings("serial")
abstract class TotalFunction implements AccumulateFunction<TotalFunction.Running> {

    /** The sum so far. Sessions are never serialized. */
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

    /** Never called, because facts do not change in a session. */
    @Override
    public void reverse(Running context, Object value) {
        throw new IllegalStateException("amounts cannot be removed from a total");
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
        throw new IllegalStateException("sessions cannot be serialized");
    }

    @Override
    public void readExternal(ObjectInput in) {
        throw new IllegalStateException("sessions cannot be serialized");
    }
}
