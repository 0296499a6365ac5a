package dev.winnow.engine;

import dev.winnow.model.Project;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The fused evaluator: finds what the rules of a pack come to in nested loops over a city's rows, by the pack's compiled
 * {@link Conditions}. It finds what PHREAK finds. A candidate for whom some rule asks for more than it does is left to PHREAK.
 * Thread-safe.
 */
final class Fused implements Finder {

    /**
     * So many rows may be tried for one rule and candidate, or for one front and city: what takes some milliseconds. PHREAK,
     * which keeps what it has found and so need not try it again, gets further with what is beyond.
     */
    static final long MOST_TRIED = 200_000;

    private static final int OWN = 0;
    private static final int LOCAL = 1;

    private final Conditions conditions;
    private final Finder reference;
    private final List<Fraction> points = new ArrayList<>();
    private final List<List<FusedRule>> sorts;
    private final FusedPlan plan;
    private final Map<String, LongAdder> left = new ConcurrentHashMap<>();

    /**
     * For the rules of a plan.
     *
     * @param conditions what the plan asks
     * @param reference finds what is left to it, and says which cities are refused
     */
    Fused(FusedPlan plan, Conditions conditions, Finder reference) {
        this.conditions = conditions;
        this.reference = reference;
        this.plan = plan;
        plan.rules()
                .forEach(rule -> points.add(Fraction.of(rule.checked().rule().points())));
        this.sorts = List.of(
                plan.rules().stream()
                        .filter(rule -> CompiledPack.readsNoCity(rule.checked()))
                        .toList(),
                plan.rules().stream()
                        .filter(rule -> !CompiledPack.readsNoCity(rule.checked()))
                        .toList());
    }

    /** By rule, how many candidates were left to PHREAK because of it. */
    Map<String, Long> left() {
        Map<String, Long> counts = new TreeMap<>();
        left.forEach((rule, count) -> counts.put(rule, count.sum()));
        return counts;
    }

    @Override
    public List<Found> findOwn(Surroundings surroundings, List<Project> batch) {
        return sorts.get(OWN).isEmpty()
                ? Collections.nCopies(batch.size(), Found.NOTHING)
                : find(OWN, surroundings, batch);
    }

    @Override
    public List<Found> findLocal(Surroundings surroundings, List<Project> batch) {
        reference.admit(surroundings, batch.get(0));
        return sorts.get(LOCAL).isEmpty()
                ? Collections.nCopies(batch.size(), Found.NOTHING)
                : find(LOCAL, surroundings, batch);
    }

    private List<Found> find(int sort, Surroundings surroundings, List<Project> batch) {
        FusedCity city;
        try {
            city = city(sort, surroundings);
        } catch (FusedLimit limit) {
            return leave(limit, sort, surroundings, batch);
        }
        FusedRun run = new FusedRun(plan, conditions, surroundings, MOST_TRIED);
        List<Found> found = new ArrayList<>(batch.size());
        FusedScore score =
                new FusedScore(conditions, run, Budget.STANDARD, city.fronts().get(0));
        for (Project candidate : batch) {
            try {
                run.turnTo(candidate);
                found.add(score(score, city, number -> matches(sort, surroundings, candidate, number)));
            } catch (FusedLimit limit) {
                found.addAll(leave(limit, sort, surroundings, List.of(candidate)));
            }
        }
        return found;
    }

    /** What the rules come to for the candidate that a run has turned to. */
    private Found score(FusedScore score, FusedCity city, Outcome.Later later) {
        List<Outcome> scored = new ArrayList<>();
        for (FusedFront front : city.fronts()) {
            Fraction whole = points.get(front.rule().number());
            Outcome outcome = score.outcome(front, whole, later);
            if (outcome != null) {
                scored.add(outcome);
            }
        }
        return (before, unused) -> {
            List<Outcome> outcomes = new ArrayList<>(before);
            scored.forEach(outcome -> outcomes.set(outcome.number(), outcome));
            return outcomes;
        };
    }

    private FusedCity city(int sort, Surroundings surroundings) {
        return surroundings.laidOut(sort, conditions, () -> new FusedCity(sorts.get(sort), conditions, surroundings));
    }

    private List<Found> leave(FusedLimit limit, int sort, Surroundings surroundings, List<Project> batch) {
        left.computeIfAbsent(limit.rule(), unused -> new LongAdder()).add(batch.size());
        return sort == OWN ? reference.findOwn(surroundings, batch) : reference.findLocal(surroundings, batch);
    }

    /** All ways in which one rule holds for a candidate for whom it was found to hold before. */
    private Outcome matches(int sort, Surroundings surroundings, Project candidate, int rule) {
        for (FusedFront front : city(sort, surroundings).fronts()) {
            if (front.rule().number() == rule) {
                // No limit: what was scored is within it, and what was not counted has few ways altogether.
                FusedRun run = new FusedRun(plan, conditions, surroundings, Long.MAX_VALUE);
                FusedMatches matches = new FusedMatches(conditions, run, front.rule());
                run.turnTo(candidate);
                run.run(front, run.own(front), matches);
                return Outcome.of(front.rule().checked(), points.get(rule), matches.certain(), matches.possible());
            }
        }
        throw new IllegalStateException("no rule of that number: " + rule);
    }
}
