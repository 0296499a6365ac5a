package dev.winnow.engine;

import dev.winnow.engine.evaluate.Candidate;
import dev.winnow.engine.evaluate.EvaluationContext;
import dev.winnow.engine.evaluate.Finder;
import dev.winnow.engine.evaluate.Phase;
import dev.winnow.engine.evaluate.RuleOutcome;
import dev.winnow.engine.score.Assessor;
import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.check.Reads;
import dev.winnow.language.vocabulary.Lazy;
import dev.winnow.model.assumption.Assumable;
import dev.winnow.model.domain.City;
import dev.winnow.model.result.Assumed;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.CriticalAssumption;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.universe.AssumedFacts;
import dev.winnow.model.universe.FilledFact;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges the base case of candidates on a day: the same rules on facts of which the unknown is assumed. An assumption fills
 * only what is unknown, so what the sound judgement decides stays decided, and only rules that it leaves open and that read
 * something assumed are evaluated again. Thread-safe.
 */
final class BaseDay {

    /** More than are asked for in one city; each takes some 10 kB. */
    private static final int MOST_VARIANTS = 500;

    private static final int MOST_TOLD = 50_000;

    private final RulePack pack;
    private final Finder finder;
    private final Assessor assessor;
    private final AssumedFacts facts;
    private final FiguresToTry figures;
    /** The rules that do not depend on the city, by number. */
    private final BitSet own = new BitSet();

    private final Map<Assumable, BitSet> readers = new ConcurrentHashMap<>();
    private final Map<Assumable, BitSet> steady = new ConcurrentHashMap<>();
    private final Map<String, AssumedCity> cities = new ConcurrentHashMap<>();
    private final RecentlyJudged recent = new RecentlyJudged();
    /** What was assumed, in words: by fact, compared by identity, as its value is text of any length. */
    private final IdentityHashMap<FilledFact, Assumed> told = new IdentityHashMap<>();

    /** Those last asked for. */
    private final Map<Variant, EvaluationContext> variants = new LinkedHashMap<>(MOST_VARIANTS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Variant, EvaluationContext> eldest) {
            return size() > MOST_VARIANTS;
        }
    };

    /** A city of which one fact is assumed otherwise. */
    private record Variant(
            String city,
            @Nullable String except,
            String fact,
            @Nullable Object value) {}

    /**
     * A city with what is assumed of it.
     *
     * @param readers the numbers of the rules that read any of that
     */
    private record AssumedCity(CityContext context, BitSet readers) {}

    /**
     * A project with what is assumed of it.
     *
     * @param candidate the project in which it is filled
     * @param filled what is assumed
     * @param readers the numbers of the rules that read any of it
     */
    private record AssumedProject(Candidate candidate, List<FilledFact> filled, BitSet readers) {}

    BaseDay(RulePack pack, Finder finder, AssumedFacts facts) {
        this.pack = pack;
        this.finder = finder;
        this.assessor = pack.assessor();
        this.facts = facts;
        this.figures = new FiguresToTry(pack.limitTable().on(facts.asOf()));
        List<CheckedRule> rules = pack.checkedRules();
        for (int i = 0; i < rules.size(); i++) {
            own.set(i, Phase.of(rules.get(i)) == Phase.OWN);
        }
    }

    AssumedFacts facts() {
        return facts;
    }

    RulePack pack() {
        return pack;
    }

    /** The values of a figure to try, the smallest first. */
    List<Amount> figures(Unit unit) {
        return figures.numbers(unit);
    }

    /** The numbers of the rules that read a fact. */
    BitSet readers(Assumable fact) {
        return readers.computeIfAbsent(fact, about -> {
            BitSet reading = new BitSet();
            List<Set<String>> read = pack.factsRead();
            for (int i = 0; i < read.size(); i++) {
                reading.set(i, Reads.isRead(about, read.get(i)));
            }
            return reading;
        });
    }

    /** The numbers of the rules that read a figure and whose results all go one way while it grows. */
    BitSet steady(Assumable figure) {
        return steady.computeIfAbsent(figure, about -> {
            BitSet all = new BitSet();
            List<CheckedRule> rules = pack.checkedRules();
            readers(about).stream().forEach(rule -> all.set(rule, Trend.isSteady(rules.get(rule), about.name())));
            return all;
        });
    }

    private BitSet readers(List<FilledFact> filled) {
        BitSet all = new BitSet();
        filled.forEach(fact -> all.or(readers(fact.assumption().about())));
        return all;
    }

    /** @param except a landed project whose own presences are left out; null for none */
    private AssumedCity city(String id, @Nullable String except) {
        return except != null ? assumed(id, except) : cities.computeIfAbsent(id, any -> assumed(any, null));
    }

    private AssumedCity assumed(String id, @Nullable String except) {
        CityContext context = except == null
                ? new CityContext(facts, Objects.requireNonNull(facts.city(id)), null)
                : city(id, null).context().without(except);
        return new AssumedCity(context, readers(facts.filled(id, except)));
    }

    private AssumedProject assumed(Candidate known) {
        List<FilledFact> filled = facts.filled(known.project());
        return new AssumedProject(
                new Candidate(facts.fill(known.project(), filled), known.illustrative()), filled, readers(filled));
    }

    Finder finder() {
        return finder;
    }

    /**
     * The context of a city of which one fact is assumed otherwise, or not at all.
     *
     * @param city the city as it is assumed
     */
    EvaluationContext turned(EvaluationContext city, @Nullable String except, FilledFact fact, @Nullable Object value) {
        synchronized (variants) {
            return variants.computeIfAbsent(
                    new Variant(city.city().id(), except, fact.fact(), value),
                    any -> turnedAnew(city, except, fact, value));
        }
    }

    /** The same for a value that is tried once, and not kept. */
    EvaluationContext turnedAnew(
            EvaluationContext city, @Nullable String except, FilledFact fact, @Nullable Object value) {
        String id = city.city().id();
        AssumedFacts.TurnedRow row = facts.turnedRow(id, fact, value);
        if (row != null) {
            return city.with(row.assumed(), row.otherwise());
        }
        AssumedFacts otherwise = facts.turned(fact.fact(), value);
        City of = Objects.requireNonNull(otherwise.city(id));
        return EvaluationContext.of(otherwise, of, pack.limitTable().on(facts.asOf()), except);
    }

    /** Prepares a batch, which is judged in one city after another. */
    BaseBatch batch(List<Candidate> batch) {
        return new BaseBatch(batch);
    }

    /** A batch of projects with what is assumed of them, and what follows from that in every city. */
    final class BaseBatch {

        private final List<Candidate> known;
        private @Nullable List<AssumedProject> projects;
        private @Nullable List<List<RuleOutcome>> own;

        private BaseBatch(List<Candidate> known) {
            this.known = known;
        }

        /**
         * The projects of some places of the batch in a city, judged together when the first is asked for.
         *
         * @param city the city as it is known
         * @param sound gives what the sound judgement of each of them finds
         */
        Group in(CityContext city, List<Integer> places, Supplier<List<List<RuleOutcome>>> sound) {
            return new Group(this, city, places, sound);
        }

        private synchronized List<AssumedProject> projects() {
            List<AssumedProject> ready = projects;
            if (ready == null) {
                ready = known.stream().map(BaseDay.this::assumed).toList();
                projects = ready;
            }
            return ready;
        }

        /** Of each project, what does not depend on the city and is not the same without assumptions. */
        private synchronized List<List<RuleOutcome>> own(EvaluationContext context) {
            List<List<RuleOutcome>> ready = own;
            if (ready == null) {
                List<Candidate> candidates =
                        projects().stream().map(AssumedProject::candidate).toList();
                List<BitSet> asked = projects().stream()
                        .map(project -> both(project.readers, BaseDay.this.own))
                        .toList();
                ready = finder.findOwn(context, candidates, asked).stream()
                        .map(assessor::outcomes)
                        .toList();
                own = ready;
            }
            return ready;
        }
    }

    private static BitSet both(BitSet some, BitSet others) {
        BitSet both = (BitSet) some.clone();
        both.and(others);
        return both;
    }

    /** Projects of a batch in a city. Once they are judged, no more than the verdict of each is kept. */
    final class Group {

        private final BaseBatch batch;
        private final CityContext known;
        private final String city;
        private final @Nullable String except;
        private final List<Integer> places;
        /** Null once they are judged. */
        private @Nullable Supplier<List<List<RuleOutcome>>> sound;

        private List<Assessor.Standing> judged = List.of();
        private final RecentlyJudged.Group<Found> kept = new RecentlyJudged.Group<>();

        /** What the rules find for one of them without and with what is assumed. */
        private record Found(List<RuleOutcome> sound, List<RuleOutcome> outcomes) {}

        private Group(
                BaseBatch batch, CityContext known, List<Integer> places, Supplier<List<List<RuleOutcome>>> sound) {
            this.batch = batch;
            this.known = known;
            this.city = known.city().id();
            this.except = known.except();
            this.places = places;
            this.sound = sound;
        }

        /**
         * The base case of one of them.
         *
         * @param index its place among those of the group
         * @param undetermined what the sound judgement leaves open
         */
        BaseCase of(int index, List<Undetermined> undetermined) {
            return BaseCase.of(() -> {
                Assessor.Standing standing = judged().get(index);
                Assessor.Judgement base = standing.judgement();
                List<FilledFact> read = new Lazy<>(undetermined, open -> read(index, open));
                return new BaseCase.Judgement(
                        base.because().verdict(),
                        base.because(),
                        base.score(),
                        standing.sides(),
                        new Lazy<>(
                                read, list -> list.stream().map(this::assumed).toList()),
                        new Lazy<>(read, list -> critical(index, list)));
            });
        }

        private synchronized List<Assessor.Standing> judged() {
            Supplier<List<List<RuleOutcome>>> open = sound;
            if (open != null) {
                judged = judge(open.get());
                sound = null;
            }
            return judged;
        }

        private AssumedProject project(int index) {
            return batch.projects().get(places.get(index));
        }

        private List<Assessor.Standing> judge(List<List<RuleOutcome>> before) {
            AssumedCity assumed = city(city, except);
            EvaluationContext context = assumed.context.evaluationContext(pack);
            List<List<RuleOutcome>> ofProjects = batch.own(context);
            List<Candidate> candidates = new ArrayList<>(before.size());
            List<BitSet> asked = new ArrayList<>(before.size());
            for (int i = 0; i < before.size(); i++) {
                candidates.add(project(i).candidate);
                asked.add(undecided(before.get(i), assumed.readers, project(i).readers));
            }
            List<Finder.Found> found = finder.findLocal(context, candidates, asked);
            List<Assessor.Standing> judgements = new ArrayList<>(before.size());
            List<Found> all = new ArrayList<>(before.size());
            for (int i = 0; i < before.size(); i++) {
                List<RuleOutcome> outcomes =
                        together(before.get(i), ofProjects.get(places.get(i)), asked.get(i), found.get(i));
                judgements.add(assessor.standing(outcomes));
                all.add(new Found(before.get(i), outcomes));
            }
            recent.keep(kept, all);
            return judgements;
        }

        /** The rules that read something assumed and are open without. */
        private static BitSet undecided(List<RuleOutcome> before, BitSet ofCity, BitSet ofProject) {
            BitSet rules = (BitSet) ofCity.clone();
            rules.or(ofProject);
            for (int rule = rules.nextSetBit(0); rule >= 0; rule = rules.nextSetBit(rule + 1)) {
                rules.set(rule, !before.get(rule).isDecided());
            }
            return rules;
        }

        /** What was assumed of facts that some rule misses. */
        private List<FilledFact> read(int index, List<Undetermined> undetermined) {
            Set<String> missing = new HashSet<>();
            undetermined.forEach(open -> missing.addAll(open.missing()));
            List<FilledFact> read = new ArrayList<>(project(index).filled);
            read.addAll(facts.filled(city, except));
            read.removeIf(fact -> !missing.contains(fact.fact()));
            read.sort(Comparator.comparing(FilledFact::fact));
            return read;
        }

        private Assumed assumed(FilledFact fact) {
            synchronized (told) {
                if (told.size() > MOST_TOLD) {
                    told.clear();
                }
                return told.computeIfAbsent(
                        fact, any -> pack.texts().assumed(any, pack.types(), pack.names(facts.names())));
            }
        }

        private List<CriticalAssumption> critical(int index, List<FilledFact> assumed) {
            return assumed.isEmpty() ? List.of() : new CriticalSearch(BaseDay.this, judgement(index)).among(assumed);
        }

        /** One of them judged again, with what each rule finds. */
        private BaseJudgement judgement(int index) {
            Verdict verdict = judged().get(index).judgement().because().verdict();
            Found known = kept.get(index);
            Found both = known == null ? found(index) : known;
            return new BaseJudgement(
                    project(index).candidate,
                    city(city, except).context.evaluationContext(pack),
                    except,
                    both.sound,
                    both.outcomes,
                    verdict);
        }

        private Found found(int index) {
            AssumedCity assumed = city(city, except);
            EvaluationContext context = assumed.context.evaluationContext(pack);
            AssumedProject project = project(index);
            EvaluationContext before = known.evaluationContext(pack);
            List<Candidate> alone = List.of(batch.known.get(places.get(index)));
            List<RuleOutcome> sound = assessor.outcomes(
                    assessor.outcomes(finder.findOwn(before, alone).get(0)),
                    finder.findLocal(before, alone).get(0));
            BitSet asked = undecided(sound, assumed.readers, project.readers);
            List<RuleOutcome> ofProject = batch.own(context).get(places.get(index));
            Finder.Found found = finder.findLocal(context, List.of(project.candidate), List.of(asked))
                    .get(0);
            return new Found(sound, together(sound, ofProject, asked, found));
        }

        /** What rules find in the base case: those that are asked, of the project and then of the city, and the others as they are known. */
        private List<RuleOutcome> together(
                List<RuleOutcome> before, List<RuleOutcome> ofProject, BitSet asked, Finder.Found found) {
            List<RuleOutcome> outcomes = new ArrayList<>(before);
            for (int rule = asked.nextSetBit(0); rule >= 0; rule = asked.nextSetBit(rule + 1)) {
                outcomes.set(rule, ofProject.get(rule)); // of one that depends on the city, that it finds nothing yet
            }
            return assessor.outcomes(outcomes, found);
        }
    }
}
