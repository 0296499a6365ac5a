package dev.winnow.engine;

import dev.winnow.engine.internal.evaluate.Candidate;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.Finder;
import dev.winnow.engine.internal.evaluate.Phase;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.score.PairScorer;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.model.domain.City;
import dev.winnow.model.internal.assumption.Assumable;
import dev.winnow.model.result.Assumed;
import dev.winnow.model.result.CriticalAssumption;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Undetermined;
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
import org.jspecify.annotations.Nullable;

/**
 * Judges the base case of candidates on one day: the same rules, with unknown facts replaced by assumptions. An
 * assumption fills only unknown facts, so rules decided by the sound judgement stay decided. Only rules that are open
 * and read an assumed fact are evaluated again. Thread-safe.
 */
final class BaseCaseEvaluator {

    /** More variants than one city needs; each takes about 10 kB. */
    private static final int MAX_VARIANTS = 500;

    private static final int MAX_WORDED = 50_000;

    private final RulePack pack;
    private final Finder finder;
    private final PairScorer scorer;
    private final AssumedFacts facts;
    private final FiguresToTry figures;
    private final TextsToTry texts;
    /** Texts to try, by fact name and city. */
    private final Map<String, List<Object>> namedTexts = new ConcurrentHashMap<>();
    /** Numbers of the rules that do not depend on the city. */
    private final BitSet own = new BitSet();

    private final Map<Assumable, BitSet> readers = new ConcurrentHashMap<>();
    private final Map<Assumable, BitSet> steady = new ConcurrentHashMap<>();
    private final Map<String, AssumedCity> cities = new ConcurrentHashMap<>();
    private final Map<String, AssumedProject> projects = new ConcurrentHashMap<>();
    /** Assumptions in words. Keyed by identity, because values may be long texts. Guards {@link #names}. */
    private final IdentityHashMap<FilledFact, Assumed> worded = new IdentityHashMap<>();
    /** Names in the pack's language; guarded by {@link #worded}. */
    private @Nullable Names names;

    /** LRU cache. */
    private final Map<Variant, EvaluationContext> variants = new LinkedHashMap<>(MAX_VARIANTS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Variant, EvaluationContext> eldest) {
            return size() > MAX_VARIANTS;
        }
    };

    /** A city in which one assumed fact has another value. */
    private record Variant(
            String city,
            @Nullable String except,
            String fact,
            @Nullable Object value) {}

    /**
     * A city with its assumptions filled in.
     *
     * @param readers numbers of the rules that read an assumed fact of the city
     */
    private record AssumedCity(CityContext context, BitSet readers) {}

    /**
     * A project with its assumptions filled in.
     *
     * @param candidate the project with the assumed facts
     * @param filled the assumed facts
     * @param readers numbers of the rules that read any of them
     * @param own outcomes of the readers that do not depend on the city
     */
    private record AssumedProject(
            Candidate candidate, List<FilledFact> filled, BitSet readers, List<RuleOutcome> own) {}

    BaseCaseEvaluator(RulePack pack, Finder finder, AssumedFacts facts) {
        this.pack = pack;
        this.finder = finder;
        this.scorer = pack.scorer();
        this.facts = facts;
        this.figures = new FiguresToTry(pack.limitTable().on(facts.asOf()));
        this.texts = new TextsToTry(pack);
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

    /** The values of a figure to try, ascending. */
    List<Amount> figures(Unit unit) {
        return figures.numbers(unit);
    }

    /**
     * The texts to try for a fact that is a text or a list of texts.
     *
     * @param city the city with its assumptions
     */
    List<Object> texts(FilledFact fact, EvaluationContext city) {
        Assumable about = fact.assumption().about();
        return namedTexts.computeIfAbsent(about.name() + " " + city.city().id(), any -> {
            FactType type = Objects.requireNonNull(pack.types().holding(about));
            String component = Objects.requireNonNull(about.component()).name();
            return texts.of(type, Objects.requireNonNull(type.properties().get(component)), city);
        });
    }

    /** Numbers of the rules that read a fact. */
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

    /** Numbers of the rules that read a figure and whose results change monotonically with it. */
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

    Finder finder() {
        return finder;
    }

    /**
     * The context of a city in which one assumed fact has another value, or is unknown if the value is null. Cached.
     *
     * @param city the city with its assumptions
     */
    EvaluationContext variant(
            EvaluationContext city, @Nullable String except, FilledFact fact, @Nullable Object value) {
        synchronized (variants) {
            return variants.computeIfAbsent(
                    new Variant(city.city().id(), except, fact.fact(), value),
                    any -> newVariant(city, except, fact, value));
        }
    }

    /** As {@link #variant}, without caching, for a value that is tried once. */
    EvaluationContext newVariant(
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

    /**
     * Judges the base case of candidates in one city.
     *
     * @param city the city with its known facts
     * @param sound the sound judgements of the candidates
     * @param batch the batch of the candidates, which is judged in one city after another
     */
    List<BaseCaseResult> judge(CityContext city, List<JudgedPair> sound, List<Candidate> batch) {
        AssumedCity assumed = city(city.city().id(), city.except());
        EvaluationContext context = assumed.context.evaluationContext(pack);
        assume(context, batch);
        List<AssumedProject> assumedProjects = new ArrayList<>(sound.size());
        List<Candidate> candidates = new ArrayList<>(sound.size());
        List<BitSet> asked = new ArrayList<>(sound.size());
        for (JudgedPair pair : sound) {
            AssumedProject project =
                    Objects.requireNonNull(projects.get(pair.project().id()));
            assumedProjects.add(project);
            candidates.add(project.candidate);
            asked.add(undecided(pair.outcomes(), assumed.readers, project.readers));
        }
        List<Finder.Found> found = finder.findLocal(context, candidates, asked);
        List<BaseCaseResult> results = new ArrayList<>(sound.size());
        for (int i = 0; i < found.size(); i++) {
            List<RuleOutcome> before = sound.get(i).outcomes();
            List<RuleOutcome> outcomes =
                    scorer.outcomes(before, asked.get(i), assumedProjects.get(i).own, found.get(i));
            results.add(new BaseCaseResult(
                    candidates.get(i), context, city.except(), before, outcomes, scorer.standing(outcomes)));
        }
        return results;
    }

    /**
     * Fills in the assumptions of projects seen for the first time and evaluates the rules that do not depend on the
     * city.
     */
    private void assume(EvaluationContext context, List<Candidate> batch) {
        synchronized (batch) { // several cities may start with the same batch at once
            List<Candidate> fresh = batch.stream()
                    .filter(one -> !projects.containsKey(one.project().id()))
                    .toList();
            if (fresh.isEmpty()) {
                return;
            }
            List<List<FilledFact>> filled = new ArrayList<>(fresh.size());
            List<BitSet> reading = new ArrayList<>(fresh.size());
            List<BitSet> asked = new ArrayList<>(fresh.size());
            List<Candidate> candidates = new ArrayList<>(fresh.size());
            for (Candidate known : fresh) {
                List<FilledFact> ofProject = facts.filled(known.project());
                BitSet ofReaders = readers(ofProject);
                filled.add(ofProject);
                reading.add(ofReaders);
                BitSet ofOwn = (BitSet) ofReaders.clone();
                ofOwn.and(own);
                asked.add(ofOwn);
                candidates.add(new Candidate(facts.fill(known.project(), ofProject), known.illustrative()));
            }
            List<Finder.Found> found = finder.findOwn(context, candidates, asked);
            for (int i = 0; i < candidates.size(); i++) {
                projects.put(
                        candidates.get(i).project().id(),
                        new AssumedProject(
                                candidates.get(i), filled.get(i), reading.get(i), scorer.outcomes(found.get(i))));
            }
        }
    }

    /** Numbers of the rules that read an assumed fact and that the sound judgement leaves open. */
    private static BitSet undecided(List<RuleOutcome> before, BitSet ofCity, BitSet ofProject) {
        BitSet rules = (BitSet) ofCity.clone();
        rules.or(ofProject);
        for (int rule = rules.nextSetBit(0); rule >= 0; rule = rules.nextSetBit(rule + 1)) {
            if (before.get(rule).isDecided()) {
                rules.clear(rule);
            }
        }
        return rules;
    }

    /**
     * The assumptions about facts that some rule misses, in words, ordered by fact name.
     *
     * @param undetermined the rules left open by the sound judgement
     */
    List<Assumed> assumed(JudgedPair pair, List<Undetermined> undetermined) {
        return read(pair, undetermined).stream().map(this::assumed).toList();
    }

    /**
     * The assumptions on which the verdict of the base case depends, ordered by fact name.
     *
     * @param undetermined the rules left open by the sound judgement
     */
    List<CriticalAssumption> critical(JudgedPair pair, List<Undetermined> undetermined) {
        List<FilledFact> assumed = read(pair, undetermined);
        if (assumed.isEmpty()) {
            return List.of();
        }
        List<BaseCaseResult> result = judge(pair.city(), List.of(pair), List.of(pair.candidate()));
        return new CriticalSearch(this, result.get(0)).among(assumed);
    }

    private List<FilledFact> read(JudgedPair pair, List<Undetermined> undetermined) {
        Set<String> missing = new HashSet<>();
        undetermined.forEach(open -> missing.addAll(open.missing()));
        AssumedProject known = projects.get(pair.project().id());
        List<FilledFact> read = new ArrayList<>(known == null ? facts.filled(pair.project()) : known.filled);
        read.addAll(facts.filled(pair.city().city().id(), pair.city().except()));
        read.removeIf(fact -> !missing.contains(fact.fact()));
        read.sort(Comparator.comparing(FilledFact::fact));
        return read;
    }

    private Names names() {
        Names known = names;
        if (known == null) {
            known = pack.names(facts.names());
            names = known;
        }
        return known;
    }

    private Assumed assumed(FilledFact fact) {
        synchronized (worded) {
            if (worded.size() > MAX_WORDED) {
                worded.clear();
            }
            return worded.computeIfAbsent(fact, any -> pack.texts().assumed(any, pack.types(), names()));
        }
    }
}
