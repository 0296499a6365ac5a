package dev.winnow.past.weights;

import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Side;
import dev.winnow.past.decisions.PastPair;
import dev.winnow.past.weights.ImpliedWeights.Agreeing;
import dev.winnow.past.weights.ImpliedWeights.Figure;
import dev.winnow.past.weights.ImpliedWeights.Prospect;
import dev.winnow.past.weights.ImpliedWeights.Settled;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.AboutSheet;
import dev.winnow.report.internal.contents.TableBuilder;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Block.Weight;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.sentences.Editions;
import dev.winnow.report.internal.sentences.Origins;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The document of {@code weights}: the weights that past decisions imply. */
public final class WeightsContents {

    private final WeightsView view;
    private final ImpliedWeights implied;
    private final Wording wording;
    private final WeightsSentences said;

    private WeightsContents(WeightsView view, Wording wording) {
        this.view = view;
        this.implied = view.implied();
        this.wording = wording;
        this.said = new WeightsSentences(implied, view.names(), wording);
    }

    /** Returns the document of implied weights. */
    public static Document of(WeightsView view, Wording wording) {
        return new WeightsContents(view, wording).document();
    }

    private Document document() {
        String name = wording.sentence("Weights from past decisions");
        Edition pack = view.pack();
        List<Block> lead = new ArrayList<>();
        lead.add(new Paragraph(said.headline(), Weight.STRONG));
        said.remarks().forEach(one -> lead.add(new Paragraph(one)));
        return new Document(
                name,
                pack == null
                        ? name
                        : wording.sentence(
                                "%s: %s",
                                name, Editions.pack(pack, view.names(), wording).name()),
                lead,
                List.of(weights(), limits(), contradictions(), changes(), candidates(), preferences(), settled()),
                List.of(),
                Origins.of(pack, view.universe(), view.names(), null, view.illustrative(), wording),
                sheets(),
                null);
    }

    private Section weights() {
        if (!implied.fits()) {
            return new Section("weights", "", List.of());
        }
        boolean present = implied.broken() != null;
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(wording.sentence("criterion"), Kind.TEXT));
        if (present) {
            columns.add(new Column(wording.sentence("now"), Kind.AMOUNT));
        }
        columns.add(new Column(wording.sentence("smallest"), Kind.AMOUNT));
        columns.add(new Column(wording.sentence("largest"), Kind.AMOUNT));
        columns.add(new Column(wording.sentence("centre"), Kind.AMOUNT));
        List<Row> rows = new ArrayList<>();
        for (Side side : Side.values()) {
            String group = side == Side.CITY
                    ? wording.sentence("Weights of the city’s side")
                    : wording.sentence("Weights of the project’s side");
            implied.figures().stream().filter(one -> one.side() == side).forEach(one -> rows.add(row(group, one)));
        }
        implied.figures().stream()
                .filter(one -> one.side() == null && one.weight())
                .forEach(one -> rows.add(row(wording.sentence("Weights"), one)));
        implied.figures().stream()
                .filter(one -> !one.weight())
                .forEach(one -> rows.add(row(wording.sentence("Thresholds"), one)));
        return new Section(
                "weights",
                wording.sentence("Weights that agree with the decisions"),
                List.of(new Table("weights", "", columns, rows)));
    }

    private Row row(String group, Figure figure) {
        Agreeing range = figure.range();
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell.Text(said.title(figure)));
        if (implied.broken() != null) {
            cells.add(figure.own() == null ? Cell.Text.EMPTY : quantity(figure.own()));
        }
        if (range == null) {
            Cell any = new Cell.Text(wording.sentence("any"));
            cells.addAll(List.of(any, any, Cell.Text.EMPTY));
        } else {
            cells.add(new Cell.Quantity(range.low(), said.lowest(range)));
            cells.add(new Cell.Quantity(range.high(), said.highest(range)));
            cells.add(quantity(range.centre()));
        }
        return new Row(group, cells);
    }

    private Cell quantity(BigDecimal number) {
        return new Cell.Quantity(number, said.number(number));
    }

    private Section limits() {
        List<Item> items = implied.figures().stream()
                .filter(one -> !said.limits(one).isEmpty())
                .map(one -> new Item(said.title(one), said.limits(one)))
                .toList();
        if (items.isEmpty()) {
            return new Section("limits", "", List.of());
        }
        return new Section(
                "limits",
                wording.sentence("Decisions that limit the ranges"),
                List.of(
                        new Paragraph(wording.sentence(
                                "Beyond a limit, the weights contradict one of the decisions beside it.")),
                        new Items(Mark.DOT, items, "")));
    }

    private Section contradictions() {
        if (implied.contradictions().isEmpty()) {
            return new Section("contradictions", "", List.of());
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        wording.sentence(
                                "No weights agree with all statements of one set, but some do if any one of its statements is left out.")));
        blocks.add(new Items(
                Mark.NUMBER,
                implied.contradictions().stream()
                        .map(one -> new Item(said.set(one)))
                        .toList(),
                ""));
        if (implied.contradictions().size() == ImpliedWeights.MOST_CONTRADICTIONS) {
            blocks.add(new Paragraph(wording.sentence("There may be more sets.")));
        }
        return new Section("contradictions", wording.sentence("Contradictions"), blocks);
    }

    private Section changes() {
        if (implied.changes().isEmpty()) {
            return new Section("changes", "", List.of());
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(said.change()));
        boolean several = implied.changes().size() > 1;
        blocks.add(new Items(
                Mark.DOT,
                several
                        ? implied.changes().stream()
                                .map(one -> new Item(said.set(one)))
                                .toList()
                        : implied.changes().get(0).stream()
                                .map(one -> new Item(said.statement(one)))
                                .toList(),
                wording.sentence("%s more in the JSON output")));
        if (several && !implied.allChanges()) {
            blocks.add(new Paragraph(wording.sentence("There may be more sets of this size.")));
        }
        return new Section("changes", wording.sentence("Least change"), blocks);
    }

    private Section candidates() {
        if (implied.prospects().isEmpty()) {
            return new Section("candidates", "", List.of());
        }
        boolean ruled = implied.broken() != null;
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(wording.sentence("candidate"), Kind.TEXT));
        if (ruled) {
            columns.add(new Column(wording.sentence("now"), Kind.TEXT));
        }
        columns.add(new Column(ruled ? wording.sentence("with these weights") : wording.sentence("class"), Kind.TEXT));
        columns.add(new Column(wording.sentence("rank"), Kind.PLACE));
        List<Row> rows = new ArrayList<>();
        for (Prospect one : implied.prospects()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(new Cell.Text(said.project(one.pair())));
            if (ruled) {
                cells.add(new Cell.Text(said.own(one)));
            }
            cells.add(new Cell.Text(said.possible(one)));
            cells.add(new Cell.Text(said.rank(one)));
            rows.add(new Row(ruled ? said.city(one.pair()) : null, cells));
        }
        return new Section(
                "candidates",
                wording.sentence("Candidates with all of these weights"),
                List.of(new Table("candidates", "", columns, rows)));
    }

    private Section preferences() {
        List<String> items = implied.prospects().stream()
                .filter(one -> !one.ahead().isEmpty())
                .map(one -> wording.sentence(
                        "%s before %s",
                        said.pair(one.pair()),
                        wording.list(next(one).stream().map(said::project).toList())))
                .toList();
        return new Section(
                "preferences", wording.sentence("Preferences with all of these weights"), List.of(Items.of(items)));
    }

    /** The candidates after one, without those that are after another of them. */
    private List<PastPair> next(Prospect one) {
        Set<PastPair> next = new LinkedHashSet<>(one.ahead());
        implied.prospects().stream()
                .filter(other -> one.ahead().contains(other.pair()))
                .forEach(other -> other.ahead().forEach(next::remove));
        return List.copyOf(next);
    }

    private Section settled() {
        Function<Settled, String> sentence = one ->
                wording.sentence("%s: %s", said.decision(one.decision().decision()), said.because(one.because()));
        List<String> against = implied.settled().stream()
                .filter(one -> !one.agrees())
                .map(sentence)
                .toList();
        List<String> alike =
                implied.settled().stream().filter(Settled::agrees).map(sentence).toList();
        String more = wording.sentence("%s more in the JSON output");
        return new Section(
                "settled",
                wording.sentence("Decisions that say nothing about weights"),
                List.of(
                        new Section(
                                "against",
                                wording.sentence("Against the rules, with any weights"),
                                List.of(Items.shortened(against, more))),
                        new Section(
                                "alike",
                                wording.sentence("As the rules, with any weights"),
                                List.of(Items.shortened(alike, more)))));
    }

    // --- Sheets ---

    private List<Table> sheets() {
        List<Table> sheets = new ArrayList<>();
        sheets.add(new TableBuilder<>(wording, "weights", implied.figures())
                .line(said.headline())
                .line(String.join(" ", said.remarks()))
                .text("title", 30, said::title)
                .frozen()
                .text("side", 10, Figure::side)
                .number("present", Kind.AMOUNT, Figure::own)
                .number("low", Kind.AMOUNT, one -> value(one, Agreeing::low))
                .number("high", Kind.AMOUNT, one -> value(one, Agreeing::high))
                .number("centre", Kind.AMOUNT, one -> value(one, Agreeing::centre))
                .prose("limits", one -> String.join("\n", said.limits(one)))
                .printedSoFar()
                .text("id", 20, Figure::id)
                .build());
        if (!implied.prospects().isEmpty()) {
            sheets.add(new TableBuilder<>(wording, "prospects", implied.prospects())
                    .text("projectName", 30, one -> said.project(one.pair()))
                    .frozen()
                    .text("cityName", 18, one -> said.city(one.pair()))
                    .text("verdict", 14, said::own)
                    .text("possible", 30, said::possible)
                    .text("rank", 8, said::rank)
                    .printedSoFar()
                    .text("project", 16, one -> one.pair().project())
                    .text("city", 14, one -> one.pair().city())
                    .build());
        }
        if (!implied.contradictions().isEmpty()) {
            List<Member> members = new ArrayList<>();
            for (int i = 0; i < implied.contradictions().size(); i++) {
                for (Statement one : implied.contradictions().get(i)) {
                    members.add(new Member(i + 1, one));
                }
            }
            sheets.add(new TableBuilder<>(wording, "contradictions", members)
                    .count("set", Member::set)
                    .prose("statement", one -> said.statement(one.statement()))
                    .build());
        }
        if (!implied.settled().isEmpty()) {
            sheets.add(new TableBuilder<>(wording, "settled", implied.settled())
                    .prose("statement", one -> said.statement(one.decision()))
                    .text("because", 24, one -> said.because(one.because()))
                    .text("agrees", 10, Settled::agrees)
                    .build());
        }
        Edition pack = view.pack();
        Edition universe = view.universe();
        if (pack != null && universe != null) {
            sheets.add(new AboutSheet(wording, view.names())
                    .illustrative(view.illustrative())
                    .edition("universe", universe)
                    .edition("pack", pack)
                    .sheet()
                    .build());
        }
        return sheets;
    }

    private record Member(int set, Statement statement) {}

    private static @Nullable BigDecimal value(Figure figure, Function<Agreeing, BigDecimal> of) {
        return Stream.ofNullable(figure.range()).map(of).findFirst().orElse(null);
    }
}
