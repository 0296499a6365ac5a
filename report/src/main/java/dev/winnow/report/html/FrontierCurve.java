package dev.winnow.report.html;

import dev.winnow.analysis.portfolio.Portfolio;
import dev.winnow.analysis.portfolio.Portfolio.ChosenSet;
import dev.winnow.analysis.portfolio.Portfolio.Frontier;
import dev.winnow.report.i18n.PortfolioWords;
import dev.winnow.report.i18n.Wording;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The best sets of other budgets, as a page draws them.
 *
 * @param points by budget
 * @param plan which of them has the plan's budget; below 0 if none has
 * @param ticks the budgets that are written below the curve, the first the distance of all
 * @param best the worth of the plan's set in words
 * @param greedy what the most for the money finds; null if it keeps to no constraint, or finds the same
 * @param greedyWords its worth in words
 */
record FrontierCurve(
        List<Frontier> points,
        int plan,
        List<Tick> ticks,
        String best,
        @Nullable ChosenSet greedy,
        String greedyWords) {

    /** A budget in words. */
    record Tick(long budget, String words) {}

    /** Null if there is no other budget, or none finds a project worth anything. */
    static @Nullable FrontierCurve of(Portfolio portfolio, PortfolioWords said) {
        List<Frontier> points = portfolio.frontier();
        ChosenSet best = portfolio.best();
        if (points.size() < 2
                || best == null
                || portfolio.plan().budget() == null
                || points.stream().allMatch(one -> one.worth() == 0)) {
            return null;
        }
        long budget = portfolio.plan().budget().decimal().movePointRight(6).longValue();
        int plan = -1;
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).budget() == budget) {
                plan = i;
            }
        }
        List<Tick> ticks = new ArrayList<>();
        for (int half = 1; half <= 3; half++) {
            ticks.add(new Tick(budget / 2 * half, said.money(budget / 2 * half)));
        }
        ChosenSet greedy = portfolio.greedy();
        boolean worse = greedy != null && greedy.worth() < best.worth();
        return new FrontierCurve(
                points,
                plan,
                ticks,
                said.points(best.worth()),
                worse ? greedy : null,
                worse ? said.greedily(Objects.requireNonNull(greedy)) : "");
    }

    void write(PageJson json, Wording words) throws IOException {
        json.object(inside -> {
            inside.name("name").text(words.sentence("points"));
            inside.name("points")
                    .list(
                            points,
                            one -> inside.array(row -> row.number(exact(one.budget()))
                                    .number(exact(one.worth()))
                                    .number(one.proven() ? 1 : 0)));
            inside.name("plan").number(plan);
            inside.name("ticks")
                    .list(
                            ticks,
                            one -> inside.array(
                                    row -> row.number(exact(one.budget())).text(one.words())));
            inside.name("best").text(best);
            if (greedy != null) {
                inside.name("greedy")
                        .array(row -> row.number(exact(
                                        plan < 0
                                                ? greedy.cost()
                                                : points.get(plan).budget()))
                                .number(exact(greedy.worth())));
                inside.name("greedyWords").text(greedyWords);
            }
        });
    }

    private static BigDecimal exact(long millionths) {
        return BigDecimal.valueOf(millionths, 6).stripTrailingZeros();
    }
}
