package dev.winnow.report.markdown;

import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Effect.Bearing;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Verdict;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.text.BaseCaseText;
import dev.winnow.report.text.PossibleText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes a screening as Markdown for a committee: for each city a table of all candidates, and for the first ones their
 * strengths and the questions to ask.
 */
public final class MarkdownRanking {

    /** The most rows of a table; the others are counted. */
    private static final int MOST = 100;

    /** How many candidates of a city are described in words. */
    private static final int TOP = 3;

    private final ScreeningSession session;
    private final Wording wording;
    private final FactWords factWords;
    private final QuestionWords asked;
    private final Function<Assessment, String> sure;
    private final MarkdownText text = new MarkdownText();

    private MarkdownRanking(
            ScreeningSession session, Wording wording, FactWords factWords, Function<Assessment, String> sure) {
        this.session = session;
        this.wording = wording;
        this.factWords = factWords;
        this.asked = new QuestionWords(wording, factWords.names());
        this.sure = sure;
    }

    /**
     * The text, each line ended.
     *
     * @param factWords gives facts such as {@code project.fundingNeed} in words
     * @param sure describes the robustness of the ranking of an assessment
     */
    public static String of(
            ScreeningResult result, Wording wording, FactWords factWords, Function<Assessment, String> sure) {
        Screening screening = result.asked();
        MarkdownRanking ranking = new MarkdownRanking(result.session(), wording, factWords, sure);
        ranking.head(screening);
        Map<String, List<Assessment>> blocks = screening.assessments().stream()
                .collect(Collectors.groupingBy(
                        one -> one.city() + " " + one.asOf(), LinkedHashMap::new, Collectors.toList()));
        blocks.values().forEach(ranking::city);
        MarkdownMemo.foot(screening.pack(), screening.universe(), wording, ranking.text);
        return ranking.text.toString();
    }

    private static String escaped(String text) {
        return MarkdownText.escaped(text);
    }

    private void head(Screening screening) {
        text.heading(
                1,
                wording.say(
                        "sheet.title.screening", escaped(screening.universe().name())));
        if (screening.illustrative()) {
            text.paragraph("**" + wording.say("sheet.about.invented") + "**");
        }
        text.paragraph(summary(screening.assessments(), wording));
    }

    /** How many were judged, and with what verdict. */
    static String summary(List<Assessment> all, Wording wording) {
        Map<Verdict, Long> counts =
                all.stream().collect(Collectors.groupingBy(Assessment::verdict, Collectors.counting()));
        return wording.say(
                "screen.summary",
                all.size(),
                counts.getOrDefault(Verdict.RECOMMEND, 0L),
                counts.getOrDefault(Verdict.HOLD, 0L),
                counts.getOrDefault(Verdict.DECLINE, 0L));
    }

    private void city(List<Assessment> ranked) {
        Assessment first = ranked.get(0);
        text.heading(2, wording.say("memo.city", escaped(first.cityName()), wording.day(first.asOf())));
        text.head(
                List.of(
                        wording.say("sheet.column.rank"),
                        wording.say("sheet.column.projectName"),
                        wording.say("sheet.column.verdict"),
                        wording.say("memo.points"),
                        wording.say("sheet.column.known"),
                        wording.say("sheet.column.because")),
                "n--nn-");
        ranked.stream().limit(MOST).forEach(this::row);
        text.line("");
        if (ranked.size() > MOST) {
            text.paragraph(wording.say("memo.more", ranked.size() - MOST));
        }
        text.paragraph(escaped(sure.apply(first)));
        ranked.stream()
                .filter(one -> one.verdict() != Verdict.DECLINE)
                .limit(TOP)
                .forEach(this::candidate);
    }

    private void row(Assessment one) {
        text.row(List.of(
                String.valueOf(one.rank()),
                escaped(one.projectName())
                        + (one.illustrative() ? " (" + wording.say("sheet.column.illustrative") + ")" : ""),
                wording.say("verdict." + one.verdict()),
                Numbers.range(one.score(), 0),
                MarkdownMemo.percent(one.known(), wording),
                wording.say("because." + one.because())));
    }

    private void candidate(Assessment one) {
        Explanation explanation = session.explain(one);
        text.heading(
                3,
                wording.say(
                        "memo.candidate",
                        one.rank(),
                        escaped(one.projectName()),
                        wording.say("verdict." + one.verdict())));
        text.paragraph(MarkdownMemo.together(wording, PossibleText.of(one, wording), MarkdownMemo.score(one, wording)));
        if (one.base() != null) {
            text.paragraph(escaped(new BaseCaseText(wording, factWords).verdict(one.base())));
        }
        explanation.findings().stream()
                .filter(finding -> finding.effect().bearing() == Bearing.VERDICT)
                .forEach(stop ->
                        text.line("- **" + wording.say("effect." + stop.effect()) + "** " + escaped(stop.reason())));
        PossibleText.openStops(explanation)
                .forEach(stop ->
                        text.line("- **" + wording.say("stops.open." + stop.effect()) + "** " + escaped(stop.title())));
        explanation.findings().stream()
                .filter(finding ->
                        finding.effect().hasPoints() && finding.contribution().signum() > 0)
                .limit(TOP)
                .forEach(award -> text.line("- **" + MarkdownMemo.signed(award) + "** " + escaped(award.reason())));
        text.line("");
        if (!explanation.questions().isEmpty()) {
            text.paragraph(wording.say("memo.ask"));
            int place = 1;
            for (List<Question> alike : MarkdownMemo.alike(explanation.questions(), factWords)) {
                if (place <= TOP) {
                    text.line(place + ". " + MarkdownMemo.question(alike, one, wording, asked));
                }
                place++;
            }
            text.line("");
        }
    }
}
