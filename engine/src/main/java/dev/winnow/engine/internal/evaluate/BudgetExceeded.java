package dev.winnow.engine.internal.evaluate;

import dev.winnow.language.PackException;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Message;
import java.util.List;

/** Thrown when a rule exceeds the {@link Budget}. */
public final class BudgetExceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String template;
    private final String most;
    private final transient Message advice;

    /**
     * @param rule the id of the rule
     * @param template the message template, with places for the rule, the limit and the candidate
     * @param most the limit in words
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

    /** All rules together examine too many rows; names the rule that examines most. */
    public static BudgetExceeded ofRows(String rule, Budget budget) {
        return of(
                rule,
                "rule `%s` and the other rules examine more than %s rows %s",
                BudgetMeter.number(budget.rows()),
                Message.of("use fewer rules, or shorter lists in the city"));
    }

    public String rule() {
        return rule;
    }

    /** Converts this exception to a problem of the pack at the rule's place. */
    public PackException of(CheckedRule checked, Project candidate, EvaluationContext context) {
        PackRule rule = checked.rule();
        Message whom = Message.of(
                "for project `%s` in `%s`", candidate.id(), context.city().id());
        return new PackException(List.of(rule.problem(Message.of(template, rule.id(), most, whom), advice)));
    }
}
