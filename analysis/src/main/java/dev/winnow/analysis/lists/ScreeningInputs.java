package dev.winnow.analysis.lists;

import dev.winnow.engine.Evaluation;
import dev.winnow.engine.RulePack;
import dev.winnow.language.pack.Criterion;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.universe.Facts;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was screened.
 *
 * @param pack what it was judged by
 * @param known what was known of its universe; as of the universe's own day where each project has one
 * @param whole everything, which ranks are among
 * @param asked what of it was asked for
 * @param hearings what came of everything, to be judged again
 */
public record ScreeningInputs(RulePack pack, Facts known, Screening whole, Screening asked, List<Evaluation> hearings) {

    /** The best alone of what was asked for; all of it for null. */
    public ScreeningInputs best(@Nullable Integer most) {
        if (most == null) {
            return this;
        }
        Set<Assessment> best = Collections.newSetFromMap(new IdentityHashMap<>());
        asked.assessments().stream().sorted(Shortlist.ORDER).limit(most).forEach(best::add);
        List<Assessment> left =
                asked.assessments().stream().filter(best::contains).toList();
        return new ScreeningInputs(
                pack,
                known,
                whole,
                new Screening(
                        asked.pack(), asked.universe(), asked.illustrative(), left, asked.problems(), asked.names()),
                hearings);
    }

    /** What people call a criterion; its id if there is none. */
    public String criterionTitle(String id) {
        return pack.criteria().stream()
                .filter(one -> one.id().equals(id))
                .map(Criterion::title)
                .findFirst()
                .orElse(id);
    }

    /** What people call a project; its id if there is none. */
    public String projectName(String id) {
        return whole.assessments().stream()
                .filter(one -> one.project().equals(id))
                .map(Assessment::projectName)
                .findFirst()
                .orElse(id);
    }
}
