package dev.winnow.report.text;

import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Effect.Bearing;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.Bars;
import dev.winnow.report.layout.Colours;
import dev.winnow.report.layout.Columns;
import dev.winnow.report.layout.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Writes one assessment as a memo: the verdict, every reason with its points, and the facts to find out. */
public final class Memo {

    /** The width beyond which prose gets no wider. */
    public static final int MOST = 100;

    private static final int CELLS = 20;
    private static final int RANGE = 12;
    private static final int LABEL = 30;

    /** The columns of the label of an open knock-out or red flag. */
    private static final int OPEN = 18;

    private final Screening screening;
    private final Explanation explanation;
    private final Assessment assessment;
    private final Colours colours;
    private final Wording wording;
    private final FactWords facts;
    private final Page page;
    private final int cells;
    private final int label;
    private final FindingItem item;

    private Memo(Screening screening, Explanation explanation, Colours colours, Wording wording, int width) {
        int less = Math.max(0, Columns.PAGE - width);
        this.page = new Page(width);
        this.cells = CELLS - less * 2 / 5;
        this.label = LABEL - less / 2;
        this.screening = screening;
        this.explanation = explanation;
        this.assessment = explanation.assessment();
        this.colours = colours;
        this.wording = wording;
        this.facts = new FactWords(wording, screening.names());
        this.item = new FindingItem(page, wording, facts);
    }

    /**
     * The memo on one assessment, each line ended.
     *
     * @param screening the whole screening, among which ranks are counted
     */
    public static String of(Screening screening, Explanation explanation, Colours colours, Wording wording) {
        return of(screening, explanation, colours, wording, Columns.PAGE, page -> {});
    }

    /**
     * The memo on one assessment, each line ended.
     *
     * @param screening the whole screening, among which ranks are counted
     * @param width how many columns it may take, at least 60
     * @param more writes what else there is to say, before the foot
     */
    public static String of(
            Screening screening,
            Explanation explanation,
            Colours colours,
            Wording wording,
            int width,
            Consumer<Page> more) {
        Memo writer = new Memo(screening, explanation, colours, wording, width);
        writer.head();
        writer.verdict();
        writer.stops();
        writer.scores();
        writer.findings();
        writer.remarks();
        new Unknowns(
                        explanation,
                        writer.page,
                        colours,
                        wording,
                        writer.facts,
                        new QuestionWords(wording, screening.names()))
                .write();
        new BaseCaseText(wording, writer.facts).write(explanation, writer.page, colours);
        more.accept(writer.page);
        writer.foot();
        return writer.page.toString();
    }

    private void head() {
        String title = wording.sentence("%s in %s", assessment.projectName(), assessment.cityName());
        Columns.wrap(title, page.width()).forEach(text -> page.line(colours.strong(text)));
        page.line(colours.faint("═".repeat(page.width())));
        if (screening.illustrative()) {
            page.line(colours.strong(wording.sentence(Editions.INVENTED)));
        } else if (assessment.illustrative()) {
            page.line(colours.strong(wording.sentence("ILLUSTRATIVE: this project is invented.")));
        }
        page.text(0, Editions.title(screening, assessment.asOf(), wording));
    }

    private void verdict() {
        page.line("");
        String because = wording.sentence(
                "%s because %s.",
                wording.say("verdict." + assessment.verdict()), wording.say("because." + assessment.because()));
        Columns.wrap(because, page.width())
                .forEach(text -> page.line(colours.strong(colours.paint(assessment.verdict(), text))));
        page.text(0, PossibleText.of(assessment, wording));
        ScoreInterval score = assessment.score();
        String low = Numbers.down(score.low(), 2);
        String reach = score.low().compareTo(score.high()) == 0
                ? wording.sentence("It scores %s of 100", low)
                : wording.sentence("It scores between %s and %s of 100", low, Numbers.down(score.high(), 2));
        page.text(
                0,
                wording.sentence(
                        "%s, limited by the %s’s benefit. %s of what counts is known. It ranks %s of %s in %s that"
                                + " day.",
                        reach,
                        wording.say("side." + assessment.binds()),
                        Numbers.percent(assessment.known(), wording),
                        assessment.rank(),
                        rivals(),
                        assessment.cityName()));
    }

    private long rivals() {
        return screening.assessments().stream()
                .filter(other ->
                        other.city().equals(assessment.city()) && other.asOf().equals(assessment.asOf()))
                .count();
    }

    private void stops() {
        List<Finding> stops = findings(Bearing.VERDICT);
        List<Undetermined> open = PossibleText.openStops(explanation);
        if (stops.isEmpty() && open.isEmpty()) {
            return;
        }
        page.section(colours.strong(
                explanation.conditions().isEmpty()
                        ? wording.sentence("What stands in the way")
                        : wording.say("stops.conditions")));
        for (Finding stop : stops) {
            String label = wording.say("effect." + stop.effect());
            item.write(colours.bad(Columns.left(label, FindingItem.LABEL)), stop);
        }
        for (Undetermined stop : open) {
            String label = wording.say("stops.open." + stop.effect());
            page.hanging("  " + Columns.left(label, OPEN), Columns.unstopped(stop.title()));
        }
    }

    private void scores() {
        page.section(colours.strong(wording.sentence("Scores")));
        for (Side side : List.of(Side.CITY, Side.PROJECT)) {
            ScoreInterval span = Objects.requireNonNull(assessment.sides().get(side));
            page.line(colours.strong(
                            Columns.left(wording.sentence("Benefit to the %s", wording.say("side." + side)), label))
                    + bar(span, colours.paint(assessment.verdict(), Bars.draw(span, cells))));
            for (CriterionScore criterion : explanation.criteria()) {
                if (criterion.side() == side) {
                    page.line(Columns.left("  " + criterion.title(), label)
                            + bar(criterion.span(), Bars.draw(criterion.span(), cells))
                            + "  " + wording.sentence("weight %s", Numbers.near(criterion.weight(), 2)));
                }
            }
        }
    }

    private static String bar(ScoreInterval span, String drawn) {
        return drawn + "  " + Columns.left(Numbers.range(span, 2), RANGE);
    }

    private void findings() {
        List<Finding> counted = findings(Bearing.SCORE);
        if (counted.isEmpty()) {
            page.section(colours.strong(wording.sentence("What is certain")));
            page.text(2, wording.sentence("No points are certain yet."));
            return;
        }
        page.section(colours.strong(wording.sentence("What is certain, and the points it adds")));
        Map<String, List<Finding>> groups = new LinkedHashMap<>();
        explanation.criteria().forEach(criterion -> groups.put(criterion.id(), new ArrayList<>()));
        counted.forEach(finding -> groups.computeIfAbsent(finding.criterion(), id -> new ArrayList<>())
                .add(finding));
        groups.forEach((criterion, group) -> {
            if (!group.isEmpty()) {
                page.line("  " + colours.strong(Columns.cut(Unknowns.title(explanation, criterion), page.width() - 2)));
                group.forEach(finding -> item.write(amount(finding), finding));
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
        List<Finding> notes = findings(Bearing.NOTHING);
        List<ChainAction> actions = assessment.chainActions();
        if (notes.isEmpty() && actions.isEmpty() && assessment.district() == null) {
            return;
        }
        page.section(colours.strong(wording.sentence("Besides")));
        if (!actions.isEmpty()) {
            page.hanging(
                    "  " + Columns.left(wording.sentence("chain"), FindingItem.LABEL),
                    wording.sentence(
                            "The project would %s the city’s chain.",
                            actions.stream()
                                    .map(action -> wording.sentence(action.words()))
                                    .collect(Collectors.joining(wording.sentence(" and ")))));
        }
        if (assessment.district() != null) {
            int rules = VerdictLine.advice(explanation).size();
            String district = Names.inLanguage(wording.language(), assessment.district());
            page.hanging(
                    "  " + Columns.left(wording.sentence("district"), FindingItem.LABEL),
                    rules > 1
                            ? wording.sentence(
                                    "%s; of %s rules that advise one, the first by id decides", district, rules)
                            : district);
        }
        notes.forEach(note -> item.write(
                Columns.left(wording.sentence(note.effect() == Effect.SUGGEST ? "advice" : "note"), FindingItem.LABEL),
                note));
    }

    private void foot() {
        page.line("");
        Editions.foot(screening, wording)
                .forEach(text -> Columns.wrap(text, page.width()).forEach(line -> page.line(colours.faint(line))));
    }

    private List<Finding> findings(Bearing bearing) {
        return explanation.findings().stream()
                .filter(finding -> finding.effect().bearing() == bearing)
                .toList();
    }
}
