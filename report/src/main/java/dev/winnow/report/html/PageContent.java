package dev.winnow.report.html;

import dev.winnow.analysis.internal.overview.Overview;
import dev.winnow.engine.RulePack;
import dev.winnow.model.result.Assessment;
import dev.winnow.report.internal.document.Chart.Chains;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Document.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The content of a page.
 *
 * @param title its title
 * @param editions the pack and universe
 * @param day the day of all assessments; empty if they have several
 * @param illustrative whether the universe is fictitious
 * @param start the id of the view on which it opens
 * @param glance the overview at its head; null for other pages
 * @param pairs the candidates that can be opened
 * @param rivals number of candidates in a candidate's ranking, itself included; 0 if not shown
 * @param first remarks on the robustness of each first place
 * @param board the chains; null if they are not shown
 * @param pack the rules
 * @param document the content of its first view; null for an overview
 */
record PageContent(
        String title,
        List<Origin> editions,
        String day,
        boolean illustrative,
        String start,
        @Nullable Overview glance,
        PagePairs pairs,
        ToIntFunction<Assessment> rivals,
        List<Remark> first,
        @Nullable Chains board,
        RulePack pack,
        @Nullable Document document) {

    /** A remark on a ranking. */
    record Remark(String of, String text) {}

    /** Returns the ids of the views in the order of their tabs; a pair's view is reached from the others. */
    List<String> views() {
        List<String> views = new ArrayList<>();
        if (document == null) {
            views.add("overview");
        } else {
            views.add(start);
        }
        if (!pairs.all().isEmpty()) {
            views.add("pair");
        }
        if (board != null && !board.links().isEmpty() && !views.contains("chain")) {
            views.add("chain");
        }
        views.add("rules");
        return views;
    }
}
