package dev.winnow.report.markdown;

import dev.winnow.analysis.compare.AssessmentChange;
import dev.winnow.analysis.compare.Comparison;
import dev.winnow.analysis.compare.UndoableEdit;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Change;
import dev.winnow.model.source.Message;
import dev.winnow.report.contents.ComparisonView;
import dev.winnow.report.contents.Editions;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a comparison as Markdown for a pull request. */
public final class CompareMarkdown {

    /** A comment of a pull request holds some 65,000 characters. */
    private static final int MOST = 100;

    private final ComparisonView compared;
    private final Wording wording;
    private final Comparison comparison;
    private final MarkdownText text = new MarkdownText();

    private CompareMarkdown(ComparisonView compared) {
        this.compared = compared;
        this.comparison = compared.comparison();
        this.wording = compared.wording();
    }

    /** The whole text, each line ended. */
    public static String of(ComparisonView compared) {
        CompareMarkdown markdown = new CompareMarkdown(compared);
        markdown.head();
        markdown.matrix();
        markdown.flips();
        markdown.baseFlips();
        markdown.edits();
        markdown.assumptions();
        markdown.moves();
        markdown.others("Judged only now", compared.comparison().appeared());
        markdown.others("No longer judged", compared.comparison().vanished());
        markdown.foot();
        return markdown.text.toString();
    }

    /** The head of a table of words. */
    private void columns(List<String> names) {
        text.head(names.stream().map(wording::sentence).toList(), "w".repeat(names.size()));
    }

    private void head() {
        String headline = compared.headline();
        text.heading(3, "winnow: " + headline);
        text.line(wording.sentence(
                "Pack %s, universe %s.",
                MarkdownText.inline(ComparisonView.editions(
                        comparison.old().pack(), comparison.recent().pack())),
                MarkdownText.inline(ComparisonView.editions(
                        comparison.old().universe(), comparison.recent().universe()))));
        if (comparison.illustrative()) {
            text.line("");
            text.line("**" + wording.sentence(Editions.INVENTED) + "**");
        }
        int missing = compared.missing().size();
        if (!comparison.flips().isEmpty() && compared.tellsApprovals()) {
            text.line("");
            text.line(wording.sentence(
                    "%s of %s flips approved, %s not.",
                    comparison.flips().size() - missing, comparison.flips().size(), missing));
        }
        text.line("");
    }

    private void matrix() {
        List<String> head = new ArrayList<>(List.of(wording.sentence("from \\ to")));
        for (Verdict to : Verdict.values()) {
            head.add(compared.verdict(to));
        }
        text.head(head, "w" + "n".repeat(Verdict.values().length));
        for (Verdict from : Verdict.values()) {
            List<String> row = new ArrayList<>(List.of(compared.verdict(from)));
            Map<Verdict, Integer> counts = comparison.matrix().getOrDefault(from, Map.of());
            for (Verdict to : Verdict.values()) {
                int count = counts.getOrDefault(to, 0);
                row.add(from == to || count == 0 ? String.valueOf(count) : "**" + count + "**");
            }
            text.row(row);
        }
        text.line("");
    }

    private void flips() {
        if (comparison.flips().isEmpty()) {
            return;
        }
        text.heading(4, wording.sentence("Verdicts that flip"));
        List<String> names = new ArrayList<>(List.of("project", "city", "verdict", "score", "because of"));
        if (compared.tellsApprovals()) {
            names.add("approved");
        }
        columns(names);
        comparison.flips().stream().limit(MOST).forEach(this::flip);
        more(comparison.flips().size());
        text.line("");
    }

    private void baseFlips() {
        if (comparison.baseFlips().isEmpty()) {
            return;
        }
        text.heading(4, wording.sentence("Base cases whose verdict flips"));
        columns(List.of("project", "city", "verdict"));
        comparison.baseFlips().stream()
                .limit(MOST)
                .forEach(flip -> text.line("| "
                        + MarkdownText.inline(flip.after().projectName()) + " | "
                        + MarkdownText.inline(flip.after().cityName()) + " | "
                        + compared.verdict(ComparisonView.base(flip.before()).verdict()) + " → **"
                        + compared.verdict(ComparisonView.base(flip.after()).verdict()) + "**<br>"
                        + compared.baseDifferences(flip) + " |"));
        more(comparison.baseFlips().size());
        text.line("");
    }

    private void flip(AssessmentChange flip) {
        Assessment before = flip.before();
        Assessment after = flip.after();
        text.line(
                "| " + MarkdownText.inline(after.projectName()) + " | " + MarkdownText.inline(after.cityName()) + " | "
                        + compared.verdict(before.verdict()) + " → **"
                        + compared.verdict(after.verdict()) + "**<br>" + compared.because(before) + " → "
                        + compared.because(after) + " | "
                        + ComparisonView.spans(before.score(), after.score()) + " | "
                        + compared.causes(flip)
                        + (flip.proven() ? "" : wording.sentence(" (%s)", wording.sentence("perhaps fewer"))) + " |"
                        + (compared.tellsApprovals()
                                ? compared.approvals().cover(flip)
                                        ? " " + wording.sentence("yes") + " |"
                                        : " **" + wording.sentence("no") + "** |"
                                : ""));
    }

    private void more(int size) {
        if (size > MOST) {
            text.line("");
            text.line(wording.sentence("… and %s more.", size - MOST));
        }
    }

    private void edits() {
        if (comparison.edits().isEmpty()) {
            return;
        }
        text.heading(4, wording.sentence("Edits"));
        for (UndoableEdit edit : comparison.edits()) {
            text.paragraph("**" + ComparisonView.id(edit.number()) + "** " + compared.bearing(edit));
            diff(edit.changes());
        }
    }

    private void assumptions() {
        if (comparison.assumptions().isEmpty()) {
            return;
        }
        text.heading(4, wording.sentence("Assumptions that changed, for base cases alone"));
        diff(comparison.assumptions());
    }

    private void diff(List<Change> changes) {
        String fence = fence(changes);
        text.line(fence + "diff");
        changes.forEach(this::change);
        text.paragraph(fence);
    }

    private void change(Change change) {
        text.line("# " + oneLine(compared.place(change.place())) + " " + oneLine(wording.say(change.what())));
        side("- ", change.before());
        side("+ ", change.after());
    }

    /** A code fence longer than any in some changes. */
    private static String fence(List<Change> changes) {
        String fence = "```";
        String all = changes.toString();
        while (all.contains(fence)) {
            fence += "`";
        }
        return fence;
    }

    private void side(String sign, @Nullable String said) {
        if (said != null) {
            text.line(sign + oneLine(said));
        }
    }

    private static String oneLine(String text) {
        return Columns.clean(text);
    }

    private void moves() {
        if (comparison.moves().isEmpty()) {
            return;
        }
        details(wording.sentence(
                "%s moved without a flip",
                wording.say(
                        Message.count(comparison.moves().size(), "no assessments", "1 assessment", "%s assessments"))));
        columns(List.of("project", "city", "verdict", "what moved", "because of"));
        for (AssessmentChange move : comparison.moves().stream().limit(MOST).toList()) {
            text.line("| " + MarkdownText.inline(move.after().projectName()) + " | "
                    + MarkdownText.inline(move.after().cityName()) + " | "
                    + compared.verdict(move.after().verdict()) + " | "
                    + MarkdownText.inline(
                            String.join(wording.sentence("; "), compared.differences(move.before(), move.after())))
                    + " | "
                    + compared.causes(move, wording.sentence(", ")) + " |");
        }
        more(comparison.moves().size());
        text.line("");
        text.paragraph("</details>");
    }

    private void others(String heading, List<Assessment> assessments) {
        if (assessments.isEmpty()) {
            return;
        }
        details(wording.sentence("%s: %s", wording.sentence(heading), assessments.size()));
        for (Assessment one : assessments.stream().limit(MOST).toList()) {
            text.line("- "
                    + wording.sentence(
                            "%s, %s: %s",
                            MarkdownText.inline(one.projectName()),
                            MarkdownText.inline(one.cityName()),
                            compared.verdict(one.verdict())));
        }
        more(assessments.size());
        text.line("");
        text.paragraph("</details>");
    }

    private void details(String summary) {
        text.line("<details>");
        text.paragraph("<summary>" + summary + "</summary>");
    }

    private void foot() {
        text.line(wording.sentence("Old: ")
                + Editions.digests(comparison.old().pack(), comparison.old().universe(), compared.wording()) + "  ");
        text.line(wording.sentence("New: ")
                + Editions.digests(
                        comparison.recent().pack(), comparison.recent().universe(), compared.wording()));
    }
}
