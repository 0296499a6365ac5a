package dev.winnow.report.markdown;

import dev.winnow.analysis.compare.Comparison;
import dev.winnow.analysis.compare.Shift;
import dev.winnow.analysis.compare.UndoableEdit;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Change;
import dev.winnow.model.source.Message;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.Columns;
import dev.winnow.report.text.ComparisonView;
import dev.winnow.report.text.Editions;
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
    private final StringBuilder text = new StringBuilder();

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

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** The head of a table. */
    private void columns(String... names) {
        StringBuilder head = new StringBuilder("|");
        for (String name : names) {
            head.append(name.isEmpty() ? "" : " " + wording.sentence(name) + " |");
        }
        line(head.toString());
    }

    private void head() {
        String headline = compared.headline();
        line("### winnow: " + headline);
        line("");
        line(wording.sentence(
                "Pack %s, universe %s.",
                MarkdownText.inline(ComparisonView.editions(
                        comparison.old().pack(), comparison.recent().pack())),
                MarkdownText.inline(ComparisonView.editions(
                        comparison.old().universe(), comparison.recent().universe()))));
        if (comparison.illustrative()) {
            line("");
            line("**" + wording.sentence(Editions.INVENTED) + "**");
        }
        int missing = compared.missing().size();
        if (!comparison.flips().isEmpty()
                && (compared.gated() || !compared.approvals().list().isEmpty())) {
            line("");
            line(wording.sentence(
                    "%s of %s flips approved, %s not.",
                    comparison.flips().size() - missing, comparison.flips().size(), missing));
        }
        line("");
    }

    private void matrix() {
        StringBuilder head = new StringBuilder("| " + wording.sentence("from \\ to") + " |");
        StringBuilder rule = new StringBuilder("|---|");
        for (Verdict to : Verdict.values()) {
            head.append(' ').append(compared.verdict(to)).append(" |");
            rule.append("---:|");
        }
        line(head.toString());
        line(rule.toString());
        for (Verdict from : Verdict.values()) {
            StringBuilder row = new StringBuilder("| " + compared.verdict(from) + " |");
            Map<Verdict, Integer> counts = comparison.matrix().getOrDefault(from, Map.of());
            for (Verdict to : Verdict.values()) {
                int count = counts.getOrDefault(to, 0);
                row.append(' ')
                        .append(from == to || count == 0 ? String.valueOf(count) : "**" + count + "**")
                        .append(" |");
            }
            line(row.toString());
        }
        line("");
    }

    private void flips() {
        if (comparison.flips().isEmpty()) {
            return;
        }
        line("#### " + wording.sentence("Verdicts that flip"));
        line("");
        columns("project", "city", "verdict", "score", "because of", approvals() ? "approved" : "");
        line("|---|---|---|---|---|" + (approvals() ? "---|" : ""));
        comparison.flips().stream().limit(MOST).forEach(this::flip);
        more(comparison.flips().size());
        line("");
    }

    private void baseFlips() {
        if (comparison.baseFlips().isEmpty()) {
            return;
        }
        line("#### " + wording.sentence("Base cases whose verdict flips"));
        line("");
        columns("project", "city", "verdict", "", "", "");
        line("|---|---|---|");
        comparison.baseFlips().stream()
                .limit(MOST)
                .forEach(flip -> line("| "
                        + MarkdownText.inline(flip.after().projectName()) + " | "
                        + MarkdownText.inline(flip.after().cityName()) + " | "
                        + compared.verdict(ComparisonView.base(flip.before()).verdict()) + " → **"
                        + compared.verdict(ComparisonView.base(flip.after()).verdict()) + "**<br>"
                        + compared.baseDifferences(flip) + " |"));
        more(comparison.baseFlips().size());
        line("");
    }

    private boolean approvals() {
        return compared.gated() || !compared.approvals().list().isEmpty();
    }

    private void flip(Shift flip) {
        Assessment before = flip.before();
        Assessment after = flip.after();
        line("| " + MarkdownText.inline(after.projectName()) + " | " + MarkdownText.inline(after.cityName()) + " | "
                + compared.verdict(before.verdict()) + " → **"
                + compared.verdict(after.verdict()) + "**<br>" + compared.because(before) + " → "
                + compared.because(after) + " | "
                + ComparisonView.spans(before.score(), after.score()) + " | "
                + compared.causes(flip)
                + (flip.proven() ? "" : wording.sentence(" (%s)", wording.sentence("perhaps fewer"))) + " |"
                + (approvals()
                        ? compared.approvals().cover(flip)
                                ? " " + wording.sentence("yes") + " |"
                                : " **" + wording.sentence("no") + "** |"
                        : ""));
    }

    private void more(int size) {
        if (size > MOST) {
            line("");
            line(wording.sentence("… and %s more.", size - MOST));
        }
    }

    private void edits() {
        if (comparison.edits().isEmpty()) {
            return;
        }
        line("#### " + wording.sentence("Edits"));
        line("");
        for (UndoableEdit edit : comparison.edits()) {
            line("**" + ComparisonView.id(edit.number()) + "** " + compared.bearing(edit));
            line("");
            String fence = fence(edit.changes());
            line(fence + "diff");
            edit.changes().forEach(this::change);
            line(fence);
            line("");
        }
    }

    private void assumptions() {
        if (comparison.assumptions().isEmpty()) {
            return;
        }
        line("#### " + wording.sentence("Assumptions that changed, for base cases alone"));
        line("");
        String fence = fence(comparison.assumptions());
        line(fence + "diff");
        comparison.assumptions().forEach(this::change);
        line(fence);
        line("");
    }

    private void change(Change change) {
        line("# " + oneLine(compared.place(change.place())) + " " + oneLine(wording.say(change.what())));
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
            line(sign + oneLine(said));
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
        columns("project", "city", "verdict", "what moved", "because of", "");
        line("|---|---|---|---|---|");
        for (Shift move : comparison.moves().stream().limit(MOST).toList()) {
            line("| " + MarkdownText.inline(move.after().projectName()) + " | "
                    + MarkdownText.inline(move.after().cityName()) + " | "
                    + compared.verdict(move.after().verdict()) + " | "
                    + MarkdownText.inline(
                            String.join(wording.sentence("; "), compared.differences(move.before(), move.after())))
                    + " | "
                    + compared.causes(move, wording.sentence(", ")) + " |");
        }
        more(comparison.moves().size());
        line("");
        line("</details>");
        line("");
    }

    private void others(String heading, List<Assessment> assessments) {
        if (assessments.isEmpty()) {
            return;
        }
        details(wording.sentence("%s: %s", wording.sentence(heading), assessments.size()));
        for (Assessment one : assessments.stream().limit(MOST).toList()) {
            line("- "
                    + wording.sentence(
                            "%s, %s: %s",
                            MarkdownText.inline(one.projectName()),
                            MarkdownText.inline(one.cityName()),
                            compared.verdict(one.verdict())));
        }
        more(assessments.size());
        line("");
        line("</details>");
        line("");
    }

    private void details(String summary) {
        line("<details>");
        line("<summary>" + summary + "</summary>");
        line("");
    }

    private void foot() {
        line(wording.sentence("Old: ")
                + Editions.digests(comparison.old().pack(), comparison.old().universe(), compared.wording()) + "  ");
        line(wording.sentence("New: ")
                + Editions.digests(
                        comparison.recent().pack(), comparison.recent().universe(), compared.wording()));
    }
}
