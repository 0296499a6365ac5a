package dev.winnow.report.internal.contents;

import dev.winnow.analysis.internal.overview.Grouping;
import dev.winnow.engine.Screener;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Effect.Bearing;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Verdict;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.sentences.AssessmentSummary;
import dev.winnow.report.internal.sentences.BaseCaseText;
import dev.winnow.report.internal.sentences.Editions;
import dev.winnow.report.internal.sentences.Origins;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The documents of {@code screen} that list candidates: a ranked table per city, with reasons and first questions. For
 * a committee, the first candidates are described as well, with their strengths and open questions.
 */
public final class RankingContents {

    /** Maximum number of rows per table of the document for a committee; the others are counted. */
    private static final int MOST = 100;

    /** Number of candidates described per city. */
    private static final int TOP = 3;

    private final Screening screening;
    private final Grouping grouping;
    private final boolean described;
    private final Wording wording;
    private final FactWords factWords;
    private final QuestionWords asked;
    private final Function<Assessment, String> sure;
    private final boolean dated;
    private final ScreeningTable.Listed listed;

    private RankingContents(
            Screening screening,
            Grouping grouping,
            boolean described,
            Wording wording,
            Function<Assessment, String> sure) {
        this.screening = screening;
        this.grouping = grouping;
        this.described = described;
        this.wording = wording;
        this.factWords = new FactWords(wording, screening.names());
        this.asked = new QuestionWords(wording, screening.names());
        this.sure = sure;
        this.dated = Editions.days(screening).size() > 1;
        this.listed = new ScreeningTable.Listed(wording, factWords, grouping, screening.illustrative());
    }

    /** The candidates of one city or one project, for one day. */
    private record Ranked(Assessment first, int others, List<Row> rows, List<Block> described) {}

    /**
     * Returns the document of every candidate.
     *
     * @param explain returns the explanations of assessments, in their order
     * @param grouping whether to list the projects of each city, or the cities of each project, best first
     * @param sure describes the robustness of the ranking of an assessment; empty if there is nothing to say
     */
    public static Document whole(
            Screening screening,
            Function<List<Assessment>, Stream<Explanation>> explain,
            Grouping grouping,
            Wording wording,
            Function<Assessment, String> sure) {
        return new RankingContents(screening, grouping, false, wording, sure).document(explain);
    }

    /** Returns the document for a committee: the best candidates of each city, the first ones described. */
    public static Document described(
            Screening screening,
            Function<List<Assessment>, Stream<Explanation>> explain,
            Wording wording,
            Function<Assessment, String> sure) {
        return new RankingContents(screening, Grouping.CITY, true, wording, sure).document(explain);
    }

    private Document document(Function<List<Assessment>, Stream<Explanation>> explain) {
        // Robustness takes longest and is computed in the background, so it is requested last.
        List<Section> sections = ranked(explain).stream().map(this::section).toList();
        List<Assessment> all = screening.assessments();
        return new Document(
                wording.say(
                        "sheet.title.screening",
                        Editions.universe(screening, wording).name()),
                Editions.whole(screening, wording),
                all.isEmpty()
                        ? List.of(new Paragraph(OverviewContents.nothing(wording)))
                        : described ? List.of(new Paragraph(summary(all))) : List.of(),
                sections,
                List.of(wording.say("sheet.about.modeller")),
                Origins.of(
                        screening.pack(),
                        screening.universe(),
                        screening.names(),
                        dated || all.isEmpty() ? null : all.get(0).asOf(),
                        screening.illustrative(),
                        wording));
    }

    /** Returns the number of judged candidates per verdict. */
    private String summary(List<Assessment> all) {
        Map<Verdict, Long> counts =
                all.stream().collect(Collectors.groupingBy(Assessment::verdict, Collectors.counting()));
        return wording.say(
                "screen.summary",
                all.size(),
                counts.getOrDefault(Verdict.RECOMMEND, 0L),
                counts.getOrDefault(Verdict.HOLD, 0L),
                counts.getOrDefault(Verdict.DECLINE, 0L));
    }

    private List<Ranked> ranked(Function<List<Assessment>, Stream<Explanation>> explain) {
        Map<String, Ranked> all = new LinkedHashMap<>();
        List<Assessment> shown = new ArrayList<>();
        ordered()
                .collect(Collectors.groupingBy(this::key, LinkedHashMap::new, Collectors.toList()))
                .forEach((key, some) -> {
                    int most = described ? Math.min(MOST, some.size()) : some.size();
                    all.put(key, new Ranked(some.get(0), some.size() - most, new ArrayList<>(), new ArrayList<>()));
                    shown.addAll(some.subList(0, most));
                });
        explain.apply(shown).forEach(explanation -> {
            Assessment one = explanation.assessment();
            Ranked ranked = Objects.requireNonNull(all.get(key(one)));
            ranked.rows().add(listed.row(explanation));
            if (described
                    && one.verdict() != Verdict.DECLINE
                    && ranked.described().size() < TOP) {
                ranked.described().add(candidate(explanation));
            }
        });
        return List.copyOf(all.values());
    }

    private Stream<Assessment> ordered() {
        List<Assessment> all = screening.assessments();
        return grouping == Grouping.CITY
                ? all.stream()
                : all.stream().sorted(Comparator.comparing(Assessment::project).thenComparing(Screener.BEST_FIRST));
    }

    private String key(Assessment one) {
        return (grouping == Grouping.CITY ? one.city() : one.project()) + " " + one.asOf();
    }

    private Section section(Ranked ranked) {
        Assessment first = ranked.first();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(grouping == Grouping.CITY ? sure.apply(first) : ""));
        blocks.add(new Table("ranking", "", listed.columns(), ranked.rows()));
        blocks.add(new Paragraph(ranked.others() == 0 ? "" : wording.say("memo.more", ranked.others())));
        blocks.addAll(ranked.described());
        String heading = grouping == Grouping.CITY ? first.cityName() : first.projectName();
        return new Section(
                key(first).replace(' ', '-'),
                dated ? wording.say("memo.city", heading, wording.day(first.asOf())) : heading,
                blocks);
    }

    private Section candidate(Explanation explanation) {
        Assessment one = explanation.assessment();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(MemoContents.together(
                wording, AssessmentSummary.possible(one, wording), MemoContents.score(one, wording))));
        if (one.base() != null) {
            blocks.add(new Paragraph(new BaseCaseText(wording, factWords).verdict(one.base())));
        }
        List<Item> items = new ArrayList<>();
        explanation.findings().stream()
                .filter(finding -> finding.effect().bearing() == Bearing.VERDICT)
                .forEach(stop -> items.add(new Item(wording.say("effect." + stop.effect()), stop.reason(), List.of())));
        AssessmentSummary.openStops(explanation)
                .forEach(stop ->
                        items.add(new Item(wording.say("stops.open." + stop.effect()), stop.title(), List.of())));
        explanation.findings().stream()
                .filter(finding ->
                        finding.effect().hasPoints() && finding.contribution().signum() > 0)
                .limit(TOP)
                .forEach(award -> items.add(new Item(MemoContents.signed(award), award.reason(), List.of())));
        blocks.add(new Items(Mark.LABEL, items, ""));
        if (!explanation.questions().isEmpty()) {
            blocks.add(new Paragraph(wording.say("memo.ask")));
            blocks.add(new Items(
                    Mark.NUMBER,
                    MemoContents.alike(explanation.questions()).stream()
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
