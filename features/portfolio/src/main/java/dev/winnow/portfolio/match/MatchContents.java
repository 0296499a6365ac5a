package dev.winnow.portfolio.match;

import dev.winnow.analysis.internal.chains.ChainArrivals;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.source.Message;
import dev.winnow.portfolio.match.Placement.Applicant;
import dev.winnow.portfolio.match.Placement.Certainty;
import dev.winnow.portfolio.match.Placement.Gains;
import dev.winnow.portfolio.match.Placement.Missed;
import dev.winnow.portfolio.match.Placement.Pair;
import dev.winnow.portfolio.match.Placement.Prospect;
import dev.winnow.portfolio.match.Placement.Room;
import dev.winnow.portfolio.match.Placement.Wish;
import dev.winnow.portfolio.portfolio.ArrivalSheet;
import dev.winnow.portfolio.portfolio.Scenario;
import dev.winnow.report.i18n.ChoiceWord;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.AboutSheet;
import dev.winnow.report.internal.contents.ChainCharts;
import dev.winnow.report.internal.contents.TableBuilder;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Figure;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Chart.HeatCell;
import dev.winnow.report.internal.document.Chart.HeatMap;
import dev.winnow.report.internal.document.Chart.HeatRow;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.document.Tone;
import dev.winnow.report.internal.sentences.Origins;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The document of {@code match}: the assignment of projects to cities. */
public final class MatchContents {

    /** Maximum number of rows and columns of a readable heat map. */
    private static final int MOST_PROJECTS = 60;

    private static final int MOST_CITIES = 16;

    /** Warmth, in percent, of a pair that every stable assignment contains. */
    private static final int SETTLED_WARMTH = 40;

    private static final double DRAWN_WARMTH = 36;
    private static final int UNDRAWN_WARMTH = 10;

    private final Placement placement;
    private final Wording wording;
    private final MatchSentences said;
    private final @Nullable ChainArrivals arrivals;
    private final Map<String, String> placed;
    private final Map<String, Prospect> prospects = new HashMap<>();

    private MatchContents(Placement placement, @Nullable ChainArrivals arrivals, Wording wording) {
        this.placement = placement;
        this.wording = wording;
        this.said = new MatchSentences(placement, wording);
        this.arrivals = arrivals;
        this.placed = placement.best().bestForProjects();
        placement.prospects().forEach(one -> prospects.put(one.project(), one));
    }

    /**
     * Returns the document of an assignment.
     *
     * @param arrivals the links that it adds to the chains of cities; null if unknown
     */
    public static Document of(Placement placement, @Nullable ChainArrivals arrivals, Wording wording) {
        return new MatchContents(placement, arrivals, wording).document();
    }

    private Document document() {
        return new Document(
                said.name(),
                said.title(),
                List.of(new Paragraph(said.asked())),
                List.of(
                        assignment(),
                        certainty(),
                        wishes(),
                        barred(),
                        ChainCharts.arrivals(
                                arrivals,
                                placement.names(),
                                wording.sentence("Additions to the chains"),
                                wording.sentence(
                                        "The chain links that each city holds, and those where its projects arrive. Arrows"
                                                + " run from supplier to customer."),
                                wording)),
                said.foot(),
                Origins.of(
                        placement.pack(),
                        placement.universe(),
                        placement.names(),
                        ChainCharts.day(arrivals),
                        placement.illustrative(),
                        wording),
                sheets(),
                null);
    }

    private Section assignment() {
        boolean ruled = placement.pack() != null;
        List<Column> columns = new ArrayList<>(List.of(
                new Column(wording.sentence("project"), Kind.TEXT),
                new Column(said.cityGains(), Kind.SCORE).withMeter(Tone.CITY),
                new Column(said.projectGains(), Kind.SCORE).withMeter(Tone.PROJECT)));
        if (ruled) {
            columns.add(new Column(wording.sentence("verdict"), Kind.TEXT));
            columns.add(new Column(wording.sentence("known"), Kind.SHARE));
        }
        columns.add(new Column(wording.sentence("how sure"), Kind.SHARE));
        if (said.hasTies()) {
            columns.add(new Column("", Kind.TEXT));
        }
        List<Row> rows = new ArrayList<>();
        for (Room room : placement.cities()) {
            List<String> held = said.held(room.city());
            String group = said.room(room, held.size());
            if (held.isEmpty()) {
                rows.add(new Row(group, List.of()));
            }
            for (String project : held) {
                Gains gains = said.gains(project, room.city());
                List<Cell> cells = new ArrayList<>(
                        List.of(new Cell.Text(said.project(project)), gain(gains.city()), gain(gains.project())));
                if (ruled) {
                    cells.add(new Cell.Text(said.verdict(project, room.city())));
                    cells.add(new Cell.Text(said.known(project, room.city())));
                }
                cells.add(new Cell.Text(said.sure(project, room.city())));
                if (said.hasTies()) {
                    cells.add(new Cell.Text(said.isTied(project, room.city()) ? wording.sentence("tied") : ""));
                }
                rows.add(new Row(group, cells));
            }
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Table("places", "", columns, rows));
        List<String> nowhere = said.nowhere();
        if (!nowhere.isEmpty()) {
            blocks.add(new Paragraph(wording.sentence("Nowhere: %s.", wording.list(nowhere))));
        }
        List<String> beside = new ArrayList<>();
        String forCities = said.forCities();
        if (forCities != null) {
            beside.add(forCities);
        }
        beside.addAll(said.beside());
        blocks.add(new Section("beside", wording.sentence("Beside it"), List.of(Items.of(beside))));
        return new Section("assignment", wording.sentence("Assignment"), said.headline(), blocks);
    }

    /** Returns a gain, with a bar if it is in points. */
    private Cell gain(long millionths) {
        return said.isRanked()
                ? new Cell.Text(said.gain(millionths))
                : new Cell.Quantity(BigDecimal.valueOf(millionths, 6), said.gain(millionths));
    }

    private Section certainty() {
        List<Block> sentences = List.of(Items.of(said.settled()), Items.shortened(said.open(), more()));
        return new Section(
                "sure",
                wording.sentence("How sure"),
                said.prospectHeading(),
                placement.cities().size() > MOST_CITIES ? sentences : List.of(new Figure(heatMap(), sentences)));
    }

    private String more() {
        return wording.sentence("%s more in the JSON output");
    }

    private HeatMap heatMap() {
        List<Prospect> somewhere = placement.prospects().stream()
                .filter(one -> one.certainty() != Certainty.NOWHERE)
                .toList();
        List<String> notes = new ArrayList<>();
        if (somewhere.size() > MOST_PROJECTS) {
            notes.add(wording.sentence("%s more in the JSON output", somewhere.size() - MOST_PROJECTS));
        }
        notes.add(
                wording.sentence(
                        "Framed: the place in the assignment above. Empty: in no stable assignment, for any values of unknown facts."));
        List<String> nowhere = placement.projects().stream()
                .map(Applicant::project)
                .filter(this::isNowhere)
                .map(said::project)
                .toList();
        if (!nowhere.isEmpty()) {
            notes.add(wording.sentence("Nowhere in any: %s.", wording.list(nowhere)));
        }
        return new HeatMap(
                said.prospectHeading(),
                placement.cities().stream().map(room -> said.city(room.city())).toList(),
                somewhere.stream().limit(MOST_PROJECTS).map(this::heatRow).toList(),
                notes);
    }

    private boolean isNowhere(String project) {
        Prospect prospect = prospect(project);
        return prospect != null && prospect.certainty() == Certainty.NOWHERE;
    }

    private HeatRow heatRow(Prospect prospect) {
        Map<String, Pair> pairs = placement.pairs().stream()
                .filter(one -> one.project().equals(prospect.project()))
                .collect(Collectors.toMap(Pair::city, one -> one));
        return new HeatRow(
                said.project(prospect.project()),
                placement.cities().stream()
                        .map(room -> heatCell(prospect, room.city(), pairs.get(room.city())))
                        .toList());
    }

    private HeatCell heatCell(Prospect prospect, String city, @Nullable Pair pair) {
        boolean framed = city.equals(placed.get(prospect.project()));
        if (pair == null || !pair.mayBe()) {
            return new HeatCell("", 0, framed);
        }
        long warmth = prospect.certainty() == Certainty.SETTLED
                ? SETTLED_WARMTH
                : placement.draws() == 0 ? UNDRAWN_WARMTH : Math.round(DRAWN_WARMTH * pair.drawn() / placement.draws());
        return new HeatCell(said.sure(prospect.project(), city), warmth, framed);
    }

    private Section wishes() {
        Map<String, List<Missed>> byCity = new LinkedHashMap<>();
        placement
                .missed()
                .forEach(one -> byCity.computeIfAbsent(one.city(), unused -> new ArrayList<>())
                        .add(one));
        return new Section(
                "wishes",
                wording.sentence("Projects that prefer another city"),
                List.of(
                        Items.shortened(said.wishes().stream().map(said::wish).toList(), more()),
                        new Section(
                                "missed",
                                wording.sentence("Projects that cities prefer"),
                                List.of(Items.shortened(
                                        byCity.values().stream()
                                                .map(said::missed)
                                                .toList(),
                                        more())))));
    }

    private Section barred() {
        return new Section("barred", wording.sentence("Not matched"), List.of(Items.of(said.barred())));
    }

    private List<Table> sheets() {
        List<Table> sheets = new ArrayList<>();
        sheets.add(places());
        sheets.add(pairs());
        if (!placement.wishes().isEmpty()) {
            sheets.add(refusals());
        }
        if (arrivals != null && !arrivals.links().isEmpty()) {
            sheets.add(ArrivalSheet.of(arrivals, placement.names(), wording).build());
        }
        Edition pack = placement.pack();
        Edition universe = placement.universe();
        if (pack != null && universe != null) {
            AboutSheet about = new AboutSheet(wording, placement.names())
                    .illustrative(placement.illustrative())
                    .edition("universe", universe)
                    .edition("pack", pack)
                    .line("draws", placement.draws());
            said.foot().forEach(one -> about.labelled("", one));
            sheets.add(about.sheet().build());
        }
        return sheets;
    }

    private @Nullable Prospect prospect(String project) {
        return prospects.get(project);
    }

    private Table places() {
        return new TableBuilder<>(wording, "assignment", placement.projects())
                .line(said.title())
                .line(said.headline())
                .line(said.asked())
                .text("projectName", 30, one -> wording.name(one.projectName()))
                .frozen()
                .text("cityName", 18, one -> called(placed.get(one.project())))
                .headed("cityGains", said.cityGains(), kind(), one -> placedGain(one, true))
                .headed("projectGains", said.projectGains(), kind(), one -> placedGain(one, false))
                .text("howSure", 12, one -> {
                    String city = placed.get(one.project());
                    return city == null ? null : said.sure(one.project(), city);
                })
                .text("verdict", 14, one -> ruled(one, said::verdict))
                .number("known", Kind.SHARE, one -> {
                    String city = placed.get(one.project());
                    Placement.Ruling ruling = city == null ? null : said.ruling(one.project(), city);
                    return ruling == null ? null : ruling.known();
                })
                .text(
                        "forCities",
                        18,
                        one -> called(placement.best().bestForCities().get(one.project())))
                .text("certainty", 14, one -> {
                    Prospect prospect = prospect(one.project());
                    return prospect == null
                            ? null
                            : new ChoiceWord(prospect.certainty().name(), "sheet.outlook." + prospect.certainty());
                })
                .prose("cities", 40, one -> {
                    Prospect prospect = prospect(one.project());
                    return prospect == null
                            ? List.of()
                            : prospect.cities().stream().map(said::city).toList();
                })
                .printedSoFar()
                .text("project", 16, Applicant::project)
                .text("city", 14, one -> placed.get(one.project()))
                .text("tied", 6, one -> {
                    String city = placed.get(one.project());
                    return city != null && said.isTied(one.project(), city);
                })
                .build();
    }

    /** Returns a value about a project in the city it is assigned to; null if it is unassigned. */
    private @Nullable String ruled(Applicant one, BiFunction<String, String, String> said) {
        String city = placed.get(one.project());
        return city == null ? null : said.apply(one.project(), city);
    }

    private Kind kind() {
        return said.isRanked() ? Kind.PLACE : Kind.SCORE;
    }

    private @Nullable String called(@Nullable String city) {
        return city == null ? null : said.city(city);
    }

    private @Nullable BigDecimal placedGain(Applicant one, boolean ofCity) {
        String city = placed.get(one.project());
        return city == null ? null : exact(said.gains(one.project(), city), ofCity);
    }

    private @Nullable BigDecimal exact(@Nullable Gains gains, boolean ofCity) {
        if (gains == null) {
            return null;
        }
        long millionths = ofCity ? gains.city() : gains.project();
        return said.isRanked()
                ? BigDecimal.valueOf(-millionths)
                : BigDecimal.valueOf(millionths, 6).stripTrailingZeros();
    }

    private Table pairs() {
        TableBuilder<Pair> sheet = new TableBuilder<>(wording, "pairs", placement.pairs())
                .text("projectName", 30, one -> said.project(one.project()))
                .text("cityName", 18, one -> said.city(one.city()))
                .frozen();
        for (Scenario reading : Scenario.values()) {
            if (placement.ends().containsKey(reading)) {
                sheet.number(
                                "readings." + reading.name() + ".cityGains",
                                kind(),
                                one -> exact(one.gains().get(reading), true))
                        .number(
                                "readings." + reading.name() + ".projectGains",
                                kind(),
                                one -> exact(one.gains().get(reading), false));
            }
        }
        return sheet.text("mayBe", 12, Pair::mayBe)
                .number(
                        "drawnShare",
                        Kind.SHARE,
                        one -> placement.draws() == 0
                                ? null
                                : BigDecimal.valueOf(Math.round(1000.0 * one.drawn() / placement.draws()), 3))
                .prose("barred", 40, one -> {
                    Message barred = one.barred().get(placement.main());
                    return barred == null ? null : wording.say(barred);
                })
                .printedSoFar()
                .text("project", 16, Pair::project)
                .text("city", 14, Pair::city)
                .build();
    }

    private Table refusals() {
        return new TableBuilder<>(wording, "wishes", placement.wishes())
                .text("projectName", 30, one -> said.project(one.project()))
                .frozen()
                .text("cityName", 18, one -> called(one.at()))
                .text("rather", 18, one -> said.city(one.rather()))
                .prose(
                        "instead",
                        40,
                        one -> one.instead().stream().map(said::project).toList())
                .prose("why", (Wish one) -> said.wish(List.of(one)))
                .printedSoFar()
                .text("project", 16, Wish::project)
                .build();
    }
}
