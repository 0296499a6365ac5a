package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.engine.internal.evaluate.WrittenKeys;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Project;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a candidate that rules of a phase read and that do not depend on the city, computed once for all
 * cities. Rules are numbered by their place in the phase. Immutable.
 */
final class CandidateProfile {

    private final Project project;
    private final Truth[] own;
    private final long[] open;
    private final @Nullable Object[] probeKeys;
    /**
     * The steps over milestones by number, bound to the milestones that the candidate has reached or may have reached;
     * null if there are none.
     */
    private final BoundStep @Nullable [] reached;

    /**
     * Computes the profile of a candidate.
     *
     * @param plan the plan that numbers the look-ups
     * @param phaseRules the rules of the phase
     * @param milestones the milestones that the candidate has reached, or may have reached, on the day
     */
    CandidateProfile(
            JoinPlan plan, PhaseRules phaseRules, Conditions conditions, Project project, List<Milestone> milestones) {
        this.project = project;
        this.own = new Truth[phaseRules.rules().size()];
        this.open = new long[TriBitSet.words(own.length)];
        for (int i = 0; i < own.length; i++) {
            own[i] = own(phaseRules, i, conditions, project);
            if (own[i] != Truth.NO) {
                TriBitSet.set(open, i);
            }
        }
        this.probeKeys =
                new Object[phaseRules.lookups().isEmpty() ? 0 : plan.probeKeys().size()];
        for (int number : phaseRules.lookups()) {
            probeKeys[number] = conditions.read(plan.probeKeys().get(number), project, WrittenKeys.NONE);
        }
        this.reached = bound(phaseRules, conditions, milestones);
    }

    /**
     * The profile of the same candidate with another value of one fact.
     *
     * @param same the profile with the original value
     * @param milestones the milestones that the candidate with that value has reached or may have reached
     * @param places the places of the rules that will be evaluated; entries of other rules keep the original value
     */
    CandidateProfile(
            CandidateProfile same,
            JoinPlan plan,
            PhaseRules phaseRules,
            Conditions conditions,
            Project project,
            List<Milestone> milestones,
            int[] places) {
        this.project = project;
        this.own = same.own.clone();
        this.open = same.open;
        this.reached = bound(phaseRules, conditions, milestones);
        for (int place : places) {
            own[place] = own(phaseRules, place, conditions, project);
        }
        this.probeKeys = same.probeKeys.clone();
        for (int i = 0; i < phaseRules.lookups().size(); i++) {
            int number = phaseRules.lookups().get(i);
            probeKeys[number] = conditions.read(plan.probeKeys().get(number), project, WrittenKeys.NONE);
        }
    }

    private static Truth own(PhaseRules phaseRules, int place, Conditions conditions, Project project) {
        int alone = phaseRules.rules().get(place).candidate().alone();
        return alone < 0 ? Truth.YES : conditions.alone(alone, project, WrittenKeys.NONE);
    }

    /** Binds steps to a table of the candidate's milestones. */
    private static BoundStep @Nullable [] bound(
            PhaseRules phaseRules, Conditions conditions, List<Milestone> milestones) {
        if (milestones.isEmpty() || phaseRules.milestones().isEmpty()) {
            return null;
        }
        FactTable table = new FactTable(milestones, conditions, WrittenKeys.NONE);
        return phaseRules.milestones().stream()
                .map(step -> BoundStep.of(step, step.keys(), table))
                .toArray(BoundStep[]::new);
    }

    Project project() {
        return project;
    }

    /** Truth of a rule's conditions that read only the candidate. */
    Truth own(int place) {
        return own[place];
    }

    /** The places of the rules whose conditions on the candidate alone are not NO, as bits. */
    long[] open() {
        return open;
    }

    /** The key of a look-up, by its number; null if it is unknown. */
    @Nullable
    Object probeKey(int number) {
        return probeKeys[number];
    }

    /** The steps of a rule after the candidate, including those over its milestones. */
    BoundStep[] suffix(CityMatches prefix) {
        int[] milestones = prefix.milestones();
        if (milestones == null || reached == null) {
            return prefix.suffix();
        }
        BoundStep[] own = prefix.suffix().clone();
        for (int i = 0; i < own.length; i++) {
            if (milestones[i] >= 0) {
                own[i] = reached[milestones[i]];
            }
        }
        return own;
    }
}
