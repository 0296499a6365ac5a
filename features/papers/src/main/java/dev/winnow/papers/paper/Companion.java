package dev.winnow.papers.paper;

import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.universe.Universe.ProjectEntry;
import dev.winnow.model.value.ScoreInterval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An open candidate whose landing in a city would change the score of another candidate there.
 *
 * @param project its id
 * @param score the score of the other candidate if it lands first
 * @param gain the change of the lower bound of that score, or of the upper bound if the lower one stays
 */
record Companion(String project, ScoreInterval score, BigDecimal gain) {

    /** Maximum number of open candidates that are tried, in the order of their ids. */
    private static final int MOST_TRIED = 60;

    /**
     * Finds the companions of a candidate among open candidates on the same or neighbouring links; each is screened as
     * if it had landed on the day of the assessment.
     *
     * @param assessment an assessment made by the session
     * @return the greatest gain first, then by id
     */
    static List<Companion> of(ScreeningSession session, Assessment assessment) {
        Set<String> near = near(session, assessment.project());
        List<Companion> companions = new ArrayList<>();
        session.universe().projects().stream()
                .filter(other -> isOpen(other) && !other.id().equals(assessment.project()))
                .map(ProjectEntry::id)
                .sorted()
                .filter(id -> links(session, id).stream().anyMatch(near::contains))
                .limit(MOST_TRIED)
                .forEach(id -> {
                    Universe landed = session.universe().landing(Map.of(id, assessment.city()), assessment.asOf());
                    Assessment then = Objects.requireNonNull(
                            session.over(landed).assess(assessment.project(), assessment.city()));
                    BigDecimal low =
                            then.score().low().subtract(assessment.score().low());
                    BigDecimal gain = low.signum() != 0
                            ? low
                            : then.score().high().subtract(assessment.score().high());
                    if (gain.signum() != 0) {
                        companions.add(new Companion(id, then.score(), gain));
                    }
                });
        companions.sort(Comparator.comparing(Companion::gain).reversed().thenComparing(Companion::project));
        return companions;
    }

    private static boolean isOpen(ProjectEntry project) {
        return project.city() == null && project.decided() == null;
    }

    /** Returns the links of a project and their neighbours; empty if its links are unknown. */
    private static Set<String> near(ScreeningSession session, String project) {
        List<String> own = links(session, project);
        Set<String> near = new HashSet<>(own);
        for (ChainLink link : session.facts().links()) {
            if (own.contains(link.id())) {
                near.addAll(link.neighbours());
            }
        }
        return near;
    }

    private static List<String> links(ScreeningSession session, String project) {
        Project known = session.facts().project(project);
        return known == null || known.links() == null ? List.of() : known.links();
    }
}
