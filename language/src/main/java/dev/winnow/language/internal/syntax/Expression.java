package dev.winnow.language.internal.syntax;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An expression of a rule: the syntax tree of a condition or value. */
public sealed interface Expression {

    TokenPosition spot();

    /** The expressions that it is made of, the texts of {@code in} left out. */
    default List<? extends Expression> parts() {
        return List.of();
    }

    /** All expressions of a type among this one and its parts, from the outside in. */
    default <T extends Expression> Stream<T> all(Class<T> type) {
        Stream<T> parts = parts().stream().flatMap(part -> part.all(type));
        return type.isInstance(this) ? Stream.concat(Stream.of(type.cast(this)), parts) : parts;
    }

    /** A component of the pattern's own fact. */
    record Property(String name, TokenPosition spot) implements Expression {}

    /** A variable that was bound earlier. */
    record Variable(String name, TokenPosition spot) implements Expression {}

    record Text(String value, TokenPosition spot) implements Expression {}

    /** The number 0 or 1; the checks allow no other. */
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

    /** Whether an item is in a list; {@code contains} is read the other way round. */
    record Member(Expression item, Expression list, boolean negated, TokenPosition spot) implements Expression {

        @Override
        public List<? extends Expression> parts() {
            return List.of(item, list);
        }
    }

    /** Whether an item is one of the texts written out. */
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
     * Whether a row may stand beside the written ones: its key is not one of theirs. No author writes it; it follows from the
     * conditions of a pattern that leave but some texts for each part of its rows' key.
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
     * What conditions leave for one part of a key.
     *
     * @param part the component
     * @param values the texts that it can be
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
        /** The method that generated code calls for it, in either reading. */
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

        /** The comparison that says the same with its sides exchanged. */
        public Comparison mirrored() {
            return switch (this) {
                case AT_LEAST -> AT_MOST;
                case MORE_THAN -> LESS_THAN;
                case AT_MOST -> AT_LEAST;
                case LESS_THAN -> MORE_THAN;
                case SAME, DIFFERENT -> this;
            };
        }

        /** Whether a larger left side makes it true rather than false. */
        public boolean isUpward() {
            return this == AT_LEAST || this == MORE_THAN;
        }
    }
}
