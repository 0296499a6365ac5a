package dev.winnow.compare.gaps;

import dev.winnow.analysis.internal.chains.ChainMap;
import dev.winnow.analysis.internal.chains.LinkState;
import dev.winnow.analysis.internal.chains.LinkState.Status;
import dev.winnow.model.domain.Demand;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.QuestionStake;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.AboutSheet;
import dev.winnow.report.internal.contents.ChainCharts;
import dev.winnow.report.internal.contents.TableBuilder;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.document.Tone;
import dev.winnow.report.internal.sentences.AssessmentSummary;
import dev.winnow.report.internal.sentences.Cells;
import dev.winnow.report.internal.sentences.Editions;
import dev.winnow.report.internal.sentences.GapQuestions;
import dev.winnow.report.internal.sentences.Origins;
import dev.winnow.report.internal.sentences.VerdictLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The document of {@code gaps}: the chains of a city, and the projects that would close their gaps. */
public final class GapsContents {

    private record Candidate(LinkState state, Explanation explained) {

        Assessment one() {
            return explained.assessment();
        }
    }

    private final ChainMap map;
    private final Wording wording;
    private final Names names;
    private final GapWords said;

    private GapsContents(ChainMap map, Wording wording, Names names) {
        this.map = map;
        this.wording = wording;
        this.names = names;
        this.said = new GapWords(wording);
    }

    /**
     * Returns the document of a chain map.
     *
     * @param names the display names of the universe
     */
    public static Document of(ChainMap map, Wording wording, Names names) {
        return new GapsContents(map, wording, names).document();
    }

    /** Returns the explanations whose reasons a page shows. */
    public static List<Explanation> judged(ChainMap map) {
        return map.links().stream()
                .flatMap(link -> link.candidates().stream())
                .distinct()
                .toList();
    }

    private Document document() {
        return new Document(
                wording.say("sheet.title.gaps", wording.name(map.cityName())),
                wording.sentence(
                        "winnow: the chains of %s, as of %s; universe %s, pack %s",
                        wording.language() == Language.EN
                                ? map.cityName()
                                : names.of("cities", map.city(), wording.language()),
                        wording.day(map.asOf()),
                        Editions.named(Editions.universe(map.universe(), names, wording)),
                        Editions.named(Editions.pack(map.pack(), names, wording))),
                List.of(),
                List.of(
                        new Section(
                                "chain",
                                "",
                                List.of(new Block.Figure(
                                        new ChainCharts(wording, new FactWords(wording, names)).of(map),
                                        List.of(states(), newcomers())))),
                        demand(),
                        openFunds(),
                        toFindOut()),
                List.of(wording.sentence(
                        "Thin: held by one known firm, or by firms not known to produce. Scores are those of"
                                + " a newcomer on this link alone, about which nothing else is known; on a held link it"
                                + " makes every claim that a project can make. Known projects score differently.")),
                Origins.of(map.pack(), map.universe(), names, map.asOf(), map.illustrative(), wording),
                Stream.of(links(), candidates(), demands(), funds(), questions(), about())
                        .map(TableBuilder::build)
                        .toList(),
                table().build());
    }

    private Table states() {
        List<Column> columns = List.of(
                new Column(wording.say("sheet.column.linkName"), Kind.TEXT),
                new Column(wording.say("sheet.column.status"), Kind.TEXT),
                new Column(wording.say("sheet.column.since"), Kind.TEXT),
                new Column(wording.say("sheet.column.holders"), Kind.PROSE));
        List<Row> rows = new ArrayList<>();
        for (IndustrialChain chain : map.chains()) {
            List<LinkState> links = map.links().stream()
                    .filter(one -> one.link().chain().equals(chain.id()))
                    .toList();
            String group = wording.sentence("%s: %s", said.called(chain.name()), said.tally(links));
            links.forEach(one -> rows.add(new Row(
                    group,
                    List.of(
                            new Cell.Text(said.called(one.link().name())),
                            new Cell.Term(one.status().name(), said.status(one.status()), tone(one.status())),
                            Cells.of(one.since(), wording),
                            new Cell.Text(holders(one))))));
        }
        return new Table("states", "", columns, rows);
    }

    private static Tone tone(Status status) {
        return switch (status) {
            case HELD -> Tone.GOOD;
            case THIN, UNKNOWN -> Tone.NONE;
            case MISSING -> Tone.BAD;
        };
    }

    private String holders(LinkState state) {
        if (!state.status().isHeld()) {
            return "";
        }
        return state.holders().isEmpty()
                ? wording.sentence("no firm is named")
                : wording.list(state.holders().stream().map(said::holder).toList());
    }

    private Section newcomers() {
        List<Column> columns = List.of(
                new Column(wording.say("sheet.column.place"), Kind.PLACE),
                new Column(wording.say("sheet.column.linkName"), Kind.TEXT),
                new Column(wording.say("sheet.column.chainActions"), Kind.TEXT),
                new Column(wording.sentence("city benefit"), Kind.TEXT),
                new Column(wording.sentence("score"), Kind.TEXT),
                new Column(wording.say("sheet.column.verdict"), Kind.TEXT),
                new Column(wording.say("sheet.column.reason"), Kind.PROSE),
                new Column(wording.say("sheet.column.candidates"), Kind.PROSE));
        List<Row> rows = new ArrayList<>();
        for (LinkState one : map.ranked()) {
            Explanation explained = one.newcomer();
            Assessment newcomer = explained.assessment();
            ScoreInterval city = ChainMap.city(newcomer);
            rows.add(new Row(
                    Cells.of(rows.size() + 1, wording),
                    new Cell.Text(said.called(one.link().name())),
                    Cells.of(newcomer.chainActions(), wording),
                    new Cell.Bar(city, Numbers.range(city)),
                    new Cell.Text(Numbers.range(newcomer.score())),
                    Cells.of(newcomer.verdict(), wording),
                    new Cell.Text((one.status().isHeld() ? wording.sentence("By a claim. ") : "")
                            + verdictLine(explained).whole()),
                    new Cell.Text(wording.list(one.candidates().stream()
                            .map(Explanation::assessment)
                            .map(candidate -> wording.sentence(
                                    "%s: %s",
                                    candidate.projectName(),
                                    wording.sentence(
                                            "%s %s",
                                            Cells.spoken(candidate.verdict(), wording),
                                            Numbers.range(candidate.score()))))
                            .toList()))));
        }
        return new Section(
                "newcomers",
                wording.sentence("Projects that would close, extend or strengthen it"),
                List.of(new Table("ranked", "", columns, rows)));
    }

    /** Returns a line on a hypothetical project: the rule that stops it, or its effect on the chain. */
    private VerdictLine verdictLine(Explanation newcomer) {
        Assessment judged = newcomer.assessment();
        boolean stopped = judged.verdict() == Verdict.DECLINE || judged.because() == VerdictReason.RED_FLAG;
        return AssessmentSummary.strongest(newcomer)
                .filter(best -> !stopped)
                .map(best -> new VerdictLine(
                        best.reason(), wording.sentence(" (%s)", "+" + Numbers.points(best.contribution()))))
                .orElseGet(() -> VerdictLine.of(newcomer, wording));
    }

    private Section demand() {
        List<String> lines = new ArrayList<>();
        for (Demand demand : map.demands()) {
            String market = names.within("endMarkets", String.valueOf(demand.endMarket()), wording.language());
            lines.add(wording.sentence("%s: %s", market, figure(demand.annualOutput(), "%s a year")));
        }
        more(lines, map.allDemands());
        return new Section("demand", wording.sentence("Local demand"), List.of(Items.of(lines)));
    }

    private Section openFunds() {
        List<String> lines = new ArrayList<>();
        for (Fund fund : map.funds()) {
            String tracks = fund.tracks() == null
                    ? wording.sentence("tracks unknown")
                    : wording.sentence(
                            "for %s",
                            wording.list(fund.tracks().stream()
                                    .map(track -> names.within("tracks", track, wording.language()))
                                    .toList()));
            lines.add(wording.sentence(
                    "%s: %s, %s",
                    said.called(String.valueOf(Objects.requireNonNullElse(fund.name(), fund.id()))),
                    figure(fund.available(), "%s left"),
                    tracks));
        }
        more(lines, map.allFunds());
        return new Section("funds", wording.sentence("Open funds"), List.of(Items.of(lines)));
    }

    private String figure(@Nullable Figure figure, String template) {
        return figure == null
                ? wording.sentence("how much is unknown")
                : wording.sentence(template, figure.write(wording.language()));
    }

    private void more(List<String> lines, boolean all) {
        if (lines.isEmpty() || !all) {
            lines.add(
                    all
                            ? wording.sentence("none")
                            : lines.isEmpty()
                                    ? wording.sentence("none known, there may be some")
                                    : wording.sentence("there may be others"));
        }
    }

    private Section toFindOut() {
        return new Section(
                "questions",
                wording.sentence("Questions to ask first"),
                List.of(new Items(
                        Mark.NUMBER,
                        GapQuestions.of(map, wording, names).items().stream()
                                .map(item -> new Item(
                                        item.sentence(),
                                        List.of(wording.sentence(
                                                "%s; %s; for %s", item.effort(), item.stake(), item.links(wording)))))
                                .toList(),
                        wording.sentence("and %s more"))));
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
        return bounds(sheet, "annualOutput", Demand::annualOutput)
                .text(
                        "source",
                        40,
                        row -> row.evidence() == null ? null : row.evidence().source());
    }

    private TableBuilder<?> funds() {
        TableBuilder<Fund> sheet = new TableBuilder<>(wording, "funds", map.funds())
                .text("fundName", 36, row -> row.name() == null ? row.id() : wording.name(row.name()))
                .text("tracks", 30, Fund::tracks);
        return bounds(sheet, "available", Fund::available)
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
                .prose("ask", GapQuestions.Item::sentence)
                .frozen()
                .text("who", 16, GapQuestions.Item::who)
                .count("days", row -> row.asked().how().days())
                .text("decides", 20, row -> QuestionStake.stops(row.asked().stake()))
                .number("points", Kind.AMOUNT, row -> row.asked().stake().points())
                .text("newcomers", 40, row -> row.links())
                .text("fact", 40, row -> row.asked().fact());
    }

    private <T> TableBuilder<T> bounds(TableBuilder<T> sheet, String column, Function<T, @Nullable Figure> of) {
        return sheet.text(column, 24, of::apply)
                .number("low", Kind.AMOUNT, row -> Cells.low(of.apply(row)))
                .number("high", Kind.AMOUNT, row -> Cells.high(of.apply(row)))
                .text("unit", 14, row -> {
                    Figure figure = of.apply(row);
                    return figure == null ? null : wording.unit(figure.unit());
                });
    }

    private TableBuilder<?> about() {
        return new AboutSheet(wording, names)
                .illustrative(map.illustrative())
                .edition("universe", map.universe())
                .edition("pack", map.pack())
                .days(List.of(map.asOf()))
                .line("thin", wording.say("sheet.about.thinness"))
                .line("newcomer", wording.say("sheet.about.newcomers"))
                .sheet();
    }
}
