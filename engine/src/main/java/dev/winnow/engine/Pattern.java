package dev.winnow.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a rule: a fact, the absence of one, or a count or sum over facts.
 *
 * @param kind which of the three
 * @param type the fact's type
 * @param spot where the type stands
 * @param parts bindings and conditions in the order written
 * @param total what is counted or summed; null unless the kind is ACCUMULATE
 */
record Pattern(
        Kind kind,
        String type,
        Spot spot,
        List<Part> parts,
        @Nullable Total total) {

    enum Kind {
        FACT,
        NOT,
        ACCUMULATE
    }

    sealed interface Part {}

    /** {@code $size : annualOutput}. */
    record Binding(String variable, Expression value, Spot spot) implements Part {}

    /** {@code annualOutput >= $min}. */
    record Condition(Expression test) implements Part {}

    /**
     * {@code $sum : sum($a); $sum >= $need}.
     *
     * @param variable what the result is called
     * @param argument what is summed; null for a count
     * @param sign how it is compared
     * @param right with what
     * @param spot where the whole begins
     * @param compared where the comparison begins
     */
    record Total(
            String variable,
            @Nullable Expression argument,
            Expression.Comparison sign,
            Expression right,
            Spot spot,
            Spot compared) {}

    List<Binding> bindings() {
        List<Binding> bindings = new ArrayList<>(parts.size());
        for (Part part : parts) {
            if (part instanceof Binding binding) {
                bindings.add(binding);
            }
        }
        return bindings;
    }

    List<Expression> conditions() {
        List<Expression> conditions = new ArrayList<>(parts.size());
        for (Part part : parts) {
            if (part instanceof Condition condition) {
                conditions.add(condition.test());
            }
        }
        return conditions;
    }
}
