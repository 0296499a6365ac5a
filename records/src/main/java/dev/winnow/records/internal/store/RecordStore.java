package dev.winnow.records.internal.store;

import dev.winnow.model.source.Message;
import dev.winnow.records.internal.content.Content;
import dev.winnow.records.internal.entry.EntryJson;
import dev.winnow.records.internal.entry.RecordEntry;
import dev.winnow.records.internal.store.Chain.Head;
import dev.winnow.records.internal.store.Chain.Row;
import dev.winnow.records.internal.store.RecordsFailure.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The records of one place. What is appended is either there as a whole or not at all, whatever happens meanwhile, and of
 * two that append at once each follows the other.
 *
 * <p>Every method throws {@link RecordsFailure}. Not thread-safe: several threads have a store each.
 */
public final class RecordStore implements AutoCloseable {

    private final Database database;
    private final Handle handle;

    private RecordStore(Database database, Handle handle) {
        this.database = database;
        this.handle = handle;
    }

    /** Opens records to read them. */
    public static RecordStore toRead(RecordsPlace place) {
        RecordStore store = open(place, false);
        return store.guarded(() -> {
            if (Schema.version(store.handle, store.database) == 0) {
                throw none(place.shown());
            }
            return store;
        });
    }

    /** Opens records to append to them; where there are none yet they begin. */
    public static RecordStore toWrite(RecordsPlace place) {
        RecordStore store = open(place, true);
        return store.guarded(() -> {
            Schema.prepare(store.handle, store.database);
            return store;
        });
    }

    private static RecordStore open(RecordsPlace place, boolean toWrite) {
        Database database = place.database();
        try {
            return new RecordStore(
                    database, Jdbi.create(database.connections(toWrite)).open());
        } catch (JdbiException e) {
            throw database.failure(e);
        } catch (LinkageError e) {
            throw noLibrary(e);
        }
    }

    /** Closes the connection if what is done first with it fails. */
    private RecordStore guarded(Work<RecordStore> work) {
        try {
            return run(work);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    static RecordsFailure none(String place) {
        return new RecordsFailure(
                Kind.DATA,
                Message.of("there are no records in `%s` yet", place)
                        .with(Message.of("`%s` makes the first", "winnow screen --record")));
    }

    static RecordsFailure noLibrary(Throwable cause) {
        return new RecordsFailure(
                Kind.COULD_NOT,
                Message.of(
                                "SQLite's library could not be loaded from `%s`, which may not allow programs to run",
                                System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir", "")))
                        .with(Message.of("name another folder: `%s`", "WINNOW_JAVA_OPTS=-Dorg.sqlite.tmpdir=FOLDER")),
                cause);
    }

    private interface Work<T> {
        T done();
    }

    private <T> T run(Work<T> work) {
        try {
            return work.done();
        } catch (JdbiException e) {
            throw database.failure(e);
        }
    }

    /** Where it is, as people may see it. */
    public String place() {
        return database.shown();
    }

    /**
     * Appends a record and what it refers to.
     *
     * @param contents what it refers to; what is stored already is not stored again
     */
    public StoredRecord append(RecordEntry entry, List<Content> contents) {
        return run(() -> handle.inTransaction(open -> {
            database.beforeWriting().forEach(open::execute);
            Head head = open.createQuery(database.lockedHead())
                    .map((row, context) -> new Head(row.getLong(1), row.getString(2)))
                    .findOne()
                    .orElseThrow(this::broken);
            String last = open.createQuery("SELECT hash FROM winnow_records WHERE number ="
                            + " (SELECT max(number) FROM winnow_records)")
                    .mapTo(String.class)
                    .findOne()
                    .orElse(Chain.START);
            if (!last.equals(head.hash())) {
                throw broken();
            }
            for (Content content : contents) {
                store(open, content);
            }
            long number = head.number() + 1;
            byte[] body = EntryJson.bytes(number, entry);
            String hash = Chain.hash(head.hash(), body);
            open.createUpdate("INSERT INTO winnow_records (number, body, previous, hash) VALUES (?, ?, ?, ?)")
                    .bind(0, number)
                    .bind(1, body)
                    .bind(2, head.hash())
                    .bind(3, hash)
                    .execute();
            open.createUpdate("UPDATE winnow_head SET number = ?, hash = ? WHERE one = 1")
                    .bind(0, number)
                    .bind(1, hash)
                    .execute();
            return new StoredRecord(number, entry, head.hash(), hash);
        }));
    }

    private RecordsFailure broken() {
        return new RecordsFailure(
                Kind.DATA,
                Message.of("the records in `%s` do not end where they should, so nothing was recorded", place())
                        .with(Message.of("`%s` tells what was changed", "winnow verify")));
    }

    private static void store(Handle open, Content content) {
        boolean there = open.createQuery("SELECT 1 FROM winnow_contents WHERE digest = ?")
                .bind(0, content.digest())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        if (!there) {
            open.createUpdate("INSERT INTO winnow_contents (digest, size, stored, stored_digest) VALUES (?, ?, ?, ?)")
                    .bind(0, content.digest())
                    .bind(1, content.size())
                    .bind(2, content.stored())
                    .bind(3, content.storedDigest())
                    .execute();
        }
    }

    /**
     * All records.
     *
     * @param readable those that can be read, by number
     * @param failures why others cannot: they were altered, or are of a newer winnow
     */
    public record Contents(List<StoredRecord> readable, List<RecordsFailure> failures) {

        public Contents {
            readable = List.copyOf(readable);
            failures = List.copyOf(failures);
        }
    }

    /** All records. One that was altered hides none of the others. */
    public Contents records() {
        return run(() -> {
            List<StoredRecord> readable = new ArrayList<>();
            List<RecordsFailure> failures = new ArrayList<>();
            for (Row row : rows("", Map.of())) {
                try {
                    readable.add(record(row));
                } catch (RecordsFailure e) {
                    failures.add(e);
                }
            }
            return new Contents(readable, failures);
        });
    }

    /** The record of a number. */
    public StoredRecord record(long number) {
        return run(() -> {
            List<Row> rows = rows(" WHERE number = :number", Map.of("number", number));
            if (rows.isEmpty()) {
                Head head = head();
                long last = head == null ? 0 : head.number();
                throw new RecordsFailure(
                        Kind.USAGE,
                        Message.of("there is no record `%s` in `%s`", number, place())
                                .with(
                                        last == 0
                                                ? Message.of("there is none yet")
                                                : Message.of("the last is `%s`", last)));
            }
            return record(rows.get(0));
        });
    }

    private StoredRecord record(Row row) {
        try {
            if (row.isWhole()) {
                return new StoredRecord(row.number(), EntryJson.read(row.body()), row.previous(), row.hash());
            }
        } catch (IOException e) {
            throw new RecordsFailure(
                    Kind.DATA,
                    Message.of("record `%s` in `%s` cannot be read: it is of a newer winnow", row.number(), place()),
                    e);
        }
        throw new RecordsFailure(
                Kind.DATA,
                Message.of("record `%s` in `%s` was altered", row.number(), place())
                        .with(Message.of("`%s` tells what was changed", "winnow verify")));
    }

    private List<Row> rows(String condition, Map<String, ?> values) {
        return handle.createQuery(
                        "SELECT number, body, previous, hash FROM winnow_records" + condition + " ORDER BY number")
                .bindMap(values)
                .map((row, context) -> new Row(
                        row.getLong(1),
                        row.getBytes(2),
                        String.valueOf(row.getString(3)),
                        String.valueOf(row.getString(4))))
                .list();
    }

    private @Nullable Head head() {
        return handle.createQuery("SELECT number, hash FROM winnow_head")
                .map((row, context) -> new Head(row.getLong(1), String.valueOf(row.getString(2))))
                .findOne()
                .orElse(null);
    }

    /**
     * What a record refers to.
     *
     * @throws RecordsFailure if it is not there, or is not what its digest says
     */
    public Content content(String digest) {
        return run(() -> {
            Content found = handle.createQuery("SELECT size, stored FROM winnow_contents WHERE digest = ?")
                    .bind(0, digest)
                    .map((row, context) -> Content.stored(digest, row.getLong(1), row.getBytes(2)))
                    .findOne()
                    .orElse(null);
            if (found == null || !found.check()) {
                throw new RecordsFailure(
                        Kind.DATA,
                        Message.of("what is stored in `%s` as `%s` was altered or removed", place(), digest)
                                .with(Message.of("`%s` tells what was changed", "winnow verify")));
            }
            return found;
        });
    }

    /** Checks every record and all that they refer to. */
    public Verification verify() {
        return run(() -> handle.inTransaction(open -> {
            database.beforeReading().forEach(open::execute);
            Head head = head();
            Map<String, Verification.State> contents = new HashMap<>();
            handle.createQuery("SELECT digest, size, stored, stored_digest FROM winnow_contents")
                    .map((row, context) -> {
                        Content content =
                                Content.stored(String.valueOf(row.getString(1)), row.getLong(2), row.getBytes(3));
                        boolean whole =
                                content.check() && content.storedDigest().equals(row.getString(4));
                        return Map.entry(
                                content.digest(), whole ? Verification.State.WHOLE : Verification.State.ALTERED);
                    })
                    .forEach(one -> contents.put(one.getKey(), one.getValue()));
            return Verification.of(rows("", Map.of()), head, contents);
        }));
    }

    @Override
    public void close() {
        handle.close();
    }
}
