package dev.winnow.cli;

import dev.winnow.model.Assessment;
import dev.winnow.model.Screening;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that was screened, and what of it was asked for.
 *
 * @param whole the screening that ranks are among
 * @param candidates the universe and the projects asked for
 */
record Screened(Screening whole, Candidates candidates) {

    /** The assessments of the projects asked for, in these cities; in every city if none is named. */
    Screening narrowed(List<String> cities) {
        Set<String> wanted = cities.stream().map(candidates::city).collect(Collectors.toSet());
        List<Assessment> assessments = whole.assessments().stream()
                .filter(assessment -> candidates.asked().contains(assessment.project())
                        && (cities.isEmpty() || wanted.contains(assessment.city())))
                .toList();
        return new Screening(whole.pack(), whole.universe(), whole.illustrative(), assessments, whole.problems());
    }
}
