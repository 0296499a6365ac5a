package dev.winnow.portfolio.portfolio;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.portfolio.selection.SelectionProblem.JointValue;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The values of sets of candidates. */
interface SetValues {

    /** The joint values in a scenario. */
    List<JointValue> together(Scenario scenario);

    /** Sets that cannot be chosen. */
    List<Set<Integer>> conflicts(Scenario scenario);

    /** The value of each member within a set, by number. */
    List<Judged> inSet(BitSet chosen);

    /** Computes more of the joint values of the members of a set. */
    void refine(BitSet chosen);

    /** Whether all possible joint values are known. */
    boolean isComplete();

    /** The values of a plan's own candidates. */
    static SetValues given(PortfolioPlan plan, List<Candidate> candidates) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            numbers.put(candidates.get(i).project(), i);
        }
        List<JointValue> together = plan.together().stream()
                .map(one ->
                        new JointValue(one.of().stream().map(numbers::get).collect(Collectors.toSet()), one.worth()))
                .toList();
        return new SetValues() {

            @Override
            public List<JointValue> together(Scenario scenario) {
                return together;
            }

            @Override
            public List<Set<Integer>> conflicts(Scenario scenario) {
                return List.of();
            }

            /** Assigns a joint value to the last member of its group. */
            @Override
            public List<Judged> inSet(BitSet chosen) {
                Map<Integer, Long> besides = new HashMap<>();
                together.stream()
                        .filter(one -> one.isWithin(chosen))
                        .forEach(one -> besides.merge(Collections.max(one.options()), one.worth(), Long::sum));
                return chosen.stream()
                        .mapToObj(i -> new Judged(
                                Candidate.always(
                                        candidates.get(i).worth(Scenario.CERTAIN) + besides.getOrDefault(i, 0L)),
                                Map.of()))
                        .toList();
            }

            @Override
            public void refine(BitSet chosen) {}

            @Override
            public boolean isComplete() {
                return true;
            }
        };
    }

    /**
     * The result of screening a project in a city where others have landed.
     *
     * @param worth its score in millionths, by scenario
     * @param barred the reasons why it may not be chosen, by scenario; none where it may
     */
    record Judged(Map<Scenario, Long> worth, Map<Scenario, Bar> barred) {

        static Judged of(Assessment assessment, Eligibility eligibility) {
            Map<Scenario, Long> worth = new EnumMap<>(Scenario.class);
            worth.put(Scenario.CERTAIN, Scenario.millionths(assessment.score().low()));
            worth.put(Scenario.POSSIBLE, Scenario.millionths(assessment.score().high()));
            BaseCase base = assessment.base();
            if (base != null) {
                worth.put(Scenario.BASE, Scenario.millionths(base.score().low()));
            }
            return new Judged(worth, eligibility.barred(assessment));
        }
    }
}
