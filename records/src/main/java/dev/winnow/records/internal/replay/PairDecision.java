package dev.winnow.records.internal.replay;

import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Message;
import dev.winnow.records.internal.entry.DecisionEntry;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.RecordsFailure;
import dev.winnow.records.internal.store.RecordsFailure.Kind;
import dev.winnow.records.internal.store.StoredRecord;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A decision to record about a pair of a recorded screening.
 *
 * @param screening the record number of the screening; null for the last one with this pair
 * @param project the id or the name of the project, or a word of the name
 * @param city the id or the name of the city, or a word of the name
 * @param decision the decision
 * @param reason the reason for it, at most {@value #MAX_REASON} characters
 */
public record PairDecision(@Nullable Long screening, String project, String city, Verdict decision, String reason) {

    /** Maximum length of a reason in characters, a few pages of text; lists of records print it in full. */
    private static final int MAX_REASON = 10_000;

    /** @throws RecordsFailure if the reason is too long */
    public PairDecision {
        if (reason.length() > MAX_REASON) {
            throw new RecordsFailure(
                    Kind.USAGE,
                    Message.of("the reason has %s characters, and at most %s are recorded", reason.length(), MAX_REASON)
                            .with(Message.of("name the document that says more")));
        }
    }

    /**
     * Finds the recorded pair.
     *
     * @param reading opens the records to read them
     * @throws RecordsFailure if no recorded screening has the pair
     */
    public RecordedPair find(Supplier<RecordStore> reading) {
        try (RecordStore store = reading.get()) {
            return RecordedPair.find(store, screening, project, city);
        }
    }

    /** Appends the decision about a recorded pair. */
    public StoredRecord append(RecordStore store, RecordedPair pair, RecordOrigin origin) {
        StoredRecord of = pair.screening();
        return store.append(
                new DecisionEntry(
                        origin,
                        new DecisionEntry.Reference(of.number(), of.hash()),
                        pair.pair(),
                        decision,
                        reason.strip()),
                List.of());
    }
}
