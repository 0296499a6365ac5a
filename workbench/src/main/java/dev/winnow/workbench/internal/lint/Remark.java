package dev.winnow.workbench.internal.lint;

import dev.winnow.language.internal.pack.Check;
import dev.winnow.language.internal.pack.Check.About;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A remark of lint on something that is valid but probably not intended.
 *
 * @param check the check that found it
 * @param about the kind of thing it is about
 * @param id the id of the rule, limit or criterion, or the name of the assumed fact; the pack's name if it is about the
 *     pack
 * @param problem the place, the message and the advice
 */
public record Remark(Check check, About about, String id, Problem problem) implements Comparable<Remark> {

    /** Returns a remark at the id of a rule. */
    static Remark of(Check check, PackRule rule, Message what, @Nullable Message advice) {
        return new Remark(check, About.RULE, rule.id(), rule.problem(what, advice));
    }

    /** Compares by level, place and check. */
    @Override
    public int compareTo(Remark other) {
        int byLevel = check.level().compareTo(other.check.level());
        int byProblem = byLevel != 0 ? byLevel : problem.compareTo(other.problem);
        return byProblem != 0 ? byProblem : check.compareTo(other.check);
    }
}
