package dev.winnow.commands.records;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.report.internal.layout.Columns;

/** Reads the number of a record. */
final class RecordNumber {

    private RecordNumber() {}

    static long of(String word) {
        if (!word.matches("[1-9]\\d{0,17}")) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("`%s` is not a record number", Columns.clean(word))
                            .with(Message.of("`%s` lists them", "winnow history")));
        }
        return Long.parseLong(word);
    }
}
