package dev.winnow.report.text;

import dev.winnow.analysis.compare.AssessmentChange;
import dev.winnow.analysis.compare.Comparison;
import dev.winnow.analysis.compare.UndoableEdit;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Change;
import dev.winnow.model.source.Message;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.Colours;
import dev.winnow.report.layout.Columns;
import dev.winnow.report.layout.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a comparison as text for a terminal. */
public final class CompareText {

    private static final int CELL = 12;
    private static final int VERDICT = 9;

    /** What a line has beside the name. */
    private static final int REST = 34;

    /** The width beyond which lines get no wider. */
    public static final int MOST = 120;

    private final ComparisonView compared;
    private final Comparison comparison;
    private final boolean all;
    private final Colours colours;
    private final Wording wording;
    private final Page page;
    private final int name;

    private CompareText(ComparisonView compared, boolean all, Colours colours, int width) {
        this.page = new Page(width);
        this.name = width - REST;
        this.wording = compared.wording();
        this.compared = compared;
        this.comparison = compared.comparison();
        this.all = all;
        this.colours = colours;
    }

    /**
     * The whole text, each line ended.
     *
     * @param all whether to list also what moved without a flip
     * @param width how many columns it may take, at least 60
     */
    public static String of(ComparisonView compared, boolean all, Colours colours, int width) {
        CompareText text = new CompareText(compared, all, colours, width);
        text.title();
        text.matrix();
        text.edits();
        text.flips();
        text.moves();
        text.baseFlips();
        text.others("Judged only now", comparison(compared).appeared());
        text.others("No longer judged", comparison(compared).vanished());
        text.foot();
        return text.page.toString();
    }

    private static Comparison comparison(ComparisonView compared) {
        return compared.comparison();
    }

    private void title() {
        String title = wording.sentence(
                "winnow: pack %s, universe %s",
                ComparisonView.editions(
                        comparison.old().pack(), comparison.recent().pack()),
                ComparisonView.editions(
                        comparison.old().universe(), comparison.recent().universe()));
        Columns.wrap(title, page.width()).forEach(line -> page.line(colours.strong(line)));
        if (comparison.illustrative()) {
            page.line(colours.strong(wording.sentence(Editions.INVENTED)));
        }
        page.line("");
        String headline = compared.headline();
        page.text(
                0,
                wording.sentence(
                        "%s.", headline.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + headline.substring(1)));
        if (!comparison.baseFlips().isEmpty()) {
            page.text(0, compared.baseHeadline());
        }
        if (!comparison.flips().isEmpty() && compared.tellsApprovals()) {
            int missing = compared.missing().size();
            page.text(
                    0,
                    wording.sentence(
                            "%s of %s flips approved, %s not.",
                            comparison.flips().size() - missing,
                            comparison.flips().size(),
                            missing));
        }
    }

    private void matrix() {
        StringBuilder heading = new StringBuilder(Columns.left(wording.sentence("from \\ to"), VERDICT + 2));
        for (Verdict to : Verdict.values()) {
            heading.append(Columns.right(compared.verdict(to), CELL));
        }
        page.section(colours.strong(heading.toString()));
        for (Verdict from : Verdict.values()) {
            StringBuilder row =
                    new StringBuilder(colours.paint(from, Columns.left(compared.verdict(from), VERDICT + 2)));
            Map<Verdict, Integer> counts = comparison.matrix().getOrDefault(from, Map.of());
            for (Verdict to : Verdict.values()) {
                String cell = Columns.right(String.valueOf(counts.getOrDefault(to, 0)), CELL);
                row.append(
                        from == to || cell.isBlank()
                                ? cell
                                : cell.endsWith(" 0") ? colours.faint(cell) : colours.strong(cell));
            }
            page.line(row.toString());
        }
    }

    private void edits() {
        page.section(colours.strong(wording.sentence("Edits")));
        if (comparison.edits().isEmpty()) {
            page.line("  " + wording.sentence("none that may bear on a result"));
        }
        for (UndoableEdit edit : comparison.edits()) {
            String label = Columns.left(ComparisonView.id(edit.number()), 4) + " ";
            for (Change change : edit.changes()) {
                change(label, change);
                label = "     ";
            }
            Columns.wrap(compared.bearing(edit), page.width() - 5)
                    .forEach(line -> page.line(colours.faint("     " + line)));
        }
        if (!comparison.assumptions().isEmpty()) {
            page.section(colours.strong(wording.sentence("Assumptions that changed, for base cases alone")));
            comparison.assumptions().forEach(change -> change("  ", change));
        }
        words();
    }

    private void words() {
        List<Change> words = comparison.words();
        if (words.isEmpty()) {
            return;
        }
        page.section(colours.strong(wording.sentence("By themselves without effect")));
        int most = all ? words.size() : 3;
        words.stream().limit(most).forEach(word -> page.text(2, text(word)));
        if (words.size() > most) {
            page.line("  " + wording.sentence("and %s more (--all lists them)", words.size() - most));
        }
    }

    private void change(String label, Change change) {
        String before = change.before();
        String after = change.after();
        page.hanging(colours.strong(label), text(change));
        if (before != null && after != null && Columns.width(before + after) <= page.width() - 10) {
            page.hanging("     ", before + " → " + after);
            return;
        }
        side("     - ", before, false);
        side("     + ", after, true);
    }

    private String text(Change change) {
        return wording.sentence("%s, %s", wording.say(change.what()), compared.place(change.place()));
    }

    private void side(String sign, @Nullable String text, boolean added) {
        if (text != null) {
            page.hanging(added ? colours.good(sign) : colours.bad(sign), text);
        }
    }

    private void flips() {
        compared.flipsByCause().forEach((causes, flips) -> {
            String cause = causes.isEmpty() ? wording.sentence("Flips") : wording.sentence("Flips by %s", causes);
            String unproven = flips.stream().allMatch(AssessmentChange::proven)
                    ? ""
                    : wording.sentence(" (%s)", wording.sentence("perhaps by fewer: not all sets were tried"));
            page.line("");
            Columns.wrap(cause + unproven, page.width()).forEach(line -> page.line(colours.strong(line)));
            flips.forEach(this::shift);
        });
    }

    private void baseFlips() {
        if (comparison.baseFlips().isEmpty()) {
            return;
        }
        page.section(colours.strong(wording.sentence("Base cases whose verdict flips")));
        for (AssessmentChange flip : comparison.baseFlips()) {
            Verdict was = ComparisonView.base(flip.before()).verdict();
            Verdict is = ComparisonView.base(flip.after()).verdict();
            page.line("  "
                    + Columns.left(
                            flip.after().projectName()
                                    + wording.sentence(", ")
                                    + flip.after().cityName(),
                            name)
                    + "  " + colours.paint(was, compared.verdict(was)) + " → "
                    + colours.paint(is, compared.verdict(is)));
            page.text(4, compared.baseDifferences(flip));
        }
    }

    private void shift(AssessmentChange shift) {
        Assessment before = shift.before();
        Assessment after = shift.after();
        String verdict = shift.isFlip()
                ? colours.paint(before.verdict(), compared.verdict(before.verdict())) + " → "
                        + colours.paint(after.verdict(), compared.verdict(after.verdict()))
                : colours.paint(after.verdict(), compared.verdict(after.verdict()));
        String approved =
                shift.isFlip() && compared.approvals().cover(shift) ? "  " + wording.sentence("approved") : "";
        page.line("  "
                + colours.strong(Columns.left(after.projectName() + wording.sentence(", ") + after.cityName(), name))
                + "  " + verdict + approved);
        page.text(4, String.join(wording.sentence("; "), compared.differences(before, after)));
    }

    private void moves() {
        if (comparison.moves().isEmpty()) {
            return;
        }
        page.section(colours.strong(wording.sentence("Moved without a flip")));
        if (!all) {
            page.line("  "
                    + wording.sentence(
                            "%s (--all lists them)",
                            wording.say(Message.count(
                                    comparison.moves().size(), "no assessments", "1 assessment", "%s assessments"))));
            return;
        }
        for (AssessmentChange move : comparison.moves()) {
            shift(move);
            if (!move.causes().isEmpty()) {
                Columns.wrap(wording.sentence("by %s", compared.causes(move, wording.sentence(", "))), page.width() - 4)
                        .forEach(line -> page.line(colours.faint("    " + line)));
            }
        }
    }

    private void others(String heading, List<Assessment> assessments) {
        if (assessments.isEmpty()) {
            return;
        }
        page.section(colours.strong(wording.sentence(heading)));
        int most = all ? assessments.size() : 10;
        assessments.stream()
                .limit(most)
                .forEach(one ->
                        page.line("  " + Columns.left(one.projectName() + wording.sentence(", ") + one.cityName(), name)
                                + "  " + colours.paint(one.verdict(), compared.verdict(one.verdict()))));
        if (assessments.size() > most) {
            page.line("  " + wording.sentence("and %s more (--all lists them)", assessments.size() - most));
        }
    }

    private void foot() {
        page.line("");
        page.line(colours.faint(wording.sentence("old: ")
                + Editions.digests(comparison.old().pack(), comparison.old().universe(), wording)));
        page.line(colours.faint(wording.sentence("new: ")
                + Editions.digests(
                        comparison.recent().pack(), comparison.recent().universe(), wording)));
    }
}
