package dev.winnow.console.input;

import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.source.Message;
import dev.winnow.records.internal.content.Unrecordable;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.entry.ScreeningOptions;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.RecordsFailure;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Status;
import java.io.IOException;
import java.util.Objects;
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

    /** Uses an open store. */
    public interface Use<T> {
        T of(RecordStore store) throws IOException, RefusedRequest;
    }

    /** Reads the records; a failure refuses the request. */
    public <T> T read(Use<T> use) throws RefusedRequest {
        return with(reading, use);
    }

    /** Appends to the records; a failure refuses the request. */
    public <T> T write(Use<T> use) throws RefusedRequest {
        return with(writing, use);
    }

    private static <T> T with(Supplier<RecordStore> opening, Use<T> use) throws RefusedRequest {
        try (RecordStore store = opening.get()) {
            return use.of(store);
        } catch (RecordsFailure e) {
            throw refused(e);
        } catch (Unrecordable e) {
            throw new RefusedRequest(Status.CONFLICT, Message.of("nothing was recorded: %s", e.what()));
        } catch (IOException e) {
            throw new RefusedRequest(
                    Status.FAILED,
                    Message.of("nothing was recorded: %s", Objects.requireNonNullElse(e.getMessage(), "")));
        }
    }

    /** Returns the refusal of a request that meets a failure. */
    public static RefusedRequest refused(RecordsFailure failure) {
        return new RefusedRequest(
                switch (failure.kind()) {
                    case USAGE -> Status.UNPROCESSABLE;
                    case DATA -> Status.CONFLICT;
                    case COULD_NOT -> Status.BUSY;
                },
                failure.what());
    }
}
