package dev.winnow.report.text;

import dev.winnow.analysis.overview.Grouping;
import dev.winnow.engine.Screener;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Verdict;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.Bars;
import dev.winnow.report.layout.Colours;
import dev.winnow.report.layout.Columns;
import dev.winnow.report.layout.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes a screening as a ranked table, a block for each city and day. */
public final class ScreenTable {

    private static final int VERDICT = 9;

    /** What a line has beside the name and the cells of the bar. */
    private static final int REST = 35;

    /** The width beyond which lines get no wider. */
    public static final int MOST = 140;

    private static final int RANGE = 7;
    private static final int KNOWN = 5;
    private static final String INDENT = "     ";

    private final Grouping grouping;
    private final Colours colours;
    private final Wording wording;
    private final FactWords facts;
    private final Function<Assessment, String> sure;
    private final Page page;
    private final int cells;
    private final int name;

    private ScreenTable(
            Grouping grouping,
            Colours colours,
            Wording wording,
            FactWords facts,
            Function<Assessment, String> sure,
            int width) {
        this.grouping = grouping;
        this.page = new Page(width);
        this.cells = Bars.cells(width);
        this.name = width - REST - cells - 1;
        this.colours = colours;
        this.wording = wording;
        this.facts = facts;
        this.sure = sure;
    }

    /** The candidates of one city, or of one project, and day, below each other. */
    private record Block(Assessment first, Page rows) {

        boolean takes(Assessment other, Grouping grouping) {
            boolean same = grouping == Grouping.CITY
                    ? first.city().equals(other.city())
                    : first.project().equals(other.project());
            return same && first.asOf().equals(other.asOf());
        }
    }

    /** The whole table, each line ended. */
    public static String of(Screening screening, List<Explanation> pairs, Colours colours, Wording wording) {
        return of(screening, pairs.stream(), Grouping.CITY, colours, wording, Columns.PAGE, first -> "");
    }

    /**
     * The whole table, each line ended.
     *
     * @param pairs what explains its assessments, {@linkplain #ordered in the order} in which they are listed
     * @param grouping whether the projects of each city are listed, or the cities of each project, best first
     * @param width how many columns it may take, at least 60
     * @param sure describes the robustness of the ranking of an assessment; empty for nothing to say
     */
    public static String of(
            Screening screening,
            Stream<Explanation> pairs,
            Grouping grouping,
            Colours colours,
            Wording wording,
            int width,
            Function<Assessment, String> sure) {
        FactWords facts = new FactWords(wording, screening.names());
        ScreenTable writer = new ScreenTable(grouping, colours, wording, facts, sure, width);
        writer.screening(screening, pairs);
        return writer.page.toString();
    }

    private void screening(Screening screening, Stream<Explanation> pairs) {
        boolean dated = Editions.days(screening).size() > 1;
        Editions.head(screening, page, colours, wording);
        if (screening.assessments().isEmpty()) {
            page.line("");
            page.line(wording.sentence("Nothing to screen: there is no candidate, or no city."));
        }
        // Robustness takes longest and is computed in the background, so it is requested last.
        List<Block> blocks = new ArrayList<>();
        for (Explanation explanation : (Iterable<Explanation>) pairs::iterator) {
            Assessment assessment = explanation.assessment();
            if (blocks.isEmpty() || !blocks.get(blocks.size() - 1).takes(assessment, grouping)) {
                blocks.add(new Block(assessment, new Page(page.width())));
            }
            candidate(
                    explanation,
                    screening.illustrative(),
                    blocks.get(blocks.size() - 1).rows());
        }
        for (Block block : blocks) {
            page.line("");
            heading(block.first(), dated);
            page.page(block.rows());
        }
        page.line("");
        Editions.foot(screening, wording)
                .forEach(text -> Columns.wrap(text, page.width()).forEach(line -> page.line(colours.faint(line))));
    }

    /** The assessments of a screening in the order in which they are listed. */
    public static List<Assessment> ordered(Screening screening, Grouping grouping) {
        return grouping == Grouping.CITY
                ? screening.assessments()
                : screening.assessments().stream()
                        .sorted(Comparator.comparing(Assessment::project).thenComparing(Screener.BEST_FIRST))
                        .toList();
    }

    private void heading(Assessment first, boolean dated) {
        String heads = grouping == Grouping.CITY ? first.cityName() : first.projectName();
        String city = dated ? wording.sentence("%s, as of %s", heads, wording.day(first.asOf())) : heads;
        String score = Bars.axis(wording.sentence("score"), cells);
        page.line(colours.strong(Columns.left(city, INDENT.length() + name + VERDICT + 3))
                + colours.faint(" " + score + "  " + Columns.right(wording.sentence("points"), RANGE) + "  "
                        + Columns.right(wording.sentence("known"), KNOWN)));
        String robustness = grouping == Grouping.CITY ? sure.apply(first) : "";
        if (!robustness.isEmpty()) {
            page.text(INDENT.length(), robustness);
        }
    }

    private void candidate(Explanation explanation, boolean allInvented, Page rows) {
        Assessment assessment = explanation.assessment();
        Verdict verdict = assessment.verdict();
        rows.line(Columns.right(String.valueOf(assessment.rank()), 3)
                + "  "
                + colours.strong(Columns.left(
                        Columns.name(
                                grouping == Grouping.CITY ? assessment.projectName() : assessment.cityName(), name),
                        name))
                + "  "
                + colours.paint(verdict, Columns.left(wording.say("verdict." + verdict), VERDICT))
                + " "
                + colours.paint(verdict, Bars.draw(assessment.score(), cells))
                + "  "
                + Columns.right(Numbers.range(assessment.score(), 0), RANGE)
                + "  "
                + Columns.right(Numbers.percent(assessment.known(), wording), KNOWN));
        String invented = assessment.illustrative() && !allInvented ? wording.sentence("Invented. ") : "";
        detail(rows, invented, VerdictLine.of(explanation, wording));
        VerdictLine question = verdict == Verdict.HOLD || !assessment.isSettled()
                ? VerdictLine.question(explanation, wording, facts)
                : null;
        if (question != null) {
            detail(rows, "", question);
        }
        BaseCase base = assessment.base();
        if (base != null && base.verdict() != verdict) {
            detail(rows, "", VerdictLine.base(base, wording));
        }
        VerdictLine district = verdict == Verdict.DECLINE ? null : VerdictLine.district(explanation, wording);
        if (district != null) {
            detail(rows, "", district);
        }
    }

    /** What stands below a candidate. */
    private static void detail(Page rows, String start, VerdictLine verdictLine) {
        rows.text(INDENT.length(), start + verdictLine.whole());
    }
}
