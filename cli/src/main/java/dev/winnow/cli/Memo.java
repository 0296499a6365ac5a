package dev.winnow.cli;

import dev.winnow.model.Assessment;
import dev.winnow.model.ChainAction;
import dev.winnow.model.CriterionScore;
import dev.winnow.model.Effect;
import dev.winnow.model.Finding;
import dev.winnow.model.Screening;
import dev.winnow.model.Side;
import dev.winnow.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One assessment as a memo of 80 columns: what is advised, why to the last point, and what is to be found out. */
final class Memo {

    private static final int CELLS = 20;
    private static final int RANGE = 12;
    private static final int LABEL = 30;

    private final Screening screening;
    private final Assessment assessment;
    private final Colours colours;
    private final Page page = new Page();

    private Memo(Screening screening, Assessment assessment, Colours colours) {
        this.screening = screening;
        this.assessment = assessment;
        this.colours = colours;
    }

    /**
     * The memo on one assessment, each line ended.
     *
     * @param screening all that was screened, which ranks are among
     */
    static String of(Screening screening, Assessment assessment, Colours colours) {
        return of(screening, assessment, colours, page -> {});
    }

    /**
     * The memo on one assessment, each line ended.
     *
     * @param screening all that was screened, which ranks are among
     * @param more writes what else there is to say, before the foot
     */
    static String of(Screening screening, Assessment assessment, Colours colours, Consumer<Page> more) {
        Memo writer = new Memo(screening, assessment, colours);
        writer.head();
        writer.verdict();
        writer.stops();
        writer.scores();
        writer.findings();
        writer.remarks();
        Unknowns.write(assessment, writer.page, colours);
        more.accept(writer.page);
        writer.foot();
        return writer.page.toString();
    }

    private void head() {
        String title = assessment.projectName() + " in " + assessment.cityName();
        Columns.wrap(title, Columns.PAGE).forEach(text -> page.line(colours.strong(text)));
        page.line(colours.faint("═".repeat(Columns.PAGE)));
        if (screening.illustrative()) {
            page.line(colours.strong(Editions.INVENTED));
        } else if (assessment.illustrative()) {
            page.line(colours.strong("ILLUSTRATIVE: this project is invented."));
        }
        page.text(0, Editions.title(screening) + ", as of " + assessment.asOf());
    }

    private void verdict() {
        page.line("");
        String verdict = assessment.verdict().name();
        String because = verdict + " because " + assessment.because().words() + ".";
        page.line(colours.strong(colours.paint(assessment.verdict(), because)));
        Span score = assessment.score();
        String reach = score.low().compareTo(score.high()) == 0
                ? "It scores " + Numbers.down(score.low(), 2) + " of 100"
                : "It scores at least " + Numbers.down(score.low(), 2) + " and at most " + Numbers.down(score.high(), 2)
                        + " of 100";
        page.text(
                0,
                reach + "; what the " + assessment.binds().words() + " gains holds it down. "
                        + Numbers.percent(assessment.known()) + " of what counts is known. It ranks "
                        + assessment.rank() + " of " + rivals() + " in " + assessment.cityName() + " that day.");
    }

    private long rivals() {
        return screening.assessments().stream()
                .filter(other ->
                        other.city().equals(assessment.city()) && other.asOf().equals(assessment.asOf()))
                .count();
    }

    private void stops() {
        List<Finding> stops = findings(Effect.KNOCK_OUT, Effect.RED_FLAG);
        if (stops.isEmpty()) {
            return;
        }
        page.section(colours.strong("What stands in the way"));
        for (Finding stop : stops) {
            String label = stop.effect().words();
            FindingItem.write(page, colours.bad(Columns.left(label, FindingItem.LABEL)), stop);
        }
    }

    private void scores() {
        page.section(colours.strong("Scores"));
        for (Side side : List.of(Side.CITY, Side.PROJECT)) {
            Span span = Objects.requireNonNull(assessment.sides().get(side));
            page.line(colours.strong(Columns.left("What the " + side.words() + " gains", LABEL))
                    + bar(span, colours.paint(assessment.verdict(), Bars.draw(span, CELLS))));
            for (CriterionScore criterion : assessment.criteria()) {
                if (criterion.side() == side) {
                    page.line(Columns.left("  " + criterion.title(), LABEL)
                            + bar(criterion.span(), Bars.draw(criterion.span(), CELLS))
                            + "  weight " + Numbers.near(criterion.weight(), 2));
                }
            }
        }
    }

    private static String bar(Span span, String drawn) {
        return drawn + "  " + Columns.left(Numbers.range(span, 2), RANGE);
    }

    private void findings() {
        List<Finding> counted = findings(Effect.AWARD, Effect.CAP);
        if (counted.isEmpty()) {
            page.section(colours.strong("What is certain"));
            page.text(2, "No rule that awards points holds for certain.");
            return;
        }
        page.section(colours.strong("What is certain, and what it adds to its side"));
        Map<String, List<Finding>> groups = new LinkedHashMap<>();
        assessment.criteria().forEach(criterion -> groups.put(criterion.id(), new ArrayList<>()));
        counted.forEach(finding -> groups.computeIfAbsent(finding.criterion(), id -> new ArrayList<>())
                .add(finding));
        groups.forEach((criterion, group) -> {
            if (!group.isEmpty()) {
                page.line("  " + colours.strong(Columns.cut(Unknowns.title(assessment, criterion), Columns.PAGE - 2)));
                group.forEach(finding -> FindingItem.write(page, amount(finding), finding));
            }
        });
    }

    private String amount(Finding finding) {
        int sign = finding.contribution().signum();
        String number = (sign > 0 ? "+" : "") + Numbers.near(finding.contribution(), 2);
        String amount = Columns.right(number, FindingItem.LABEL - 2) + "  ";
        return sign > 0 ? colours.good(amount) : sign < 0 ? colours.bad(amount) : colours.faint(amount);
    }

    private void remarks() {
        List<Finding> notes = findings(Effect.NOTE, Effect.SUGGEST);
        List<ChainAction> actions = assessment.chainActions();
        if (notes.isEmpty() && actions.isEmpty() && assessment.district() == null) {
            return;
        }
        page.section(colours.strong("Besides"));
        if (!actions.isEmpty()) {
            page.hanging(
                    "  " + Columns.left("chain", FindingItem.LABEL),
                    "The project would "
                            + actions.stream().map(ChainAction::words).collect(Collectors.joining(" and "))
                            + " the city’s chain.");
        }
        if (assessment.district() != null) {
            int rules = Why.advice(assessment).size();
            page.hanging(
                    "  " + Columns.left("district", FindingItem.LABEL),
                    assessment.district()
                            + (rules > 1 ? "; of " + rules + " rules that advise one, the first by id decides" : ""));
        }
        notes.forEach(note -> FindingItem.write(
                page, Columns.left(note.effect() == Effect.SUGGEST ? "advice" : "note", FindingItem.LABEL), note));
    }

    private void foot() {
        page.line("");
        Editions.foot(screening).forEach(text -> page.line(colours.faint(text)));
    }

    private List<Finding> findings(Effect first, Effect second) {
        return assessment.findings().stream()
                .filter(finding -> finding.effect() == first || finding.effect() == second)
                .toList();
    }
}
