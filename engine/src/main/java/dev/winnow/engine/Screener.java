package dev.winnow.engine;

import dev.winnow.engine.internal.evaluate.Candidate;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.Finder;
import dev.winnow.engine.internal.evaluate.MatchedOutcomes;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.join.JoinFinder;
import dev.winnow.engine.internal.score.CriterionTotals;
import dev.winnow.engine.internal.score.PairScorer;
import dev.winnow.engine.internal.score.RankKey;
import dev.winnow.engine.internal.walk.WalkingFinder;
import dev.winnow.language.PackException;
import dev.winnow.model.domain.Project;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Screening;
import dev.winnow.model.source.Internal;
import dev.winnow.model.universe.Universe;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Screens every project of a universe for every city, by the rules of one pack.
 *
 * <p>Immutable and thread-safe: one screener may serve many threads and universes. Equal inputs give equal results,
 * independent of file order, locale, time zone and clock.
 *
 * <pre>{@code
 * RulePack pack = RulePack.load(Path.of("rules/data-centre"));
 * Screener screener = Screener.of(pack); // immutable, thread-safe
 * Screening screening = screener.screen(Universe.read(pack.vocabulary(), Path.of("seeds/data-centre")));
 * }</pre>
 */
public final class Screener {

    /** The fastest measured batch size; larger and smaller ones are slower. */
    private static final int BATCH = 200;

    /** Orders assessments best first: by verdict, low score, low score of the other side, then share of known facts. */
    public static final Comparator<Assessment> BEST_FIRST = Comparator.comparing(RankKey::of);

    /** Orders assessments across cities and days: best first, then by project, city and day. */
    public static final Comparator<Assessment> BEST_OF_ALL = BEST_FIRST
            .thenComparing(Assessment::project)
            .thenComparing(Assessment::city)
            .thenComparing(Assessment::asOf);

    private final RulePack pack;
    private final Finder finder;
    private final int batchSize;
    private final Assumptions given;
    private final boolean baseCases;

    private Screener(RulePack pack, Finder finder, int batchSize, Assumptions given, boolean baseCases) {
        this.pack = pack;
        this.finder = finder;
        this.batchSize = batchSize;
        this.given = given;
        this.baseCases = baseCases;
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
     * {@return a screener that evaluates the syntax trees of the rules directly} It needs no preparation but is many
     * times slower per candidate, so it suits a few candidates under many editions of a pack. The results are the same.
     *
     * @param pack the pack
     */
    public static Screener walking(RulePack pack) {
        return new Screener(pack, new WalkingFinder(pack.checkedRules()), BATCH, Assumptions.NONE, true);
    }

    /**
     * {@return a screener that uses a given matching algorithm} The algorithm does not change results. PHREAK compiles
     * the pack first, which takes some seconds.
     *
     * @param pack the pack
     * @param matcher the matching algorithm
     * @throws PackException if the compiled pack contains code that no rule needs
     * @throws IllegalStateException if PHREAK is requested and {@code winnow-drools} is not on the class path
     */
    public static Screener of(RulePack pack, Matcher matcher) {
        return of(pack, matcher, BATCH);
    }

    static Screener of(RulePack pack, Matcher matcher, int batchSize) {
        return of(pack, matcher == Matcher.FUSED ? new JoinFinder(pack.plan()) : pack.phreak(), batchSize);
    }

    /**
     * {@return a screener that uses a given finder}
     *
     * @param pack the pack
     * @param finder finds the matches of the pack's rules
     * @param batchSize the number of projects that are evaluated together
     */
    @Internal
    public static Screener of(RulePack pack, Finder finder, int batchSize) {
        return new Screener(pack, finder, batchSize, Assumptions.NONE, true);
    }

    /**
     * {@return this screener with further assumptions for the base case, which take precedence over those of universe
     * and pack}
     *
     * @param assumptions the assumptions for unknown facts
     */
    @Internal
    public Screener assuming(Assumptions assumptions) {
        return new Screener(pack, finder, batchSize, assumptions, baseCases);
    }

    /**
     * {@return this screener without base cases} If a pack or universe has assumptions, screening then takes less than
     * half the time. Sound scores and ranks are unaffected.
     */
    public Screener withoutBaseCases() {
        return new Screener(pack, finder, batchSize, given, false);
    }

    /**
     * Screens as of the universe's own date, with hindsight.
     *
     * @param universe the universe
     * @return the assessment of every project for every city
     * @throws PackException if pack and universe have different currencies, or if a rule exceeds the evaluation budget,
     *     for example by pairing long lists; the other screening methods throw it for the same reasons
     */
    public Screening screen(Universe universe) {
        return screen(universe, AsOfPolicy.ofUniverse());
    }

    /**
     * Screens as of a day, with the knowledge of that day.
     *
     * @param universe the universe
     * @param day the day whose knowledge counts
     * @return the assessment of every project for every city
     */
    public Screening screen(Universe universe, LocalDate day) {
        return screen(universe, AsOfPolicy.on(day));
    }

    /**
     * Screens each project as of the day of its decision, or as of the universe's date if it has none.
     *
     * @param universe the universe
     * @return the assessment of every project for every city
     */
    public Screening screenAtDecisions(Universe universe) {
        return screen(universe, AsOfPolicy.ofDecisions());
    }

    /**
     * Screens under an as-of policy.
     *
     * @param universe the universe
     * @param asOfPolicy the as-of date, and whether later knowledge counts
     * @return the assessment of every project for every city
     */
    public Screening screen(Universe universe, AsOfPolicy asOfPolicy) {
        return open(universe, asOfPolicy).screening();
    }

    /**
     * Opens a universe for screening, so that its pairs can be judged and explained one by one or in batches.
     *
     * @param universe the universe
     * @param asOfPolicy the as-of date, and whether later knowledge counts
     * @return the session
     * @throws PackException if pack and universe have different currencies
     */
    public ScreeningSession open(Universe universe, AsOfPolicy asOfPolicy) {
        return open(universe, asOfPolicy, null);
    }

    /** @param ranking screens all candidates among which ranks are counted; null if the universe has them all */
    ScreeningSession open(Universe universe, AsOfPolicy asOfPolicy, @Nullable Supplier<ScreeningResult> ranking) {
        Assumptions assumed =
                baseCases ? given.orElse(universe.assumptions()).orElse(pack.assumptions()) : Assumptions.NONE;
        return new ScreeningSession(
                pack,
                finder,
                batchSize,
                assumed,
                universe.with(pack.vocabulary()).countedIn(pack.money()),
                asOfPolicy,
                ranking);
    }

    /**
     * Opens a universe for screening as of its own date, with hindsight.
     *
     * @param universe the universe
     * @return the session
     * @throws PackException if pack and universe have different currencies
     */
    public ScreeningSession open(Universe universe) {
        return open(universe, AsOfPolicy.ofUniverse());
    }

    /**
     * Judges every project for every city once, as of the universe's own date, so that further candidates can be judged
     * alone and ranked among them.
     *
     * @param universe the universe
     * @return the screened universe
     */
    public ScreenedUniverse screened(Universe universe) {
        return screened(universe, AsOfPolicy.ofUniverse());
    }

    /**
     * Judges every project for every city once, so that further candidates can be judged alone and ranked among them.
     *
     * @param universe the universe
     * @param asOfPolicy the as-of date, and whether later knowledge counts
     * @return the screened universe
     */
    public ScreenedUniverse screened(Universe universe, AsOfPolicy asOfPolicy) {
        return new ScreenedUniverse(this, universe.with(pack.vocabulary()).countedIn(pack.money()), asOfPolicy);
    }

    /**
     * Judges and explains one candidate on its own, without a base case; its rank is 0.
     *
     * @param context the facts and limits to judge against
     * @param candidate the candidate
     * @return the assessment with its reasons
     */
    @Internal
    public Explanation explain(EvaluationContext context, Project candidate) {
        PairScorer scorer = pack.scorer();
        List<Candidate> alone = List.of(new Candidate(candidate, false));
        Finder.Found own = finder.findOwn(context, alone).get(0);
        Finder.Found local = finder.findLocal(context, alone).get(0);
        List<RuleOutcome> outcomes = scorer.outcomes(List.copyOf(own.withMatches(scorer.outcomes(own))), local);
        MatchedOutcomes ways = local.withMatches(outcomes);
        CriterionTotals tally = scorer.tally(outcomes);
        Assessment assessment = scorer.assess(candidate, false, context, outcomes, ways, tally, null);
        return scorer.explain(assessment, candidate, context, outcomes, ways, tally);
    }
}
