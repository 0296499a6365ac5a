package dev.winnow.serve.internal.decisions;

import dev.winnow.model.result.Verdict;
import dev.winnow.records.internal.entry.DecisionEntry;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.store.StoredRecord;
import dev.winnow.records.internal.text.RecordWords;
import org.jspecify.annotations.Nullable;

/**
 * A record in a list.
 *
 * @param at the minute in UTC
 * @param by the author
 * @param text the statement in one sentence, in the language of the server
 * @param screening whether it is a screening
 * @param decision the decision; null for another record
 */
public record RecordLine(
        long number,
        String at,
        String by,
        String text,
        boolean screening,
        @Nullable Verdict decision) {

    static RecordLine of(StoredRecord record, RecordWords words) {
        return new RecordLine(
                record.number(),
                words.minute(record.entry().origin()),
                record.entry().origin().by(),
                words.summary(record.entry()),
                record.entry() instanceof ScreeningEntry,
                record.entry() instanceof DecisionEntry decision ? decision.decision() : null);
    }
}
