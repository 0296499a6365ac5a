package dev.winnow.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands between the commas of a pattern: the syntax tree of a rule's conditions. */
sealed interface Expression {

    Spot spot();

    /** A component of the pattern's own fact. */
    record Property(String name, Spot spot) implements Expression {}

    /** Something bound earlier. */
    record Variable(String name, Spot spot) implements Expression {}

    record Text(String value, Spot spot) implements Expression {}

    /** 0 or 1; the law lets no other number through. */
    record Numeral(String digits, Spot spot) implements Expression {}

    record Flag(boolean value, Spot spot) implements Expression {}

    /** How many members a list has. */
    record Size(Expression list, Spot spot) implements Expression {}

    record Arithmetic(char sign, Expression left, Expression right, Spot spot) implements Expression {}

    record Compare(Comparison sign, Expression left, Expression right, Spot spot) implements Expression {}

    /** Whether an item is in a list; {@code contains} is read the other way round. */
    record Member(Expression item, Expression list, boolean negated, Spot spot) implements Expression {}

    /** Whether an item is one of the texts written out. */
    record OneOf(Expression item, List<Text> options, boolean negated, Spot spot) implements Expression {}

    record And(List<Expression> parts, Spot spot) implements Expression {}

    record Or(List<Expression> parts, Spot spot) implements Expression {}

    record Not(Expression inner, Spot spot) implements Expression {}

    /** What may stand between two values. */
    enum Comparison {
        SAME("==", "same"),
        DIFFERENT("!=", "different"),
        AT_LEAST(">=", "atLeast"),
        MORE_THAN(">", "moreThan"),
        AT_MOST("<=", "atMost"),
        LESS_THAN("<", "lessThan");

        final String sign;
        /** The method by which generated code decides it, in either reading. */
        final String method;

        Comparison(String sign, String method) {
            this.sign = sign;
            this.method = method;
        }

        static @Nullable Comparison of(String sign) {
            for (Comparison comparison : values()) {
                if (comparison.sign.equals(sign)) {
                    return comparison;
                }
            }
            return null;
        }

        /** Whether more on the left makes it true rather than false. */
        boolean isUpward() {
            return this == AT_LEAST || this == MORE_THAN;
        }
    }
}
