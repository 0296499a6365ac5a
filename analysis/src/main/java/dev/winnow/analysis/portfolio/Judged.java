package dev.winnow.analysis.portfolio;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.source.Message;
import java.util.EnumMap;
import java.util.Map;

/**
 * What came of screening a project in a city, others having landed there.
 *
 * @param worth its score in millionths, by each reading
 * @param barred why it may not be chosen, by each reading; none where it may
 */
record Judged(Map<Scenario, Long> worth, Map<Scenario, Message> barred) {

    static Judged of(Assessment assessment, Eligibility eligibility) {
        Map<Scenario, Long> worth = new EnumMap<>(Scenario.class);
        worth.put(Scenario.CERTAIN, Scenario.millionths(assessment.score().low()));
        worth.put(Scenario.POSSIBLE, Scenario.millionths(assessment.score().high()));
        BaseCase base = assessment.base();
        if (base != null) {
            worth.put(Scenario.BASE, Scenario.millionths(base.score().low()));
        }
        return new Judged(worth, eligibility.barred(assessment));
    }
}
