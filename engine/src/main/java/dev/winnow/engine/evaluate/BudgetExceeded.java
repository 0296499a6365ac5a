package dev.winnow.engine.evaluate;

import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.pack.PackException;
import dev.winnow.language.syntax.PackRule;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import java.util.List;

/** A rule asked for more than the {@link Budget} gives. */
public final class BudgetExceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String template;
    private final String most;
    private final transient Message advice;

    /**
     * @param rule the id of the rule that asked
     * @param template what it did: places for its id, for what is allowed at most, and for whom it was judged
     * @param most what is allowed at most
     */
    BudgetExceeded(String rule, String template, String most, Message advice) {
        super(template, null, false, false);
        this.rule = rule;
        this.template = template;
        this.most = most;
        this.advice = advice;
    }

    private static BudgetExceeded of(String rule, String template, String most, Message advice) {
        return new BudgetExceeded(rule, template, most, advice);
    }

    /** All rules together look at too many rows; one of them at the most. */
    public static BudgetExceeded ofRows(String rule, Budget budget) {
        return of(
                rule,
                "rule `%s` and the others look at more than %s rows %s",
                BudgetMeter.number(budget.rows()),
                Message.of("give the pack fewer rules, or the city shorter lists"));
    }

    public String rule() {
        return rule;
    }

    /** The same as a problem of the pack, at the rule. */
    public PackException of(CheckedRule checked, Project candidate, EvaluationContext surroundings) {
        PackRule asked = checked.rule();
        Message whom = Message.of(
                "for project `%s` in `%s`", candidate.id(), surroundings.city().id());
        return new PackException(List.of(new Problem(
                asked.place(),
                Message.of(template, asked.id(), most, whom),
                asked.id().length() + 2,
                advice)));
    }
}
