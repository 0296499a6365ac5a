package dev.winnow.records.internal.store;

import dev.winnow.model.source.Message;
import dev.winnow.records.internal.entry.DecisionEntry;
import dev.winnow.records.internal.entry.FulfilmentEntry;
import dev.winnow.records.internal.entry.RecordEntry;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.store.RecordsFailure.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored record.
 *
 * @param number its number, from 1
 * @param entry its statement
 * @param previous the hash of the preceding record
 * @param hash its own hash: SHA-256 over {@code previous} and its bytes
 */
public record StoredRecord(long number, RecordEntry entry, String previous, String hash) {

    /**
     * Returns the screening that it records.
     *
     * @throws RecordsFailure if it records something else; the failure names the record that it is about
     */
    public ScreeningEntry screening() {
        if (entry instanceof ScreeningEntry screening) {
            return screening;
        }
        throw new RecordsFailure(
                Kind.USAGE,
                entry instanceof DecisionEntry decision
                        ? Message.of("record `%s` is a decision, not a screening", number)
                                .with(Message.of(
                                        "did you mean `%s`?",
                                        decision.screening().number()))
                        : Message.of("record `%s` is not a screening", number));
    }

    /**
     * Returns the decision that it records.
     *
     * @throws RecordsFailure if it records something else
     */
    public DecisionEntry decision() {
        if (entry instanceof DecisionEntry decision) {
            return decision;
        }
        throw new RecordsFailure(Kind.USAGE, Message.of("record `%s` is not a decision", number));
    }

    /** Returns the records of statements on the conditions of a decision, which this record is. */
    public List<StoredRecord> fulfilments(List<StoredRecord> all) {
        return all.stream()
                .filter(one -> one.entry instanceof FulfilmentEntry fulfilment
                        && fulfilment.condition().number() == number)
                .toList();
    }

    /** Returns the records of decisions on a screening, which this record is. */
    public List<StoredRecord> decisions(List<StoredRecord> all) {
        return all.stream()
                .filter(one -> one.entry instanceof DecisionEntry decision
                        && decision.screening().number() == number)
                .toList();
    }

    /** Returns the record of the last decision about a project in a city; null if there is none. */
    public static @Nullable StoredRecord lastDecision(List<StoredRecord> all, String project, String city) {
        return all.stream()
                .filter(one -> one.entry instanceof DecisionEntry decision
                        && decision.pair().isOf(project, city))
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** Returns the records of other decisions about the pair of a decision, which this record is. */
    public List<StoredRecord> otherDecisions(List<StoredRecord> all) {
        return entry instanceof DecisionEntry decision
                ? all.stream()
                        .filter(one -> one.number != number
                                && one.entry instanceof DecisionEntry other
                                && other.isOfSamePair(decision))
                        .toList()
                : List.of();
    }
}
