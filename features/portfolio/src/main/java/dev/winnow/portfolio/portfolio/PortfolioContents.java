package dev.winnow.portfolio.portfolio;

import dev.winnow.analysis.internal.chains.ChainArrivals;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.portfolio.portfolio.Portfolio.ChosenSet;
import dev.winnow.portfolio.portfolio.Portfolio.Frontier;
import dev.winnow.portfolio.portfolio.Portfolio.Margin;
import dev.winnow.portfolio.portfolio.Portfolio.Member;
import dev.winnow.portfolio.portfolio.Portfolio.Outsider;
import dev.winnow.portfolio.portfolio.Portfolio.Standing;
import dev.winnow.report.i18n.ChoiceWord;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.AboutSheet;
import dev.winnow.report.internal.contents.ChainCharts;
import dev.winnow.report.internal.contents.TableBuilder;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Figure;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Block.Weight;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Chart.Curve;
import dev.winnow.report.internal.document.Chart.Point;
import dev.winnow.report.internal.document.Chart.Share;
import dev.winnow.report.internal.document.Chart.Shares;
import dev.winnow.report.internal.document.Chart.Tick;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.sentences.Origins;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The document of {@code portfolio}: the set of projects to fund. Sheets state amounts in millions of the currency. */
public final class PortfolioContents {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    private final Portfolio portfolio;
    private final Wording wording;
    private final PortfolioSentences said;
    private final @Nullable ChainArrivals arrivals;

    private PortfolioContents(Portfolio portfolio, @Nullable ChainArrivals arrivals, Wording wording) {
        this.arrivals = arrivals;
        this.portfolio = portfolio;
        this.wording = wording;
        this.said = new PortfolioSentences(portfolio, wording);
    }

    /**
     * Returns the document of a portfolio.
     *
     * @param arrivals the links that it adds to the chains of cities; null if unknown
     */
    public static Document of(Portfolio portfolio, @Nullable ChainArrivals arrivals, Wording wording) {
        return new PortfolioContents(portfolio, arrivals, wording).document();
    }

    private Document document() {
        return new Document(
                said.name(),
                said.title(),
                List.of(new Paragraph(said.asked())),
                List.of(
                        set(),
                        certainty(),
                        whyNot(),
                        new Section(
                                "margins",
                                wording.sentence("Value of a larger budget"),
                                List.of(Items.of(portfolio.margins().stream()
                                        .map(said::margin)
                                        .toList()))),
                        otherBudgets(),
                        ChainCharts.arrivals(
                                arrivals,
                                portfolio.names(),
                                wording.sentence("Additions to the chains by the set"),
                                wording.sentence(
                                        "The chain links that each city holds, and those where members of the set"
                                                + " arrive. Arrows run from supplier to customer."),
                                wording)),
                List.of(said.foot()),
                Origins.of(
                        portfolio.pack(),
                        portfolio.universe(),
                        portfolio.names(),
                        ChainCharts.day(arrivals),
                        portfolio.illustrative(),
                        wording),
                sheets(),
                null);
    }

    /** Returns the best set; null if there is none, or it is empty. */
    private @Nullable ChosenSet best() {
        ChosenSet best = portfolio.best();
        return best == null || best.members().isEmpty() ? null : best;
    }

    private Section set() {
        ChosenSet best = best();
        List<Block> blocks = new ArrayList<>();
        if (best == null) {
            said.none().forEach(line -> blocks.add(new Paragraph(line)));
        } else {
            blocks.add(memberTable(best));
            said.remarks(best).forEach(remark -> blocks.add(new Paragraph(remark, Weight.QUIET)));
        }
        blocks.add(new Section("beside", wording.sentence("Beside it"), List.of(Items.of(beside()))));
        String label = wording.sentence("The set");
        return new Section("set", label, best == null ? label : said.headline(best), blocks);
    }

    private Table memberTable(ChosenSet best) {
        boolean inCities = portfolio.universe() != null;
        boolean synergy = best.members().stream().anyMatch(one -> one.inSet() != one.alone());
        boolean basis = best.members().stream()
                .anyMatch(one -> !said.basis(one.candidate(), best.scenario()).isEmpty());
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(wording.sentence("project"), Kind.TEXT));
        if (inCities) {
            columns.add(new Column(wording.sentence("city"), Kind.TEXT));
            columns.add(new Column(wording.sentence("district"), Kind.TEXT).asMinor());
        }
        if (inCities) {
            columns.add(new Column(wording.sentence("verdict"), Kind.TEXT));
            columns.add(new Column(wording.sentence("known"), Kind.SHARE));
        }
        columns.add(new Column(wording.sentence("points"), Kind.SCORE));
        if (synergy) {
            columns.add(new Column(wording.sentence("by synergy"), Kind.POINTS));
        }
        columns.add(new Column(wording.sentence("cost"), Kind.AMOUNT));
        if (basis) {
            columns.add(new Column(wording.say("sheet.column.basis"), Kind.TEXT));
        }
        boolean tied = best.members().stream().anyMatch(one -> portfolio.isTied(one.candidate()));
        if (tied) {
            columns.add(new Column("", Kind.TEXT));
        }
        List<Row> rows = new ArrayList<>();
        for (Member one : best.members()) {
            Candidate candidate = one.candidate();
            List<Cell> cells = new ArrayList<>();
            cells.add(new Cell.Text(wording.name(candidate.projectName())));
            if (inCities) {
                cells.add(named(candidate.cityName()));
                cells.add(named(candidate.district()));
            }
            if (inCities) {
                cells.add(new Cell.Text(said.verdict(
                        best.scenario() == Scenario.BASE && candidate.base() != null
                                ? candidate.base()
                                : candidate.verdict())));
                cells.add(new Cell.Text(said.known(candidate)));
            }
            cells.add(new Cell.Text(said.score(one.inSet())));
            if (synergy) {
                cells.add(new Cell.Text(one.inSet() == one.alone() ? "" : said.signed(one.inSet() - one.alone())));
            }
            cells.add(new Cell.Text(said.money(candidate.cost(best.scenario()))));
            if (basis) {
                cells.add(new Cell.Text(said.basis(candidate, best.scenario())));
            }
            if (tied) {
                cells.add(new Cell.Text(portfolio.isTied(candidate) ? wording.sentence("tied") : ""));
            }
            rows.add(new Row(null, cells));
        }
        return new Table("members", "", columns, rows);
    }

    private Cell named(@Nullable String place) {
        return place == null ? Cell.Text.EMPTY : new Cell.Text(wording.name(place));
    }

    private List<String> beside() {
        List<String> lines = new ArrayList<>();
        ChosenSet best = portfolio.best();
        if (best == null) {
            return lines;
        }
        for (Scenario reading : Scenario.values()) {
            ChosenSet set = portfolio.sets().get(reading);
            if (set != null && reading != portfolio.main() && portfolio.sets().size() > 1) {
                lines.add(said.beside(set, best));
            }
        }
        ChosenSet greedy = portfolio.greedy();
        if (greedy != null && !best.members().isEmpty()) {
            lines.add(said.greedy(greedy, best));
        }
        return lines;
    }

    private Section certainty() {
        List<String> sentences = said.standings();
        Shares shares = new Shares(
                List.of(wording.sentence("project"), wording.sentence("in the best set"), wording.sentence("standing")),
                portfolio.standings().stream()
                        .map(one -> new Share(
                                wording.name(one.candidate().projectName()),
                                Math.round(100.0 * one.times() / portfolio.draws()),
                                said.kind(one)))
                        .toList());
        if (portfolio.cutShort()) {
            sentences.add(wording.sentence(
                    "The effort was spent before all was searched: give it more with `%s`.", "--effort"));
        }
        return new Section(
                "sure",
                wording.sentence("How sure"),
                said.drawn(),
                sentences.isEmpty() ? List.of() : List.of(new Figure(shares, List.of(Items.of(sentences)))));
    }

    private Section whyNot() {
        return new Section(
                "why",
                wording.sentence("Why not"),
                List.of(
                        Items.shortened(
                                portfolio.outsiders().stream()
                                        .map(said::outsider)
                                        .toList(),
                                wording.sentence("%s more in the JSON output")),
                        Items.of(said.barred())));
    }

    private Section otherBudgets() {
        long most =
                portfolio.frontier().stream().mapToLong(Frontier::worth).max().orElse(0);
        List<Block> blocks = new ArrayList<>();
        if (most > 0) {
            Table table = budgets(most);
            Curve curve = curve();
            blocks.add(curve == null ? table : new Figure(curve, List.of(table)));
        }
        return new Section(
                "frontier",
                wording.sentence("Other budgets"),
                wording.sentence("The best sets of other budgets"),
                blocks);
    }

    private Table budgets(long most) {
        List<Column> columns = List.of(
                new Column(wording.sentence("budget"), Kind.AMOUNT),
                new Column(wording.sentence("points"), Kind.TEXT),
                new Column(wording.sentence("cost"), Kind.AMOUNT),
                new Column(wording.sentence("projects"), Kind.COUNT),
                new Column("", Kind.TEXT));
        return new Table(
                "budgets",
                "",
                columns,
                portfolio.frontier().stream()
                        .map(one -> new Row(
                                new Cell.Text(said.money(one.budget())),
                                new Cell.Bar(part(one.worth(), most), said.points(one.worth())),
                                new Cell.Text(said.money(one.cost())),
                                new Cell.Quantity(BigDecimal.valueOf(one.projects()), null),
                                new Cell.Text(one.proven() ? "" : wording.sentence("not proven"))))
                        .toList());
    }

    /** Returns a value as a bar that is full at the largest value. */
    private static ScoreInterval part(long worth, long most) {
        BigDecimal part =
                BigDecimal.valueOf(worth).multiply(FULL).divide(BigDecimal.valueOf(most), 6, RoundingMode.HALF_EVEN);
        return new ScoreInterval(part, part);
    }

    /**
     * Returns the curve of the best sets over budgets; null if there is no other budget, or no set to draw beside the
     * plan's.
     */
    private @Nullable Curve curve() {
        List<Frontier> points = portfolio.frontier();
        ChosenSet best = portfolio.best();
        Amount asked = portfolio.plan().budget();
        if (points.size() < 2 || best == null || asked == null) {
            return null;
        }
        long budget = asked.decimal().movePointRight(6).longValue();
        int plan = -1;
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).budget() == budget) {
                plan = i;
            }
        }
        List<Tick> ticks = new ArrayList<>();
        for (int half = 1; half <= 3; half++) {
            ticks.add(new Tick(decimal(budget / 2 * half), said.money(budget / 2 * half)));
        }
        ChosenSet found = portfolio.greedy();
        @Nullable ChosenSet greedy = found != null && found.worth() < best.worth() ? found : null;
        return new Curve(
                wording.sentence(
                        "The worth of the best set by budget, from %s to %s points. The table below says the same.",
                        said.points(points.get(0).worth()),
                        said.points(points.get(points.size() - 1).worth())),
                wording.sentence("points"),
                points.stream()
                        .map(one -> new Point(decimal(one.budget()), decimal(one.worth()), one.proven()))
                        .toList(),
                plan,
                ticks,
                said.points(best.worth()),
                greedy != null
                        ? new Point(
                                decimal(
                                        plan < 0
                                                ? greedy.cost()
                                                : points.get(plan).budget()),
                                decimal(greedy.worth()),
                                true)
                        : null,
                greedy != null ? said.greedily(greedy) : "");
    }

    private List<Table> sheets() {
        List<Table> all = new ArrayList<>();
        all.add(members().build());
        if (!portfolio.frontier().isEmpty()) {
            all.add(frontier().build());
        }
        all.add(candidates().build());
        if (!portfolio.outsiders().isEmpty()) {
            all.add(outsiders().build());
        }
        if (!portfolio.margins().isEmpty()) {
            all.add(margins().build());
        }
        if (arrivals != null && !arrivals.links().isEmpty()) {
            all.add(ArrivalSheet.of(arrivals, portfolio.names(), wording).build());
        }
        Edition pack = portfolio.pack();
        Edition universe = portfolio.universe();
        if (pack != null && universe != null) {
            all.add(about(pack, universe).build());
        }
        return all;
    }

    private static BigDecimal decimal(long millionths) {
        return BigDecimal.valueOf(millionths, 6).stripTrailingZeros();
    }

    private static @Nullable BigDecimal exact(@Nullable Long millionths) {
        return millionths == null ? null : decimal(millionths);
    }

    /** Returns the heading of a column of amounts, with their unit if they have one. */
    private String money(String column) {
        String heading = wording.say("sheet.column." + column);
        String one = said.money(1_000_000);
        return one.equals("1") ? heading : wording.sentence("%s (%s)", heading, one.replaceFirst("^1 ", ""));
    }

    private TableBuilder<?> members() {
        ChosenSet best = portfolio.best();
        List<Member> members = best == null ? List.of() : best.members();
        TableBuilder<Member> sheet = new TableBuilder<>(wording, "set", members)
                .line(said.title())
                .line(best == null || members.isEmpty() ? String.join(" ", said.none()) : said.headline(best))
                .line(said.asked());
        return who(sheet, Member::candidate)
                .number("inSet", Kind.SCORE, one -> exact(one.inSet()))
                .number("alone", Kind.SCORE, one -> exact(one.alone()))
                .number("together", Kind.POINTS, one -> exact(one.inSet() - one.alone()))
                .headed(
                        "cost",
                        money("cost"),
                        Kind.AMOUNT,
                        one -> best == null ? null : exact(one.candidate().cost(best.scenario())))
                .text("basis", 14, one -> best == null ? null : said.basis(one.candidate(), best.scenario()))
                .text("verdict", 14, one -> said.verdict(one.candidate().verdict()))
                .text("base", 14, one -> said.verdict(one.candidate().base()))
                .number("known", Kind.SHARE, one -> one.candidate().known())
                .printedSoFar()
                .text("project", 16, one -> one.candidate().project())
                .text("city", 14, one -> one.candidate().city())
                .text("tied", 6, one -> portfolio.isTied(one.candidate()));
    }

    private <T> TableBuilder<T> who(TableBuilder<T> sheet, Function<T, Candidate> of) {
        return sheet.text("projectName", 30, row -> wording.name(of.apply(row).projectName()))
                .frozen()
                .text("cityName", 16, row -> {
                    String city = of.apply(row).cityName();
                    return city == null ? null : wording.name(city);
                })
                .text("district", 20, row -> {
                    String district = of.apply(row).district();
                    return district == null ? null : wording.name(district);
                });
    }

    private TableBuilder<?> frontier() {
        return new TableBuilder<>(wording, "frontier", portfolio.frontier())
                .headed("budget", money("budget"), Kind.AMOUNT, one -> exact(one.budget()))
                .number("worth", Kind.SCORE, one -> exact(one.worth()))
                .headed("cost", money("cost"), Kind.AMOUNT, one -> exact(one.cost()))
                .count("projects", Frontier::projects)
                .text("proven", 10, Frontier::proven);
    }

    private TableBuilder<?> candidates() {
        ChosenSet best = portfolio.best();
        Map<String, Standing> standings = new HashMap<>();
        portfolio.standings().forEach(one -> standings.put(one.candidate().project(), one));
        TableBuilder<Candidate> sheet = who(
                        new TableBuilder<>(wording, "candidates", portfolio.candidates()), one -> one)
                .text(
                        "chosen",
                        10,
                        one -> best != null
                                && best.members().stream()
                                        .anyMatch(member -> member.candidate().equals(one)));
        for (Scenario reading : Scenario.values()) {
            if (portfolio.sets().containsKey(reading)) {
                sheet.number(
                                "readings." + reading.name() + ".worth",
                                Kind.SCORE,
                                one -> exact(one.worth().get(reading)))
                        .headed(
                                "readings." + reading.name() + ".cost",
                                money("readings." + reading.name() + ".cost"),
                                Kind.AMOUNT,
                                one -> exact(one.cost().get(reading)));
            }
        }
        return sheet.text("basis", 14, one -> said.basis(one, portfolio.main()))
                .text("verdict", 14, one -> said.verdict(one.verdict()))
                .text("base", 14, one -> said.verdict(one.base()))
                .number("known", Kind.SHARE, Candidate::known)
                .prose("barred", 40, one -> {
                    Bar barred = one.barred().get(portfolio.main());
                    return barred == null ? null : wording.say(barred.why());
                })
                .number("inBest", Kind.SHARE, one -> {
                    Standing standing = standings.get(one.project());
                    return standing == null || portfolio.draws() == 0
                            ? null
                            : BigDecimal.valueOf(Math.round(1000.0 * standing.times() / portfolio.draws()), 3);
                })
                .text("standings.kind", 14, one -> {
                    Standing standing = standings.get(one.project());
                    return standing == null
                            ? null
                            : new ChoiceWord(standing.kind().name(), "sheet.standing." + standing.kind());
                })
                .printedSoFar()
                .text("project", 16, Candidate::project)
                .text("city", 14, Candidate::city);
    }

    private TableBuilder<?> outsiders() {
        return who(new TableBuilder<>(wording, "outside", portfolio.outsiders()), Outsider::candidate)
                .number("loss", Kind.SCORE, one -> exact(one.loss()))
                .prose(
                        "instead",
                        40,
                        one -> one.instead().stream()
                                .map(gone -> wording.name(gone.projectName()))
                                .toList())
                .prose("why", said::outsider);
    }

    private TableBuilder<?> margins() {
        return new TableBuilder<>(wording, "margins", portfolio.margins())
                .text("budget", 40, one -> wording.say(one.label()))
                .number("more", Kind.AMOUNT, one -> exact(one.more()))
                .number("gain", Kind.POINTS, one -> exact(one.gain()))
                .prose("why", (Margin one) -> said.margin(one));
    }

    private TableBuilder<?> about(Edition pack, Edition universe) {
        AboutSheet about = new AboutSheet(wording, portfolio.names())
                .illustrative(portfolio.illustrative())
                .edition("universe", universe)
                .edition("pack", pack);
        ChosenSet best = portfolio.best();
        about.line("solver", portfolio.solver());
        about.line("unit", wording.unit(portfolio.money()));
        if (best != null) {
            about.line("sure", said.sure(best));
            if (portfolio.greedy() != null) {
                about.line("greedy", said.greedy(portfolio.greedy(), best));
            }
        }
        return about.sheet();
    }
}
