package dev.winnow.console.option;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.StoredRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for recording a screening. */
public final class RecordOption {

    @Option(
            names = "--record",
            description = "Record the screening with pack, universe, options and results, for `winnow history`, "
                    + "`winnow decide` and `winnow replay`.")
    private boolean record;

    @Mixin
    private final RecordsOption records = new RecordsOption();

    /** Whether the screening is recorded. */
    public boolean isAsked() {
        return record;
    }

    /** Refuses {@code --records} without {@code --record}. */
    public void check() {
        if (records.isNamed() && !record) {
            throw new Refusal(Exit.USAGE, Message.of("`%s` requires `%s`", "--records", "--record"));
        }
    }

    /** Opens the records before the screening starts; null if nothing is recorded. */
    public @Nullable RecordStore open(Terminal terminal) {
        return record ? records.toWrite(terminal) : null;
    }

    /** Reports the number of a record and the hash to note elsewhere. */
    public static void tell(RecordStore store, StoredRecord record, Notices notices) {
        notices.notes(List.of(Problem.at(
                Place.file(store.place()), "recorded as %s, with the hash %s", record.number(), record.hash())));
    }
}
