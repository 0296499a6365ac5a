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
 * The missing facts that would decide whether, and how far, a rule of a pack holds for a candidate: those that keep each possible
 * match from being certain. Rules are bound when they are first asked about. Thread-safe.
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
     * Their paths, sorted: of every match that is not certain, or that may earn more than is certain.
     *
     * @param rule the number of the rule in the pack
     * @param outcome what it comes to
     */
    public List<String> of(int rule, RuleOutcome outcome, EvaluationContext context, Project candidate) {
        return OpenFacts.of(bound(rule), outcome, context, known(context).paths(), candidate);
    }

    /** The same of a rule alone, which is bound for it. */
    public static List<String> of(RuleOutcome outcome, EvaluationContext context, Project candidate) {
        return new Missing(List.of(outcome.rule())).of(0, outcome, context, candidate);
    }

    /** What is known of a city. */
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

    /** Two threads may both bind it, to the same. */
    private OpenRule bound(int rule) {
        OpenRule ready = bound.get(rule);
        if (ready == null) {
            ready = OpenRule.of(rules.get(rule));
            bound.set(rule, ready);
        }
        return ready;
    }
}
