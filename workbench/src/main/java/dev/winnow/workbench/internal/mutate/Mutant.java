package dev.winnow.workbench.internal.mutate;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.SmallWords;
import org.jspecify.annotations.Nullable;

/**
 * A rule with one small change, and whether the cases of the pack detect it.
 *
 * @param rule the rule that is changed, or that reads the changed limit
 * @param criterion the criterion of the rule
 * @param place the place of the change, with the source line
 * @param kind the kind of change
 * @param before the original text, on one line
 * @param after the replacement; empty if the text is dropped
 * @param changed the source line with the change
 * @param fate the result of testing the mutant
 * @param why for an undecided mutant the extent of the search; null otherwise
 */
public record Mutant(
        String rule,
        String criterion,
        Place place,
        Kind kind,
        String before,
        String after,
        String changed,
        Fate fate,
        @Nullable Message why) {

    /** The kind of a change. */
    @SmallWords
    public enum Kind {
        /** A limit in limits.yaml is moved. */
        LIMIT("limit moved"),
        /** A comparison, or an operator between conditions, is flipped. */
        OPERATOR("operator flipped"),
        /** One of a pattern's constraints is dropped. */
        CONSTRAINT("constraint dropped"),
        /** A whole pattern is dropped. */
        PATTERN("pattern dropped"),
        /** A pattern's {@code not} is added or removed. */
        NOT("`not` added or removed"),
        /** A bare 0 becomes 1, or the reverse; true becomes false, or the reverse. */
        CONSTANT("constant changed"),
        /** A sum becomes a count, or the reverse. */
        TOTAL("sum and count exchanged"),
        /** The points are changed. */
        POINTS("points shifted"),
        /** The verb is replaced by another. */
        VERB("verb swapped"),
        /** The part of a share becomes the whole. */
        SHARE("part and whole exchanged"),
        /** Two arguments of the reason are exchanged. */
        WORDS("arguments exchanged"),
        /** A cap caps another criterion. */
        CRITERION("capped criterion changed"),
        /** The family is dropped. */
        FAMILY("family dropped"),
        /** The action is replaced by another. */
        ACTION("action changed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /**
         * Whether a mutant of this kind matches the same facts as its rule: its {@code when} and its limits are
         * unchanged.
         */
        boolean keepsMatches() {
            return switch (this) {
                case POINTS, VERB, SHARE, WORDS, CRITERION, FAMILY, ACTION -> true;
                case LIMIT, OPERATOR, CONSTRAINT, PATTERN, NOT, CONSTANT, TOTAL -> false;
            };
        }

        /** {@return the kind in words} */
        public String words() {
            return words;
        }
    }

    /** The result of testing a mutant. */
    @SmallWords
    public enum Fate {
        /** A case fails with it. */
        KILLED,
        /** All cases pass with it, and a case was found that would fail. */
        SURVIVED,
        /** All cases pass with it, and no case was found that would fail. */
        UNDECIDED
    }

    Mutant with(Fate other, @Nullable Message reason) {
        return new Mutant(rule, criterion, place, kind, before, after, changed, other, reason);
    }
}
