package dev.winnow.report.contents;

import dev.winnow.analysis.chains.ChainArrivals;
import dev.winnow.analysis.portfolio.Candidate;
import dev.winnow.analysis.portfolio.Portfolio;
import dev.winnow.analysis.portfolio.Portfolio.ChosenSet;
import dev.winnow.analysis.portfolio.Portfolio.Frontier;
import dev.winnow.analysis.portfolio.Portfolio.Margin;
import dev.winnow.analysis.portfolio.Portfolio.Member;
import dev.winnow.analysis.portfolio.Portfolio.Outsider;
import dev.winnow.analysis.portfolio.Portfolio.Standing;
import dev.winnow.analysis.portfolio.Scenario;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.source.Message;
import dev.winnow.report.document.Document;
import dev.winnow.report.document.Table.Kind;
import dev.winnow.report.i18n.ChoiceWord;
import dev.winnow.report.i18n.PortfolioWords;
import dev.winnow.report.i18n.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the sheets of a set of projects. Amounts are million of the currency. */
final class PortfolioSheets {

    private final Portfolio portfolio;
    private final Wording wording;
    private final PortfolioWords words;

    private PortfolioSheets(Portfolio portfolio, Wording wording) {
        this.portfolio = portfolio;
        this.wording = wording;
        this.words = new PortfolioWords(portfolio, wording);
    }

    static Document of(Portfolio portfolio, @Nullable ChainArrivals arrivals, Wording wording) {
        PortfolioSheets sheets = new PortfolioSheets(portfolio, wording);
        List<TableBuilder<?>> all = new ArrayList<>();
        all.add(sheets.members());
        if (!portfolio.frontier().isEmpty()) {
            all.add(sheets.frontier());
        }
        all.add(sheets.candidates());
        if (!portfolio.outsiders().isEmpty()) {
            all.add(sheets.outsiders());
        }
        if (!portfolio.margins().isEmpty()) {
            all.add(sheets.margins());
        }
        if (arrivals != null && !arrivals.links().isEmpty()) {
            all.add(ArrivalSheet.of(arrivals, portfolio.names(), wording));
        }
        Edition pack = portfolio.pack();
        Edition universe = portfolio.universe();
        if (pack != null && universe != null) {
            all.add(sheets.about(pack, universe));
        }
        return Sheets.of(sheets.words.title(), sheets.members(), all);
    }

    private static @Nullable BigDecimal exact(@Nullable Long millionths) {
        return millionths == null ? null : BigDecimal.valueOf(millionths, 6).stripTrailingZeros();
    }

    /** The heading of a column of amounts, with what they are counted in, if in anything. */
    private String money(String column) {
        String heading = wording.say("sheet.column." + column);
        String one = words.money(1_000_000);
        return one.equals("1") ? heading : wording.sentence("%s (%s)", heading, one.replaceFirst("^1 ", ""));
    }

    private TableBuilder<?> members() {
        ChosenSet best = portfolio.best();
        List<Member> members = best == null ? List.of() : best.members();
        TableBuilder<Member> sheet = new TableBuilder<>(wording, "set", members)
                .line(words.title())
                .line(best == null || members.isEmpty() ? String.join(" ", words.none()) : words.headline(best))
                .line(words.asked());
        return who(sheet, Member::candidate)
                .number("worth", Kind.SCORE, one -> exact(one.inSet()))
                .number("alone", Kind.SCORE, one -> exact(one.alone()))
                .number("together", Kind.POINTS, one -> exact(one.inSet() - one.alone()))
                .headed(
                        "cost",
                        money("cost"),
                        Kind.AMOUNT,
                        one -> best == null ? null : exact(one.candidate().cost(best.scenario())))
                .printedSoFar()
                .text("project", 16, one -> one.candidate().project())
                .text("city", 14, one -> one.candidate().city());
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
                .text("best", 10, Frontier::proven);
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
                                "worth." + reading.name(),
                                Kind.SCORE,
                                one -> exact(one.worth().get(reading)))
                        .headed(
                                "cost." + reading.name(),
                                money("cost." + reading.name()),
                                Kind.AMOUNT,
                                one -> exact(one.cost().get(reading)));
            }
        }
        return sheet.prose("barred", 40, one -> {
                    Message barred = one.barred().get(portfolio.main());
                    return barred == null ? null : wording.say(barred);
                })
                .number("inBest", Kind.SHARE, one -> {
                    Standing standing = standings.get(one.project());
                    return standing == null || portfolio.draws() == 0
                            ? null
                            : BigDecimal.valueOf(Math.round(1000.0 * standing.times() / portfolio.draws()), 3);
                })
                .text("standing", 14, one -> {
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
                .prose("why", words::outsider);
    }

    private TableBuilder<?> margins() {
        return new TableBuilder<>(wording, "margins", portfolio.margins())
                .text("budget", 40, one -> wording.say(one.label()))
                .number("more", Kind.AMOUNT, one -> exact(one.more()))
                .number("gain", Kind.POINTS, one -> exact(one.gain()))
                .prose("why", (Margin one) -> words.margin(one));
    }

    private TableBuilder<?> about(Edition pack, Edition universe) {
        AboutSheet about = new AboutSheet(wording)
                .illustrative(portfolio.illustrative())
                .edition("universe", universe)
                .edition("pack", pack);
        ChosenSet best = portfolio.best();
        about.line("solver", portfolio.solver());
        about.line("unit", wording.unit(portfolio.money()));
        if (best != null) {
            about.line("sure", words.sure(best));
            if (portfolio.greedy() != null) {
                about.line("greedy", words.greedy(portfolio.greedy(), best));
            }
        }
        return about.sheet();
    }
}
