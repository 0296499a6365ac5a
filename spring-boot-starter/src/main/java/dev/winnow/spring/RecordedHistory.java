package dev.winnow.spring;

import dev.winnow.records.internal.content.Unrecordable;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.RecordsFailure;
import dev.winnow.records.internal.store.RecordsPlace;
import dev.winnow.records.internal.text.RecordsJson;
import dev.winnow.spring.RecordingException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Reads the records at {@code winnow.records.place} without writing. The results are the JSON that {@code winnow
 * history} and {@code winnow verify} print, which {@code docs/records.md} describes. Thread-safe.
 */
public final class RecordedHistory {

    private final RecordsPlace place;

    RecordedHistory(String place) {
        this.place = RecordsPlace.of(place, System::getenv);
    }

    /** {@return all records, as {@code winnow history -f json} prints them} */
    public byte[] records() {
        return read((store, out) -> RecordsJson.records(store.records().readable(), out));
    }

    /**
     * {@return a record, as {@code winnow history NUMBER -f json} prints it}
     *
     * @param number the number of the record
     * @throws RecordingException if the record does not exist or was altered
     */
    public byte[] record(long number) {
        return read((store, out) -> RecordsJson.record(store.record(number), out));
    }

    /**
     * {@return the recorded results of a screening, as {@code winnow history NUMBER --results} prints them}
     *
     * @param number the number of its record
     * @throws RecordingException if the screening does not exist or was altered
     */
    public byte[] results(long number) {
        return read((store, out) -> {
            ScreeningEntry screening = store.record(number).screening();
            try (InputStream stored =
                    store.content(screening.contents().results()).open()) {
                stored.transferTo(out);
            }
        });
    }

    /**
     * {@return the changes found in the records, as {@code winnow verify -f json} prints them; {@code whole} is true if
     * there are none}
     */
    public byte[] verify() {
        return read((store, out) -> RecordsJson.verification(store.verify(), out));
    }

    /** Writes a part of a store as JSON. */
    private interface Reading {
        void write(RecordStore store, OutputStream out) throws IOException;
    }

    private byte[] read(Reading reading) {
        return convertFailures(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (RecordStore store = RecordStore.toRead(place)) {
                reading.write(store, out);
            }
            return out.toByteArray();
        });
    }

    /** Work on records that may fail. */
    interface Work<T> {
        T done() throws IOException;
    }

    /** Does work on records and converts its failures to {@link RecordingException}. */
    static <T> T convertFailures(Work<T> work) {
        try {
            return work.done();
        } catch (RecordsFailure e) {
            throw new RecordingException(
                    switch (e.kind()) {
                        case USAGE -> Reason.NOT_THERE;
                        case DATA -> Reason.UNREADABLE;
                        case COULD_NOT -> Reason.UNAVAILABLE;
                    },
                    e.what(),
                    e);
        } catch (Unrecordable e) {
            throw new RecordingException(Reason.CHANGED, e.what(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
