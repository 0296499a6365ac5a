package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.Phase;
import dev.winnow.model.domain.Milestone;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules of one phase, which are evaluated together.
 *
 * @param phase the phase
 * @param rules the rules, in the order of the pack
 * @param lookups the numbers of their look-ups by candidates' own values
 * @param milestones their steps over a candidate's milestones
 */
record PhaseRules(Phase phase, List<JoinRule> rules, List<Integer> lookups, List<JoinStep> milestones) {

    /** The number of a step among those over milestones; -1 if it is not one. */
    int milestone(JoinStep step) {
        return milestones.indexOf(step);
    }

    /** The rules of a plan that belong to a phase. */
    static PhaseRules of(JoinPlan plan, Phase phase) {
        List<JoinRule> rules = plan.rules().stream()
                .filter(rule -> Phase.of(rule.checked()) == phase)
                .toList();
        Set<Integer> lookups = new TreeSet<>();
        List<JoinStep> milestones = new ArrayList<>();
        for (JoinRule rule : rules) {
            List<JoinStep> steps = new ArrayList<>(rule.suffix());
            steps.stream()
                    .filter(step -> step.type().record() == Milestone.class)
                    .forEach(milestones::add);
            steps.add(rule.candidate());
            rule.further().forEach(further -> lookups.add(further.key().shared()));
            steps.forEach(step ->
                    step.keys().stream().filter(key -> key.shared() >= 0).forEach(key -> lookups.add(key.shared())));
        }
        return new PhaseRules(phase, rules, List.copyOf(lookups), List.copyOf(milestones));
    }
}
