package dev.winnow.report.html;

import dev.winnow.analysis.portfolio.Candidate;
import dev.winnow.analysis.portfolio.Portfolio;
import dev.winnow.analysis.portfolio.Portfolio.ChosenSet;
import dev.winnow.analysis.portfolio.Portfolio.Standing;
import dev.winnow.analysis.portfolio.Scenario;
import dev.winnow.report.i18n.PortfolioWords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A portfolio prepared for its template.
 *
 * @param shell what is around it
 * @param portfolio what was chosen
 * @param said what is said of it
 * @param curve the best sets of other budgets; null for none
 * @param hasChains whether its chains are shown
 */
record PortfolioPage(
        PageShell shell,
        Portfolio portfolio,
        PortfolioWords said,
        @Nullable FrontierCurve curve,
        boolean hasChains) {

    /** A label and what stands beside it. */
    record Fact(String label, String value) {}

    String sentence(String english, Object... values) {
        return shell.words().sentence(english, values);
    }

    /** The set that is told; null if there is none, or nobody is in it. */
    @Nullable
    ChosenSet best() {
        ChosenSet best = portfolio.best();
        return best == null || best.members().isEmpty() ? null : best;
    }

    /** What the set comes to. */
    List<Fact> facts(ChosenSet best) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(shell.words().sentence("points"), said.points(best.worth())));
        facts.add(new Fact(
                shell.words().sentence("projects"),
                String.valueOf(best.members().size())));
        facts.add(new Fact(shell.words().sentence("cost"), said.money(best.cost())));
        facts.add(new Fact(shell.words().sentence("how sure"), said.sure(best)));
        return facts;
    }

    /** What is said beside the set. */
    List<String> beside(ChosenSet best) {
        List<String> lines = new ArrayList<>();
        for (Scenario reading : Scenario.values()) {
            ChosenSet set = portfolio.sets().get(reading);
            if (set != null && reading != portfolio.main() && portfolio.sets().size() > 1) {
                lines.add(said.beside(set, best));
            }
        }
        if (portfolio.greedy() != null) {
            lines.add(said.greedy(portfolio.greedy(), best));
        }
        return lines;
    }

    /** Why others are not in the set. */
    List<String> whyNot() {
        List<String> lines = new ArrayList<>();
        portfolio.outsiders().forEach(one -> lines.add(said.outsider(one)));
        lines.addAll(said.barred());
        return lines;
    }

    List<String> margins() {
        return portfolio.margins().stream().map(said::margin).toList();
    }

    /** How often one was in the best set, in percent. */
    String share(Standing one) {
        return String.valueOf(Math.round(100.0 * one.times() / portfolio.draws()));
    }

    String name(Candidate one) {
        return shell.words().name(one.projectName());
    }

    String city(Candidate one) {
        return one.cityName() == null ? "" : shell.words().name(one.cityName());
    }

    String district(Candidate one) {
        return one.district() == null ? "" : shell.words().name(one.district());
    }

    /** Whether candidates are in cities. */
    boolean hasCities() {
        return portfolio.universe() != null;
    }

    /** The curve in words. */
    String curveWords(FrontierCurve drawn) {
        return shell.words()
                .sentence(
                        "The worth of the best set by budget, from %s to %s points. The table below says the same.",
                        said.points(drawn.points().get(0).worth()),
                        said.points(
                                drawn.points().get(drawn.points().size() - 1).worth()));
    }
}
