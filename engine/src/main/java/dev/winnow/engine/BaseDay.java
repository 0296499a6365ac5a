package dev.winnow.engine;

import dev.winnow.engine.evaluate.Candidate;
import dev.winnow.engine.evaluate.EvaluationContext;
import dev.winnow.engine.evaluate.Finder;
import dev.winnow.engine.evaluate.RuleOutcome;
import dev.winnow.engine.score.Assessor;
import dev.winnow.language.vocabulary.Lazy;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assumed;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.CriticalAssumption;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.universe.AssumedFacts;
import dev.winnow.model.universe.FilledFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Judges the base case of candidates on a day: the same rules on facts of which the unknown is assumed. Thread-safe. */
final class BaseDay {

    private final RulePack pack;
    private final Finder finder;
    private final Assessor assessor;
    private final AssumedFacts facts;
    private final Map<String, CityContext> cities = new ConcurrentHashMap<>();
    private final Map<Variant, EvaluationContext> variants = new ConcurrentHashMap<>();

    /** A city of which one fact is assumed otherwise. */
    private record Variant(
            String city,
            @Nullable String except,
            String fact,
            @Nullable Object value) {}

    BaseDay(RulePack pack, Finder finder, AssumedFacts facts) {
        this.pack = pack;
        this.finder = finder;
        this.assessor = pack.assessor();
        this.facts = facts;
    }

    AssumedFacts facts() {
        return facts;
    }

    RulePack pack() {
        return pack;
    }

    /** @param except a landed project whose own presences are left out; null for none */
    private CityContext city(String id, @Nullable String except) {
        return except != null
                ? new CityContext(facts, Objects.requireNonNull(facts.city(id)), except)
                : cities.computeIfAbsent(
                        id, any -> new CityContext(facts, Objects.requireNonNull(facts.city(any)), null));
    }

    /** The context of a city of which one fact is assumed otherwise, or not at all. */
    EvaluationContext turned(String city, @Nullable String except, String fact, @Nullable Object value) {
        return variants.computeIfAbsent(new Variant(city, except, fact, value), any -> {
            AssumedFacts otherwise = facts.turned(fact, value);
            City of = Objects.requireNonNull(otherwise.city(city));
            return EvaluationContext.of(otherwise, of, pack.limitTable().on(facts.asOf()), except);
        });
    }

    /** Prepares a batch, which is judged in one city after another. */
    BaseBatch batch(List<Candidate> batch) {
        return new BaseBatch(batch);
    }

    /** A batch of projects with what is assumed of them, and what follows from that in every city. */
    final class BaseBatch {

        private final List<Candidate> known;
        private @Nullable List<Candidate> filled;
        private @Nullable List<List<RuleOutcome>> own;

        private BaseBatch(List<Candidate> known) {
            this.known = known;
        }

        /**
         * The projects of some places of the batch in a city, judged together when the first is asked for.
         *
         * @param except a landed project whose own presences are left out; null for none
         */
        Group in(City city, @Nullable String except, List<Integer> places) {
            return new Group(this, city.id(), except, places);
        }

        private synchronized List<Candidate> filled() {
            List<Candidate> ready = filled;
            if (ready == null) {
                ready = known.stream()
                        .map(candidate -> new Candidate(facts.fill(candidate.project()), candidate.illustrative()))
                        .toList();
                filled = ready;
            }
            return ready;
        }

        private synchronized List<List<RuleOutcome>> own(EvaluationContext context) {
            List<List<RuleOutcome>> ready = own;
            if (ready == null) {
                ready = finder.findOwn(context, filled()).stream()
                        .map(found -> List.copyOf(found.withWays(assessor.outcomes(found))))
                        .toList();
                own = ready;
            }
            return ready;
        }
    }

    /** Projects of a batch in a city. */
    final class Group {

        private final BaseBatch batch;
        private final String city;
        private final @Nullable String except;
        private final List<Integer> places;
        private @Nullable List<BaseJudgement> judged;

        private Group(BaseBatch batch, String city, @Nullable String except, List<Integer> places) {
            this.batch = batch;
            this.city = city;
            this.except = except;
            this.places = places;
        }

        /**
         * The base case of one of them.
         *
         * @param index its place among those of the group
         * @param undetermined what the sound judgement leaves open
         */
        BaseCase of(int index, List<Undetermined> undetermined) {
            Project project = batch.known.get(places.get(index)).project();
            return BaseCase.of(() -> {
                BaseJudgement base = judged().get(index);
                List<FilledFact> read = new Lazy<>(undetermined, open -> read(project, open));
                return new BaseCase.Judgement(
                        base.judgement().because().verdict(),
                        base.judgement().because(),
                        base.judgement().score(),
                        new Lazy<>(
                                read, list -> list.stream().map(this::assumed).toList()),
                        new Lazy<>(read, list -> critical(base, list)));
            });
        }

        private synchronized List<BaseJudgement> judged() {
            List<BaseJudgement> ready = judged;
            if (ready == null) {
                ready = judge();
                judged = ready;
            }
            return ready;
        }

        private List<BaseJudgement> judge() {
            EvaluationContext context = city(city, except).evaluationContext(pack);
            List<List<RuleOutcome>> own = batch.own(context);
            List<Candidate> candidates =
                    places.stream().map(place -> batch.filled().get(place)).toList();
            List<Finder.Found> found = finder.findLocal(context, candidates);
            List<BaseJudgement> all = new ArrayList<>(candidates.size());
            for (int i = 0; i < candidates.size(); i++) {
                Candidate candidate = candidates.get(i);
                List<RuleOutcome> outcomes = assessor.outcomes(own.get(places.get(i)), found.get(i));
                all.add(new BaseJudgement(candidate, context, except, outcomes, assessor.judge(outcomes)));
            }
            return all;
        }

        /** What was assumed of facts that some rule misses. */
        private List<FilledFact> read(Project project, List<Undetermined> undetermined) {
            Set<String> missing = new HashSet<>();
            undetermined.forEach(open -> missing.addAll(open.missing()));
            List<FilledFact> read = new ArrayList<>(facts.filled(project));
            read.addAll(facts.filled(city, except));
            read.removeIf(fact -> !missing.contains(fact.fact()));
            read.sort(Comparator.comparing(FilledFact::fact));
            return read;
        }

        private Assumed assumed(FilledFact fact) {
            return pack.texts().assumed(fact, pack.types(), pack.names(facts.names()));
        }

        private List<CriticalAssumption> critical(BaseJudgement base, List<FilledFact> assumed) {
            return new CriticalSearch(BaseDay.this, base).among(assumed);
        }
    }
}
