package dev.winnow.portfolio.portfolio;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Message;
import dev.winnow.portfolio.portfolio.Candidate.CostBasis;
import dev.winnow.portfolio.selection.Choice.Status;
import dev.winnow.report.json.Contract;
import dev.winnow.report.json.ScreeningDocument.Universe;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The best sets of projects within budgets. Editions are absent if the plan brings its own candidates. */
public record PortfolioContract(
        int schema,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Edition pack,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Universe universe,
        boolean illustrative,
        @Nullable String title,
        @Nullable BigDecimal budget,
        String unit,
        String solver,
        boolean complete,
        boolean cutShort,
        Scenario main,
        List<ChosenSet> sets,
        List<ChosenSet> greedy,
        List<Eligible> candidates,
        List<Outsider> outside,
        List<Margin> margins,
        List<Frontier> frontier,
        int draws,
        List<Standing> standings,
        List<String> contradiction) {

    public static PortfolioContract of(Portfolio portfolio) {
        return new PortfolioContract(
                Contract.SCHEMA,
                portfolio.pack(),
                portfolio.universe() == null ? null : Universe.of(portfolio.universe()),
                portfolio.illustrative(),
                portfolio.plan().title(),
                portfolio.plan().budget() == null
                        ? null
                        : portfolio.plan().budget().decimal(),
                portfolio.money().id(),
                portfolio.solver(),
                portfolio.complete(),
                portfolio.cutShort(),
                portfolio.main(),
                Contract.list(
                        portfolio.sets().values(),
                        set -> ChosenSet.of(set, one -> set.scenario() == portfolio.main() && portfolio.isTied(one))),
                portfolio.greedy() == null ? List.of() : List.of(ChosenSet.of(portfolio.greedy(), one -> false)),
                Contract.list(portfolio.candidates(), Eligible::of),
                Contract.list(portfolio.outsiders(), Outsider::of),
                Contract.list(
                        portfolio.margins(),
                        one -> new Margin(one.label().toString(), exact(one.more()), exact(one.gain()))),
                Contract.list(portfolio.frontier(), Frontier::of),
                portfolio.draws(),
                Contract.list(
                        portfolio.standings(),
                        one -> new Standing(
                                one.candidate().project(),
                                one.candidate().city(),
                                one.times(),
                                one.kind(),
                                one.assumed())),
                Contract.list(portfolio.contradiction(), Object::toString));
    }

    private static BigDecimal exact(long millionths) {
        return BigDecimal.valueOf(millionths, 6);
    }

    record ChosenSet(
            Scenario reading,
            Status status,
            BigDecimal worth,
            BigDecimal bound,
            BigDecimal cost,
            BigDecimal leftOut,
            List<Member> members) {

        /** @param tied whether another candidate could replace a member without changing the value of the set */
        static ChosenSet of(Portfolio.ChosenSet set, Predicate<Candidate> tied) {
            return new ChosenSet(
                    set.scenario(),
                    set.status(),
                    exact(set.worth()),
                    exact(set.bound()),
                    exact(set.cost()),
                    exact(set.leftOut()),
                    Contract.list(set.members(), one -> Member.of(one, tied.test(one.candidate()))));
        }
    }

    record Member(String project, @Nullable String city, BigDecimal alone, BigDecimal inSet, boolean tied) {

        static Member of(Portfolio.Member one, boolean tied) {
            return new Member(
                    one.candidate().project(), one.candidate().city(), exact(one.alone()), exact(one.inSet()), tied);
        }
    }

    record Eligible(
            String project,
            @Nullable String city,
            @Nullable String district,
            @Nullable String track,
            @Nullable Verdict verdict,
            @Nullable Verdict base,
            @Nullable BigDecimal known,
            Map<Scenario, Terms> readings) {

        static Eligible of(Candidate one) {
            Map<Scenario, Terms> readings = new TreeMap<>();
            for (Scenario reading : one.worth().keySet()) {
                Long cost = one.cost().get(reading);
                readings.put(
                        reading,
                        new Terms(
                                exact(one.worth(reading)),
                                cost == null ? null : exact(cost),
                                one.basis().get(reading),
                                Contract.text(why(one.barred().get(reading)))));
            }
            return new Eligible(
                    one.project(),
                    one.city(),
                    one.district(),
                    one.track(),
                    one.verdict(),
                    one.base(),
                    one.known(),
                    readings);
        }

        private static @Nullable Message why(@Nullable Bar bar) {
            return bar == null ? null : bar.why();
        }
    }

    record Terms(
            BigDecimal worth,
            @Nullable BigDecimal cost,
            @Nullable CostBasis basis,
            @Nullable String barred) {}

    record Outsider(
            String project,
            @Nullable String city,
            @Nullable BigDecimal loss,
            boolean proven,
            List<String> instead,
            boolean tied) {

        static Outsider of(Portfolio.Outsider one) {
            return new Outsider(
                    one.candidate().project(),
                    one.candidate().city(),
                    one.loss() == null ? null : exact(one.loss()),
                    one.proven(),
                    Contract.list(one.instead(), Candidate::project),
                    one.isTied());
        }
    }

    record Margin(String budget, BigDecimal more, BigDecimal gain) {}

    record Frontier(BigDecimal budget, BigDecimal worth, BigDecimal cost, int projects, boolean proven) {

        static Frontier of(Portfolio.Frontier one) {
            return new Frontier(
                    exact(one.budget()), exact(one.worth()), exact(one.cost()), one.projects(), one.proven());
        }
    }

    record Standing(String project, @Nullable String city, int times, Portfolio.Kind kind, boolean assumed) {}
}
