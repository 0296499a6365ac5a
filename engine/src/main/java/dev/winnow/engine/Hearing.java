package dev.winnow.engine;

import dev.winnow.engine.Venue.Footprint;
import dev.winnow.engine.Venue.Ground;
import dev.winnow.model.Assessment;
import dev.winnow.model.Project;
import dev.winnow.model.Universe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One project in one city on one day, judged by a pack, and ready to be judged again by other editions of it. What a rule
 * has said once is not found out again as long as neither it nor a limit that it reads has changed. Thread-safe.
 */
public final class Hearing {

    private final RulePack pack;
    private final Moment moment;
    private final boolean illustrative;
    private final Venue venue;
    private final Project candidate;
    private final Assessment assessment;
    private final List<Outcome> outcomes;
    private final @Nullable Hearing earlier;
    private @Nullable Map<Footprint, Outcome> known;

    Hearing(
            RulePack pack,
            Moment moment,
            boolean illustrative,
            Venue venue,
            Project candidate,
            Assessment assessment,
            List<Outcome> outcomes,
            @Nullable Hearing earlier) {
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
    public Hearing ranked(int rank) {
        return new Hearing(pack, moment, illustrative, venue, candidate, assessment.ranked(rank), outcomes, earlier);
    }

    /**
     * The same, knowing what an earlier hearing of the same candidate, by another edition of the pack, found out.
     *
     * @param before of the same project, city and day of the same universe
     */
    public Hearing after(Hearing before) {
        return new Hearing(pack, moment, illustrative, venue, candidate, assessment, outcomes, before);
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
        return Obstacles.of(pack.assessor(), venue.surroundings(pack), candidate, outcomes);
    }

    /** The same candidate, to be judged again with other figures. */
    public Rehearsal rehearse() {
        return new Rehearsal(pack, venue.surroundings(pack), candidate, illustrative, outcomes);
    }

    /** What another edition of the pack says of the same; its rank is 0. */
    public synchronized Assessment under(RulePack edition) {
        Ground ground = venue.under(edition);
        Map<Footprint, Outcome> ready = known();
        List<Outcome> anew = new ArrayList<>(ground.footprints().size());
        for (Footprint footprint : ground.footprints()) {
            Outcome outcome = ready.get(footprint);
            if (outcome == null) {
                outcome = walk(footprint.rule(), ground.surroundings());
                ready.put(footprint, outcome);
            }
            anew.add(outcome);
        }
        return edition.assessor().assess(candidate, illustrative, ground.surroundings(), anew);
    }

    private Outcome walk(CheckedRule rule, Surroundings surroundings) {
        Walker walk = Walker.walk(rule, surroundings, candidate, Walker.Watch.NONE);
        return Outcome.of(rule, Fraction.of(rule.rule().points()), walk.certain(), walk.possible());
    }

    private Map<Footprint, Outcome> known() {
        Map<Footprint, Outcome> ready = known;
        if (ready == null) {
            ready = new HashMap<>();
            if (earlier != null) {
                earlier.tell(ready);
            }
            tell(ready);
            known = ready;
        }
        return ready;
    }

    private void tell(Map<Footprint, Outcome> into) {
        List<Footprint> footprints = venue.under(pack).footprints();
        for (int i = 0; i < footprints.size(); i++) {
            into.put(footprints.get(i), outcomes.get(i));
        }
    }

    /** The same project and city in another universe, judged by the same pack; null if either is not there. */
    public @Nullable Hearing in(Universe other) {
        return Screener.walking(pack).hear(other, moment, assessment.project(), assessment.city());
    }
}
