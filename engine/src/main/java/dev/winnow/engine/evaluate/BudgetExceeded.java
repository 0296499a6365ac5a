package dev.winnow.engine.evaluate;

import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.pack.PackException;
import dev.winnow.language.syntax.PackRule;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Problem;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A rule asked for more than the {@link Budget} gives. */
public final class BudgetExceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String what;
    private final @Nullable String advice;

    /**
     * @param rule the id of the rule that asked
     * @param what what it did, to be said after its name
     */
    BudgetExceeded(String rule, String what, @Nullable String advice) {
        super(rule + " " + what, null, false, false);
        this.rule = rule;
        this.what = what;
        this.advice = advice;
    }

    /** All rules together look at too many rows; one of them at the most. */
    public static BudgetExceeded ofRows(String rule, Budget budget) {
        return new BudgetExceeded(
                rule,
                String.format(Locale.ROOT, "and the others look at more than %,d rows", budget.rows()),
                "give the pack fewer rules, or the city shorter lists");
    }

    public String rule() {
        return rule;
    }

    /** The same as a problem of the pack, at the rule. */
    public PackException of(CheckedRule checked, Project candidate, EvaluationContext surroundings) {
        PackRule asked = checked.rule();
        String whom = "for project `" + candidate.id() + "` in `"
                + surroundings.city().id() + "`";
        return new PackException(List.of(new Problem(
                asked.place(),
                "rule `" + asked.id() + "` " + what + " " + whom,
                asked.id().length() + 2,
                advice)));
    }
}
