package dev.winnow.report.html;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.model.result.Screening;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a served overview that a file does not have.
 *
 * @param revision the state of the work that it shows
 * @param first the screening at the start of the session, with which it compares
 * @param insight the analyses from which it takes the robustness of first places; null while the page is incomplete:
 *     then it also lacks the most important questions, for which every candidate is explained
 */
public record ServedOverview(
        long revision, Screening first, @Nullable Insight insight) {

    /** Whether nothing is left out. */
    boolean isComplete() {
        return insight != null;
    }
}
