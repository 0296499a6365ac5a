package dev.winnow.engine.oracle;

import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.value.ScoreInterval;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The law of certain and possible: for every completion, certain implies plain implies possible, and the verdict is
 * among the possible ones.
 */
final class Soundness {

    private Soundness() {}

    /** Whether two positions are equal under the law: conditions count only if a recommendation depends on them. */
    static boolean isSame(Position before, Position other) {
        return before.rules().equals(other.rules())
                && before.spans().equals(other.spans())
                && before.because() == other.because()
                && before.possible().equals(other.possible())
                && (before.because() != VerdictReason.ON_CONDITION
                        || before.conditions().equals(other.conditions()));
    }

    /**
     * Violations of the law.
     *
     * @param before the assessment with unknowns
     * @param after the assessment with everything known
     */
    static List<String> violations(String where, Position before, Position after) {
        List<String> violations = outside(where, before, after);
        after.rules().forEach((rule, plain) -> {
            if (plain == Truth.UNKNOWN) {
                violations.add(where + ": " + rule + " cannot be decided though all is known");
            }
        });
        after.spans().forEach((what, plain) -> {
            if (plain.low().compareTo(plain.high()) != 0) {
                violations.add(where + ": " + what + " is " + plain + " although everything is known");
            }
        });
        if (!after.possible().equals(Set.of(after.because().verdict()))) {
            violations.add(where + ": " + after.possible() + " are possible though all is known");
        }
        return violations;
    }

    /**
     * Values outside the earlier bounds.
     *
     * @param before the assessment with unknowns
     * @param after the assessment with more known
     */
    static List<String> outside(String where, Position before, Position after) {
        List<String> outside = new ArrayList<>();
        Set<String> rules = new LinkedHashSet<>(before.rules().keySet());
        rules.addAll(after.rules().keySet());
        for (String rule : rules) {
            if (before.rule(rule) != Truth.UNKNOWN && before.rule(rule) != after.rule(rule)) {
                outside.add(where + ": " + rule + " was " + before.rule(rule) + " and became " + after.rule(rule));
            }
        }
        after.spans().forEach((what, plain) -> {
            ScoreInterval span = Objects.requireNonNull(before.spans().get(what));
            if (plain.low().compareTo(span.low()) < 0 || plain.high().compareTo(span.high()) > 0) {
                outside.add(where + ": " + what + " was " + span + " and became " + plain);
            }
        });
        outside.addAll(moved(where, before, after));
        return outside;
    }

    /** Verdicts that more knowledge must not bring. */
    private static List<String> moved(String where, Position before, Position after) {
        List<String> moved = new ArrayList<>();
        Verdict was = before.because().verdict();
        Verdict became = after.because().verdict();
        String how =
                where + ": " + before.because() + ", " + before.possible() + " possible, became " + after.because();
        if (!before.possible().containsAll(after.possible())) {
            moved.add(how + ", " + after.possible() + " possible");
        }
        boolean stays = was == Verdict.DECLINE || before.because() == VerdictReason.CLEAR;
        if (stays && was != became) {
            moved.add(how);
        }
        boolean broken = before.conditions().stream().anyMatch(rule -> after.rule(rule) == Truth.TRUE);
        if (before.because() == VerdictReason.ON_CONDITION && became != (broken ? Verdict.HOLD : Verdict.RECOMMEND)) {
            moved.add(how + ", conditions " + (broken ? "broken" : "kept"));
        }
        return moved;
    }
}
