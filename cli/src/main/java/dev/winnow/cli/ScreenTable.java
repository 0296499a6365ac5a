package dev.winnow.cli;

import dev.winnow.model.Assessment;
import dev.winnow.model.Because;
import dev.winnow.model.Effect;
import dev.winnow.model.Finding;
import dev.winnow.model.Question;
import dev.winnow.model.Screening;
import dev.winnow.model.Verdict;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A screening as a ranked table of 80 columns, a block for each city and day. */
final class ScreenTable {

    private static final int NAME = 30;
    private static final int VERDICT = 9;
    private static final int CELLS = 14;
    private static final int RANGE = 7;
    private static final int KNOWN = 5;
    private static final String INDENT = "     ";

    private final Colours colours;
    private final Page page = new Page();

    private ScreenTable(Colours colours) {
        this.colours = colours;
    }

    /** The whole table, each line ended. */
    static String of(Screening screening, Colours colours) {
        ScreenTable writer = new ScreenTable(colours);
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
        reason(invented, assessment);
        if (verdict == Verdict.HOLD) {
            ask(assessment);
        }
    }

    /** What made the verdict or, where the score did, what speaks for the project most. */
    private void reason(String start, Assessment assessment) {
        Because because = assessment.because();
        String said = sentence(because);
        switch (because) {
            case KNOCK_OUT -> detail(start + said + held(assessment, Effect.KNOCK_OUT), "");
            case RED_FLAG -> detail(start + said + held(assessment, Effect.RED_FLAG), "");
            case KNOCK_OUT_OPEN -> detail(start + said + open(assessment), "");
            case CLEAR, TOO_LOW -> forIt(start + said + ". ", assessment);
            case FACTS_MISSING, BETWEEN -> forIt(start, assessment);
        }
    }

    private void forIt(String start, Assessment assessment) {
        strongest(assessment)
                .ifPresentOrElse(
                        best -> detail(start + best.reason(), " (+" + Numbers.near(best.contribution(), 1) + ")"),
                        () -> detail(start + "Nothing that is certain speaks for it", ""));
    }

    private void ask(Assessment assessment) {
        Because because = assessment.because();
        boolean saidAbove = because == Because.RED_FLAG || because == Because.KNOCK_OUT_OPEN;
        if (assessment.questions().isEmpty()) {
            if (!saidAbove) {
                detail(sentence(because), "");
            }
            return;
        }
        Question question = assessment.questions().get(0);
        String stake =
                question.knockOut() ? " (decides a knock-out)" : " (" + Numbers.points(question.points(), 0) + ")";
        String said = because == Because.BETWEEN ? sentence(because) + ". " : "";
        String find = because == Because.FACTS_MISSING ? "Facts missing: " : said + "Find out: ";
        detail(find + FactNames.words(question.fact()), stake);
    }

    private static String held(Assessment assessment, Effect effect) {
        return assessment.findings().stream()
                .filter(finding -> finding.effect() == effect)
                .map(finding -> ". " + finding.reason())
                .findFirst()
                .orElse("");
    }

    private static String open(Assessment assessment) {
        return assessment.undetermined().stream()
                .filter(open -> open.effect() == Effect.KNOCK_OUT)
                .map(open -> ": " + Columns.unstopped(open.title()))
                .findFirst()
                .orElse("");
    }

    /** {@code Facts are missing}. */
    private static String sentence(Because because) {
        String words = because.words();
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Optional<Finding> strongest(Assessment assessment) {
        return assessment.findings().stream()
                .filter(finding -> finding.effect() == Effect.AWARD
                        && finding.contribution().signum() > 0)
                .max(Comparator.comparing(Finding::contribution)
                        .thenComparing(Finding::rule, Comparator.reverseOrder()));
    }

    /** One line below a candidate, of which the end stays whatever must be cut. */
    private void detail(String text, String end) {
        int width = Columns.PAGE - INDENT.length() - Columns.width(end);
        page.line(INDENT + Columns.cut(text, width) + end);
    }
}
