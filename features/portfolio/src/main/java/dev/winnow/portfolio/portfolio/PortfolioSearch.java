package dev.winnow.portfolio.portfolio;

import dev.winnow.model.domain.Fund;
import dev.winnow.model.source.Message;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Unit;
import dev.winnow.portfolio.portfolio.Portfolio.ChosenSet;
import dev.winnow.portfolio.portfolio.Portfolio.Frontier;
import dev.winnow.portfolio.portfolio.Portfolio.Insider;
import dev.winnow.portfolio.portfolio.Portfolio.Kind;
import dev.winnow.portfolio.portfolio.Portfolio.Margin;
import dev.winnow.portfolio.portfolio.Portfolio.Member;
import dev.winnow.portfolio.portfolio.Portfolio.Outsider;
import dev.winnow.portfolio.portfolio.Portfolio.Standing;
import dev.winnow.portfolio.portfolio.SearchWatch.Step;
import dev.winnow.portfolio.portfolio.SetValues.Judged;
import dev.winnow.portfolio.selection.Cancellation;
import dev.winnow.portfolio.selection.Choice;
import dev.winnow.portfolio.selection.Choice.Status;
import dev.winnow.portfolio.selection.Constraint;
import dev.winnow.portfolio.selection.Effort;
import dev.winnow.portfolio.selection.SelectionProblem;
import dev.winnow.portfolio.selection.Solver;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the best sets of a plan and the facts behind them. */
final class PortfolioSearch {

    /** Maximum number of times that the set of a scenario is chosen again as joint values become known. */
    private static final int MOST_ROUNDS = 40;

    /** Maximum number of projects outside the set whose cost to the set is computed. */
    private static final int MOST_OUTSIDERS = 40;

    private static final List<Integer> PARTS_OF_BUDGET =
            List.of(10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 135, 150);

    private final PortfolioPlan plan;
    private final List<Candidate> candidates;
    private final Map<Scenario, List<Fund>> funds;
    private final SetValues worths;
    private final Unit money;
    private final Solver solver = Solver.load();
    private final Duration limit;
    private final Cancellation cancellation;
    private final SearchWatch watch;

    PortfolioSearch(
            PortfolioPlan plan,
            List<Candidate> candidates,
            Map<Scenario, List<Fund>> funds,
            SetValues worths,
            Unit money,
            Duration limit,
            Cancellation cancellation,
            SearchWatch watch) {
        this.plan = plan;
        this.candidates = candidates;
        this.funds = funds;
        this.worths = worths;
        this.money = money;
        this.limit = limit;
        this.cancellation = cancellation;
        this.watch = watch;
    }

    /** The result for one scenario. */
    private record Found(
            SelectionProblem problem,
            PortfolioProblem asked,
            @Nullable BitSet chosen,
            Choice choice) {}

    /** Draws random worths of the candidates; null for no draws. */
    interface Draws {
        /** {@return the worth of each candidate in the next draw; null after the last} */
        @Nullable
        List<Long> next();
    }

    Portfolio run(Provenance provenance, Set<Scenario> scenarios, Draws draws) {
        Scenario main = scenarios.contains(Scenario.BASE) ? Scenario.BASE : Scenario.CERTAIN;
        Map<Scenario, ChosenSet> sets = new EnumMap<>(Scenario.class);
        Map<Scenario, Found> found = new EnumMap<>(Scenario.class);
        for (Scenario scenario : scenarios) {
            watch.at(Step.SETS, sets.size(), scenarios.size());
            Found one = choose(scenario);
            found.put(scenario, one);
            sets.put(scenario, set(scenario, one));
        }
        Found best = Objects.requireNonNull(found.get(main));
        boolean any = best.chosen() != null && !best.chosen().isEmpty();
        Effort effort = effort();
        // Half of the effort at most goes to the curve of other budgets, so that some is left for the rest.
        List<Frontier> frontier = any ? frontier(best, main, effort.part(0.5)) : List.of();
        List<Margin> margins = any ? margins(best, effort) : List.of();
        List<Insider> insiders = any ? insiders(best, effort) : List.of();
        List<Outsider> outsiders = any ? outsiders(best, main, effort) : List.of();
        Map<Integer, Integer> times = new HashMap<>();
        int drawn = any ? draw(best, draws, times, effort) : 0;
        List<Message> contradiction =
                best.choice().status() == Status.IMPOSSIBLE ? contradiction(best, effort) : List.of();
        return new Portfolio(
                plan,
                provenance.pack(),
                provenance.universe(),
                provenance.illustrative(),
                provenance.names(),
                money,
                Solver.NAME,
                worths.isComplete(),
                effort.isSpent(),
                candidates,
                sets,
                main,
                any ? greedy(best, main) : null,
                insiders,
                outsiders,
                margins,
                frontier,
                drawn,
                drawn == 0 ? List.of() : standings(times, drawn, main, insiders),
                contradiction);
    }

    private Effort effort() {
        return Effort.ofSeconds(limit.toMillis() / 1e3, cancellation);
    }

    /** Chooses a set, screens it, and chooses again as long as its worth differs from the computed one. */
    private Found choose(Scenario scenario) {
        Effort effort = effort();
        PortfolioProblem asked =
                new PortfolioProblem(plan, candidates, funds.getOrDefault(scenario, List.of()), scenario, money);
        List<Constraint> cuts = new ArrayList<>();
        Set<BitSet> refined = new HashSet<>();
        Found before = null;
        for (int round = 0; ; round++) {
            SelectionProblem problem = asked.of(worths.together(scenario), worths.conflicts(scenario), cuts);
            Choice choice = solver.choose(problem, effort, improvement(scenario));
            BitSet chosen = choice.chosen();
            if (chosen == null) {
                return choice.status() == Status.OUT_OF_TIME && before != null
                        ? before
                        : new Found(problem, asked, null, choice);
            }
            List<Judged> members = worths.inSet(chosen);
            boolean barred = members.stream().anyMatch(one -> one.barred().containsKey(scenario));
            boolean asReckoned = worth(members, scenario) == choice.worth();
            boolean last = round >= MOST_ROUNDS || effort.isSpent();
            if (barred && last) {
                return before != null ? before : new Found(problem, asked, null, Choice.none(Status.OUT_OF_TIME));
            }
            if (barred) {
                cuts.add(Constraint.anotherThan(
                        Message.of("some cannot be chosen together"), chosen, candidates.size()));
            } else if (asReckoned || last || !refined.add(chosen)) {
                return new Found(problem, asked, chosen, choice);
            } else {
                Choice unsure = new Choice(chosen, choice.worth(), choice.bound(), Status.WITHIN_BOUND);
                before = new Found(problem, asked, chosen, unsure);
                worths.refine(chosen);
            }
        }
    }

    /** Reports better sets to the watch; null if nothing is watched, so that the solver need not stop for it. */
    private Solver.@Nullable Improvement improvement(Scenario scenario) {
        return watch == SearchWatch.NONE
                ? null
                : (chosen, worth, bound) -> watch.found(
                        scenario, chosen.stream().mapToObj(candidates::get).toList(), worth, bound);
    }

    private static long worth(List<Judged> members, Scenario scenario) {
        return members.stream()
                .mapToLong(one -> one.worth().getOrDefault(scenario, 0L))
                .sum();
    }

    private ChosenSet set(Scenario scenario, Found found) {
        BitSet chosen = found.chosen();
        return chosen == null
                ? new ChosenSet(scenario, found.choice().status(), List.of(), 0, 0, 0, 0)
                : set(
                        scenario,
                        chosen,
                        found.choice().status(),
                        found.choice().bound(),
                        found.choice().worth());
    }

    private ChosenSet set(Scenario scenario, BitSet chosen, Status status, long bound, long reckoned) {
        List<Judged> judged = worths.inSet(chosen);
        List<Member> members = new ArrayList<>();
        long cost = 0;
        int at = 0;
        for (int i : chosen.stream().toArray()) {
            Candidate one = candidates.get(i);
            members.add(
                    new Member(one, one.worth(scenario), judged.get(at).worth().getOrDefault(scenario, 0L)));
            cost += one.cost(scenario);
            at++;
        }
        members.sort(Comparator.comparingLong(Member::inSet)
                .reversed()
                .thenComparing(one -> one.candidate().project()));
        long worth = worth(judged, scenario);
        return new ChosenSet(scenario, status, members, worth, Math.max(bound, worth), cost, worth - reckoned);
    }

    private List<Message> contradiction(Found best, Effort effort) {
        int fixed = best.problem().constraints().size() - best.asked().asked().size();
        return solver.contradiction(best.problem(), fixed, effort).stream()
                .map(Constraint::label)
                .toList();
    }

    private @Nullable ChosenSet greedy(Found best, Scenario main) {
        BitSet chosen = best.problem().greedy(greedyOrder(best, main));
        return chosen == null
                ? null
                : set(
                        main,
                        chosen,
                        Status.WITHIN_BOUND,
                        best.choice().bound(),
                        best.problem().worth(chosen));
    }

    /** Orders candidates by worth per cost, after those that must be in the set. */
    private List<Integer> greedyOrder(Found best, Scenario main) {
        List<Long> costs = candidates.stream().map(one -> one.cost(main)).toList();
        List<Integer> order = new ArrayList<>(best.problem().byWorthForCost(costs));
        order.sort(Comparator.comparing(
                i -> !plan.must().contains(candidates.get(i).project())));
        return order;
    }

    private List<Outsider> outsiders(Found best, Scenario main, Effort effort) {
        BitSet chosen = Objects.requireNonNull(best.chosen());
        Set<String> in = new HashSet<>();
        chosen.stream().forEach(i -> in.add(candidates.get(i).project()));
        Map<String, List<Integer>> out = new LinkedHashMap<>();
        IntStream.range(0, candidates.size())
                .boxed()
                .filter(i -> mayBeChosen(candidates.get(i), main))
                .filter(i -> !in.contains(candidates.get(i).project()))
                .sorted(Comparator.comparingLong(i -> -candidates.get(i).worth(main)))
                .forEach(i -> out.computeIfAbsent(candidates.get(i).project(), unused -> new ArrayList<>())
                        .add(i));
        List<Outsider> outsiders = new ArrayList<>();
        for (List<Integer> options : out.values()) {
            if (outsiders.size() == MOST_OUTSIDERS || effort.isSpent()) {
                break;
            }
            watch.at(Step.OUTSIDERS, outsiders.size(), Math.min(MOST_OUTSIDERS, out.size()));
            Choice forced = solver.choose(
                    best.problem()
                            .with(Constraint.atLeast(
                                    Message.of(
                                            "%s must be in",
                                            candidates.get(options.get(0)).projectName()),
                                    SelectionProblem.each(options.stream().mapToInt(Integer::intValue)),
                                    1)),
                    effort);
            BitSet other = forced.chosen();
            if (forced.status() == Status.OUT_OF_TIME) {
                break; // nothing is known about it
            }
            int at = other == null
                    ? options.get(0)
                    : options.stream().filter(other::get).findFirst().orElseThrow();
            outsiders.add(new Outsider(
                    candidates.get(at),
                    loss(best, forced),
                    other == null ? List.of() : gone(chosen, other),
                    other == null || forced.isProven()));
        }
        outsiders.sort(Comparator.comparingLong(one -> Objects.requireNonNullElse(one.loss(), Long.MAX_VALUE)));
        return outsiders;
    }

    /** Chooses again without each member, in its city, of the best set. */
    private List<Insider> insiders(Found best, Effort effort) {
        List<Insider> insiders = new ArrayList<>();
        int[] chosen = Objects.requireNonNull(best.chosen()).stream().toArray();
        for (int i : chosen) {
            if (effort.isSpent()) {
                break;
            }
            watch.at(Step.OUTSIDERS, insiders.size(), chosen.length);
            Constraint without =
                    Constraint.atMost(Message.of("some cannot be chosen"), SelectionProblem.each(IntStream.of(i)), 0);
            Choice other = solver.choose(best.problem().with(without), effort);
            if (other.status() != Status.OUT_OF_TIME) {
                insiders.add(new Insider(candidates.get(i), loss(best, other)));
            }
        }
        return insiders;
    }

    private static @Nullable Long loss(Found best, Choice other) {
        return other.chosen() == null ? null : best.choice().worth() - other.worth();
    }

    private boolean mayBeChosen(Candidate one, Scenario main) {
        return !one.barred().containsKey(main) && !plan.never().contains(one.project());
    }

    private List<Candidate> gone(BitSet chosen, BitSet other) {
        BitSet gone = (BitSet) chosen.clone();
        gone.andNot(other);
        return gone.stream().mapToObj(candidates::get).toList();
    }

    private List<Margin> margins(Found best, Effort effort) {
        List<Margin> margins = new ArrayList<>();
        for (Constraint one : best.asked().asked()) {
            Long most = one.most();
            boolean budget = one.weights().values().stream().anyMatch(weight -> weight > 1);
            if (most != null && budget && !effort.isSpent()) {
                watch.at(Step.MARGINS, margins.size(), 0);
                long more = Math.max(1, most / 10);
                Choice choice = solver.choose(within(best, one, most + more), effort);
                if (choice.isProven()) {
                    margins.add(new Margin(
                            one.label(), more, choice.worth() - best.choice().worth()));
                }
            }
        }
        return margins;
    }

    /** Copies the problem with another limit of one constraint. */
    private static SelectionProblem within(Found best, Constraint one, long most) {
        List<Constraint> others = new ArrayList<>(best.problem().constraints());
        others.set(others.indexOf(one), Constraint.atMost(one.label(), one.weights(), most));
        return best.problem().within(others);
    }

    private List<Frontier> frontier(Found best, Scenario main, Effort effort) {
        Amount budget = plan.budget();
        List<Frontier> frontier = new ArrayList<>();
        BitSet before = null;
        if (budget == null) {
            return frontier;
        }
        Constraint whole = best.asked().asked().get(0);
        for (int part : PARTS_OF_BUDGET) {
            watch.at(Step.BUDGETS, PARTS_OF_BUDGET.indexOf(part), PARTS_OF_BUDGET.size());
            long other = PortfolioProblem.whole(Amount.of(
                    budget.decimal().multiply(BigDecimal.valueOf(part)).movePointLeft(2)));
            Effort share = effort.part(1.0 / (PARTS_OF_BUDGET.size() - PARTS_OF_BUDGET.indexOf(part)));
            SelectionProblem problem = within(best, whole, other);
            Choice choice = solver.choose(problem, share);
            if (!choice.isProven() && choice.status() != Status.IMPOSSIBLE) {
                // The set for a smaller budget also fits a larger one, and the greedy set may beat both.
                choice = better(problem, better(problem, choice, before), problem.greedy(greedyOrder(best, main)));
            }
            BitSet chosen = choice.chosen();
            if (chosen != null) {
                before = chosen;
                long cost = chosen.stream()
                        .mapToLong(i -> candidates.get(i).cost(main))
                        .sum();
                frontier.add(new Frontier(other, choice.worth(), cost, chosen.cardinality(), choice.isProven()));
            }
        }
        return frontier;
    }

    /** Returns the better of the solver's choice and another set; the other set is not proven to be the best. */
    private static Choice better(SelectionProblem problem, Choice found, @Nullable BitSet other) {
        if (other == null
                || !problem.allows(other)
                || (found.chosen() != null && problem.worth(other) <= found.worth())) {
            return found;
        }
        long bound = found.chosen() == null ? Long.MAX_VALUE : found.bound();
        return new Choice(other, problem.worth(other), bound, Status.WITHIN_BOUND);
    }

    /** Counts how often each candidate is in the best set of random worths; joint values stay the same. */
    private int draw(Found best, Draws draws, Map<Integer, Integer> times, Effort effort) {
        int drawn = 0;
        List<Long> worths = draws.next();
        while (worths != null && !effort.isSpent()) {
            Choice choice =
                    solver.choose(best.problem().worth(worths, best.problem().together()), effort);
            BitSet chosen = choice.chosen();
            if (chosen == null || !choice.isProven()) {
                break;
            }
            chosen.stream().forEach(i -> times.merge(i, 1, Integer::sum));
            drawn++;
            watch.at(Step.DRAWS, drawn, 0);
            worths = draws.next();
        }
        return drawn;
    }

    /** Adds up all cities of a project; the city in which it was chosen most often is named. */
    private List<Standing> standings(Map<Integer, Integer> times, int drawn, Scenario main, List<Insider> insiders) {
        Map<String, Integer> byProject = new LinkedHashMap<>();
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (!mayBeChosen(candidates.get(i), main)) {
                continue;
            }
            String project = candidates.get(i).project();
            int often = times.getOrDefault(i, 0);
            byProject.merge(project, often, Integer::sum);
            Integer before = place.get(project);
            if (before == null || often > times.getOrDefault(before, 0)) {
                place.put(project, i);
            }
        }
        Set<String> required = new HashSet<>(plan.must());
        insiders.stream()
                .filter(Insider::isRequired)
                .forEach(one -> required.add(one.candidate().project()));
        List<Standing> standings = new ArrayList<>();
        byProject.forEach((project, often) -> {
            Candidate candidate = candidates.get(Objects.requireNonNull(place.get(project)));
            Kind kind = required.contains(project) && often == drawn
                    ? Kind.REQUIRED
                    : often == drawn ? Kind.CORE : often == 0 ? Kind.EXTERIOR : Kind.BORDERLINE;
            standings.add(new Standing(candidate, often, kind, candidate.isAssumed(main)));
        });
        standings.sort(Comparator.comparingInt(Standing::times)
                .reversed()
                .thenComparing(one -> one.candidate().project()));
        return standings;
    }
}
