package dev.winnow.engine;

import dev.winnow.language.Criterion;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Screening;
import dev.winnow.model.universe.Facts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A screening with the session that made it.
 *
 * @param session explains the assessments
 * @param whole the assessments of all candidates, among which ranks are counted
 * @param asked the assessments that were requested
 */
public record ScreeningResult(ScreeningSession session, Screening whole, Screening asked) {

    /** {@return a result in which all assessments are requested} */
    public static ScreeningResult of(ScreeningSession session, List<Assessment> assessments) {
        Screening all = session.screening(assessments);
        return new ScreeningResult(session, all, all);
    }

    /** {@return the pack that judged} */
    public RulePack pack() {
        return session.pack();
    }

    /** {@return the known facts of the universe; as of its own date if each project is judged as of another day} */
    public Facts facts() {
        return session.facts();
    }

    /**
     * {@return explanations of the requested assessments, in their order} They are created as the stream is read and
     * not cached.
     */
    public Stream<Explanation> explanations() {
        return session.explanations(asked.assessments());
    }

    /** {@return this result limited to requested assessments that meet a condition} */
    public ScreeningResult asking(Predicate<Assessment> some) {
        return new ScreeningResult(
                session,
                whole,
                new Screening(
                        asked.pack(),
                        asked.universe(),
                        asked.illustrative(),
                        asked.assessments().stream().filter(some).toList(),
                        asked.problems(),
                        asked.names()));
    }

    /**
     * {@return this result limited to the best requested assessments}
     *
     * @param most the number of assessments; null for all
     */
    public ScreeningResult best(@Nullable Integer most) {
        if (most == null) {
            return this;
        }
        Set<Assessment> best = new HashSet<>(asked.assessments().stream()
                .sorted(Screener.BEST_OF_ALL)
                .limit(most)
                .toList());
        return asking(best::contains);
    }

    /** {@return the title of a criterion; its id if there is none} */
    public String criterionTitle(String id) {
        return pack().criteria().stream()
                .filter(one -> one.id().equals(id))
                .map(Criterion::title)
                .findFirst()
                .orElse(id);
    }

    /** {@return the name of a project; its id if there is none} */
    public String projectName(String id) {
        return whole.assessments().stream()
                .filter(one -> one.project().equals(id))
                .map(Assessment::projectName)
                .findFirst()
                .orElse(id);
    }
}
