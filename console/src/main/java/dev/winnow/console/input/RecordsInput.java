package dev.winnow.console.input;

import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.source.Message;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.entry.ScreeningOptions;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Status;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The records that the workbench reads and appends to. A store belongs to one thread, so each use opens its own.
 *
 * @param reading opens the records to read them
 * @param writing opens the records to append to them
 * @param origin returns the origin of a record by a person or body; null for the account of the user
 * @param options returns the options that a record of a screening states
 */
public record RecordsInput(
        Supplier<RecordStore> reading,
        Supplier<RecordStore> writing,
        Function<@Nullable String, RecordOrigin> origin,
        Function<ScreeningRequest, ScreeningOptions> options) {

    /** Returns the records, or refuses without. */
    public static RecordsInput required(@Nullable RecordsInput input) throws RefusedRequest {
        if (input == null) {
            throw new RefusedRequest(
                    Status.CONFLICT,
                    Message.of("the server was started without records")
                            .with(Message.of("start it with `%s`", "winnow serve --records records.db")));
        }
        return input;
    }
}
