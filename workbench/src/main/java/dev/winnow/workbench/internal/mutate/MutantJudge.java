package dev.winnow.workbench.internal.mutate;

import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.score.Missing;
import dev.winnow.engine.internal.walk.Walker;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.workbench.internal.mutate.Mutations.Variant;
import dev.winnow.workbench.internal.testing.RuleResult;
import java.util.ArrayList;
import java.util.List;

/** Judges a rule and its mutants by facts. A mutant is evaluated only where its result may differ from the rule's. */
final class MutantJudge {

    /**
     * The judgement of the rule by some facts.
     *
     * @param result the result of the rule
     * @param matches whether any facts match its {@code when}, possibly or certainly
     */
    record Judgement(RuleResult result, boolean matches) {}

    private final CheckedRule rule;
    private final List<Variant> variants;
    private final LimitTable limits;
    /** Missing facts of the rule and its mutants. Sharing it names the facts of a scene once. */
    private final Missing missing;

    /** @param limits the pack's limits, which a variant may have changed */
    MutantJudge(CheckedRule rule, List<Variant> variants, LimitTable limits) {
        this.rule = rule;
        this.variants = List.copyOf(variants);
        this.limits = limits;
        List<CheckedRule> all = new ArrayList<>(List.of(rule));
        variants.forEach(variant -> all.add(variant.rule()));
        this.missing = new Missing(all);
    }

    Judgement judge(TestFacts facts) {
        Walker walk = Walker.walk(rule, facts.context(), facts.candidate(), Walker.Watch.NONE);
        RuleResult result = RuleResult.of(walk, facts.context(), facts.candidate(), missing, 0);
        return new Judgement(result, !walk.possible().isEmpty());
    }

    /**
     * Returns the result of a mutant.
     *
     * @param original the judgement of its rule by the same facts
     */
    RuleResult judge(int variant, TestFacts facts, Judgement original) {
        Variant changed = variants.get(variant);
        if (changed.limits() != limits) {
            // the value may not be in force on that day, or the case may replace it
            List<Limit> before = facts.scene().limits(limits);
            if (facts.scene().limits(changed.limits()).equals(before)) {
                return original.result();
            }
            EvaluationContext context = facts.scene().evaluationContext(changed.limits());
            return walked(variant, facts, context == null ? facts.context() : context);
        }
        return !original.matches() && changed.mutant().kind().keepsMatches()
                ? original.result()
                : walked(variant, facts, facts.context());
    }

    private RuleResult walked(int variant, TestFacts facts, EvaluationContext context) {
        CheckedRule changed = variants.get(variant).rule();
        Walker walk = Walker.walk(changed, context, facts.candidate(), Walker.Watch.NONE);
        return RuleResult.of(walk, context, facts.candidate(), missing, variant + 1);
    }
}
