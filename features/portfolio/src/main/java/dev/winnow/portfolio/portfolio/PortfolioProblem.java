package dev.winnow.portfolio.portfolio;

import dev.winnow.model.domain.Fund;
import dev.winnow.model.source.Message;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import dev.winnow.portfolio.portfolio.PortfolioPlan.Count;
import dev.winnow.portfolio.selection.Constraint;
import dev.winnow.portfolio.selection.SelectionProblem;
import dev.winnow.portfolio.selection.SelectionProblem.JointValue;
import dev.winnow.portfolio.selection.Sources;
import dev.winnow.portfolio.selection.Sources.Source;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Translates a plan and its candidates into a problem of numbers. */
final class PortfolioProblem {

    /** Larger than any amount, and small enough to be added up without overflow. */
    private static final long UNLIMITED = Long.MAX_VALUE / 1_000_000;

    private final PortfolioPlan plan;
    private final List<Candidate> candidates;
    private final List<Fund> funds;
    private final Scenario scenario;
    private final Unit money;
    private final Map<String, List<Integer>> byProject = new HashMap<>();
    private final List<Constraint> fixed = new ArrayList<>();
    private final List<Constraint> chosen = new ArrayList<>();

    /** @param funds the funds that may pay, as the scenario sees them */
    PortfolioProblem(PortfolioPlan plan, List<Candidate> candidates, List<Fund> funds, Scenario scenario, Unit money) {
        this.plan = plan;
        this.candidates = candidates;
        this.funds = funds;
        this.scenario = scenario;
        this.money = money;
        for (int i = 0; i < candidates.size(); i++) {
            byProject
                    .computeIfAbsent(candidates.get(i).project(), unused -> new ArrayList<>())
                    .add(i);
        }
        onePlaceEach();
        barred();
        budgets();
        counts();
        named();
    }

    /** Converts an amount to millionths of a million, rounded down. */
    static long whole(Amount amount) {
        if (amount.isUnbounded()) {
            return UNLIMITED;
        }
        return amount.decimal()
                .movePointRight(6)
                .setScale(0, RoundingMode.FLOOR)
                .min(BigDecimal.valueOf(UNLIMITED))
                .longValueExact();
    }

    /** Converts a cost to millionths of a million, rounded up. */
    static long wholeUp(Amount amount) {
        return amount.isUnbounded()
                ? UNLIMITED
                : amount.decimal()
                        .movePointRight(6)
                        .setScale(0, RoundingMode.CEILING)
                        .min(BigDecimal.valueOf(UNLIMITED))
                        .longValueExact();
    }

    /** @param cuts constraints added by the search, not by the plan */
    SelectionProblem of(List<JointValue> together, List<Set<Integer>> conflicts, List<Constraint> cuts) {
        List<Constraint> all = new ArrayList<>(fixed);
        for (Set<Integer> conflict : conflicts) {
            all.add(Constraint.atMost(
                    Message.of("some cannot be chosen together"),
                    SelectionProblem.each(conflict.stream().mapToInt(Integer::intValue)),
                    conflict.size() - 1L));
        }
        all.addAll(cuts);
        all.addAll(chosen);
        return new SelectionProblem(
                candidates.stream().map(one -> one.worth(scenario)).toList(), together, all, sources());
    }

    /** The constraints of the plan, after those of the search: the total budget comes first if there is one. */
    List<Constraint> asked() {
        return chosen;
    }

    private Map<Integer, Long> each(IntPredicate which) {
        return SelectionProblem.each(IntStream.range(0, candidates.size()).filter(which));
    }

    private Map<Integer, Long> of(Set<String> projects) {
        return SelectionProblem.each(projects.stream()
                .flatMap(project -> byProject.getOrDefault(project, List.of()).stream())
                .mapToInt(Integer::intValue));
    }

    private String name(String project) {
        List<Integer> options = byProject.getOrDefault(project, List.of());
        return options.isEmpty() ? project : candidates.get(options.get(0)).projectName();
    }

    private void onePlaceEach() {
        Set<String> projects = new LinkedHashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        candidates.forEach(one -> {
            if (!projects.add(one.project())) {
                twice.add(one.project());
            }
        });
        twice.forEach(project -> fixed.add(
                Constraint.atMost(Message.of("%s lands in one city", name(project)), of(Set.of(project)), 1)));
    }

    private void barred() {
        Map<Integer, Long> barred = each(i -> candidates.get(i).barred().containsKey(scenario)
                || plan.never().contains(candidates.get(i).project()));
        if (!barred.isEmpty()) {
            fixed.add(Constraint.atMost(Message.of("some cannot be chosen"), barred, 0));
        }
    }

    private void budgets() {
        if (plan.budget() != null) {
            budget(Message.of("the budget of %s", shown(plan.budget())), plan.budget(), i -> true);
        }
        plan.cities()
                .forEach((city, most) -> budget(
                        Message.of("the budget of %s for %s", shown(most), cityName(city)),
                        most,
                        i -> city.equals(candidates.get(i).city())));
        plan.districts()
                .forEach((district, most) -> budget(
                        Message.of("the budget of %s for %s", shown(most), district),
                        most,
                        i -> district.equals(candidates.get(i).district())));
        plan.parts().forEach((part, most) -> {
            Map<Integer, Long> costs = new HashMap<>();
            for (int i = 0; i < candidates.size(); i++) {
                long cost = candidates.get(i).parts().getOrDefault(part, 0L);
                if (cost > 0) {
                    costs.put(i, cost);
                }
            }
            chosen.add(Constraint.atMost(Message.of("the budget of %s for %s", shown(most), part), costs, whole(most)));
        });
    }

    private String cityName(String city) {
        return candidates.stream()
                .filter(one -> city.equals(one.city()))
                .map(one -> Objects.requireNonNullElse(one.cityName(), city))
                .findFirst()
                .orElse(city);
    }

    private void budget(Message label, Amount most, IntPredicate which) {
        Map<Integer, Long> costs = new HashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            long cost = candidates.get(i).cost(scenario);
            if (which.test(i) && cost > 0) {
                costs.put(i, cost);
            }
        }
        chosen.add(Constraint.atMost(label, costs, whole(most)));
    }

    private Figure shown(Amount amount) {
        return Figure.exactly(amount, money);
    }

    private void counts() {
        count(Message.of("at least %s projects", plan.atLeast()), plan.atLeast(), true, i -> true);
        count(Message.of("at most %s projects", plan.atMost()), plan.atMost(), false, i -> true);
        plan.tracks().forEach((track, count) -> {
            IntPredicate of = i -> track.equals(candidates.get(i).track());
            Count range = count;
            count(Message.of("at least %s projects of %s", range.atLeast(), track), range.atLeast(), true, of);
            count(Message.of("at most %s projects of %s", range.atMost(), track), range.atMost(), false, of);
        });
    }

    private void count(Message label, @Nullable Integer many, boolean least, IntPredicate which) {
        if (many != null) {
            chosen.add(
                    least ? Constraint.atLeast(label, each(which), many) : Constraint.atMost(label, each(which), many));
        }
    }

    private void named() {
        plan.must()
                .forEach(project -> chosen.add(
                        Constraint.atLeast(Message.of("%s must be in", name(project)), of(Set.of(project)), 1)));
        plan.needs()
                .forEach((project, others) -> others.forEach(other -> {
                    Map<Integer, Long> weights = of(Set.of(project));
                    of(Set.of(other)).keySet().forEach(i -> weights.put(i, -1L));
                    chosen.add(Constraint.atMost(Message.of("%s needs %s", name(project), name(other)), weights, 0));
                }));
        plan.oneOf()
                .forEach(group -> chosen.add(Constraint.atMost(
                        Message.of(
                                "at most one of %s",
                                String.join(", ", group.stream().map(this::name).toList())),
                        of(group),
                        1)));
    }

    private Sources sources() {
        if (plan.funds() == null) {
            return Sources.NONE;
        }
        List<Source> sources = new ArrayList<>();
        for (Fund fund : funds) {
            boolean asked = plan.funds().isEmpty() || plan.funds().contains(fund.id());
            Figure available = fund.available();
            if (asked && (available != null || scenario == Scenario.POSSIBLE)) {
                long limit = available == null
                        ? UNLIMITED
                        : whole(scenario == Scenario.POSSIBLE ? available.high() : available.low());
                Set<Integer> options = new LinkedHashSet<>(
                        each(i -> mayPay(fund, candidates.get(i))).keySet());
                sources.add(new Source(
                        Message.of("%s", Objects.requireNonNullElse(fund.name(), Objects.requireNonNull(fund.id()))),
                        limit,
                        options));
            }
        }
        Map<Integer, Long> needs = new HashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            needs.put(i, candidates.get(i).cost(scenario));
        }
        return new Sources(sources, needs);
    }

    /** Whether the mandate of a fund covers a project. Unknown facts of either are read as in the scenario. */
    private boolean mayPay(Fund fund, Candidate candidate) {
        if (!Objects.equals(fund.city(), candidate.city())) {
            return false;
        }
        List<String> tracks = fund.tracks();
        String track = candidate.track();
        return (tracks == null || track == null) ? scenario == Scenario.POSSIBLE : tracks.contains(track);
    }
}
