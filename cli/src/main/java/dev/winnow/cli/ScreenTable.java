package dev.winnow.cli;

import dev.winnow.model.Assessment;
import dev.winnow.model.Screening;
import dev.winnow.model.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** A screening as a ranked table of 80 columns, a block for each city and day. */
final class ScreenTable {

    private static final int NAME = 30;
    private static final int VERDICT = 9;
    private static final int CELLS = 14;
    private static final int RANGE = 7;
    private static final int KNOWN = 5;
    private static final String INDENT = "     ";

    private final Colours colours;
    private final Function<Assessment, String> sure;
    private final Page page = new Page();

    private ScreenTable(Colours colours, Function<Assessment, String> sure) {
        this.colours = colours;
        this.sure = sure;
    }

    /** The whole table, each line ended. */
    static String of(Screening screening, Colours colours) {
        return of(screening, colours, first -> "");
    }

    /**
     * The whole table, each line ended.
     *
     * @param sure how sure the ranking is that an assessment is in; empty for nothing to say
     */
    static String of(Screening screening, Colours colours, Function<Assessment, String> sure) {
        ScreenTable writer = new ScreenTable(colours, sure);
        writer.screening(screening);
        return writer.page.toString();
    }

    private void screening(Screening screening) {
        List<Assessment> assessments = screening.assessments();
        List<LocalDate> days =
                assessments.stream().map(Assessment::asOf).distinct().toList();
        title(screening, days);
        if (assessments.isEmpty()) {
            page.line("");
            page.line("Nothing to screen: there is no candidate, or no city.");
        }
        String block = "";
        for (Assessment assessment : assessments) {
            String next = assessment.city() + " " + assessment.asOf();
            if (!next.equals(block)) {
                page.line("");
                heading(assessment, days.size() > 1);
                block = next;
            }
            candidate(assessment, screening.illustrative());
        }
        page.line("");
        Editions.foot(screening).forEach(text -> page.line(colours.faint(text)));
    }

    private void title(Screening screening, List<LocalDate> days) {
        String when = days.size() == 1 ? ", as of " + days.get(0) : days.isEmpty() ? "" : ", as of each decision";
        for (String text : Columns.wrap(Editions.title(screening) + when, Columns.PAGE)) {
            page.line(colours.strong(text));
        }
        if (screening.illustrative()) {
            page.line(colours.strong(Editions.INVENTED));
        }
    }

    private void heading(Assessment first, boolean dated) {
        String city = first.cityName() + (dated ? ", as of " + first.asOf() : "");
        String score = "0" + " ".repeat((CELLS - 8) / 2) + "score" + " ".repeat((CELLS - 9) / 2) + "100";
        page.line(colours.strong(Columns.left(city, INDENT.length() + NAME + VERDICT + 3))
                + colours.faint(
                        " " + score + "  " + Columns.right("points", RANGE) + "  " + Columns.right("known", KNOWN)));
        String robustness = sure.apply(first);
        if (!robustness.isEmpty()) {
            page.text(INDENT.length(), robustness);
        }
    }

    private void candidate(Assessment assessment, boolean allInvented) {
        Verdict verdict = assessment.verdict();
        page.line(Columns.right(String.valueOf(assessment.rank()), 3)
                + "  "
                + colours.strong(Columns.left(assessment.projectName(), NAME))
                + "  "
                + colours.paint(verdict, Columns.left(verdict.name(), VERDICT))
                + " "
                + colours.paint(verdict, Bars.draw(assessment.score(), CELLS))
                + "  "
                + Columns.right(Numbers.range(assessment.score(), 0), RANGE)
                + "  "
                + Columns.right(Numbers.percent(assessment.known()), KNOWN));
        String invented = assessment.illustrative() && !allInvented ? "Invented. " : "";
        detail(invented, Why.of(assessment));
        Why question = verdict == Verdict.HOLD ? Why.question(assessment) : null;
        if (question != null) {
            detail("", question);
        }
        Why district = verdict == Verdict.DECLINE ? null : Why.district(assessment);
        if (district != null) {
            detail("", district);
        }
    }

    /** One line below a candidate. */
    private void detail(String start, Why why) {
        page.line(INDENT + why.fit(start, Columns.PAGE - INDENT.length()));
    }
}
