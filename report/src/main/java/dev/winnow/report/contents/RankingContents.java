package dev.winnow.report.contents;

import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Effect.Bearing;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Verdict;
import dev.winnow.report.document.Block;
import dev.winnow.report.document.Block.Item;
import dev.winnow.report.document.Block.Items;
import dev.winnow.report.document.Block.Mark;
import dev.winnow.report.document.Block.Paragraph;
import dev.winnow.report.document.Cell;
import dev.winnow.report.document.Document;
import dev.winnow.report.document.Section;
import dev.winnow.report.document.Table;
import dev.winnow.report.document.Table.Column;
import dev.winnow.report.document.Table.Kind;
import dev.winnow.report.document.Table.Row;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.text.BaseCaseText;
import dev.winnow.report.text.PossibleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The document of {@code screen}: for each city a table of all candidates, and for the first ones their strengths and the
 * questions to ask.
 */
public final class RankingContents {

    /** The most rows of a table; the others are counted. */
    private static final int MOST = 100;

    /** How many candidates of a city are described in words. */
    private static final int TOP = 3;

    private final ScreeningSession session;
    private final Wording wording;
    private final FactWords factWords;
    private final QuestionWords asked;
    private final Function<Assessment, String> sure;

    private RankingContents(
            ScreeningSession session, Wording wording, FactWords factWords, Function<Assessment, String> sure) {
        this.session = session;
        this.wording = wording;
        this.factWords = factWords;
        this.asked = new QuestionWords(wording, factWords.names());
        this.sure = sure;
    }

    /**
     * The document of a screening.
     *
     * @param factWords gives facts such as {@code project.fundingNeed} in words
     * @param sure describes the robustness of the ranking of an assessment
     */
    public static Document of(
            ScreeningResult result, Wording wording, FactWords factWords, Function<Assessment, String> sure) {
        Screening screening = result.asked();
        RankingContents ranking = new RankingContents(result.session(), wording, factWords, sure);
        String title = wording.say("sheet.title.screening", screening.universe().name());
        Map<String, List<Assessment>> cities = screening.assessments().stream()
                .collect(Collectors.groupingBy(
                        one -> one.city() + " " + one.asOf(), LinkedHashMap::new, Collectors.toList()));
        return new Document(
                title,
                title,
                List.of(new Paragraph(summary(screening.assessments(), wording))),
                cities.values().stream().map(ranking::city).toList(),
                List.of(wording.say("sheet.about.modeller")),
                Origins.of(
                        screening.pack(),
                        screening.universe(),
                        null,
                        screening.illustrative() ? wording.say("sheet.about.invented") : "",
                        wording),
                List.of(),
                null);
    }

    /** How many were judged, and with what verdict. */
    private static String summary(List<Assessment> all, Wording wording) {
        Map<Verdict, Long> counts =
                all.stream().collect(Collectors.groupingBy(Assessment::verdict, Collectors.counting()));
        return wording.say(
                "screen.summary",
                all.size(),
                counts.getOrDefault(Verdict.RECOMMEND, 0L),
                counts.getOrDefault(Verdict.HOLD, 0L),
                counts.getOrDefault(Verdict.DECLINE, 0L));
    }

    private Section city(List<Assessment> ranked) {
        Assessment first = ranked.get(0);
        List<Block> blocks = new ArrayList<>();
        blocks.add(table(ranked));
        if (ranked.size() > MOST) {
            blocks.add(new Paragraph(wording.say("memo.more", ranked.size() - MOST)));
        }
        String robust = sure.apply(first);
        if (!robust.isEmpty()) {
            blocks.add(new Paragraph(robust));
        }
        ranked.stream()
                .filter(one -> one.verdict() != Verdict.DECLINE)
                .limit(TOP)
                .forEach(one -> blocks.add(candidate(one)));
        return new Section(
                first.city() + "-" + first.asOf(),
                wording.say("memo.city", first.cityName(), wording.day(first.asOf())),
                blocks);
    }

    private Table table(List<Assessment> ranked) {
        return new Table(
                "ranking",
                "",
                List.of(
                        new Column(wording.say("sheet.column.rank"), Kind.PLACE),
                        new Column(wording.say("sheet.column.projectName"), Kind.TEXT),
                        new Column(wording.say("sheet.column.verdict"), Kind.TEXT),
                        new Column(wording.say("memo.points"), Kind.SCORE),
                        new Column(wording.say("sheet.column.known"), Kind.SHARE),
                        new Column(wording.say("sheet.column.because"), Kind.TEXT)),
                ranked.stream().limit(MOST).map(this::row).toList());
    }

    private Row row(Assessment one) {
        return new Row(
                Cells.of(one.rank(), wording),
                new Cell.Text(one.projectName()
                        + (one.illustrative() ? " (" + wording.say("sheet.column.illustrative") + ")" : "")),
                Cells.of(one.verdict(), wording),
                new Cell.Text(Numbers.range(one.score(), 0)),
                new Cell.Text(MemoContents.percent(one.known(), wording)),
                Cells.of(one.because(), wording));
    }

    private Section candidate(Assessment one) {
        Explanation explanation = session.explain(one);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(
                MemoContents.together(wording, PossibleText.of(one, wording), MemoContents.score(one, wording))));
        if (one.base() != null) {
            blocks.add(new Paragraph(new BaseCaseText(wording, factWords).verdict(one.base())));
        }
        List<Item> items = new ArrayList<>();
        explanation.findings().stream()
                .filter(finding -> finding.effect().bearing() == Bearing.VERDICT)
                .forEach(stop -> items.add(new Item(wording.say("effect." + stop.effect()), stop.reason(), List.of())));
        PossibleText.openStops(explanation)
                .forEach(stop ->
                        items.add(new Item(wording.say("stops.open." + stop.effect()), stop.title(), List.of())));
        explanation.findings().stream()
                .filter(finding ->
                        finding.effect().hasPoints() && finding.contribution().signum() > 0)
                .limit(TOP)
                .forEach(award -> items.add(new Item(MemoContents.signed(award), award.reason(), List.of())));
        blocks.add(new Items(Mark.DOT, items, ""));
        if (!explanation.questions().isEmpty()) {
            blocks.add(new Paragraph(wording.say("memo.ask")));
            blocks.add(new Items(
                    Mark.NUMBER,
                    MemoContents.alike(explanation.questions(), factWords).stream()
                            .limit(TOP)
                            .map(alike -> new Item(MemoContents.question(alike, one, wording, asked)))
                            .toList(),
                    ""));
        }
        return new Section(
                one.project() + "-" + one.city() + "-" + one.asOf(),
                wording.say("memo.candidate", one.rank(), one.projectName(), wording.say("verdict." + one.verdict())),
                blocks);
    }
}
