package dev.winnow.report.text;

import dev.winnow.analysis.portfolio.Candidate;
import dev.winnow.analysis.portfolio.Portfolio;
import dev.winnow.analysis.portfolio.Portfolio.ChosenSet;
import dev.winnow.analysis.portfolio.Portfolio.Frontier;
import dev.winnow.analysis.portfolio.Portfolio.Kind;
import dev.winnow.analysis.portfolio.Portfolio.Margin;
import dev.winnow.analysis.portfolio.Portfolio.Member;
import dev.winnow.analysis.portfolio.Portfolio.Outsider;
import dev.winnow.analysis.portfolio.Portfolio.Standing;
import dev.winnow.analysis.portfolio.Scenario;
import dev.winnow.model.source.Message;
import dev.winnow.report.i18n.PortfolioWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.Colours;
import dev.winnow.report.layout.Columns;
import dev.winnow.report.layout.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a portfolio as text for a terminal. */
public final class PortfolioText {

    /** The width beyond which lines get no wider. */
    public static final int MOST = 110;

    private static final int POINTS = 9;
    private static final int SYNERGY = 12;
    /** How wide the column of cities is: as the longest name, unless that takes too much of a page. */
    private static final int CITY = 12;

    private static final int LONGEST_CITY = 20;
    private static final int COST = 14;
    private static final int BAR = 30;
    private static final int MOST_TOLD = 12;

    private final Portfolio portfolio;
    private final Colours colours;
    private final Wording wording;
    private final PortfolioWords words;
    private final Page page;

    private PortfolioText(Portfolio portfolio, Colours colours, Wording wording, int width) {
        this.portfolio = portfolio;
        this.colours = colours;
        this.wording = wording;
        this.words = new PortfolioWords(portfolio, wording);
        this.page = new Page(width);
    }

    /**
     * The whole text, each line ended.
     *
     * @param width how many columns it may take, at least 60
     */
    public static String of(Portfolio portfolio, Colours colours, Wording wording, int width) {
        PortfolioText text = new PortfolioText(portfolio, colours, wording, width);
        text.head();
        text.best();
        text.others();
        text.standings();
        text.outsiders();
        text.margins();
        text.frontier();
        text.foot();
        return text.page.toString();
    }

    private void head() {
        strong(words.title());
        if (portfolio.illustrative()) {
            page.line(colours.strong(wording.sentence(Editions.INVENTED)));
        }
        page.text(0, words.asked());
    }

    private void strong(String words) {
        Columns.wrap(words, page.width()).forEach(line -> page.line(colours.strong(line)));
    }

    private void best() {
        ChosenSet best = portfolio.best();
        if (best == null || best.members().isEmpty()) {
            page.line("");
            words.none().forEach(line -> page.text(0, line));
            return;
        }
        page.line("");
        strong(words.headline(best));
        int city = Math.max(
                        CITY,
                        best.members().stream()
                                .map(Member::candidate)
                                .mapToInt(
                                        one -> one.cityName() == null ? 0 : Columns.width(wording.name(one.cityName())))
                                .filter(width -> width <= LONGEST_CITY)
                                .max()
                                .orElse(0))
                + 2;
        int name = page.width() - 2 - POINTS - SYNERGY - COST - city;
        page.line(colours.faint("  " + Columns.left(wording.sentence("project"), name)
                + Columns.left(wording.sentence("city"), city)
                + Columns.right(wording.sentence("points"), POINTS)
                + Columns.right(wording.sentence("by synergy"), SYNERGY)
                + Columns.right(wording.sentence("cost"), COST)));
        for (Member one : best.members()) {
            Candidate candidate = one.candidate();
            List<String> called = Columns.nameLines(wording.name(candidate.projectName()), name - 1);
            page.line("  " + Columns.left(called.get(0), name)
                    + Columns.left(
                            candidate.cityName() == null
                                    ? ""
                                    : Columns.name(wording.name(candidate.cityName()), city - 1),
                            city)
                    + Columns.right(words.points(one.inSet()), POINTS)
                    + Columns.right(one.inSet() == one.alone() ? "" : words.signed(one.inSet() - one.alone()), SYNERGY)
                    + Columns.right(words.money(candidate.cost(best.scenario())), COST));
            called.stream().skip(1).forEach(rest -> page.line("  " + rest));
        }
        words.remarks(best).forEach(line -> page.text(2, line));
    }

    private void others() {
        ChosenSet best = portfolio.best();
        if (best == null) {
            return;
        }
        List<String> lines = new ArrayList<>();
        for (Scenario reading : Scenario.values()) {
            ChosenSet set = portfolio.sets().get(reading);
            if (set != null && reading != portfolio.main() && portfolio.sets().size() > 1) {
                lines.add(words.beside(set, best));
            }
        }
        ChosenSet greedy = portfolio.greedy();
        if (greedy != null && !best.members().isEmpty()) {
            lines.add(words.greedy(greedy, best));
        }
        if (!lines.isEmpty()) {
            page.section(colours.strong(wording.sentence("Beside it")));
            lines.forEach(line -> page.hanging("  ", line));
        }
    }

    private void standings() {
        if (portfolio.standings().isEmpty()) {
            return;
        }
        page.section(colours.strong(words.drawn()));
        Map<Kind, List<String>> byKind = new LinkedHashMap<>();
        for (Standing one : portfolio.standings()) {
            byKind.computeIfAbsent(one.kind(), unused -> new ArrayList<>()).add(words.standing(one));
        }
        byKind.forEach((kind, names) -> page.hanging("  ", words.kind(kind, names)));
    }

    private void outsiders() {
        List<String> lines = new ArrayList<>();
        for (Outsider one : portfolio.outsiders().stream().limit(MOST_TOLD).toList()) {
            lines.add(words.outsider(one));
        }
        if (portfolio.outsiders().size() > MOST_TOLD) {
            lines.add(wording.sentence(
                    "%s more in the JSON form", portfolio.outsiders().size() - MOST_TOLD));
        }
        lines.addAll(words.barred());
        if (!lines.isEmpty()) {
            page.section(colours.strong(wording.sentence("Why not")));
            lines.forEach(line -> page.hanging("  ", line));
        }
    }

    private void margins() {
        if (portfolio.margins().isEmpty()) {
            return;
        }
        page.section(colours.strong(wording.sentence("What more money is worth")));
        for (Margin one : portfolio.margins()) {
            page.hanging("  ", words.margin(one));
        }
    }

    private void frontier() {
        long most =
                portfolio.frontier().stream().mapToLong(Frontier::worth).max().orElse(0);
        if (most == 0) {
            return;
        }
        page.section(colours.strong(wording.sentence("The best sets of other budgets")));
        for (Frontier one : portfolio.frontier()) {
            int cells = (int) Math.round((double) BAR * one.worth() / most);
            page.line("  " + Columns.right(words.money(one.budget()), 16) + "  " + Columns.left("█".repeat(cells), BAR)
                    + " "
                    + Columns.right(words.points(one.worth()), 8) + "  "
                    + words.projects(one.projects())
                    + (one.proven() ? "" : "  " + wording.sentence("not proven")));
        }
    }

    private void foot() {
        page.line("");
        for (Message one : words.foot()) {
            page.text(0, wording.say(one));
        }
    }
}
