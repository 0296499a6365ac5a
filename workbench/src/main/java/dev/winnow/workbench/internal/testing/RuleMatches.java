package dev.winnow.workbench.internal.testing;

import dev.winnow.engine.RulePack;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.walk.Walker;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Project;
import dev.winnow.model.universe.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The pairs of a universe for which a rule of a pack holds.
 *
 * @param pairs the number of all pairs
 * @param certain the pairs for which it certainly holds, by city and project
 * @param open the pairs for which it is undecided
 */
public record RuleMatches(int pairs, List<Pair> certain, List<Pair> open) {

    public RuleMatches {
        certain = List.copyOf(certain);
        open = List.copyOf(open);
    }

    /** A project in a city. */
    public record Pair(Project project, City city) {}

    /**
     * Evaluates one rule for all pairs.
     *
     * @param rule the id of the rule or, for all its rows, of the rule with a table
     */
    public static RuleMatches of(RulePack pack, String rule, Facts facts) {
        List<CheckedRule> rules = pack.checkedRules().stream()
                .filter(one -> one.id().equals(rule) || isRowOf(one, rule))
                .toList();
        List<Limit> limits = pack.limitTable().on(facts.asOf());
        List<Pair> certain = new ArrayList<>();
        List<Pair> open = new ArrayList<>();
        int pairs = 0;
        for (City city : facts.cities()) {
            EvaluationContext all = EvaluationContext.of(facts, city, limits, null);
            Set<String> present = facts.present(city.id());
            for (Project project : facts.projects()) {
                pairs++;
                EvaluationContext context = present.contains(project.id()) ? all.without(project.id()) : all;
                List<Walker> walks = rules.stream()
                        .map(one -> Walker.walk(one, context, project, Walker.Watch.NONE))
                        .toList();
                if (walks.stream().anyMatch(walk -> !walk.certain().isEmpty())) {
                    certain.add(new Pair(project, city));
                } else if (walks.stream().anyMatch(walk -> !walk.possible().isEmpty())) {
                    open.add(new Pair(project, city));
                }
            }
        }
        return new RuleMatches(pairs, certain, open);
    }

    private static boolean isRowOf(CheckedRule one, String table) {
        return one.rule().row() != null && one.rule().row().table().id().equals(table);
    }
}
