package dev.winnow.report.contents;

import dev.winnow.analysis.chains.ChainMap;
import dev.winnow.analysis.chains.LinkState;
import dev.winnow.model.domain.Demand;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Names;
import dev.winnow.model.value.Figure;
import dev.winnow.report.document.Document;
import dev.winnow.report.document.Table.Kind;
import dev.winnow.report.i18n.QuestionStake;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.text.AssessmentSummary;
import dev.winnow.report.text.GapQuestions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the sheets of a chain map. */
final class ChainSheets {

    private record Candidate(LinkState state, Explanation explained) {

        Assessment one() {
            return explained.assessment();
        }
    }

    private final ChainMap map;
    private final Wording wording;
    private final Names names;

    private ChainSheets(ChainMap map, Wording wording, Names names) {
        this.map = map;
        this.wording = wording;
        this.names = names;
    }

    static Document of(ChainMap map, Wording wording, Names names) {
        ChainSheets sheets = new ChainSheets(map, wording, names);
        return Sheets.of(
                wording.say("sheet.title.gaps", wording.name(map.cityName())),
                sheets.table(),
                List.of(
                        sheets.links(),
                        sheets.candidates(),
                        sheets.demands(),
                        sheets.funds(),
                        sheets.questions(),
                        sheets.about()));
    }

    private TableBuilder<?> table() {
        TableBuilder<LinkState> sheet =
                links().text("city", 14, row -> map.city()).day("asOf", row -> map.asOf());
        return AboutSheet.editions(sheet, "", row -> map.pack(), row -> map.universe());
    }

    private TableBuilder<LinkState> links() {
        List<LinkState> ranked = map.ranked();
        Map<String, Integer> places = IntStream.range(0, ranked.size())
                .boxed()
                .collect(Collectors.toMap(i -> ranked.get(i).link().id(), i -> i + 1));
        TableBuilder<LinkState> sheet = new TableBuilder<>(wording, "links", map.links())
                .text("linkName", 28, row -> wording.name(row.link().name()))
                .frozen()
                .text("chain", 20, row -> row.link().chain())
                .text("stage", 18, row -> row.link().stage())
                .text("status", 12, LinkState::status)
                .day("since", LinkState::since)
                .prose(
                        "holders",
                        row -> row.holders().stream()
                                .map(holder -> wording.name(holder.name()))
                                .toList())
                .with("place", Kind.TEXT, 8, row -> places.get(row.link().id()));
        assessment(sheet, "newcomer.", row -> row.newcomer().assessment());
        return sheet.prose("newcomer.reason", row -> AssessmentSummary.newcomer(row.newcomer()))
                .prose(
                        "candidates",
                        row -> row.candidates().stream()
                                .map(one -> one.assessment().projectName())
                                .toList())
                .text("upstream", 30, row -> row.link().upstream())
                .printedSoFar()
                .text("link", 24, row -> row.link().id());
    }

    private static <T> void assessment(TableBuilder<T> sheet, String start, Function<T, Assessment> of) {
        sheet.text(start + "verdict", 14, row -> of.apply(row).verdict())
                .text(start + "because", 22, row -> of.apply(row).because())
                .number(
                        start + "city.low",
                        Kind.SCORE,
                        row -> ChainMap.city(of.apply(row)).low())
                .number(
                        start + "city.high",
                        Kind.SCORE,
                        row -> ChainMap.city(of.apply(row)).high())
                .number(
                        start + "score.low",
                        Kind.SCORE,
                        row -> of.apply(row).score().low())
                .number(
                        start + "score.high",
                        Kind.SCORE,
                        row -> of.apply(row).score().high())
                .number(start + "known", Kind.SHARE, row -> of.apply(row).known())
                .text(start + "chainActions", 18, row -> of.apply(row).chainActions());
    }

    private TableBuilder<?> candidates() {
        List<Candidate> rows = map.links().stream()
                .flatMap(state -> state.candidates().stream().map(one -> new Candidate(state, one)))
                .toList();
        TableBuilder<Candidate> sheet = new TableBuilder<>(wording, "candidates", rows)
                .text("projectName", 28, row -> row.one().projectName())
                .frozen()
                .text("linkName", 28, row -> wording.name(row.state().link().name()));
        assessment(sheet, "", Candidate::one);
        return sheet.printedSoFar()
                .text("project", 16, row -> row.one().project())
                .text("link", 24, row -> row.state().link().id());
    }

    private TableBuilder<?> demands() {
        TableBuilder<Demand> sheet = new TableBuilder<>(wording, "demands", map.demands())
                .text(
                        "endMarket",
                        28,
                        row -> row.endMarket() == null
                                ? null
                                : names.within("endMarkets", row.endMarket(), wording.language()));
        return figure(sheet, Demand::annualOutput)
                .text(
                        "source",
                        40,
                        row -> row.evidence() == null ? null : row.evidence().source());
    }

    private TableBuilder<?> funds() {
        TableBuilder<Fund> sheet = new TableBuilder<>(wording, "funds", map.funds())
                .text("fundName", 36, row -> row.name() == null ? row.id() : wording.name(row.name()))
                .text("tracks", 30, Fund::tracks);
        return figure(sheet, Fund::available)
                .text(
                        "source",
                        40,
                        row -> row.evidence() == null ? null : row.evidence().source())
                .printedSoFar()
                .text("fund", 20, Fund::id);
    }

    private TableBuilder<?> questions() {
        return new TableBuilder<>(
                        wording,
                        "questions",
                        GapQuestions.of(map, wording, names).items())
                .prose("question", GapQuestions.Item::sentence)
                .frozen()
                .text("who", 16, GapQuestions.Item::who)
                .count("days", row -> row.asked().how().days())
                .text("decides", 20, row -> QuestionStake.stops(row.asked().stake()))
                .number("stake", Kind.AMOUNT, row -> row.asked().stake().points())
                .text("links", 40, row -> row.links())
                .text("property", 40, row -> row.asked().fact());
    }

    private <T> TableBuilder<T> figure(TableBuilder<T> sheet, Function<T, @Nullable Figure> of) {
        return sheet.text("written", 24, of::apply)
                .number("low", Kind.AMOUNT, row -> FigureEnds.low(of.apply(row)))
                .number("high", Kind.AMOUNT, row -> FigureEnds.high(of.apply(row)))
                .text("unit", 14, row -> {
                    Figure figure = of.apply(row);
                    return figure == null ? null : wording.unit(figure.unit());
                });
    }

    private TableBuilder<?> about() {
        return new AboutSheet(wording)
                .illustrative(map.illustrative())
                .edition("universe", map.universe())
                .edition("pack", map.pack())
                .days(List.of(map.asOf()))
                .line("thin", wording.say("sheet.about.thinness"))
                .line("newcomer", wording.say("sheet.about.newcomers"))
                .sheet();
    }
}
