package dev.winnow.records.internal.entry;

import dev.winnow.analysis.weights.Robustness;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The options of a screening that affect its results.
 *
 * @param language the language of titles, reasons and questions
 * @param asOf the day of the judgements, or {@link #AT_DECISIONS}; null for the universe's own
 * @param assumed the assumptions of this run, as on the command line
 * @param assumptions the same assumptions, as in a file of assumptions
 * @param projects the ids of the requested projects; null for all
 * @param cities the ids of the requested cities; null for all
 * @param top the number of best pairs requested; null for all
 * @param samples the number of sampled weightings; null for the default
 * @param seed the seed of the sampled weightings
 * @param evaluator the evaluator of the rules, which does not affect the results
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

    /** Stands for the day of each project's decision. */
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
