package dev.winnow.engine;

import dev.winnow.engine.CityContext.Footprint;
import dev.winnow.engine.CityContext.Ground;
import dev.winnow.engine.evaluate.EvaluationContext;
import dev.winnow.engine.evaluate.Moment;
import dev.winnow.engine.evaluate.RuleOutcome;
import dev.winnow.engine.explain.Obstacle;
import dev.winnow.engine.explain.Obstacles;
import dev.winnow.engine.score.Weighing;
import dev.winnow.engine.walk.Walker;
import dev.winnow.language.check.CheckedRule;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.source.Internal;
import dev.winnow.model.universe.Universe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Project candidate;
    private final Assessment assessment;
    private final List<RuleOutcome> outcomes;
    private final @Nullable Evaluation earlier;
    private @Nullable Map<Footprint, RuleOutcome> known;

    Evaluation(
            RulePack pack,
            Moment moment,
            boolean illustrative,
            CityContext cityContext,
            Project candidate,
            Assessment assessment,
            List<RuleOutcome> outcomes,
            @Nullable Evaluation earlier) {
        this.pack = pack;
        this.moment = moment;
        this.illustrative = illustrative;
        this.cityContext = cityContext;
        this.candidate = candidate;
        this.assessment = assessment;
        this.outcomes = outcomes;
        this.earlier = earlier;
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
        return new Evaluation(
                pack, moment, illustrative, cityContext, candidate, assessment.ranked(rank), outcomes, earlier);
    }

    /**
     * {@return a copy that reuses the outcomes of an earlier evaluation of the same candidate by another edition of the
     * pack}
     *
     * @param before the earlier evaluation: of the same project, city and day of the same universe
     */
    public Evaluation after(Evaluation before) {
        return new Evaluation(pack, moment, illustrative, cityContext, candidate, assessment, outcomes, before);
    }

    /** {@return the scores by criterion before weights are applied} */
    public Weighing weighing() {
        return pack.assessor().weighing(outcomes);
    }

    /**
     * {@return the obstacle of each rule that certainly does not hold: awards first, by what they would add, largest
     * first, then knock-outs, red flags, caps and the rest}
     */
    public List<Obstacle> obstacles() {
        return Obstacles.of(pack.assessor(), cityContext.evaluationContext(pack), candidate, outcomes);
    }

    /** {@return the candidate, ready to be judged again with other figures} */
    public WhatIf whatIf() {
        return new WhatIf(pack, cityContext.evaluationContext(pack), candidate, illustrative, outcomes);
    }

    /** {@return the candidate, ready to be judged again with unknown facts answered} */
    @Internal
    public Answering answering() {
        return new Answering(pack, cityContext.evaluationContext(pack), candidate, illustrative, outcomes);
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
        for (int i = 0; i < footprints.size(); i++) {
            into.put(footprints.get(i), outcomes.get(i));
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
