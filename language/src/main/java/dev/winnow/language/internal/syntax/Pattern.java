package dev.winnow.language.internal.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a rule: a fact, the absence of one, or a count or sum over facts.
 *
 * @param kind the kind of condition
 * @param type the fact's type
 * @param spot the position of the type
 * @param parts bindings and conditions in the order written
 * @param total the count or sum; null unless the kind is ACCUMULATE
 */
public record Pattern(
        Kind kind,
        String type,
        TokenPosition spot,
        List<Part> parts,
        @Nullable Total total) {

    public enum Kind {
        FACT,
        NOT,
        ACCUMULATE
    }

    public sealed interface Part {}

    /** A binding: {@code $size : annualOutput}. */
    public record Binding(String variable, Expression value, TokenPosition spot) implements Part {}

    /** A condition: {@code annualOutput >= $min}. */
    public record Condition(Expression test) implements Part {}

    /**
     * A count or sum with its comparison: {@code $sum : sum($a); $sum >= $need}.
     *
     * @param variable the name of the result
     * @param argument the summed expression; null for a count
     * @param sign the comparison operator
     * @param right the right side of the comparison
     * @param spot the position of the whole
     * @param compared the position of the comparison
     */
    public record Total(
            String variable,
            @Nullable Expression argument,
            Expression.Comparison sign,
            Expression right,
            TokenPosition spot,
            TokenPosition compared) {}

    /** Returns the id of the limit that the pattern reads, as written; null if it reads none. */
    public Expression.@Nullable Text limit() {
        return type.equals("Limit")
                ? conditions().stream()
                        .map(Pattern::limit)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** Returns the id in a condition {@code id == "…"}; null for any other condition. */
    public static Expression.@Nullable Text limit(Expression condition) {
        return condition instanceof Expression.Compare compare
                        && compare.sign() == Expression.Comparison.SAME
                        && compare.left() instanceof Expression.Property property
                        && property.name().equals("id")
                        && compare.right() instanceof Expression.Text id
                ? id
                : null;
    }

    public List<Binding> bindings() {
        List<Binding> bindings = new ArrayList<>(parts.size());
        for (Part part : parts) {
            if (part instanceof Binding binding) {
                bindings.add(binding);
            }
        }
        return bindings;
    }

    public List<Expression> conditions() {
        List<Expression> conditions = new ArrayList<>(parts.size());
        for (Part part : parts) {
            if (part instanceof Condition condition) {
                conditions.add(condition.test());
            }
        }
        return conditions;
    }
}
