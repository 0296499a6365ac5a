package dev.winnow.workbench.mutate;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * A rule with one small change, and whether the cases of the pack notice it.
 *
 * @param rule the rule that is changed, or that reads the changed limit
 * @param criterion the file the rule stands in
 * @param place where the change is, with the source line
 * @param kind what sort of change it is
 * @param before what stands there, on one line
 * @param after what would stand there instead; empty if it is dropped
 * @param changed the source line with the change
 * @param fate what became of it
 * @param why of an equivalent mutant, why no case can notice it; of an undecided one, how much was tried; else null
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

    /** What sort of change. */
    public enum Kind {
        /** A limit of limits.yaml is moved. */
        LIMIT("limit moved"),
        /** A comparison, or a word or sign between conditions, is flipped. */
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
        /** Another verb. */
        VERB("verb swapped"),
        /** The part of a share becomes the whole. */
        SHARE("part and whole exchanged"),
        /** Two arguments of the sentence change places. */
        WORDS("arguments exchanged"),
        /** A cap caps another criterion. */
        CRITERION("capped criterion changed"),
        /** The family is dropped. */
        FAMILY("family dropped"),
        /** Another action. */
        ACTION("action changed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** In words. */
        public String words() {
            return words;
        }
    }

    /** What became of a mutant. */
    public enum Fate {
        /** A case fails with it. */
        KILLED,
        /** All cases pass with it, and there is a case that would not. */
        SURVIVED,
        /** It is proved to do what the rule does. */
        EQUIVALENT,
        /** All cases pass with it, and no case was found that would not. */
        UNDECIDED
    }

    Mutant with(Fate other, @Nullable Message reason) {
        return new Mutant(rule, criterion, place, kind, before, after, changed, other, reason);
    }
}
