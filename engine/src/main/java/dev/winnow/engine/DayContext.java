package dev.winnow.engine;

import dev.winnow.engine.internal.evaluate.Candidate;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.Finder;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.score.PairScorer;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The candidates and cities of a universe on one day, judged by the rules of one pack. Outcomes that do not depend on
 * the city are cached per candidate. Thread-safe.
 */
final class DayContext {

    private final RulePack pack;
    private final Finder finder;
    private final PairScorer scorer;
    private final Universe universe;
    private final Facts facts;
    private final @Nullable BaseCaseEvaluator base;
    private final Map<String, CityContext> cities = new ConcurrentHashMap<>();
    private final Map<String, Candidate> candidates = new ConcurrentHashMap<>();
    /** City-independent outcomes by project id. */
    private final Map<String, List<RuleOutcome>> own = new ConcurrentHashMap<>();

    /** Candidates that share an evaluation context. */
    private record Group(CityContext city, List<Candidate> candidates) {}

    /** @param base evaluator of base cases; null if nothing is assumed */
    DayContext(RulePack pack, Finder finder, Universe universe, Facts facts, @Nullable BaseCaseEvaluator base) {
        this.pack = pack;
        this.finder = finder;
        this.scorer = pack.scorer();
        this.universe = universe;
        this.facts = facts;
        this.base = base;
    }

    Facts facts() {
        return facts;
    }

    /** The evaluator of base cases; null if nothing is assumed. */
    @Nullable
    BaseCaseEvaluator base() {
        return base;
    }

    List<CityContext> cities() {
        return facts.cities().stream().map(this::city).toList();
    }

    /** The city with an id; null if there is none. */
    @Nullable
    CityContext city(String id) {
        City city = facts.city(id);
        return city == null ? null : city(city);
    }

    private CityContext city(City city) {
        return cities.computeIfAbsent(city.id(), id -> new CityContext(facts, city, null));
    }

    /** The candidate with an id; null if there is none. */
    @Nullable
    Candidate candidate(String id) {
        Project project = facts.project(id);
        return project == null ? null : candidate(project);
    }

    Candidate candidate(Project project) {
        return candidates.computeIfAbsent(project.id(), id -> new Candidate(project, universe.illustrative(id)));
    }

    /** Assesses candidates in a city. Candidates present in the city come first in the result. */
    List<Assessment> assess(CityContext city, List<Candidate> batch) {
        List<Assessment> assessments = new ArrayList<>(batch.size());
        for (Group group : groups(city, batch)) {
            List<JudgedPair> judged = judge(group, batch);
            List<BaseCaseResult> assumed = base == null ? List.of() : base.judge(group.city, judged, batch);
            for (int i = 0; i < judged.size(); i++) {
                assessments.add(assessment(judged.get(i), base == null ? null : assumed.get(i)));
            }
        }
        return assessments;
    }

    /** Assesses and explains candidates in a city. Candidates present in the city come first in the result. */
    List<Explanation> explain(CityContext city, List<Candidate> batch) {
        List<Explanation> explanations = new ArrayList<>(batch.size());
        for (Group group : groups(city, batch)) {
            List<JudgedPair> judged = judge(group, batch);
            List<BaseCaseResult> assumed = base == null ? List.of() : base.judge(group.city, judged, batch);
            for (int i = 0; i < judged.size(); i++) {
                JudgedPair pair = judged.get(i);
                explanations.add(explain(assessment(pair, base == null ? null : assumed.get(i)), pair));
            }
        }
        return explanations;
    }

    private Assessment assessment(JudgedPair pair, @Nullable BaseCaseResult assumed) {
        BaseCase baseCase = assumed == null ? null : assumed.baseCase();
        return scorer.assess(
                pair.project(),
                pair.candidate().illustrative(),
                pair.context(),
                pair.outcomes(),
                pair.ways(),
                pair.tally(),
                baseCase);
    }

    /** Explains the assessment of a judged pair. */
    Explanation explain(Assessment assessment, JudgedPair pair) {
        Explanation sound =
                scorer.explain(assessment, pair.project(), pair.context(), pair.outcomes(), pair.ways(), pair.tally());
        return base == null ? sound : sound.assuming(base.assumed(pair, sound.undetermined()));
    }

    /** Adds the assumptions on which the verdict of the base case depends. */
    Explanation withCritical(Explanation explanation, JudgedPair pair) {
        boolean assumes = explanation.assessment().base() != null;
        return explanation.withCritical(
                base == null || !assumes ? List.of() : base.critical(pair, explanation.undetermined()));
    }

    /** Evaluates the rules for candidates in a city. Candidates present in the city come first in the result. */
    List<JudgedPair> judge(CityContext city, List<Candidate> batch) {
        List<JudgedPair> judged = new ArrayList<>(batch.size());
        for (Group group : groups(city, batch)) {
            judged.addAll(judge(group, batch));
        }
        return judged;
    }

    /** One group for each project present in the city, without its own presences; then one group for all others. */
    private static List<Group> groups(CityContext city, List<Candidate> batch) {
        Set<String> present = city.present();
        List<Group> groups = new ArrayList<>();
        List<Candidate> others = new ArrayList<>(batch.size());
        for (Candidate candidate : batch) {
            String id = candidate.project().id();
            if (present.contains(id)) {
                groups.add(new Group(city.without(id), List.of(candidate)));
            } else {
                others.add(candidate);
            }
        }
        if (!others.isEmpty()) {
            groups.add(new Group(city, others));
        }
        return groups;
    }

    private List<JudgedPair> judge(Group group, List<Candidate> batch) {
        EvaluationContext context = group.city.evaluationContext(pack);
        own(context, batch);
        List<Finder.Found> found = finder.findLocal(context, group.candidates);
        List<JudgedPair> judged = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            Candidate candidate = group.candidates.get(i);
            List<RuleOutcome> outcomes = scorer.outcomes(
                    Objects.requireNonNull(own.get(candidate.project().id())), found.get(i));
            judged.add(new JudgedPair(
                    candidate,
                    group.city,
                    context,
                    outcomes,
                    found.get(i).withMatches(outcomes),
                    scorer.tally(outcomes)));
        }
        return judged;
    }

    /** Evaluates the city-independent rules for candidates of a batch that are not cached yet. */
    private void own(EvaluationContext context, List<Candidate> batch) {
        synchronized (batch) { // several cities may start with the same batch at once
            List<Candidate> fresh = batch.stream()
                    .filter(one -> !own.containsKey(one.project().id()))
                    .toList();
            if (!fresh.isEmpty()) {
                List<Finder.Found> all = finder.findOwn(context, fresh);
                for (int i = 0; i < fresh.size(); i++) {
                    Finder.Found found = all.get(i);
                    own.put(fresh.get(i).project().id(), List.copyOf(found.withMatches(scorer.outcomes(found))));
                }
            }
        }
    }
}
