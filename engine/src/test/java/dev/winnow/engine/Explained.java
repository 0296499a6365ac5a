package dev.winnow.engine;

import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Screening;
import dev.winnow.model.universe.Universe;
import java.util.List;

/**
 * A screening with the explanation of each of its assessments.
 *
 * @param screening the screening
 * @param pairs the explanations, in the order of the assessments
 */
public record Explained(Screening screening, List<Explanation> pairs) {

    /** {@return the screening of a universe as of its own date} */
    public static Explained of(Screener screener, Universe universe) {
        return of(screener, universe, AsOfPolicy.ofUniverse());
    }

    /** {@return the screening of a universe under an as-of policy} */
    public static Explained of(Screener screener, Universe universe, AsOfPolicy asOfPolicy) {
        ScreeningResult result = screener.open(universe, asOfPolicy).result();
        return new Explained(result.asked(), result.explanations().toList());
    }

    /** {@return the explanation of the assessment of a project in a city} */
    public Explanation find(String project, String city) {
        return pairs.stream()
                .filter(one -> one.assessment().project().equals(project)
                        && one.assessment().city().equals(city))
                .findAny()
                .orElseThrow();
    }
}
