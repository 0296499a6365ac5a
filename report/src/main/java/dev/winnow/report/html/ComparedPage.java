package dev.winnow.report.html;

import dev.winnow.analysis.compare.Approvals;
import dev.winnow.analysis.compare.AssessmentChange;
import dev.winnow.analysis.compare.Comparison;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Change;
import dev.winnow.model.source.Place;
import dev.winnow.report.i18n.Wording;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A comparison prepared for the page template.
 *
 * @param words the texts of its language
 * @param comparison what was found
 * @param approvals the approved flips
 * @param shown gives the display name of a file
 */
record ComparedPage(Wording words, Comparison comparison, Approvals approvals, UnaryOperator<String> shown) {

    int count(Verdict from, Verdict to) {
        return comparison.matrix().getOrDefault(from, Map.of()).getOrDefault(to, 0);
    }

    /** Assessments that came out as before. */
    int unmoved() {
        return comparison.compared()
                - comparison.flips().size()
                - comparison.moves().size();
    }

    /** The edits of a shift: of several sets each would do, of a set all are needed. */
    String causes(AssessmentChange shift) {
        return shift.causes().stream()
                .map(set -> set.stream().map(edit -> "E" + edit).collect(Collectors.joining(" + ")))
                .reduce((one, other) -> words.say("page.compare.or", one, other))
                .orElse("");
    }

    String place(Change change) {
        Place place = change.place();
        return new Place(shown.apply(place.file()), place.line(), place.column(), place.text()).toString();
    }

    List<Verdict> verdicts() {
        return List.of(Verdict.values());
    }
}
