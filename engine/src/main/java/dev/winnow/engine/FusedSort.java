package dev.winnow.engine;

import dev.winnow.model.Milestone;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rules that are found together: those that read no city, or the others.
 *
 * @param readsNoCity which of the two they are
 * @param rules the rules, in the order of the pack
 * @param lookups the numbers of what candidates look up for them by their own values
 * @param milestones their steps that go through a candidate's milestones
 */
record FusedSort(boolean readsNoCity, List<FusedRule> rules, List<Integer> lookups, List<FusedStep> milestones) {

    /** Of the rules of a plan, one of the two sorts. */
    static FusedSort of(FusedPlan plan, boolean readsNoCity) {
        List<FusedRule> rules = plan.rules().stream()
                .filter(rule -> CompiledPack.readsNoCity(rule.checked()) == readsNoCity)
                .toList();
        Set<Integer> lookups = new TreeSet<>();
        List<FusedStep> milestones = new ArrayList<>();
        for (FusedRule rule : rules) {
            List<FusedStep> steps = new ArrayList<>(rule.behind());
            steps.stream()
                    .filter(step -> step.type().record() == Milestone.class)
                    .forEach(milestones::add);
            steps.add(rule.candidate());
            steps.forEach(step ->
                    step.keys().stream().filter(key -> key.shared() >= 0).forEach(key -> lookups.add(key.shared())));
        }
        return new FusedSort(readsNoCity, rules, List.copyOf(lookups), List.copyOf(milestones));
    }
}
