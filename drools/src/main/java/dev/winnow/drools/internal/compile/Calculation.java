package dev.winnow.drools.internal.compile;

import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arithmetic of compiled rules. */
public final class Calculation {

    /** Stands for the next operand in a postfix expression. */
    static final char OPERAND = '.';

    private Calculation() {}

    /**
     * Called by compiled rules. All operands are arguments of one call, at any depth of nesting.
     *
     * @param postfix the expression, such as {@code "..+.*"} for {@code (a + b) * c}
     * @param operands their values in order; null if unknown
     * @return the value; null if it is unknown
     */
    public static @Nullable Figure of(String postfix, @Nullable Figure... operands) {
        Deque<Optional<Figure>> stack = new ArrayDeque<>();
        int next = 0;
        for (int i = 0; i < postfix.length(); i++) {
            char sign = postfix.charAt(i);
            if (sign == OPERAND) {
                stack.push(Optional.ofNullable(operands[next++]));
                continue;
            }
            Figure right = stack.pop().orElse(null);
            Figure left = stack.pop().orElse(null);
            stack.push(Optional.ofNullable(Figure.calculated(sign, left, right)));
        }
        return stack.pop().orElse(null);
    }

    /**
     * Called by compiled rules.
     *
     * @param figure the summand; null if it is unknown
     * @return the lower bound of the summand
     */
    public static Amount least(@Nullable Figure figure) {
        return Interval.of(figure).low();
    }

    /**
     * Called by compiled rules.
     *
     * @param figure the summand; null if it is unknown
     * @return the upper bound of the summand
     */
    public static Amount most(@Nullable Figure figure) {
        return Interval.of(figure).high();
    }

    /**
     * Called by compiled rules.
     *
     * @param written a component that every written row has; null for the unwritten row
     * @return the upper bound of the row's contribution to a count
     */
    public static Amount weight(@Nullable Object written) {
        return written == null ? Amount.UNBOUNDED : Amount.ONE;
    }
}
