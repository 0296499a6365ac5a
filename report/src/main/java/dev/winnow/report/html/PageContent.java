package dev.winnow.report.html;

import dev.winnow.analysis.internal.overview.Overview;
import dev.winnow.engine.RulePack;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.report.internal.document.Chart.Chains;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Document.Origin;
import dev.winnow.report.internal.document.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The content of a page.
 *
 * @param title what it is called
 * @param editions what it was made from
 * @param day as of when; empty where each project has a day of its own
 * @param illustrative whether the universe is fictitious
 * @param start the view on which it opens
 * @param glance what heads the overview; null for other pages
 * @param pairs what can be looked at to the last point
 * @param rivals how many one was ranked with, itself included; 0 where that is not told
 * @param besides what is said of each beyond what was found
 * @param first for each ranking, how sure its first place is
 * @param board the chains; null if they are not shown
 * @param pack the rules
 * @param document what its first view shows; null where that is an overview
 */
record PageContent(
        String title,
        List<Origin> editions,
        String day,
        boolean illustrative,
        String start,
        @Nullable Overview glance,
        List<Explanation> pairs,
        ToIntFunction<Assessment> rivals,
        Function<Explanation, List<Section>> besides,
        List<Remark> first,
        @Nullable Chains board,
        RulePack pack,
        @Nullable Document document) {

    /** A remark on a ranking. */
    record Remark(String of, String text) {}

    /** The views, in the order in which they are offered; that of a pair is reached from the others. */
    List<String> views() {
        List<String> views = new ArrayList<>();
        if (document == null) {
            views.add("overview");
        } else {
            views.add(start);
        }
        if (!pairs.isEmpty()) {
            views.add("pair");
        }
        if (board != null && !board.links().isEmpty() && !views.contains("chain")) {
            views.add("chain");
        }
        views.add("rules");
        return views;
    }
}
