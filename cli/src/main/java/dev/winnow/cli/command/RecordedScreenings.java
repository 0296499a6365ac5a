package dev.winnow.cli.command;

import dev.winnow.cli.terminal.Exit;
import dev.winnow.cli.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.records.entry.DecisionEntry;
import dev.winnow.records.entry.ScreeningEntry;
import dev.winnow.records.store.StoredRecord;

/** Takes records that are screenings. */
final class RecordedScreenings {

    private RecordedScreenings() {}

    /** The screening of a record; refuses a decision, with the screening that it is about. */
    static ScreeningEntry require(StoredRecord record) {
        if (record.entry() instanceof DecisionEntry decision) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("record `%s` is a decision, not a screening", record.number())
                            .with(Message.of("maybe `%s`?", decision.screening().number())));
        }
        return (ScreeningEntry) record.entry();
    }
}
