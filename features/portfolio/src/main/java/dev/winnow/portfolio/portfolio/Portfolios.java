package dev.winnow.portfolio.portfolio;

import dev.winnow.analysis.weights.WeightSampling;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.engine.internal.score.Weighing;
import dev.winnow.engine.internal.score.Weighing.Part;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.domain.Project;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.universe.Universe.ProjectEntry;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import dev.winnow.portfolio.portfolio.Candidate.CostBasis;
import dev.winnow.portfolio.portfolio.PortfolioPlan.Cost;
import dev.winnow.portfolio.portfolio.PortfolioPlan.Given;
import dev.winnow.portfolio.portfolio.PortfolioSearch.Draws;
import dev.winnow.portfolio.portfolio.SearchWatch.Step;
import dev.winnow.portfolio.portfolio.SetValues.Judged;
import dev.winnow.portfolio.selection.Cancellation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses the projects to fund, and their cities. */
public final class Portfolios {

    private static final Bar NO_COST =
            new Bar(Bar.Reason.NO_COST, Message.of("its cost is unknown; the plan can state it under `%s`", "costs"));
    private static final Bar NOT_RECOMMENDED = new Bar(
            Bar.Reason.NOT_RECOMMENDED,
            Message.of(
                    "it is on hold, and without `%s` only recommended candidates are considered", "--consider hold"));

    private Portfolios() {}

    /**
     * Limits of the search.
     *
     * @param limit the effort for one set, and again for everything about it: the work of about this time, counted so
     *     that every machine finds the same
     * @param draws number of random draws of weights and unknown facts
     * @param seed seed of the draws; equal seeds draw equal worths
     */
    public record Limits(Duration limit, int draws, long seed) {}

    /** {@return the ids of the projects of a universe that have neither landed nor been decided} */
    public static Set<String> openProjects(Universe universe) {
        return universe.projects().stream()
                .filter(one -> one.city() == null && one.decided() == null && universe.outcome(one.id()) == null)
                .map(ProjectEntry::id)
                .collect(Collectors.toSet());
    }

    /** {@return the best sets of a plan's own candidates} */
    public static Portfolio ofGiven(PortfolioPlan plan, Limits limits) {
        return ofGiven(plan, limits, new Cancellation(), SearchWatch.NONE);
    }

    /** {@return the best sets of a plan's own candidates; those found until the search was cancelled} */
    public static Portfolio ofGiven(PortfolioPlan plan, Limits limits, Cancellation cancellation, SearchWatch watch) {
        List<Candidate> candidates =
                plan.candidates().stream().map(one -> given(plan, one)).toList();
        PortfolioSearch search = new PortfolioSearch(
                plan,
                candidates,
                Map.of(),
                SetValues.given(plan, candidates),
                Unit.NUMBER,
                limits.limit(),
                cancellation,
                watch);
        return search.run(new Provenance(null, null, false, Names.NONE), EnumSet.of(Scenario.CERTAIN), () -> null);
    }

    /**
     * {@return the best sets of the candidates of a universe}
     *
     * @param request the pack, the universe, and the requested projects and cities; not as of decisions, which differ
     *     by project
     * @throws dev.winnow.language.PackException as screening does
     */
    public static Portfolio of(PortfolioPlan plan, ScreeningRequest request, Limits limits) {
        return of(plan, request, limits, new Cancellation(), SearchWatch.NONE);
    }

    /**
     * {@return the best sets of the candidates of a universe; those found until the search was cancelled}
     *
     * @param request the pack, the universe, and the requested projects and cities; not as of decisions, which differ
     *     by project
     * @param cancellation ends the search early, with the best set found so far
     * @param watch follows the search
     * @throws java.util.concurrent.CancellationException if the search is cancelled before any set was searched
     * @throws dev.winnow.language.PackException as screening does
     */
    public static Portfolio of(
            PortfolioPlan plan, ScreeningRequest request, Limits limits, Cancellation cancellation, SearchWatch watch) {
        RulePack pack = request.pack();
        Universe universe = request.universe().with(pack.vocabulary());
        Collection<String> cities = request.cities() == null ? universe.cityIds() : request.cities();
        Facts facts = request.asOfPolicy().facts(universe);
        Assumptions assumptions =
                request.assumptions().orElse(universe.assumptions()).orElse(pack.assumptions());
        Facts assumed = assumptions.isEmpty() ? null : facts.assuming(assumptions);
        ScreeningResult result = request.screen((done, total) -> {
            cancellation.requireNone();
            watch.at(Step.SCREENING, done, total);
        });
        List<Assessment> assessments = result.asked().assessments();
        SetScreening screening = new SetScreening(request.over(universe), facts.asOf(), plan.eligibility());
        List<Candidate> candidates = new ArrayList<>();
        for (Assessment one : assessments) {
            candidates.add(candidate(plan, one, screening.alone(one), facts, assumed));
        }
        Synergies synergies = new Synergies(candidates, screening, facts.links(), cancellation, watch);
        Map<Scenario, List<Fund>> funds = new EnumMap<>(Scenario.class);
        funds.put(Scenario.CERTAIN, funds(facts, cities));
        funds.put(Scenario.POSSIBLE, funds(facts, cities));
        funds.put(Scenario.BASE, funds(assumed == null ? facts : assumed, cities));
        PortfolioSearch search = new PortfolioSearch(
                plan, candidates, funds, synergies, universe.money(), limits.limit(), cancellation, watch);
        Set<Scenario> scenarios = EnumSet.of(Scenario.CERTAIN, Scenario.POSSIBLE);
        if (assumed != null) {
            scenarios.add(Scenario.BASE);
        }
        Provenance provenance = new Provenance(
                pack.edition(),
                universe.edition(),
                assessments.stream().anyMatch(Assessment::illustrative),
                pack.names(universe.names()));
        return search.run(provenance, scenarios, draws(result.session(), assessments, limits));
    }

    private static Candidate candidate(
            PortfolioPlan plan, Assessment assessment, Judged judged, Facts facts, @Nullable Facts assumed) {
        String id = assessment.project();
        Project project = Objects.requireNonNull(facts.project(id));
        // The scenario POSSIBLE needs a cost: the assumed one if none is known.
        Project filled = assumed == null ? project : Objects.requireNonNullElse(assumed.project(id), project);
        BaseCase base = assessment.base();
        Verdict baseVerdict = base == null ? null : base.verdict();
        boolean considered = plan.consider().contains(assessment.verdict())
                || (baseVerdict != null && plan.consider().contains(baseVerdict));
        Map<Scenario, Long> cost = new EnumMap<>(Scenario.class);
        Map<Scenario, CostBasis> basis = new EnumMap<>(Scenario.class);
        Map<Scenario, Bar> barred = new EnumMap<>(judged.barred());
        Long given = given(plan, id);
        for (Scenario scenario : judged.worth().keySet()) {
            Figure known = figure(plan.cost(), project);
            Figure figure = known != null || scenario == Scenario.CERTAIN ? known : figure(plan.cost(), filled);
            if (given != null) {
                cost.put(scenario, given);
                basis.put(scenario, CostBasis.PLAN);
            } else if (figure == null) {
                barred.merge(scenario, NO_COST, Bar::or);
            } else {
                cost.put(
                        scenario,
                        scenario == Scenario.POSSIBLE
                                ? PortfolioProblem.whole(figure.low())
                                : PortfolioProblem.wholeUp(figure.high()));
                basis.put(
                        scenario,
                        known == null ? CostBasis.ASSUMED : known.isExact() ? CostBasis.KNOWN : CostBasis.RANGE_END);
            }
            if (!considered) {
                barred.merge(scenario, NOT_RECOMMENDED, Bar::or);
            }
        }
        return new Candidate(
                id,
                assessment.projectName(),
                assessment.city(),
                assessment.cityName(),
                // A project with a known district uses the budget of that district.
                assessment.district() == null ? project.declared().text("district") : assessment.district(),
                project.track(),
                project.links(),
                assessment.verdict(),
                baseVerdict,
                assessment.known(),
                judged.worth(),
                cost,
                basis,
                parts(plan, id),
                barred);
    }

    /** A candidate that the plan brings. */
    private static Candidate given(PortfolioPlan plan, Given one) {
        Long cost = given(plan, one.id());
        Bar bar = cost == null ? NO_COST : plan.eligibility().barred(one.worth());
        return new Candidate(
                one.id(),
                one.name(),
                null,
                null,
                null,
                one.track(),
                null,
                null,
                null,
                null,
                Candidate.always(one.worth()),
                cost == null ? Map.of() : Candidate.always(cost),
                cost == null ? Map.of() : Candidate.always(CostBasis.PLAN),
                parts(plan, one.id()),
                bar == null ? Map.of() : Map.of(Scenario.CERTAIN, bar));
    }

    /** The cost of a project; null if it is unknown. */
    private static @Nullable Figure figure(Cost which, Project project) {
        Figure figure = which == Cost.INVESTMENT ? project.investment() : project.fundingNeed();
        return figure == null || figure.high().isUnbounded() ? null : figure;
    }

    /** The cost of a candidate in the plan: the total, or the sum of the parts; null if the plan has none. */
    private static @Nullable Long given(PortfolioPlan plan, String id) {
        Map<String, Amount> costs = plan.costs().getOrDefault(id, Map.of());
        Amount whole = costs.get("");
        if (whole != null) {
            return PortfolioProblem.wholeUp(whole);
        }
        return costs.isEmpty()
                ? null
                : costs.values().stream().mapToLong(PortfolioProblem::wholeUp).sum();
    }

    private static Map<String, Long> parts(PortfolioPlan plan, String id) {
        Map<String, Long> parts = new TreeMap<>();
        plan.costs().getOrDefault(id, Map.of()).forEach((part, amount) -> {
            if (!part.isEmpty()) {
                parts.put(part, PortfolioProblem.wholeUp(amount));
            }
        });
        return parts;
    }

    private static List<Fund> funds(Facts facts, Collection<String> cities) {
        return cities.stream()
                .sorted()
                .flatMap(city -> facts.rows(city).stream())
                .filter(Fund.class::isInstance)
                .map(Fund.class::cast)
                .filter(fund -> fund.id() != null)
                .toList();
    }

    /** Draws weights that keep to the pack's order of importance, and unknown scores anywhere between their bounds. */
    private static Draws draws(ScreeningSession session, List<Assessment> assessments, Limits limits) {
        double[][] weightings = WeightSampling.draw(session.pack(), limits.draws(), limits.seed());
        if (weightings == null) {
            return () -> null;
        }
        List<List<Part>> parts =
                session.weighings(assessments).map(Weighing::parts).toList();
        SplittableRandom random = new SplittableRandom(limits.seed());
        int[] drawn = {0};
        return () -> {
            if (drawn[0] == weightings.length) {
                return null;
            }
            double[] weights = weightings[drawn[0]++];
            return parts.stream().map(one -> worth(one, weights, random)).toList();
        };
    }

    private static long worth(List<Part> parts, double[] weights, SplittableRandom random) {
        double city = 0;
        double project = 0;
        for (int i = 0; i < weights.length; i++) {
            double low = parts.get(i).low().toDouble();
            double high = parts.get(i).high().toDouble();
            double value = weights[i] * (low + random.nextDouble() * (high - low));
            if (parts.get(i).criterion().side() == Side.CITY) {
                city += value;
            } else {
                project += value;
            }
        }
        return (long) (Math.min(city, project) * 1e6);
    }
}
