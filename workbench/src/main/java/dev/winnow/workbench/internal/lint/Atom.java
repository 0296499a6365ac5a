package dev.winnow.workbench.internal.lint;

import dev.winnow.language.internal.syntax.Expression.Comparison;
import java.util.Set;
import java.util.TreeSet;

/** An atomic condition on values. */
sealed interface Atom {

    /** Returns a key that is equal for equal conditions. */
    String key();

    /** A comparison of two values. */
    record Compared(Term left, Comparison sign, Term right) implements Atom {
        @Override
        public String key() {
            return switch (sign) {
                case AT_LEAST, MORE_THAN -> left.key() + " " + sign.sign + " " + right.key();
                case AT_MOST -> right.key() + " >= " + left.key();
                case LESS_THAN -> right.key() + " > " + left.key();
                case SAME, DIFFERENT -> {
                    boolean turned = left.key().compareTo(right.key()) > 0;
                    yield (turned ? right : left).key() + " " + sign.sign + " " + (turned ? left : right).key();
                }
            };
        }
    }

    /** The membership of an item in a list, or its absence. */
    record Listed(Term item, Term list, boolean in) implements Atom {
        @Override
        public String key() {
            return item.key() + (in ? " in " : " not in ") + list.key();
        }
    }

    /** The membership of a text in a set of literals, or its absence. */
    record Among(Term item, Set<String> words, boolean in) implements Atom {
        @Override
        public String key() {
            return item.key() + (in ? " among " : " not among ") + new TreeSet<>(words);
        }
    }

    /** Returns the negation of an atom. */
    static Atom not(Atom atom) {
        if (atom instanceof Listed listed) {
            return new Listed(listed.item(), listed.list(), !listed.in());
        }
        if (atom instanceof Among among) {
            return new Among(among.item(), among.words(), !among.in());
        }
        Compared compared = (Compared) atom;
        Comparison opposite = switch (compared.sign()) {
            case SAME -> Comparison.DIFFERENT;
            case DIFFERENT -> Comparison.SAME;
            case AT_LEAST -> Comparison.LESS_THAN;
            case MORE_THAN -> Comparison.AT_MOST;
            case AT_MOST -> Comparison.MORE_THAN;
            case LESS_THAN -> Comparison.AT_LEAST;
        };
        return new Compared(compared.left(), opposite, compared.right());
    }
}
