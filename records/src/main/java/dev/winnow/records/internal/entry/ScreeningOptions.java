package dev.winnow.records.internal.entry;

import dev.winnow.analysis.weights.Robustness;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of a screening, as far as it changes its results.
 *
 * @param language the language of titles, reasons and questions
 * @param asOf the day as of which was judged, or {@link #AT_DECISIONS}; null for the universe's own
 * @param assumed what was assumed for this run, in the words of the command line
 * @param assumptions the same, as a file of assumptions would list it
 * @param projects the ids of the projects that were asked for; null for all
 * @param cities the ids of the cities that were asked for; null for all
 * @param top how many of the best were asked for; null for all
 * @param samples how many weightings were sampled; null for the number that follows from the list
 * @param seed the seed of the sampled weightings
 * @param evaluator what ran the rules; it changes no result
 */
public record ScreeningOptions(
        Language language,
        @Nullable String asOf,
        List<String> assumed,
        List<Node> assumptions,
        @Nullable List<String> projects,
        @Nullable List<String> cities,
        @Nullable Integer top,
        @Nullable Integer samples,
        long seed,
        String evaluator) {

    /** What is said of a screening as of the day of each project's decision. */
    public static final String AT_DECISIONS = "decision";

    public ScreeningOptions {
        Objects.requireNonNull(language);
        Objects.requireNonNull(evaluator);
        if (asOf != null && !asOf.equals(AT_DECISIONS)) {
            LocalDate.parse(asOf);
        }
        if ((top != null && top < 1) || (samples != null && (samples < 1 || samples > Robustness.MOST_SAMPLES))) {
            throw new IllegalArgumentException("`top` or `samples` is out of range");
        }
        assumed = List.copyOf(assumed);
        assumptions = List.copyOf(assumptions);
        projects = projects == null ? null : projects.stream().sorted().toList();
        cities = cities == null ? null : cities.stream().sorted().toList();
    }
}
