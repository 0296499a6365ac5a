package dev.winnow.engine.fused;

import dev.winnow.engine.evaluate.Budget;
import dev.winnow.engine.evaluate.Candidate;
import dev.winnow.engine.evaluate.EvaluationContext;
import dev.winnow.engine.evaluate.Finder;
import dev.winnow.engine.evaluate.Phase;
import dev.winnow.engine.evaluate.RuleOutcome;
import dev.winnow.language.vocabulary.Lazy;
import dev.winnow.model.value.Fraction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The fused evaluator: computes the outcomes of a pack's rules in nested loops over a city's rows, with the pack's
 * {@link Conditions}. Its results equal those of PHREAK. A candidate for which a rule exceeds its limits is
 * left to PHREAK. Thread-safe.
 */
public final class Fused implements Finder {

    /**
     * The number of rows that may be tried for one rule and candidate, or for one front and city, which takes some
     * milliseconds. Beyond it PHREAK is faster, as it keeps partial matches and need not try them again.
     */
    static final long MOST_TRIED = 200_000;

    private final Conditions conditions;
    private final Finder reference;
    /** By the rule's number. */
    private final List<FusedWorth> worths;

    private final FusedSort own;
    private final FusedSort local;
    private final FusedPlan plan;
    private final BitSet all = new BitSet();
    private final Map<String, LongAdder> left = new ConcurrentHashMap<>();

    /**
     * An evaluator for the rules of a plan.
     *
     * @param reference evaluates what exceeds the limits, and refuses cities with too many rows
     */
    public Fused(FusedPlan plan, Finder reference) {
        this(plan, plan.conditions(), reference);
    }

    /** @param conditions the conditions that the plan numbers */
    Fused(FusedPlan plan, Conditions conditions, Finder reference) {
        this.conditions = conditions;
        this.reference = reference;
        this.plan = plan;
        this.worths = plan.rules().stream().map(FusedWorth::of).toList();
        this.all.set(0, plan.rules().size());
        this.own = FusedSort.of(plan, Phase.OWN);
        this.local = FusedSort.of(plan, Phase.LOCAL);
    }

    /** The number of candidates left to PHREAK, by the id of the rule that caused it. */
    public Map<String, Long> left() {
        Map<String, Long> counts = new TreeMap<>();
        left.forEach((rule, count) -> counts.put(rule, count.sum()));
        return counts;
    }

    @Override
    public List<Found> findOwn(EvaluationContext context, List<Candidate> batch) {
        return find(own, context, batch);
    }

    @Override
    public List<Found> findLocal(EvaluationContext context, List<Candidate> batch) {
        reference.admit(context, batch.get(0));
        return find(local, context, batch);
    }

    @Override
    public List<Found> findOwn(EvaluationContext context, List<Candidate> batch, List<BitSet> asked) {
        return find(own, context, batch, asked);
    }

    @Override
    public List<Found> findLocal(EvaluationContext context, List<Candidate> batch, List<BitSet> asked) {
        reference.admit(context, batch.get(0));
        return find(local, context, batch, asked);
    }

    private List<Found> find(FusedSort sort, EvaluationContext context, List<Candidate> batch) {
        return find(sort, context, batch, Collections.nCopies(batch.size(), all));
    }

    private List<Found> find(FusedSort sort, EvaluationContext context, List<Candidate> batch, List<BitSet> asked) {
        if (sort.rules().isEmpty()) {
            return Collections.nCopies(batch.size(), Found.NOTHING);
        }
        FusedCity city;
        try {
            city = city(sort, context);
        } catch (FusedLimit limit) {
            return leave(limit, sort, context, batch);
        }
        FusedRun run = new FusedRun(plan, conditions, context.keys(), MOST_TRIED);
        List<Found> found = new ArrayList<>(batch.size());
        FusedScore score =
                new FusedScore(conditions, run, Budget.STANDARD, city.fronts().get(0));
        for (int i = 0; i < batch.size(); i++) {
            Candidate candidate = batch.get(i);
            if (asked.get(i).isEmpty()) {
                found.add(Found.NOTHING);
                continue;
            }
            try {
                FusedProfile profile = profile(sort, context, candidate);
                run.select(profile);
                found.add(
                        score(score, city, profile, asked.get(i), number -> matches(sort, context, candidate, number)));
            } catch (FusedLimit limit) {
                found.addAll(leave(limit, sort, context, List.of(candidate)));
            }
        }
        return found;
    }

    /**
     * The outcomes of the rules for the selected candidate.
     *
     * @param asked the numbers of the rules
     * @param later finds the matches if they are read
     */
    private Found score(FusedScore score, FusedCity city, FusedProfile profile, BitSet asked, RuleOutcome.Later later) {
        int[] open = profile.open();
        RuleOutcome[] scored = new RuleOutcome[open.length];
        int many = 0;
        for (int place : open) {
            FusedFront front = city.fronts().get(place);
            int number = front.rule().number();
            RuleOutcome outcome =
                    asked.get(number) ? score.outcome(front, profile.own(place), worths.get(number)) : null;
            if (outcome != null) {
                scored[many++] = outcome;
            }
        }
        return new Scored(Arrays.copyOf(scored, many), later);
    }

    /** The outcomes of the rules that match. */
    private static final class Scored implements Found {

        private final RuleOutcome[] scored;
        private final RuleOutcome.Later later;

        Scored(RuleOutcome[] scored, RuleOutcome.Later later) {
            this.scored = scored;
            this.later = later;
        }

        @Override
        public List<RuleOutcome> over(List<RuleOutcome> before, List<Fraction> points) {
            List<RuleOutcome> outcomes = new ArrayList<>(before);
            for (RuleOutcome outcome : scored) {
                outcomes.set(outcome.number(), outcome);
            }
            return outcomes;
        }

        @Override
        public List<RuleOutcome> withWays(List<RuleOutcome> outcomes) {
            return new Lazy<>(
                    outcomes,
                    all -> all.stream().map(outcome -> outcome.tiedTo(later)).toList());
        }
    }

    private FusedCity city(FusedSort sort, EvaluationContext context) {
        return context.kept()
                .get(sort.phase(), conditions, FusedCity.class, () -> new FusedCity(sort.rules(), conditions, context));
    }

    private FusedProfile profile(FusedSort sort, EvaluationContext context, Candidate candidate) {
        return candidate
                .kept()
                .get(
                        sort.phase(),
                        conditions,
                        FusedProfile.class,
                        () -> new FusedProfile(
                                plan,
                                sort,
                                conditions,
                                candidate.project(),
                                context.facts().milestones(candidate.project().id())));
    }

    private List<Found> leave(FusedLimit limit, FusedSort sort, EvaluationContext context, List<Candidate> batch) {
        left.computeIfAbsent(limit.rule(), unused -> new LongAdder()).add(batch.size());
        return sort.phase() == Phase.OWN ? reference.findOwn(context, batch) : reference.findLocal(context, batch);
    }

    /** All matches of one rule for a candidate for which it was found to match before. */
    private RuleOutcome matches(FusedSort sort, EvaluationContext context, Candidate candidate, int rule) {
        List<FusedFront> fronts = city(sort, context).fronts();
        FusedProfile profile = profile(sort, context, candidate);
        for (int place : profile.open()) {
            FusedFront front = fronts.get(place);
            if (front.rule().number() == rule) {
                // No limit: what was scored is within it, and what was not counted has few matches.
                FusedRun run = new FusedRun(plan, conditions, context.keys(), Long.MAX_VALUE);
                FusedMatches matches = new FusedMatches(conditions, run, front.rule());
                run.select(profile);
                run.run(front, profile.own(place), matches);
                return RuleOutcome.of(
                        front.rule().checked(), worths.get(rule).points(), matches.certain(), matches.possible());
            }
        }
        throw new IllegalStateException("no rule of that number: " + rule);
    }
}
