package dev.winnow.analysis.lists;

import dev.winnow.engine.Evaluation;
import dev.winnow.engine.RulePack;
import dev.winnow.language.pack.Criterion;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.universe.Facts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A screening with the pack, the facts and the evaluations that it was made from.
 *
 * @param pack the pack that judged it
 * @param known what was known of its universe; as of the universe's own day where each project has one
 * @param whole the assessments of all candidates, among which ranks are counted
 * @param asked the assessments that the user asked for
 * @param evaluations what came of everything, to be judged again
 */
public record ScreeningInputs(
        RulePack pack, Facts known, Screening whole, Screening asked, List<Evaluation> evaluations) {

    /** The same with only the best of the assessments that were asked for; null for all. */
    public ScreeningInputs best(@Nullable Integer most) {
        if (most == null) {
            return this;
        }
        Set<Assessment> best = Collections.newSetFromMap(new IdentityHashMap<>());
        asked.assessments().stream().sorted(Shortlist.ORDER).limit(most).forEach(best::add);
        List<Assessment> left =
                asked.assessments().stream().filter(best::contains).toList();
        return new ScreeningInputs(pack, known, whole, asked(left), evaluations);
    }

    /** The same with the evaluations of some cities alone, for what is worked out of those. */
    public ScreeningInputs inCities(Set<String> cities) {
        return new ScreeningInputs(
                pack,
                known,
                whole,
                asked,
                evaluations.stream()
                        .filter(one -> cities.contains(one.assessment().city()))
                        .toList());
    }

    /**
     * What was asked for, for a writer that goes through it: assessments are made anew when they are taken from the list, so
     * that their texts take up no memory once they are written. They are equal to those of {@link #asked}, and not the same.
     */
    public Screening passing() {
        IdentityHashMap<Assessment, Evaluation> byAssessment = new IdentityHashMap<>();
        evaluations.forEach(evaluation -> byAssessment.put(evaluation.assessment(), evaluation));
        List<Evaluation> passed = new ArrayList<>();
        for (Assessment one : asked.assessments()) {
            passed.add(Objects.requireNonNull(byAssessment.get(one), "asked for, and not evaluated"));
        }
        return asked(new FreshAssessments(passed));
    }

    private Screening asked(List<Assessment> assessments) {
        return new Screening(
                asked.pack(), asked.universe(), asked.illustrative(), assessments, asked.problems(), asked.names());
    }

    /** The title of a criterion; its id if there is none. */
    public String criterionTitle(String id) {
        return pack.criteria().stream()
                .filter(one -> one.id().equals(id))
                .map(Criterion::title)
                .findFirst()
                .orElse(id);
    }

    /** The name of a project; its id if there is none. */
    public String projectName(String id) {
        return whole.assessments().stream()
                .filter(one -> one.project().equals(id))
                .map(Assessment::projectName)
                .findFirst()
                .orElse(id);
    }
}
