package dev.winnow.language.internal.pack;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.SmallWords;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A check that lint runs on a valid pack. */
public enum Check {
    /** Contradicting constraints, or limits that exclude every value. */
    NEVER_FIRES(
            Level.WARNING,
            "A rule whose conditions can never all be true: change a condition or a limit, or remove the" + " rule."),
    /** A rule with the same conditions and consequence as another. */
    DUPLICATE(Level.WARNING, "Two rules with the same conditions and effect: remove one of them."),
    /** A stricter rule beside one that does the same. */
    IMPLIED(
            Level.WARNING,
            "A rule that adds nothing, because another one has the same effect wherever it holds: remove or change one of them."),
    /** A stricter award that adds to a laxer one. */
    COUNTS_TWICE(
            Level.NOTE,
            "Two awards that both count, because one holds wherever the other does: put both into one `@family` if they measure the same thing."),
    /** A condition that cannot fail. */
    DEAD_CONDITION(Level.WARNING, "A condition that is always true and so has no effect: remove it."),
    /** A number compared with a share, such as 90 with 90 %. */
    MIXED_UNITS(
            Level.WARNING,
            "A plain number compared with a share, which is between 0 and 1: add `%` to the limit, or remove it."),
    /** Points that add up to less than 100. */
    UNREACHABLE_100(
            Level.WARNING,
            "A criterion whose rules cannot earn 100 points together: raise their points, or add a rule."),
    /** Points that add up to more than 100. */
    SATURATES(
            Level.WARNING,
            "A criterion whose rules can earn more than the 100 points that count: lower their points, or put rules that measure the same into one `@family`."),
    /** A cap at 100 or above. */
    IDLE_CAP(Level.WARNING, "A cap whose ceiling is 100 or more and so limits nothing: lower it, or remove the rule."),
    /** A limit that no rule compares with. */
    UNREAD_LIMIT(Level.WARNING, "A limit that no rule reads: remove it, or write the rule."),
    /** A declared fact that no rule reads. */
    UNREAD_FACT(
            Level.NOTE,
            "A fact of vocabulary.yaml that no rule reads, so that collecting it has no effect: remove it, write the rule, or accept this with a reason."),
    /** A source that names no source. */
    UNCITED(
            Level.WARNING,
            "A source that names no source, such as `tbd`: name it, or, for a limit, write `assumed: true` with a `reason`."),
    /** A reason that gives no reason. */
    ASSUMED_WITHOUT_REASON(
            Level.WARNING, "An assumed limit whose reason says nothing, such as `tbd`: give a reason for this number."),
    /** A knock-out based on an assumed limit. */
    ASSUMED_KNOCK_OUT(
            Level.NOTE, "A knock-out that depends on an assumed limit: find a source, or make it a red flag."),
    /** An assumption about a fact that no rule reads. */
    UNREAD_ASSUMPTION(
            Level.WARNING,
            "An assumption about a fact that no rule reads, so that it has no effect: remove it, or write the rule."),
    /** An assumption whose reason or source says nothing. */
    UNREASONED_ASSUMPTION(
            Level.WARNING, "An assumption whose reason or source says nothing, such as `tbd`: give the reason."),
    /** An assumed value beyond the limit of a knock-out or red flag. */
    ASSUMED_STOP(
            Level.WARNING,
            "An assumed value that alone triggers a knock-out or red flag by its limit: change the assumption, or accept this with a reason."),
    /** A title or reason that is missing from zh.yaml. */
    UNTRANSLATED(Level.WARNING, "A title or reason that zh.yaml lacks while it has others: add it."),
    /** A text of zh.yaml that does not fit the pack. */
    MISTRANSLATED(
            Level.WARNING,
            "A part of zh.yaml that does not fit the pack: an unknown id or key, or placeholders that differ from the rule's."),
    /** A fact that counts in several criteria. */
    SHARED_FACT(
            Level.NOTE,
            "A fact for which several awards give points, so that it counts more than once: put them into one `@family`, or accept this with a reason."),
    /** A family with a single rule. */
    FAMILY_OF_ONE(
            Level.WARNING,
            "A family with a single rule in its criterion, which has no effect: correct its name, or remove `@family`."),
    /** A family on a rule that scores nothing. */
    FAMILY_WITHOUT_POINTS(Level.WARNING, "A `@family` on a rule without points, which has no effect: remove it."),
    /** A gap between two rows of a table. */
    BAND_GAP(
            Level.WARNING,
            "A gap between two bands of a table: begin one where the other ends, or accept this with a reason."),
    /** Two rows of a table that hold together. */
    BAND_OVERLAP(
            Level.WARNING,
            "Two bands of a table that overlap, so that the larger counts: begin one where the other ends."),
    /** A variable that is never read. */
    UNUSED_BINDING(Level.WARNING, "A variable that is never used: remove it, or use it in the reason."),
    /** A rule without enough cases. */
    LACKS_CASE(
            Level.WARNING,
            "A rule that lacks a case for one of its outcomes: add one; the pack cannot screen without it."),
    /** A knock-out that the facts of a universe leave undecided. */
    OPEN_KNOCK_OUT(
            Level.NOTE,
            "A knock-out that is undecided for candidates of the universe: they are held until its facts are known."),
    /** An accepted remark that does not occur. */
    IDLE_ACCEPT(Level.WARNING, "An entry under `accept` that matches no remark: remove it."),
    /** Checks that were skipped because the budget of lint was spent. */
    INCOMPLETE(
            Level.NOTE,
            "A pack whose rules are too many, too long or too similar to compare all of them with each other: every remark is right, but there may be more.");

    /** The severity of a remark. */
    @SmallWords
    public enum Level {
        /** Should be corrected, or accepted with a reason. */
        WARNING,
        /** For information. */
        NOTE
    }

    /** The kind of thing that a remark is about. */
    public enum About {
        /** A rule. */
        RULE,
        /** A limit. */
        LIMIT,
        /** A criterion, or a rule file without points. */
        CRITERION,
        /** An assumption, by its fact. */
        ASSUMPTION,
        /** A fact that the pack declares. */
        FACT,
        /** The pack as a whole. */
        PACK
    }

    private final Level level;
    private final String template;

    Check(Level level, String template) {
        this.level = level;
        this.template = template;
    }

    /** {@return the severity of its remarks} */
    public Level level() {
        return level;
    }

    /** {@return one sentence on what a remark means and how to resolve it} */
    public Message meaning() {
        return Message.of(template);
    }

    /**
     * Returns its name in files and results: {@code never-fires}.
     *
     * @return the name in kebab-case
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the check with a code.
     *
     * @param code a code, such as {@code never-fires}
     * @return the check; null if the code is unknown
     */
    public static @Nullable Check of(String code) {
        return Arrays.stream(values())
                .filter(check -> check.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** {@return the codes of all checks, in declaration order} */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Check::code).toList();
    }
}
