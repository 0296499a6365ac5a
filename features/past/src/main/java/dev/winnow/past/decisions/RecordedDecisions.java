package dev.winnow.past.decisions;

import dev.winnow.model.source.Place;
import dev.winnow.past.decisions.PastDecision.Outcome;
import dev.winnow.records.internal.content.PairResult;
import dev.winnow.records.internal.entry.DecisionEntry;
import dev.winnow.records.internal.store.StoredRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Past decisions on record. */
public final class RecordedDecisions {

    private RecordedDecisions() {}

    /**
     * {@return the decisions among records, each as of the day of its screening} Of several decisions about the same
     * pair and day, the last one counts.
     *
     * @param place the place of the records, for people; the line of each decision is the number of its record
     * @param records the records in their order
     */
    public static List<PastDecision> of(String place, List<StoredRecord> records) {
        Map<PastPair, PastDecision> decisions = new LinkedHashMap<>();
        for (StoredRecord record : records) {
            if (record.entry() instanceof DecisionEntry decision) {
                PairResult judged = decision.pair();
                PastPair pair = new PastPair(judged.project(), judged.city(), judged.asOf());
                decisions.remove(pair);
                decisions.put(
                        pair,
                        new PastDecision(
                                pair,
                                outcome(decision),
                                decision.reason(),
                                decision.origin().by(),
                                new Place(place, Math.toIntExact(record.number()), 0, null)));
            }
        }
        return List.copyOf(decisions.values());
    }

    private static Outcome outcome(DecisionEntry decision) {
        return switch (decision.decision()) {
            case RECOMMEND -> Outcome.APPROVED;
            case HOLD -> Outcome.HELD;
            case DECLINE -> Outcome.DECLINED;
        };
    }
}
