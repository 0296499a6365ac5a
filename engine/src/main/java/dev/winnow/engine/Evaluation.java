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
import dev.winnow.language.rational.Fraction;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.universe.Universe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One project in one city on one day, judged by a pack, and ready to be judged again by other editions of it. What a rule
 * has said once is not found out again as long as neither it nor a limit that it reads has changed. Thread-safe.
 */
public final class Evaluation {

    private final RulePack pack;
    private final Moment moment;
    private final boolean illustrative;
    private final CityContext venue;
    private final Project candidate;
    private final Assessment assessment;
    private final List<RuleOutcome> outcomes;
    private final @Nullable Evaluation earlier;
    private @Nullable Map<Footprint, RuleOutcome> known;

    Evaluation(
            RulePack pack,
            Moment moment,
            boolean illustrative,
            CityContext venue,
            Project candidate,
            Assessment assessment,
            List<RuleOutcome> outcomes,
            @Nullable Evaluation earlier) {
        this.pack = pack;
        this.moment = moment;
        this.illustrative = illustrative;
        this.venue = venue;
        this.candidate = candidate;
        this.assessment = assessment;
        this.outcomes = outcomes;
        this.earlier = earlier;
    }

    /** What came of it. */
    public Assessment assessment() {
        return assessment;
    }

    /** The same with a rank. */
    public Evaluation ranked(int rank) {
        return new Evaluation(pack, moment, illustrative, venue, candidate, assessment.ranked(rank), outcomes, earlier);
    }

    /**
     * The same, knowing what an earlier hearing of the same candidate, by another edition of the pack, found out.
     *
     * @param before of the same project, city and day of the same universe
     */
    public Evaluation after(Evaluation before) {
        return new Evaluation(pack, moment, illustrative, venue, candidate, assessment, outcomes, before);
    }

    /** What it comes to before weights. */
    public Weighing weighing() {
        return pack.assessor().weighing(outcomes);
    }

    /**
     * What keeps each rule from holding that certainly does not hold: awards first, those that would add most first, then
     * knock-outs, red flags, caps and the rest.
     */
    public List<Obstacle> obstacles() {
        return Obstacles.of(pack.assessor(), venue.evaluationContext(pack), candidate, outcomes);
    }

    /** The same candidate, to be judged again with other figures. */
    public WhatIf rehearse() {
        return new WhatIf(pack, venue.evaluationContext(pack), candidate, illustrative, outcomes);
    }

    /** What another edition of the pack says of the same; its rank is 0. */
    public synchronized Assessment under(RulePack edition) {
        Ground ground = venue.under(edition);
        Map<Footprint, RuleOutcome> ready = known();
        List<RuleOutcome> anew = new ArrayList<>(ground.footprints().size());
        for (Footprint footprint : ground.footprints()) {
            RuleOutcome outcome = ready.get(footprint);
            if (outcome == null) {
                outcome = walk(footprint.rule(), ground.surroundings());
                ready.put(footprint, outcome);
            }
            anew.add(outcome);
        }
        return edition.assessor().assess(candidate, illustrative, ground.surroundings(), anew);
    }

    private RuleOutcome walk(CheckedRule rule, EvaluationContext surroundings) {
        Walker walk = Walker.walk(rule, surroundings, candidate, Walker.Watch.NONE);
        return RuleOutcome.of(rule, Fraction.of(rule.rule().points()), walk.certain(), walk.possible());
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
        List<Footprint> footprints = venue.under(pack).footprints();
        for (int i = 0; i < footprints.size(); i++) {
            into.put(footprints.get(i), outcomes.get(i));
        }
    }

    /** The same project and city in another universe, judged by the same pack; null if either is not there. */
    public @Nullable Evaluation inUniverse(Universe other) {
        return Screener.walking(pack).evaluate(other, moment, assessment.project(), assessment.city());
    }
}
