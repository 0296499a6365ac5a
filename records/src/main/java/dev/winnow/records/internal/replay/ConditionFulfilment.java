package dev.winnow.records.internal.replay;

import dev.winnow.model.source.Message;
import dev.winnow.records.internal.entry.DecisionEntry;
import dev.winnow.records.internal.entry.FulfilmentEntry;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.RecordsFailure;
import dev.winnow.records.internal.store.RecordsFailure.Kind;
import dev.winnow.records.internal.store.StoredRecord;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A statement to record that a condition of a decision is met.
 *
 * @param decision the record number of the decision
 * @param condition the number of the condition
 * @param met the day on which it was met; null for the day of the record on this machine
 * @param reason how it was met, as long as the reason for a decision at most
 */
public record ConditionFulfilment(
        long decision, int condition, @Nullable LocalDate met, String reason) {

    /** @throws RecordsFailure if the reason is too long */
    public ConditionFulfilment {
        PairDecision.requireShort(reason);
    }

    /**
     * Finds the record of the decision.
     *
     * @param reading opens the records to read them
     * @throws RecordsFailure if it is no decision with this condition
     */
    public StoredRecord find(Supplier<RecordStore> reading) {
        try (RecordStore store = reading.get()) {
            StoredRecord record = store.record(decision);
            DecisionEntry entry = record.decision();
            int conditions = entry.allConditions().size();
            if (condition < 1 || condition > conditions) {
                throw new RecordsFailure(
                        Kind.USAGE,
                        Message.of("decision `%s` has no condition `%s`", decision, condition)
                                .with(Message.count(
                                        conditions,
                                        "it has no conditions",
                                        "its only condition is `1`",
                                        "its last condition is `%s`")));
            }
            return record;
        }
    }

    /** Appends the statement about a condition of a recorded decision. */
    public StoredRecord append(RecordStore store, StoredRecord of, RecordOrigin origin) {
        return store.append(
                new FulfilmentEntry(
                        origin,
                        new FulfilmentEntry.Reference(of.number(), of.hash(), condition),
                        met == null ? LocalDate.ofInstant(origin.at(), ZoneId.systemDefault()) : met,
                        reason.strip()),
                List.of());
    }
}
