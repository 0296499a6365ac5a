package dev.winnow.language.internal.pack;

import dev.winnow.model.source.Message;
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
    DUPLICATE(Level.WARNING, "Two rules with the same conditions that do the same: remove one of them."),
    /** A stricter rule beside one that does the same. */
    IMPLIED(
            Level.WARNING,
            "A rule that adds nothing, because another does the same wherever it holds: remove it, or change"
                    + " either."),
    /** A stricter award that adds to a laxer one. */
    COUNTS_TWICE(
            Level.NOTE,
            "Two awards of which one holds wherever the other does, so that both count: put both into one"
                    + " `@family` if they measure the same thing."),
    /** A condition that cannot fail. */
    DEAD_CONDITION(Level.WARNING, "A condition that is always true and so decides nothing: remove it."),
    /** A number compared with a share, such as 90 with 90 %. */
    MIXED_UNITS(
            Level.WARNING,
            "A plain number beside a share, which goes from 0 to 1: write the limit with `%`, or without."),
    /** Points that add up to less than 100. */
    UNREACHABLE_100(
            Level.WARNING,
            "A criterion whose rules cannot earn 100 points together: raise their points, or add a rule."),
    /** Points that add up to more than 100. */
    SATURATES(
            Level.WARNING,
            "A criterion whose rules can earn more than 100 points, so that some count nothing: lower their"
                    + " points, or put rules that measure the same into one `@family`."),
    /** A cap at 100 or above. */
    IDLE_CAP(Level.WARNING, "A cap whose ceiling is 100 or more and so limits nothing: lower it, or remove the rule."),
    /** A limit that no rule compares with. */
    UNREAD_LIMIT(Level.WARNING, "A limit that no rule reads: remove it, or write the rule."),
    /** A declared fact that no rule reads. */
    UNREAD_FACT(
            Level.NOTE,
            "A fact of vocabulary.yaml that no rule reads, so that it is asked for and kept, and decides nothing: remove it,"
                    + " write the rule, or accept it with a reason."),
    /** A source that names no source. */
    UNCITED(
            Level.WARNING,
            "A source that names none, such as `tbd`: say where it comes from, or, for a limit, `assumed:"
                    + " true` with a `reason`."),
    /** A reason that gives no reason. */
    ASSUMED_WITHOUT_REASON(
            Level.WARNING, "An assumed limit whose reason gives none: say why this number and no other."),
    /** A knock-out based on an assumed limit. */
    ASSUMED_KNOCK_OUT(Level.NOTE, "A knock-out that hangs on an assumed limit: find a source, or make it a red flag."),
    /** An assumption about a fact that no rule reads. */
    UNREAD_ASSUMPTION(
            Level.WARNING,
            "An assumption about a fact that no rule reads, so that it changes nothing: remove it, or write the rule."),
    /** An assumption whose reason or source says nothing. */
    UNREASONED_ASSUMPTION(
            Level.WARNING,
            "An assumption whose reason or source says nothing, such as `tbd`: say why it is taken for granted until"
                    + " somebody finds out."),
    /** An assumed value beyond the limit of a knock-out or red flag. */
    ASSUMED_STOP(
            Level.WARNING,
            "An assumption on the side of a limit at which a knock-out or red flag holds, so that nothing but the"
                    + " assumption stops a candidate: assume otherwise, or accept it with a reason."),
    /** A title or reason that is missing from zh.yaml. */
    UNTRANSLATED(Level.WARNING, "A title or reason that zh.yaml lacks while it has others: add it."),
    /** A text of zh.yaml that does not fit the pack. */
    MISTRANSLATED(
            Level.WARNING,
            "Something in zh.yaml that does not fit the pack: an unknown id or key, or other placeholders than"
                    + " the rule has."),
    /** A fact that counts in several criteria. */
    SHARED_FACT(
            Level.NOTE,
            "A fact for which several awards give points, so that it counts more than once: put them into one"
                    + " `@family`, or accept it with a reason."),
    /** A family with a single rule. */
    FAMILY_OF_ONE(
            Level.WARNING,
            "A family with one rule in its criterion, which changes nothing: correct its name, or remove"
                    + " `@family`."),
    /** A family on a rule that scores nothing. */
    FAMILY_WITHOUT_POINTS(Level.WARNING, "A `@family` on a rule without points, which changes nothing: remove it."),
    /** A gap between two rows of a table. */
    BAND_GAP(
            Level.WARNING,
            "Bands of a table that leave a figure out between them: let one begin where the other ends, or accept it"
                    + " with a reason."),
    /** Two rows of a table that hold together. */
    BAND_OVERLAP(
            Level.WARNING,
            "Bands of a table that hold together, so that the larger counts: let one begin where the other ends."),
    /** A variable that is never read. */
    UNUSED_BINDING(Level.WARNING, "A variable that nothing reads: remove it, or use it in the reason."),
    /** A rule without enough cases. */
    LACKS_CASE(Level.WARNING, "A rule that lacks a case for one of its outcomes: add one; without it nothing screens."),
    /** A knock-out that the facts of a universe leave undecided. */
    OPEN_KNOCK_OUT(
            Level.NOTE,
            "A knock-out that stays open for candidates of the universe: they are held until its facts are"
                    + " found."),
    /** An accepted remark that does not occur. */
    IDLE_ACCEPT(Level.WARNING, "An entry under `accept` that silences nothing: remove it."),
    /** Checks that were skipped because the budget of lint was spent. */
    INCOMPLETE(
            Level.NOTE,
            "A pack whose rules are too many, too long or too much alike to hold all of them against each other: what"
                    + " is remarked on is so, and there may be more.");

    /** The severity of a remark. */
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
