package dev.winnow.engine;

import dev.winnow.engine.explain.Obstacle;
import dev.winnow.engine.explain.Obstacles;
import dev.winnow.engine.internal.evaluate.Candidate;
import dev.winnow.engine.internal.evaluate.Finder;
import dev.winnow.engine.internal.score.Weighing;
import dev.winnow.language.PackException;
import dev.winnow.model.domain.Project;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Internal;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A universe opened for screening: judges and explains its pairs of project and city. Explanations are created on
 * request and not cached; {@link #explanations} handles lists of any length.
 *
 * <pre>{@code
 * ScreeningSession session = Screener.of(pack).open(universe);
 * Screening screening = session.screening();
 * Explanation first = session.explain(screening.assessments().get(0));
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class ScreeningSession {

    private final RulePack pack;
    private final Finder finder;
    private final int batchSize;
    /** Assumptions for base cases; empty if none are judged. */
    private final Assumptions assumptions;

    private final Universe universe;
    private final AsOfPolicy asOfPolicy;
    private final @Nullable Supplier<ScreeningResult> ranking;
    private final Map<LocalDate, DayContext> days = new HashMap<>();

    /**
     * @param universe the universe, read with the facts that the pack declares
     * @param ranking screens all candidates among which ranks are counted; null if the universe has them all
     * @throws PackException if pack and universe have different currencies
     */
    ScreeningSession(
            RulePack pack,
            Finder finder,
            int batchSize,
            Assumptions assumptions,
            Universe universe,
            AsOfPolicy asOfPolicy,
            @Nullable Supplier<ScreeningResult> ranking) {
        pack.requireCurrency(universe);
        this.pack = pack;
        this.finder = finder;
        this.batchSize = batchSize;
        this.assumptions = assumptions;
        this.universe = universe;
        this.asOfPolicy = asOfPolicy;
        this.ranking = ranking;
    }

    /** {@return the pack that judges} */
    public RulePack pack() {
        return pack;
    }

    /**
     * {@return a session with the same pack, day and assumptions over another universe}
     *
     * @param other a universe with the same facts, such as one in which a project has landed
     */
    @Internal
    public ScreeningSession over(Universe other) {
        return new ScreeningSession(pack, finder, batchSize, assumptions, other, asOfPolicy, null);
    }

    /** {@return the universe, read with the facts that the pack declares} */
    public Universe universe() {
        return universe;
    }

    /** {@return the known facts of the universe; as of its own date if each project is judged as of another day} */
    public Facts facts() {
        return asOfPolicy.facts(universe);
    }

    /**
     * Judges every project for every city.
     *
     * @return the assessments by city, day and rank
     * @throws PackException if a rule exceeds the evaluation budget
     */
    @Internal
    public Screening screening() {
        return screening(Progress.NONE);
    }

    /** As {@link #screening()}, reporting the number of judged pairs. */
    @Internal
    public Screening screening(Progress progress) {
        return screening(progress, false);
    }

    private Screening screening(Progress progress, boolean parallel) {
        Map<DayContext, List<Candidate>> candidates = candidates(project -> true);
        int all = candidates.entrySet().stream()
                .mapToInt(day ->
                        day.getValue().size() * day.getKey().facts().cities().size())
                .sum();
        int[] done = {0};
        List<Assessment> assessments = new ArrayList<>(all);
        for (Map.Entry<DayContext, List<Candidate>> each : candidates.entrySet()) {
            DayContext day = each.getKey();
            List<CityContext> cities = day.cities();
            List<CityRanking> rankings =
                    cities.stream().map(city -> new CityRanking()).toList();
            List<List<Candidate>> batches = batches(each.getValue());
            IntStream places = IntStream.range(0, batches.size() * cities.size());
            int[] next = {0};
            (parallel && batches.size() > 1 ? places.parallel() : places)
                    .mapToObj(place -> {
                        List<Candidate> batch = batches.get(place / cities.size());
                        List<Assessment> judged = day.assess(cities.get(place % cities.size()), batch);
                        synchronized (done) {
                            done[0] += batch.size();
                            progress.show(done[0], all);
                        }
                        return judged;
                    })
                    .forEachOrdered(judged -> judged.forEach(rankings.get(next[0]++ % rankings.size())::add));
            rankings.forEach(ranking -> assessments.addAll(ranking.ranked()));
        }
        return screening(assessments);
    }

    /** {@return a screening of every project for every city, with all assessments requested} */
    @Internal
    public ScreeningResult result() {
        return result(Progress.NONE);
    }

    /** As {@link #result()}, reporting the number of judged pairs. */
    @Internal
    public ScreeningResult result(Progress progress) {
        return result(progress, false);
    }

    /** @param parallel whether several threads judge a long list */
    ScreeningResult result(Progress progress, boolean parallel) {
        Screening all = screening(progress, parallel);
        return new ScreeningResult(this, all, all);
    }

    /**
     * {@return the screening of all candidates among which ranks are counted} Candidates that were added to a screened
     * universe are judged without the others; these are judged when this is called.
     *
     * @param result a result of this session
     */
    @Internal
    public ScreeningResult ranking(ScreeningResult result) {
        return ranking == null ? result : ranking.get();
    }

    /**
     * {@return a screening of assessments made by this session, by city, day and rank}
     *
     * @param assessments the assessments
     */
    public Screening screening(List<Assessment> assessments) {
        List<Assessment> sorted = new ArrayList<>(assessments);
        sorted.sort(ScreeningSession::inOrder);
        return new Screening(
                pack.edition(),
                universe.edition(),
                universe.illustrative(),
                Collections.unmodifiableList(sorted),
                universe.problems(),
                pack.names(universe.names()));
    }

    /** Orders assessments by city, day and rank. */
    private static int inOrder(Assessment one, Assessment other) {
        int order = one.city().compareTo(other.city());
        order = order == 0 ? one.asOf().compareTo(other.asOf()) : order;
        order = order == 0 ? Integer.compare(one.rank(), other.rank()) : order;
        return order == 0 ? one.project().compareTo(other.project()) : order;
    }

    /**
     * {@return all pairs in batches, for lists too long for memory} Batches may be judged in any order and by several
     * threads.
     */
    public Stream<Batch> batches() {
        return batches(project -> true, city -> true);
    }

    /**
     * {@return the pairs of selected projects and cities in batches}
     *
     * @param projects selects projects by id
     * @param cities selects cities by id
     */
    public Stream<Batch> batches(Predicate<String> projects, Predicate<String> cities) {
        return candidates(projects).entrySet().stream().flatMap(each -> {
            DayContext day = each.getKey();
            List<CityContext> some = day.cities().stream()
                    .filter(city -> cities.test(city.city().id()))
                    .toList();
            return batches(each.getValue()).stream()
                    .flatMap(batch -> some.stream().map(city -> new Batch(day, city, batch)));
        });
    }

    private List<List<Candidate>> batches(List<Candidate> candidates) {
        return IntStream.iterate(0, from -> from < candidates.size(), from -> from + batchSize)
                .mapToObj(from -> candidates.subList(from, Math.min(from + batchSize, candidates.size())))
                .toList();
    }

    /** The selected candidates, grouped by as-of date in ascending order. */
    private Map<DayContext, List<Candidate>> candidates(Predicate<String> projects) {
        Map<LocalDate, DayContext> contexts = new TreeMap<>();
        if (asOfPolicy.atDecisions()) {
            universe.asOf(universe.asOf(), false)
                    .projects()
                    .forEach(project -> contexts.computeIfAbsent(decided(project), this::day));
        } else {
            contexts.put(day(), day(day()));
        }
        Map<DayContext, List<Candidate>> candidates = new LinkedHashMap<>();
        contexts.forEach((date, day) -> candidates.put(
                day,
                day.facts().projects().stream()
                        .filter(project -> projects.test(project.id()))
                        .filter(project ->
                                !asOfPolicy.atDecisions() || decided(project).equals(date))
                        .map(day::candidate)
                        .toList()));
        return candidates;
    }

    private LocalDate decided(Project project) {
        return project.decided() == null ? universe.asOf() : project.decided();
    }

    /** The as-of date of projects, unless the policy judges them as of their decisions. */
    private LocalDate day() {
        return asOfPolicy.day() == null ? universe.asOf() : asOfPolicy.day();
    }

    private synchronized DayContext day(LocalDate date) {
        return days.computeIfAbsent(date, day -> {
            Facts facts = asOfPolicy.hindsight() ? universe.inHindsight(day) : universe.asOf(day, false);
            BaseCaseEvaluator base =
                    assumptions.isEmpty() ? null : new BaseCaseEvaluator(pack, finder, facts.assuming(assumptions));
            return new DayContext(pack, finder, universe, facts, base);
        });
    }

    /**
     * Judges one project in one city.
     *
     * @param project the project's id
     * @param city the city's id
     * @return its assessment, with rank 0; null if the universe lacks the project or the city
     */
    public @Nullable Assessment assess(String project, String city) {
        Batch pair = pair(project, city);
        return pair == null ? null : pair.assess().get(0);
    }

    /** A batch of one project in one city; null if the universe lacks either. */
    private @Nullable Batch pair(String project, String city) {
        DayContext day = day(day());
        Candidate candidate = day.candidate(project);
        if (candidate != null && asOfPolicy.atDecisions()) {
            day = day(decided(candidate.project()));
            candidate = day.candidate(project);
        }
        CityContext where = day.city(city);
        return candidate == null || where == null ? null : new Batch(day, where, List.of(candidate));
    }

    /**
     * Explains an assessment made by this session.
     *
     * @param assessment the assessment
     * @return the explanation, without critical assumptions
     */
    public Explanation explain(Assessment assessment) {
        return day(assessment.asOf()).explain(assessment, judged(assessment));
    }

    /**
     * {@return an explanation with the assumptions on which the verdict of its base case depends} The base case is
     * judged again with each assumption withdrawn and changed, which takes many times as long as explaining the pair.
     *
     * @param explanation an explanation of an assessment made by this session
     */
    public Explanation withCritical(Explanation explanation) {
        Assessment assessment = explanation.assessment();
        return day(assessment.asOf()).withCritical(explanation, judged(assessment));
    }

    /**
     * {@return explanations of assessments made by this session, in their order} They are created as the stream is
     * read, about a hundred at a time, and not cached.
     *
     * @param assessments the assessments; fastest if those of a city and day are adjacent
     */
    public Stream<Explanation> explanations(List<Assessment> assessments) {
        return explanations(assessments, DayContext::explain);
    }

    /**
     * {@return explanations with the assumptions on which the verdicts of base cases depend, in the order of the
     * assessments} Each pair is judged once for both; see {@link #withCritical}.
     *
     * @param assessments the assessments; fastest if those of a city and day are adjacent
     */
    public Stream<Explanation> explanationsWithCritical(List<Assessment> assessments) {
        return explanations(
                assessments, (day, assessment, pair) -> day.withCritical(day.explain(assessment, pair), pair));
    }

    /**
     * {@return the questions of explanations, in the order of the assessments} Much faster than {@link #explanations}.
     *
     * @param assessments the assessments; fastest if those of a city and day are adjacent
     */
    @Internal
    public Stream<List<Question>> questions(List<Assessment> assessments) {
        return explanations(
                assessments,
                (day, assessment, pair) -> pack.scorer()
                        .questions(pair.project(), pair.context(), pair.outcomes(), pair.ways(), pair.tally()));
    }

    /** Explains a judged pair. */
    private interface Explaining<T> {
        T explain(DayContext day, Assessment assessment, JudgedPair pair);
    }

    private <T> Stream<T> explanations(List<Assessment> assessments, Explaining<T> explaining) {
        return groups(assessments).flatMap(group -> {
            DayContext day = day(group.get(0).asOf());
            List<JudgedPair> judged = judged(group);
            return IntStream.range(0, group.size()).mapToObj(i -> explaining.explain(day, group.get(i), judged.get(i)));
        });
    }

    /**
     * {@return the unweighted scores by criterion, for assessments made by this session, in their order}
     *
     * @param assessments the assessments; fastest if those of a city and day are adjacent
     */
    @Internal
    public Stream<Weighing> weighings(List<Assessment> assessments) {
        return groups(assessments)
                .flatMap(group ->
                        judged(group).stream().map(pair -> pack.scorer().weighing(pair.outcomes())));
    }

    /** Runs of adjacent assessments with the same city and day, split at the batch size. */
    private Stream<List<Assessment>> groups(List<Assessment> assessments) {
        List<List<Assessment>> groups = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= assessments.size(); to++) {
            boolean ends = to == assessments.size() || to - from == batchSize;
            if (ends
                    || !assessments.get(to).city().equals(assessments.get(from).city())
                    || !assessments.get(to).asOf().equals(assessments.get(from).asOf())) {
                groups.add(assessments.subList(from, to));
                from = to;
            }
        }
        return groups.stream();
    }

    private JudgedPair judged(Assessment assessment) {
        return judged(List.of(assessment)).get(0);
    }

    /** The judged pairs of assessments of one city and day, in their order. */
    private List<JudgedPair> judged(List<Assessment> assessments) {
        Assessment first = assessments.get(0);
        DayContext day = day(first.asOf());
        CityContext city = day.city(first.city());
        Map<String, JudgedPair> judged = new HashMap<>();
        if (city != null) {
            List<Candidate> candidates = assessments.stream()
                    .map(one -> day.candidate(one.project()))
                    .filter(Objects::nonNull)
                    .toList();
            day.judge(city, candidates)
                    .forEach(pair -> judged.put(pair.project().id(), pair));
        }
        return assessments.stream()
                .map(one -> {
                    JudgedPair pair = judged.get(one.project());
                    if (pair == null) {
                        throw new IllegalArgumentException(
                                "no candidate `" + one.project() + "` in `" + one.city() + "` on " + one.asOf());
                    }
                    return pair;
                })
                .toList();
    }

    /**
     * {@return the obstacle of each rule that certainly does not hold} Awards come first, those with the largest
     * possible gain before others; then knock-outs, red flags, caps and the rest.
     *
     * @param assessment an assessment made by this session
     */
    @Internal
    public List<Obstacle> obstacles(Assessment assessment) {
        JudgedPair pair = judged(assessment);
        return Obstacles.of(pack.scorer(), pair.context(), pair.project(), pair.ways());
    }

    /**
     * {@return the statements about the project of an assessment that count on its day, by component, then by date}
     *
     * @param assessment an assessment made by this session
     */
    @Internal
    public List<Citation> statements(Assessment assessment) {
        return universe.dossiers(assessment.asOf(), asOfPolicy.hindsight()).stream()
                .filter(one -> one.kind().equals("project") && one.id().equals(assessment.project()))
                .flatMap(one -> one.stated().stream())
                .toList();
    }

    /**
     * {@return a candidate that can be judged again with other facts}
     *
     * @param assessment an assessment made by this session
     */
    @Internal
    public WhatIf whatIf(Assessment assessment) {
        JudgedPair pair = judged(assessment);
        return new WhatIf(pack, pair.context(), pair.project(), pair.candidate().illustrative(), pair.ways());
    }

    /**
     * {@return a candidate that can be judged again with unknown facts answered}
     *
     * @param assessment an assessment made by this session
     */
    @Internal
    public Answering answering(Assessment assessment) {
        JudgedPair pair = judged(assessment);
        BaseCaseEvaluator assuming =
                assessment.base() == null ? null : day(assessment.asOf()).base();
        return new Answering(
                pack,
                pair.context(),
                pair.project(),
                pair.candidate().illustrative(),
                pair.ways(),
                assuming == null ? null : assuming.facts(),
                assuming == null
                        ? null
                        : assuming.judge(pair.city(), List.of(pair), List.of(pair.candidate()))
                                .get(0));
    }

    /**
     * {@return a candidate that can be judged by other editions of the pack}
     *
     * @param assessment an assessment made by this session
     */
    @Internal
    public Evaluation evaluation(Assessment assessment) {
        return new Evaluation(pack, asOfPolicy, judged(assessment));
    }

    /**
     * {@return a candidate that can be judged by other editions of the pack; null if the universe lacks the project or
     * the city}
     *
     * @param project the project's id
     * @param city the city's id
     */
    @Internal
    public @Nullable Evaluation evaluation(String project, String city) {
        Batch pair = pair(project, city);
        return pair == null
                ? null
                : new Evaluation(pack, asOfPolicy, pair.judge().get(0));
    }
}
