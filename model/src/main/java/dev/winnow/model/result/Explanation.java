package dev.winnow.model.result;

import dev.winnow.model.source.Internal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reasons for an assessment: the scores by criterion, the rules that hold, and the facts still to be found out.
 *
 * @param assessment the assessment that it explains
 * @param criteria the score of each criterion, in the order of the pack
 * @param findings rules that hold: knock-outs, red flags, caps, awards by contribution, then the rest
 * @param undetermined rules that cannot be decided
 * @param conditions the undetermined red flags that a recommendation depends on; empty with any other verdict
 * @param questions facts to find out, most important first
 * @param assumed the assumptions of the base case about facts that some rule misses, by fact; empty without a base case
 * @param critical the assumptions on which the verdict of the base case depends, by fact; null if they were not
 *     searched for
 */
public record Explanation(
        Assessment assessment,
        List<CriterionScore> criteria,
        List<Finding> findings,
        List<Undetermined> undetermined,
        List<Condition> conditions,
        List<Question> questions,
        List<Assumed> assumed,
        @Nullable List<CriticalAssumption> critical) {

    public Explanation {
        criteria = List.copyOf(criteria);
        findings = List.copyOf(findings);
        undetermined = List.copyOf(undetermined);
        conditions = List.copyOf(conditions);
        questions = List.copyOf(questions);
        assumed = List.copyOf(assumed);
        critical = critical == null ? null : List.copyOf(critical);
    }

    /** Returns an assessment for which no reasons are requested. */
    @Internal
    public static Explanation withoutReasons(Assessment assessment) {
        return new Explanation(assessment, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }

    /** Returns this explanation with the assumptions of its base case. */
    public Explanation assuming(List<Assumed> facts) {
        return new Explanation(assessment, criteria, findings, undetermined, conditions, questions, facts, critical);
    }

    /** Returns this explanation with the critical assumptions of its base case. */
    public Explanation withCritical(List<CriticalAssumption> found) {
        return new Explanation(assessment, criteria, findings, undetermined, conditions, questions, assumed, found);
    }
}
