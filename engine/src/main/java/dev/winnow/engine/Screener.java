package dev.winnow.engine;

import dev.winnow.engine.BaseDay.BaseBatch;
import dev.winnow.engine.evaluate.Candidate;
import dev.winnow.engine.evaluate.EvaluationContext;
import dev.winnow.engine.evaluate.Finder;
import dev.winnow.engine.evaluate.Matcher;
import dev.winnow.engine.evaluate.Moment;
import dev.winnow.engine.evaluate.RuleOutcome;
import dev.winnow.engine.join.JoinFinder;
import dev.winnow.engine.score.RankKey;
import dev.winnow.engine.walk.WalkingFinder;
import dev.winnow.language.pack.PackException;
import dev.winnow.language.vocabulary.Lazy;
import dev.winnow.model.assumption.Assumptions;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Internal;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Screens every project of a universe for every city of it, by the rules of one pack.
 *
 * <p>Immutable and thread-safe: one screener may serve many threads and universes. Equal inputs give equal results,
 * whatever the order of files, the locale, the time zone or the hour.
 *
 * <pre>{@code
 * RulePack pack = RulePack.load(Path.of("rules/data-centre"));
 * Screener screener = Screener.of(pack); // immutable, thread-safe
 * Screening screening = screener.screen(Universe.read(pack.vocabulary(), Path.of("seeds/data-centre")));
 * }</pre>
 */
public final class Screener {

    /** The batch size that measured fastest; both larger and smaller ones are slower. */
    private static final int BATCH = 200;

    /** Of more candidates than these, what came of each is not kept but found again where it is read: it takes some 2 kB. */
    private static final int MOST_KEPT = 10_000;

    /** Ranks assessments, best first: by verdict, the score's low, the other side's low, then how much is known. */
    public static final Comparator<Assessment> BEST_FIRST = Comparator.comparing(RankKey::of);

    private final RulePack pack;
    private final Finder finder;
    private final BatchJudge judge;
    private final int batchSize;
    private final Assumptions given;

    private Screener(RulePack pack, Finder finder, int batchSize, Assumptions given) {
        this.pack = pack;
        this.finder = finder;
        this.judge = new BatchJudge(pack, finder);
        this.batchSize = batchSize;
        this.given = given;
    }

    /**
     * {@return a screener for a pack}
     *
     * @param pack the pack
     */
    public static Screener of(RulePack pack) {
        return of(pack, Matcher.FUSED);
    }

    /**
     * {@return a screener that evaluates the syntax tree of the rules as it is: ready at once, but many times slower at
     * each candidate} For those who screen a few candidates by many editions of a pack. Its results are the same.
     *
     * @param pack the pack
     */
    public static Screener walking(RulePack pack) {
        return new Screener(pack, new WalkingFinder(pack.checkedRules()), BATCH, Assumptions.NONE);
    }

    /**
     * {@return a screener with a choice of matching algorithm} The choice changes no result; for PHREAK the pack is
     * compiled first, which takes some seconds.
     *
     * @param pack the pack
     * @param matcher the matching algorithm
     * @throws PackException if the compiled pack contains code that no rule needs
     * @throws IllegalStateException if PHREAK is asked for, and {@code winnow-drools} is not on the class path
     */
    public static Screener of(RulePack pack, Matcher matcher) {
        return of(pack, matcher, BATCH);
    }

    static Screener of(RulePack pack, Matcher matcher, int batchSize) {
        return of(pack, matcher == Matcher.FUSED ? new JoinFinder(pack.plan()) : pack.phreak(), batchSize);
    }

    /**
     * A screener with a given finder.
     *
     * @param pack the pack
     * @param finder finds the matches of the pack's rules
     * @param batchSize the number of projects that are evaluated together
     * @return the screener
     */
    @Internal
    public static Screener of(RulePack pack, Finder finder, int batchSize) {
        return new Screener(pack, finder, batchSize, Assumptions.NONE);
    }

    /**
     * {@return the same screener with further assumptions for the base case, which win over those of a universe and those
     * of the pack}
     *
     * @param assumptions what is assumed where nothing is known
     */
    @Internal
    public Screener assuming(Assumptions assumptions) {
        return new Screener(pack, finder, batchSize, assumptions);
    }

    /**
     * Screens as of the universe's own date, with what is known in hindsight.
     *
     * @param universe the universe
     * @return the assessment of every project for every city
     * @throws PackException if pack and universe have different currencies, or if a rule exceeds the budget of an
     *     evaluation, such as by pairing long lists with each other; the other screening methods throw it for the same
     *     reasons
     */
    public Screening screen(Universe universe) {
        return screen(universe, Moment.ofUniverse());
    }

    /**
     * Screens as of a day, with what was known by then.
     *
     * @param universe the universe
     * @param day the day whose knowledge counts
     * @return the assessment of every project for every city
     */
    public Screening screen(Universe universe, LocalDate day) {
        return screen(universe, Moment.on(day));
    }

    /**
     * Screens each project as of the day of its decision; one without a decision, as of the universe's date.
     *
     * @param universe the universe
     * @return the assessment of every project for every city
     */
    public Screening screenAtDecisions(Universe universe) {
        return screen(universe, Moment.ofDecisions());
    }

    /**
     * Screens at a moment.
     *
     * @param universe the universe
     * @param moment the day as of which candidates are judged, and whether later knowledge counts
     * @return the assessment of every project for every city
     */
    public Screening screen(Universe universe, Moment moment) {
        Universe known = universe.with(pack.vocabulary());
        return collect(pack, known, evaluate(known, moment));
    }

    /**
     * Collects evaluations into one screening.
     *
     * @param pack the pack
     * @param universe the universe
     * @param evaluations evaluations of the universe by the pack
     * @return the screening, with assessments by city, day and rank
     */
    public static Screening collect(RulePack pack, Universe universe, List<Evaluation> evaluations) {
        List<Assessment> assessments = new ArrayList<>(evaluations.size()); // of every pair: no streams here
        for (Evaluation evaluation : evaluations) {
            assessments.add(evaluation.assessment());
        }
        return screening(pack, universe, assessments);
    }

    /** Collects assessments by the pack into one screening. */
    Screening screening(Universe universe, List<Assessment> assessments) {
        return screening(pack, universe, assessments);
    }

    private static Screening screening(RulePack pack, Universe universe, List<Assessment> assessments) {
        List<Assessment> sorted = new ArrayList<>(assessments);
        sorted.sort(Screener::inOrder);
        return new Screening(
                pack.edition(),
                universe.edition(),
                universe.illustrative(),
                Collections.unmodifiableList(sorted),
                universe.problems(),
                pack.names(universe.with(pack.vocabulary()).names()));
    }

    /** By city, day and rank. */
    private static int inOrder(Assessment one, Assessment other) {
        int order = one.city().compareTo(other.city());
        order = order == 0 ? one.asOf().compareTo(other.asOf()) : order;
        return order == 0 ? Integer.compare(one.rank(), other.rank()) : order;
    }

    /**
     * Judges every project for every city once, as of the universe's own date, so that further candidates can be judged alone
     * and ranked among them.
     *
     * @param universe the universe
     * @return the universe, ready to have further candidates judged
     */
    public ScreenedUniverse screened(Universe universe) {
        return screened(universe, Moment.ofUniverse());
    }

    /**
     * Judges every project for every city once, so that further candidates can be judged alone and ranked among them.
     *
     * @param universe the universe
     * @param moment the day as of which candidates are judged, and whether later knowledge counts
     * @return the universe, ready to have further candidates judged
     */
    public ScreenedUniverse screened(Universe universe, Moment moment) {
        return new ScreenedUniverse(this, universe.with(pack.vocabulary()), moment);
    }

    /**
     * Screens and returns the evaluation of each candidate, which can be repeated with another edition of the pack.
     *
     * @param universe the universe
     * @param moment the day as of which candidates are judged, and whether later knowledge counts
     * @return the evaluations, by day, city and rank
     */
    public List<Evaluation> evaluate(Universe universe, Moment moment) {
        return run(universe, moment).evaluations();
    }

    /**
     * Starts a screening that the caller advances batch by batch, so that it can show progress.
     *
     * @param given the universe
     * @param moment the day as of which candidates are judged, and whether later knowledge counts
     * @return the run, in which no candidate is evaluated yet
     */
    public ScreeningRun run(Universe given, Moment moment) {
        return run(given, moment, MOST_KEPT);
    }

    /** @param most if there are no more candidates than these, what came of each is kept */
    ScreeningRun run(Universe given, Moment moment, int most) {
        Universe universe = given.with(pack.vocabulary());
        pack.requireCurrency(universe);
        if (!moment.atDecisions()) {
            Facts facts = facts(universe, moment);
            int all = facts.projects().size() * facts.cities().size();
            return new ScreeningRun(
                    all, List.of(() -> day(universe, moment, facts, facts.projects(), isKept(all, most))));
        }
        Facts known = universe.asOf(universe.asOf(), false);
        int all = known.projects().size() * known.cities().size();
        List<Supplier<ScreeningRun.Day>> days = new ArrayList<>();
        decidedByDay(universe)
                .forEach((day, decided) -> days.add(() -> {
                    Facts facts = facts(universe, day, moment);
                    return day(universe, moment, facts, some(facts, decided::contains), isKept(all, most));
                }));
        return new ScreeningRun(all, days);
    }

    /**
     * {@return the candidates in batches, for lists too long to be kept in memory: batches may be evaluated in any
     * order and by several threads}
     *
     * @param given the universe
     * @param moment the day as of which candidates are judged, and whether later knowledge counts
     * @param projects selects projects by id
     * @param cities selects cities by id
     */
    public Stream<Batch> batches(Universe given, Moment moment, Predicate<String> projects, Predicate<String> cities) {
        Universe universe = given.with(pack.vocabulary());
        pack.requireCurrency(universe);
        if (!moment.atDecisions()) {
            Facts facts = facts(universe, moment);
            return batches(universe, moment, facts, some(facts, projects), cities);
        }
        return decidedByDay(universe).entrySet().stream().flatMap(day -> {
            Facts facts = facts(universe, day.getKey(), moment);
            return batches(
                    universe,
                    moment,
                    facts,
                    some(facts, id -> day.getValue().contains(id) && projects.test(id)),
                    cities);
        });
    }

    private Stream<Batch> batches(
            Universe universe, Moment moment, Facts facts, List<Project> projects, Predicate<String> cities) {
        List<CityContext> cityContexts = cityContexts(facts).stream()
                .filter(cityContext -> cities.test(cityContext.city().id()))
                .toList();
        BaseDay base = base(universe, facts);
        return batches(universe, projects, cityContexts).stream().flatMap(batch -> {
            BaseBatch assumed = base == null ? null : base.batch(batch);
            List<List<RuleOutcome>> own = new Lazy<>(
                    batch, candidates -> judge.own(cityContexts.get(0).evaluationContext(pack), candidates));
            return cityContexts.stream()
                    .map(cityContext -> new Batch(batch.size(), () -> {
                        List<Evaluation> evaluations = new ArrayList<>(batch.size());
                        judge.evaluate(moment, cityContext, batch, own, assumed, null, evaluations::add);
                        return evaluations.stream().map(Evaluation::assessment).toList();
                    }));
        });
    }

    private static SortedMap<LocalDate, Set<String>> decidedByDay(Universe universe) {
        TreeMap<LocalDate, Set<String>> byDay = new TreeMap<>();
        for (Project project : universe.asOf(universe.asOf(), false).projects()) {
            byDay.computeIfAbsent(decided(universe, project), unused -> new HashSet<>())
                    .add(project.id());
        }
        return byDay;
    }

    private static List<Project> some(Facts facts, Predicate<String> projects) {
        return facts.projects().stream()
                .filter(project -> projects.test(project.id()))
                .toList();
    }

    /**
     * Evaluates one project in one city; its rank is 0. Null if the universe lacks either.
     *
     * @param given the universe
     * @param moment the day as of which candidates are judged, and whether later knowledge counts
     * @param project the project's id
     * @param city the city's id
     * @return the evaluation, or null
     */
    public @Nullable Evaluation evaluate(Universe given, Moment moment, String project, String city) {
        Universe universe = given.with(pack.vocabulary());
        pack.requireCurrency(universe);
        Facts facts = facts(universe, moment);
        Project candidate = facts.project(project);
        if (candidate != null && moment.atDecisions()) {
            facts = facts(universe, decided(universe, candidate), moment);
            candidate = facts.project(project);
        }
        City where = facts.city(city);
        if (candidate == null || where == null) {
            return null;
        }
        CityContext cityContext = new CityContext(facts, where, facts.present(project, city) ? project : null);
        List<Evaluation> evaluations = new ArrayList<>();
        List<Candidate> batch = List.of(new Candidate(candidate, universe.illustrative(project)));
        BaseDay base = base(universe, facts);
        judge.judgeTogether(
                moment,
                cityContext,
                batch,
                judge.own(cityContext.evaluationContext(pack), batch),
                base == null ? null : base.batch(batch),
                List.of(0),
                null,
                evaluations::add);
        return evaluations.get(0);
    }

    /** What judges the base case on the day of some facts; null if nothing is assumed. */
    private @Nullable BaseDay base(Universe universe, Facts facts) {
        Assumptions assumptions = given.orElse(universe.assumptions()).orElse(pack.assumptions());
        return assumptions.isEmpty() ? null : new BaseDay(pack, finder, facts.assuming(assumptions));
    }

    private static Facts facts(Universe universe, Moment moment) {
        return facts(universe, moment.day() == null ? universe.asOf() : moment.day(), moment);
    }

    private static Facts facts(Universe universe, LocalDate day, Moment moment) {
        return moment.hindsight() ? universe.inHindsight(day) : universe.asOf(day, false);
    }

    private static LocalDate decided(Universe universe, Project project) {
        return project.decided() == null ? universe.asOf() : project.decided();
    }

    /**
     * Assesses one candidate on its own; its rank is 0.
     *
     * @param context the facts and limits to judge against
     * @param candidate the candidate
     * @return the assessment
     */
    @Internal
    public Assessment assess(EvaluationContext context, Project candidate) {
        return judge.assess(context, candidate);
    }

    /** Whether what comes of each of so many candidates is kept. Other finders than the join finder find nothing again in little time. */
    private boolean isKept(int candidates, int most) {
        return candidates <= most || !(finder instanceof JoinFinder);
    }

    /** @param keep whether what came of each candidate is kept */
    private ScreeningRun.Day day(Universe universe, Moment moment, Facts facts, List<Project> projects, boolean keep) {
        List<CityContext> cityContexts = cityContexts(facts);
        List<CityRanking> byCity =
                cityContexts.stream().map(cityContext -> new CityRanking()).toList();
        List<ScreeningRun.Batch> batches = new ArrayList<>();
        BaseDay base = base(universe, facts);
        RecentlyJudged recent = keep ? null : new RecentlyJudged();
        for (List<Candidate> batch : batches(universe, projects, cityContexts)) {
            BaseBatch assumed = base == null ? null : base.batch(batch);
            batches.add(new ScreeningRun.Batch(batch.size() * cityContexts.size(), () -> {
                List<List<RuleOutcome>> own = judge.own(cityContexts.get(0).evaluationContext(pack), batch);
                for (int i = 0; i < cityContexts.size(); i++) {
                    judge.evaluate(moment, cityContexts.get(i), batch, own, assumed, recent, byCity.get(i)::add);
                }
            }));
        }
        return new ScreeningRun.Day(
                batches,
                () -> byCity.stream()
                        .flatMap(ofCity -> ofCity.ranked().stream())
                        .toList());
    }

    private static List<CityContext> cityContexts(Facts facts) {
        return facts.cities().stream()
                .map(city -> new CityContext(facts, city, null))
                .toList();
    }

    /** Splits projects into batches that are evaluated together; none where there is no city. */
    private List<List<Candidate>> batches(Universe universe, List<Project> projects, List<CityContext> cityContexts) {
        List<List<Candidate>> batches = new ArrayList<>();
        for (int from = 0; from < projects.size() && !cityContexts.isEmpty(); from += batchSize) {
            List<Project> batch = projects.subList(from, Math.min(from + batchSize, projects.size()));
            batches.add(batch.stream()
                    .map(project -> new Candidate(project, universe.illustrative(project.id())))
                    .toList());
        }
        return batches;
    }
}
