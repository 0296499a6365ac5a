package dev.winnow.engine;

import dev.winnow.engine.CityContext.Footprint;
import dev.winnow.engine.CityContext.Ground;
import dev.winnow.engine.evaluate.Candidate;
import dev.winnow.engine.evaluate.EvaluationContext;
import dev.winnow.engine.evaluate.Finder;
import dev.winnow.engine.evaluate.MatchedOutcomes;
import dev.winnow.engine.evaluate.Moment;
import dev.winnow.engine.evaluate.RuleOutcome;
import dev.winnow.engine.explain.Obstacle;
import dev.winnow.engine.explain.Obstacles;
import dev.winnow.engine.score.Weighing;
import dev.winnow.engine.walk.Walker;
import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.vocabulary.Lazy;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Because;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.source.Internal;
import dev.winnow.model.universe.Universe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation of one project in one city on one day by a pack, which can be repeated with other editions of the
 * pack. The outcome of a rule is reused as long as neither the rule nor a limit that it reads has changed. Thread-safe.
 */
public final class Evaluation {

    private final RulePack pack;
    private final Moment moment;
    private final boolean illustrative;
    private final CityContext cityContext;
    /** The city as the pack sees it, which is asked for once for a batch. */
    private final EvaluationContext context;

    private final Project candidate;
    private final Judging judging;
    private final Assessment assessment;
    private final @Nullable Evaluation earlier;
    private @Nullable Map<Footprint, RuleOutcome> known;

    /**
     * What came of a candidate, from which its assessment is made.
     *
     * @param outcomes what each rule finds, without its matches
     * @param found finds the matches
     * @param base makes the base case from what is undetermined; null if nothing is assumed
     */
    record Judged(
            List<RuleOutcome> outcomes,
            Finder.Found found,
            @Nullable Function<List<Undetermined>, BaseCase> base) {

        /** The outcomes with their matches, which are found when they are read and kept with this list. */
        MatchedOutcomes ways() {
            return found.withMatches(outcomes);
        }
    }

    /** Gives what came of the candidate: what was kept of it, or the same found again. */
    interface Judging {
        Judged judged();
    }

    /** Texts of an assessment that come of another, made when the first of them is read. */
    private static final class Texts {

        private final Evaluation evaluation;
        private @Nullable Assessment assessment;

        Texts(Evaluation evaluation) {
            this.evaluation = evaluation;
        }

        synchronized Assessment assessment() {
            Assessment known = assessment;
            if (known == null) {
                known = evaluation.anew();
                assessment = known;
            }
            return known;
        }
    }

    /**
     * @param judged what came of the candidate
     * @param again finds that again where it is one of so many that what came of each is not kept: its scores are, and all else
     *     is made when it is read; null where it is kept
     */
    Evaluation(
            RulePack pack,
            Moment moment,
            CityContext cityContext,
            EvaluationContext context,
            Candidate candidate,
            Judged judged,
            @Nullable Judging again) {
        this.pack = pack;
        this.moment = moment;
        this.illustrative = candidate.illustrative();
        this.cityContext = cityContext;
        this.context = context;
        this.candidate = candidate.project();
        this.judging = again == null ? () -> judged : again;
        Assessment made = assess(0, judged);
        this.assessment = again == null ? made : scores(made, judged.base());
        this.earlier = null;
    }

    private Assessment scores(Assessment made, @Nullable Function<List<Undetermined>, BaseCase> base) {
        Texts texts = new Texts(this);
        List<Undetermined> undetermined =
                new Lazy<>(texts, all -> all.assessment().undetermined());
        return made.with(
                new Lazy<>(texts, all -> all.assessment().criteria()),
                new Lazy<>(texts, all -> all.assessment().findings()),
                undetermined,
                made.because() == Because.ON_CONDITION
                        ? new Lazy<>(texts, all -> all.assessment().conditions())
                        : List.of(),
                new Lazy<>(texts, all -> all.assessment().questions()),
                base == null ? null : base.apply(undetermined));
    }

    private Evaluation(Evaluation same, Assessment assessment, @Nullable Evaluation earlier) {
        this.pack = same.pack;
        this.moment = same.moment;
        this.illustrative = same.illustrative;
        this.cityContext = same.cityContext;
        this.context = same.context;
        this.candidate = same.candidate;
        this.judging = same.judging;
        this.assessment = assessment;
        this.earlier = earlier;
    }

    private Assessment assess(int rank, Judged judged) {
        Function<List<Undetermined>, BaseCase> base = judged.base();
        Assessment made = pack.assessor()
                .assess(
                        candidate,
                        illustrative,
                        context,
                        judged.outcomes(),
                        judged.ways(),
                        undetermined -> base == null ? null : base.apply(undetermined));
        return rank == 0 ? made : made.ranked(rank);
    }

    /** {@return the assessment that resulted} */
    public Assessment assessment() {
        return assessment;
    }

    /**
     * {@return a copy with a rank}
     *
     * @param rank the rank, from 1; 0 for none
     */
    public Evaluation ranked(int rank) {
        return new Evaluation(this, assessment.ranked(rank), earlier);
    }

    /**
     * {@return an assessment equal to {@link #assessment()} that shares none of its texts} The texts of an assessment stay in
     * memory once they are read. Whoever goes through a long list reads those of such a copy, and drops it.
     */
    @Internal
    public Assessment anew() {
        return assess(assessment.rank(), judging.judged());
    }

    /**
     * {@return a copy that reuses the outcomes of an earlier evaluation of the same candidate by another edition of the
     * pack}
     *
     * @param before the earlier evaluation: of the same project, city and day of the same universe
     */
    public Evaluation after(Evaluation before) {
        return new Evaluation(this, assessment, before);
    }

    /** {@return the scores by criterion before weights are applied} */
    public Weighing weighing() {
        return pack.assessor().weighing(judging.judged().outcomes());
    }

    /**
     * {@return the obstacle of each rule that certainly does not hold: awards first, by what they would add, largest
     * first, then knock-outs, red flags, caps and the rest}
     */
    public List<Obstacle> obstacles() {
        return Obstacles.of(
                pack.assessor(), context, candidate, judging.judged().ways());
    }

    /** {@return the candidate, ready to be judged again with other figures} */
    public WhatIf whatIf() {
        return new WhatIf(
                pack, context, candidate, illustrative, judging.judged().ways());
    }

    /** {@return the candidate, ready to be judged again with unknown facts answered} */
    @Internal
    public Answering answering() {
        return new Answering(
                pack, context, candidate, illustrative, judging.judged().ways());
    }

    /**
     * {@return the assessment of the same candidate by another edition of the pack; its rank is 0}
     *
     * @param edition the other edition
     */
    public synchronized Assessment under(RulePack edition) {
        Ground ground = cityContext.under(edition);
        Map<Footprint, RuleOutcome> ready = known();
        List<RuleOutcome> anew = new ArrayList<>(ground.footprints().size());
        for (Footprint footprint : ground.footprints()) {
            RuleOutcome outcome = ready.get(footprint);
            if (outcome == null) {
                outcome = walk(footprint.rule(), ground.context());
                ready.put(footprint, outcome);
            }
            anew.add(outcome);
        }
        return edition.assessor().assess(candidate, illustrative, ground.context(), anew);
    }

    private RuleOutcome walk(CheckedRule rule, EvaluationContext context) {
        return Walker.walk(rule, context, candidate, Walker.Watch.NONE).outcome();
    }

    private Map<Footprint, RuleOutcome> known() {
        Map<Footprint, RuleOutcome> ready = known;
        if (ready == null) {
            ready = new HashMap<>();
            if (earlier != null) {
                earlier.addTo(ready);
            }
            addTo(ready);
            known = ready;
        }
        return ready;
    }

    private void addTo(Map<Footprint, RuleOutcome> into) {
        List<Footprint> footprints = cityContext.under(pack).footprints();
        List<RuleOutcome> ways = judging.judged().ways();
        for (int i = 0; i < footprints.size(); i++) {
            into.put(footprints.get(i), ways.get(i));
        }
    }

    /**
     * Evaluates the same project and city in another universe with the same pack; null if that universe lacks either.
     *
     * @param other the other universe
     * @return the evaluation there, or null
     */
    public @Nullable Evaluation inUniverse(Universe other) {
        return Screener.walking(pack).evaluate(other, moment, assessment.project(), assessment.city());
    }
}
