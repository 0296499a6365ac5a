package dev.winnow.engine.fused;

import dev.winnow.engine.evaluate.EvaluationContext;
import dev.winnow.engine.fused.FusedFront.Tuple;
import dev.winnow.language.syntax.Pattern;
import dev.winnow.language.vocabulary.FactType;
import dev.winnow.model.domain.Milestone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of the evaluation of a pack's rules in a city on a day that does not depend on candidates. Thread-safe once
 * constructed.
 */
final class FusedCity {

    /**
     * The number of tuples that the fronts of all rules may have together, as each takes up memory while the city is
     * evaluated.
     */
    private static final int MOST_TUPLES = 500_000;

    private final Conditions conditions;
    private final EvaluationContext context;
    private final Map<String, FactTable> tables = new HashMap<>();
    private final List<FusedFront> fronts = new ArrayList<>();
    private int tuples;

    /**
     * Evaluates the fronts of the rules.
     *
     * @throws FusedLimit if the front of a rule has too many combinations of rows
     */
    FusedCity(List<FusedRule> rules, Conditions conditions, EvaluationContext context) {
        this.conditions = conditions;
        this.context = context;
        for (FusedRule rule : rules) {
            fronts.add(front(rule));
        }
    }

    /** The fronts of the rules, in their order. */
    List<FusedFront> fronts() {
        return fronts;
    }

    private FusedFront front(FusedRule rule) {
        FusedWalk walk = new FusedWalk(conditions, context.keys(), new FusedLookups(0), 0, Fused.MOST_TRIED);
        List<BoundStep> before = rule.front().stream()
                .map(step -> BoundStep.of(step, step.keys(), table(step.type())))
                .toList();
        BoundStep looked = rule.looked() < 0 ? null : looked(rule, before);
        List<Tuple> found = new ArrayList<>();
        walk.walk(rule, before, truth -> {
            if (++tuples > MOST_TUPLES) {
                throw new FusedLimit(rule.checked().id());
            }
            found.add(walk.tuple(rule, truth));
            return true;
        });
        List<BoundStep> behind = new ArrayList<>();
        long ways = found.size();
        for (FusedStep step : rule.behind()) {
            BoundStep bound = BoundStep.of(step, step.keys(), table(step.type()));
            behind.add(bound);
            if (step.kind() == Pattern.Kind.FACT && step.type().record() != Milestone.class) {
                ways = Math.min(Integer.MAX_VALUE, ways * bound.table().size());
            }
        }
        return new FusedFront(rule, found, looked, behind, ways);
    }

    /** The rows that candidates look up by the keys of their step. */
    private static BoundStep looked(FusedRule rule, List<BoundStep> before) {
        for (BoundStep bound : before) {
            if (bound.step().pattern() == rule.looked()) {
                return BoundStep.of(bound.step(), rule.candidate().keys(), bound.table());
            }
        }
        throw new IllegalStateException(
                "nothing to look up in " + rule.checked().id());
    }

    private FactTable table(FactType type) {
        return tables.computeIfAbsent(
                type.name(),
                name -> new FactTable(context.byType().getOrDefault(name, List.of()), conditions, context.keys()));
    }
}
