package dev.winnow.engine.internal.score;

import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.FactPaths;
import dev.winnow.engine.internal.evaluate.Phase;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.join.OpenFacts;
import dev.winnow.engine.internal.join.OpenRule;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.model.domain.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Finds the missing facts that would decide whether a rule holds for a candidate, or how many points it earns: those
 * that keep its possible matches from being certain. Rules are bound on first use. Thread-safe.
 */
public final class Missing {

    private final List<CheckedRule> rules;
    private final FactPaths.Types types;
    private final AtomicReferenceArray<OpenRule> bound;

    /** @param rules the rules of the pack, in its order */
    public Missing(List<CheckedRule> rules) {
        this.rules = rules;
        List<FactType> matched = new ArrayList<>();
        rules.forEach(rule -> matched.addAll(rule.types()));
        this.types = new FactPaths.Types(matched);
        this.bound = new AtomicReferenceArray<>(rules.size());
    }

    /**
     * The sorted paths of the facts, from all matches that are not certain or may earn more than is certain.
     *
     * @param rule the number of the rule in the pack
     * @param outcome the outcome of the rule
     */
    public List<String> of(int rule, RuleOutcome outcome, EvaluationContext context, Project candidate) {
        return OpenFacts.of(bound(rule), outcome, context, known(context).paths(), candidate);
    }

    /** The cache of a city. */
    KnownReasons known(EvaluationContext context) {
        KnownReasons known = context.explained().find(Phase.LOCAL, this, KnownReasons.class);
        return known != null
                ? known
                : context.explained()
                        .get(
                                Phase.LOCAL,
                                this,
                                KnownReasons.class,
                                () -> new KnownReasons(
                                        types.in(context),
                                        rules.size(),
                                        context.facts().cities().size(),
                                        context.facts().projects().size()));
    }

    /** Two threads may both bind it, with equal results. */
    private OpenRule bound(int rule) {
        OpenRule ready = bound.get(rule);
        if (ready == null) {
            ready = OpenRule.of(rules.get(rule));
            bound.set(rule, ready);
        }
        return ready;
    }
}
