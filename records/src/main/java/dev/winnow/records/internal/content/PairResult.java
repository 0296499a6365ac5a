package dev.winnow.records.internal.content;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The result of a screening for one project in one city, in short.
 *
 * @param project the project's id
 * @param projectName its display name
 * @param city the city's id
 * @param cityName its display name
 * @param asOf the day of the judgement
 * @param verdict the verdict by the rules
 */
public record PairResult(
        String project, String projectName, String city, String cityName, LocalDate asOf, Verdict verdict) {

    public PairResult {
        Objects.requireNonNull(project);
        Objects.requireNonNull(projectName);
        Objects.requireNonNull(city);
        Objects.requireNonNull(cityName);
        Objects.requireNonNull(asOf);
        Objects.requireNonNull(verdict);
    }

    /** The short form of an assessment. */
    public static PairResult of(Assessment one) {
        return new PairResult(one.project(), one.projectName(), one.city(), one.cityName(), one.asOf(), one.verdict());
    }

    /** Whether it is the result of a project in a city. */
    public boolean isOf(String otherProject, String otherCity) {
        return project.equals(otherProject) && city.equals(otherCity);
    }

    /** {@return the content of some pairs} */
    public static Content content(List<PairResult> pairs) throws IOException {
        return Content.ofJson(pairs);
    }

    /** Reads the pairs of a content. */
    public static List<PairResult> of(Content content) throws IOException {
        return content.readAll(PairResult.class);
    }
}
