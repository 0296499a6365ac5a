package dev.winnow.language.internal.syntax;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An expression of a rule: a condition or value as a syntax tree. */
public sealed interface Expression {

    TokenPosition spot();

    /** Returns its direct parts, except the texts of {@code in}. */
    default List<? extends Expression> parts() {
        return List.of();
    }

    /** Returns all expressions of a type in this tree, outer ones first. */
    default <T extends Expression> Stream<T> all(Class<T> type) {
        Stream<T> parts = parts().stream().flatMap(part -> part.all(type));
        return type.isInstance(this) ? Stream.concat(Stream.of(type.cast(this)), parts) : parts;
    }

    /** A component of the pattern's own fact. */
    record Property(String name, TokenPosition spot) implements Expression {}

    /** A variable that was bound earlier. */
    record Variable(String name, TokenPosition spot) implements Expression {}

    record Text(String value, TokenPosition spot) implements Expression {}

    /** The number 0 or 1; the checks allow no other number. */
    record Numeral(String digits, TokenPosition spot) implements Expression {}

    record Flag(boolean value, TokenPosition spot) implements Expression {}

    /** The size of a list. */
    record Size(Expression list, TokenPosition spot) implements Expression {

        @Override
        public List<? extends Expression> parts() {
            return List.of(list);
        }
    }

    record Arithmetic(char sign, Expression left, Expression right, TokenPosition spot) implements Expression {

        @Override
        public List<? extends Expression> parts() {
            return List.of(left, right);
        }
    }

    record Compare(Comparison sign, Expression left, Expression right, TokenPosition spot) implements Expression {

        @Override
        public List<? extends Expression> parts() {
            return List.of(left, right);
        }
    }

    /** Membership of an item in a list; {@code contains} is the same with its sides exchanged. */
    record Member(Expression item, Expression list, boolean negated, TokenPosition spot) implements Expression {

        @Override
        public List<? extends Expression> parts() {
            return List.of(item, list);
        }
    }

    /** Membership of an item in a list of literal texts. */
    record OneOf(Expression item, List<Text> options, boolean negated, TokenPosition spot) implements Expression {

        @Override
        public List<? extends Expression> parts() {
            return List.of(item);
        }
    }

    record And(List<Expression> parts, TokenPosition spot) implements Expression {}

    record Or(List<Expression> parts, TokenPosition spot) implements Expression {}

    record Not(Expression inner, TokenPosition spot) implements Expression {

        @Override
        public List<? extends Expression> parts() {
            return List.of(inner);
        }
    }

    /**
     * Whether a row with this key may exist beside the listed ones: none of them has it. Not part of the syntax; it
     * follows from patterns whose conditions restrict each part of the key to some texts.
     */
    record NewKey(List<Pin> pins, TokenPosition spot) implements Expression {

        @Override
        public List<? extends Expression> parts() {
            return pins.stream()
                    .flatMap(pin -> Stream.concat(Stream.of(pin.part()), pin.values().stream()))
                    .toList();
        }
    }

    /**
     * The restriction of one part of a key.
     *
     * @param part the component
     * @param values the texts it may have
     * @param list whether the only value is a list of them
     */
    record Pin(Property part, List<? extends Expression> values, boolean list) {}

    /** A comparison operator. */
    enum Comparison {
        SAME("==", "same"),
        DIFFERENT("!=", "different"),
        AT_LEAST(">=", "atLeast"),
        MORE_THAN(">", "moreThan"),
        AT_MOST("<=", "atMost"),
        LESS_THAN("<", "lessThan");

        public final String sign;
        /** The method that generated code calls, in either reading. */
        public final String method;

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

        /** Returns the equivalent comparison with its sides exchanged. */
        public Comparison mirrored() {
            return switch (this) {
                case AT_LEAST -> AT_MOST;
                case MORE_THAN -> LESS_THAN;
                case AT_MOST -> AT_LEAST;
                case LESS_THAN -> MORE_THAN;
                case SAME, DIFFERENT -> this;
            };
        }

        /** Whether a larger left side can only make it true. */
        public boolean isUpward() {
            return this == AT_LEAST || this == MORE_THAN;
        }
    }
}
