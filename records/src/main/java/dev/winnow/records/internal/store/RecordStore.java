package dev.winnow.records.internal.store;

import dev.winnow.model.source.Message;
import dev.winnow.records.internal.content.Content;
import dev.winnow.records.internal.entry.EntryJson;
import dev.winnow.records.internal.entry.RecordEntry;
import dev.winnow.records.internal.entry.RequestKey;
import dev.winnow.records.internal.entry.ScreeningEntry;
import dev.winnow.records.internal.store.Chain.Head;
import dev.winnow.records.internal.store.Chain.Link;
import dev.winnow.records.internal.store.Chain.Row;
import dev.winnow.records.internal.store.RecordsFailure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The records of one place. Appending is atomic, also in a crash, and concurrent writers follow each other.
 * <p>Every method throws {@link RecordsFailure}. Not thread-safe: each thread needs a store of its own.
 */
public final class RecordStore implements AutoCloseable {

    /** Number of rows in memory at once while all are read; a row may have megabytes. */
    private static final int FETCHED = 16;

    /**
     * Tolerated difference between the clocks of two computers; a record dated earlier than the preceding one by more
     * is out of order.
     */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

    private final Database database;
    private final Handle handle;
    private final Schema schema;

    private RecordStore(Database database, Handle handle, Schema schema) {
        this.database = database;
        this.handle = handle;
        this.schema = schema;
    }

    /** Opens records to read them. */
    public static RecordStore toRead(RecordsPlace place) {
        return open(place, false);
    }

    /** Opens records to append to them; creates them if there are none. */
    public static RecordStore toWrite(RecordsPlace place) {
        return open(place, true);
    }

    private static RecordStore open(RecordsPlace place, boolean toWrite) {
        Database database = place.database();
        Handle handle;
        try {
            handle = Jdbi.create(database.connections(toWrite)).open();
        } catch (JdbiException e) {
            throw database.failure(e);
        } catch (LinkageError e) {
            throw noLibrary(e);
        }
        try {
            database.afterOpening().forEach(handle::execute);
            Schema schema = toWrite ? Schema.prepare(handle, database) : Schema.of(handle, database);
            if (!schema.isMade()) {
                throw none(place.shown());
            }
            return new RecordStore(database, handle, schema);
        } catch (JdbiException e) {
            handle.close();
            throw database.failure(e);
        } catch (RuntimeException e) {
            handle.close();
            throw e;
        }
    }

    static RecordsFailure none(String place) {
        return new RecordsFailure.None(Message.of("there are no records in `%s` yet", place)
                .with(Message.of("`%s` creates the first one", "winnow screen --record")));
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

    private interface Work<T, X extends Exception> {
        T done() throws X;
    }

    private <T, X extends Exception> T run(Work<T, X> work) throws X {
        try {
            return work.done();
        } catch (JdbiException e) {
            throw database.failure(e);
        }
    }

    /** The place for display. */
    public String place() {
        return database.shown();
    }

    /**
     * Appends a record and its contents. For a request that was recorded already, appends nothing and returns its
     * record.
     *
     * @param contents its contents; those already stored are not stored again
     */
    public StoredRecord append(RecordEntry entry, List<Content> contents) {
        return run(() -> handle.inTransaction(open -> {
            Head head = end(open);
            StoredRecord earlier = earlier(entry.origin().request());
            if (earlier != null) {
                return earlier;
            }
            contents.forEach(content -> store(open, content));
            checkClock(open, head, entry);
            byte[] body = EntryJson.bytes(head.number() + 1, entry);
            Row row = new Row(head.number() + 1, body, head.hash(), Chain.hash(head.hash(), body));
            store(open, row);
            return new StoredRecord(row.number(), entry, row.previous(), row.hash());
        }));
    }

    /**
     * Finds the record of a request; null if it was not recorded.
     *
     * @throws RecordsFailure if another request had its key
     */
    public @Nullable StoredRecord find(RequestKey request) {
        try {
            return earlier(request);
        } catch (JdbiException e) {
            throw database.failure(e);
        }
    }

    private @Nullable StoredRecord earlier(@Nullable RequestKey request) {
        List<Row> marked = request == null
                ? List.of()
                : rows(handle, " WHERE " + database.marked(), Map.of("mark", request.mark()));
        for (Row row : marked) {
            StoredRecord record = record(row);
            RequestKey recorded = record.entry().origin().request();
            if (recorded != null && recorded.equals(request)) {
                return record;
            }
            throw new RecordsFailure(
                    Kind.USAGE,
                    Message.of("another request with the same `%s` is recorded as %s", "Idempotency-Key", row.number())
                            .with(Message.of("send a new key")));
        }
        return null;
    }

    /** The mark of the last record, after checking that it matches the last record. */
    private Head end(Handle open) {
        List<Head> marks = marks(open, database.lockedHead());
        List<Head> last = marks(open, "SELECT number, hash FROM winnow_records ORDER BY number DESC LIMIT 1");
        if (!marks.equals(last.isEmpty() ? List.of(Head.NONE) : last)) {
            throw new RecordsFailure(
                    Kind.DATA,
                    Message.of("the last record in `%s` does not match its mark, so nothing was recorded", place())
                            .with(Message.of("`%s` shows the changes", "winnow verify")));
        }
        return marks.get(0);
    }

    private static List<Head> marks(Handle open, String query) {
        return open.createQuery(query)
                .map((row, context) -> new Head(row.getLong(1), text(row, 2)))
                .list();
    }

    private void checkClock(Handle open, Head head, RecordEntry entry) {
        for (Row last : rows(open, " WHERE number = :number", Map.of("number", head.number()))) {
            Instant before = EntryJson.at(last.body());
            if (before != null && isOutOfOrder(before, entry.origin().at())) {
                throw new RecordsFailure(
                        Kind.COULD_NOT,
                        Message.of(
                                        "nothing was recorded: the clock says %s, and record %s in `%s` is dated %s",
                                        entry.origin().at(), head.number(), place(), before)
                                .with(Message.of(
                                        "set the clock; if the clock is right, begin new records in another place")));
            }
        }
    }

    /** Whether a record is dated before the preceding one by more than the tolerance. */
    static boolean isOutOfOrder(Instant before, Instant after) {
        return Duration.between(after, before).compareTo(CLOCK_TOLERANCE) > 0;
    }

    private void store(Handle open, Content content) {
        boolean there = open.createQuery("SELECT 1 FROM winnow_contents WHERE digest = ?")
                .bind(0, content.digest())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
        if (!there) {
            kept(open.createUpdate(
                                    "INSERT INTO winnow_contents (digest, size, stored, stored_digest) VALUES (?, ?, ?, ?)")
                            .bind(0, content.digest())
                            .bind(1, content.size())
                            .bind(2, content.stored())
                            .bind(3, content.storedDigest())
                            .execute()
                    == 1);
        }
        content(content.digest()); // a record must not refer to damaged contents
    }

    private void store(Handle open, Row row) {
        kept(open.createUpdate("INSERT INTO winnow_records (number, body, previous, hash) VALUES (?, ?, ?, ?)")
                        .bind(0, row.number())
                        .bind(1, row.body())
                        .bind(2, row.previous())
                        .bind(3, row.hash())
                        .execute()
                == 1);
        kept(open.createUpdate("UPDATE winnow_head SET number = ?, hash = ? WHERE one = 1")
                        .bind(0, row.number())
                        .bind(1, row.hash())
                        .execute()
                == 1);
        kept(rows(open, " WHERE number = :number", Map.of("number", row.number()))
                .equals(List.of(row)));
        kept(marks(open, "SELECT number, hash FROM winnow_head").equals(List.of(new Head(row.number(), row.hash()))));
    }

    /**
     * Fails, and so rolls back the transaction, if a statement succeeded without effect, for example because of a
     * trigger.
     */
    private void kept(boolean done) {
        if (!done) {
            throw new RecordsFailure(
                    Kind.COULD_NOT,
                    Message.of("`%s` did not keep the record, so nothing was recorded", place())
                            .with(Message.of("look for a trigger or a rule on `%s`", "winnow_*")));
        }
    }

    static RecordsFailure refusedRecord(String place, Throwable cause) {
        return new RecordsFailure(
                Kind.COULD_NOT,
                Message.of("the database in `%s` refuses the record, so nothing was recorded", place)
                        .with(Message.of("`%s` shows the changes", "winnow verify")),
                cause);
    }

    /**
     * All records.
     *
     * @param readable the readable records, by number
     * @param failures the failures of the others: altered, or of a newer winnow
     */
    public record Contents(List<StoredRecord> readable, List<RecordsFailure> failures) {

        public Contents {
            readable = List.copyOf(readable);
            failures = List.copyOf(failures);
        }

        /**
         * Returns all records.
         *
         * @throws RecordsFailure if one of them cannot be read
         */
        public List<StoredRecord> complete() {
            if (!failures.isEmpty()) {
                throw failures.get(0);
            }
            return readable;
        }
    }

    /** Reads all records; an altered record does not hide the others. */
    public Contents records() {
        return run(() -> {
            List<StoredRecord> readable = new ArrayList<>();
            List<RecordsFailure> failures = new ArrayList<>();
            schema.require(database, Schema.RECORDS);
            eachRow(handle, row -> {
                try {
                    readable.add(record(row));
                } catch (RecordsFailure e) {
                    failures.add(e);
                }
            });
            return new Contents(readable, failures);
        });
    }

    /** Reads a record by number. */
    public StoredRecord record(long number) {
        return run(() -> {
            schema.require(database, Schema.RECORDS);
            List<Row> rows = rows(handle, " WHERE number = :number", Map.of("number", number));
            if (rows.isEmpty()) {
                long last = handle.createQuery("SELECT coalesce(max(number), 0) FROM winnow_records")
                        .mapTo(Long.class)
                        .one();
                throw new RecordsFailure(
                        Kind.USAGE,
                        Message.of("there is no record `%s` in `%s`", number, place())
                                .with(
                                        last == 0
                                                ? Message.of("there are no records yet")
                                                : Message.of("the last record is `%s`", last)));
            }
            return record(rows.get(0));
        });
    }

    private StoredRecord record(Row row) {
        try {
            if (row.isWhole() && EntryJson.number(row.body()) == row.number()) {
                return new StoredRecord(row.number(), EntryJson.read(row.body()), row.previous(), row.hash());
            }
        } catch (EntryJson.NewerSchema e) {
            throw new RecordsFailure(
                    Kind.DATA,
                    Message.of("record `%s` in `%s` cannot be read: a newer winnow wrote it", row.number(), place()),
                    e);
        } catch (IOException e) {
            // altered, with a matching hash
        }
        throw altered(row.number());
    }

    private RecordsFailure altered(long number) {
        return new RecordsFailure(
                Kind.DATA,
                Message.of("record `%s` in `%s` was altered", number, place())
                        .with(Message.of("`%s` shows the changes", "winnow verify")));
    }

    private static List<Row> rows(Handle open, String condition, Map<String, ?> values) {
        return query(open, condition).bindMap(values).map(RecordStore::row).list();
    }

    /** Passes on the rows one by one, since all of them may exceed memory. */
    private static void eachRow(Handle open, Consumer<Row> work) {
        query(open, "").setFetchSize(FETCHED).map(RecordStore::row).forEach(work);
    }

    private static Query query(Handle open, String condition) {
        return open.createQuery(
                "SELECT number, body, previous, hash FROM winnow_records" + condition + " ORDER BY number");
    }

    static Row row(ResultSet row, StatementContext context) throws SQLException {
        long number = row.getLong(1);
        try {
            return new Row(number, bytes(row, 2), text(row, 3), text(row, 4));
        } catch (SQLException e) {
            if (!Database.isOutOfMemory(e)) {
                throw e;
            }
            throw new RecordsFailure(
                    Kind.COULD_NOT,
                    Message.of("not enough memory to read record %s; set WINNOW_JAVA_OPTS=-Xmx4g or more", number),
                    e);
        }
    }

    /** The bytes of a column; empty for null. */
    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getBytes(column), new byte[0]);
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    /**
     * Reads a content by digest.
     *
     * @throws RecordsFailure if it is missing or does not match its digest
     */
    public Content content(String digest) {
        return run(() -> {
            schema.require(database, Schema.CONTENTS);
            Content found = handle.createQuery("SELECT size, stored FROM winnow_contents WHERE digest = ?")
                    .bind(0, digest)
                    .map((row, context) -> Content.stored(digest, row.getLong(1), bytes(row, 2)))
                    .findFirst()
                    .orElse(null);
            if (found == null || !found.check()) {
                throw new RecordsFailure(
                        Kind.DATA,
                        Message.of("in `%s`, the content `%s` was altered or removed", place(), digest)
                                .with(Message.of("`%s` shows the changes", "winnow verify")));
            }
            return found;
        });
    }

    /** Reads a value from a content. */
    public interface Reading<T> {
        T read(Content content) throws IOException;
    }

    /**
     * Reads a value from the content of a digest.
     *
     * @throws RecordsFailure if the content is missing, does not match its digest, or is not in a form that winnow
     *     writes
     */
    public <T> T content(String digest, Reading<T> reading) {
        try {
            return reading.read(content(digest));
        } catch (IOException e) {
            throw new RecordsFailure(
                    Kind.DATA,
                    Message.of("in `%s`, the content `%s` is not in a form that winnow writes", place(), digest),
                    e);
        }
    }

    /** Checks every record, everything that records refer to, and the triggers that guard the tables. */
    public Verification verify() {
        return run(() -> handle.inTransaction(open -> {
            database.beforeReading().forEach(open::execute);
            return verified(open).withTriggers(Triggers.changes(open, database, schema.damaged()));
        }));
    }

    private Verification verified(Handle open) {
        boolean recordsKept = !schema.damaged().contains(Schema.RECORDS);
        boolean contentsKept = !schema.damaged().contains(Schema.CONTENTS);
        boolean headKept = !schema.damaged().contains(Schema.HEAD);
        List<Link> links = recordsKept
                ? open.createQuery("SELECT number, previous, hash FROM winnow_records ORDER BY number")
                        .map((row, context) -> new Link(row.getLong(1), text(row, 2), text(row, 3)))
                        .list()
                : List.of();
        ChainCheck check = new ChainCheck(links, contentsKept ? states(open) : null);
        if (recordsKept) {
            eachRow(open, check::row);
        }
        schema.damaged().forEach(check::damaged);
        return check.result(headKept ? marks(open, "SELECT number, hash FROM winnow_head LIMIT 2") : null);
    }

    /**
     * Exports all records with their contents, to be imported elsewhere.
     *
     * @throws RecordsFailure if something was changed; nothing is written then
     */
    public void exportTo(OutputStream out) throws IOException {
        run(() -> handle.inTransaction(open -> {
            database.beforeReading().forEach(open::execute);
            Verification verified = verified(open);
            if (!verified.isWhole()) {
                throw new RecordsFailure(
                        Kind.DATA,
                        Message.of("the records in `%s` were changed, so nothing was exported", place())
                                .with(Message.of("`%s` shows the changes", "winnow verify")));
            }
            ExportFile.write(ExportFile.Header.of(verified.records(), verified.last()), out);
            Set<String> written = new HashSet<>();
            for (long number = 1; number <= verified.records(); number++) {
                List<ExportFile.Part> parts = new ArrayList<>();
                Row row = rows(open, " WHERE number = :number", Map.of("number", number))
                        .get(0);
                for (String digest : references(record(row).entry())) {
                    if (written.add(digest)) {
                        parts.add(ExportFile.Part.of(content(digest)));
                    }
                }
                ExportFile.Line line = ExportFile.Line.of(row, parts);
                if (!line.row().equals(row)) {
                    throw altered(row.number()); // its bytes are not UTF-8
                }
                ExportFile.write(line, out);
            }
            return verified;
        }));
    }

    /**
     * The result of an import.
     *
     * @param added the number of added records
     * @param records the total number of records afterwards
     * @param last the hash of the last record
     */
    public record Imported(long added, long records, String last) {}

    /**
     * Appends exported records to those of a place, all of them or none. The file must begin with the records that the
     * place already has.
     *
     * @param name the name of the file, for messages
     * @param in the file; it is not closed
     * @param place opens the records, once the file is known to contain records
     * @throws RecordsFailure if the file is truncated, was changed, or does not continue the records
     */
    public static Imported imported(String name, InputStream in, Supplier<RecordStore> place) throws IOException {
        ExportFile file = new ExportFile(name, in);
        ExportFile.Header header = file.header();
        try (RecordStore store = place.get()) {
            return store.imported(file, header);
        }
    }

    private Imported imported(ExportFile file, ExportFile.Header header) throws IOException {
        return run(() -> handle.inTransaction(open -> {
            Head here = end(open);
            Head read = Head.NONE;
            for (ExportFile.Line line = file.next(); line != null; line = file.next()) {
                Row row = line.row();
                if (row.number() != read.number() + 1 || !row.previous().equals(read.hash()) || !row.isWhole()) {
                    throw file.failure(Message.of("this record does not follow record %s", read.number()));
                }
                read = new Head(row.number(), row.hash());
                if (row.number() > here.number()) {
                    add(open, file, line);
                } else if (row.number() == here.number() && !read.equals(here)) {
                    throw others(file);
                }
            }
            if (read.number() != header.records() || !read.hash().equals(header.last())) {
                throw file.failure(Message.of(
                        "the file is truncated: it ends with record %s of %s", read.number(), header.records()));
            }
            if (read.number() < here.number()
                    && !rows(open, " WHERE number = :number", Map.of("number", read.number())).stream()
                            .allMatch(row -> row.hash().equals(header.last()))) {
                throw others(file);
            }
            List<Verification.Finding> findings = verified(open).findings();
            if (!findings.isEmpty()) {
                throw file.failure(findings.get(0).what());
            }
            Head now = here.number() < read.number() ? read : here;
            return new Imported(now.number() - here.number(), now.number(), now.hash());
        }));
    }

    private RecordsFailure others(ExportFile file) {
        return file.failure(Message.of("the file does not continue the records in `%s`", place())
                .with(Message.of("import them into another place")));
    }

    private void add(Handle open, ExportFile file, ExportFile.Line line) {
        for (ExportFile.Part part : line.contents()) {
            Content content = part.content();
            if (content == null) {
                throw file.failure(Message.of("the content `%s` of the record was altered", part.digest()));
            }
            store(open, content);
        }
        store(open, line.row());
    }

    private static List<String> references(RecordEntry entry) {
        return entry instanceof ScreeningEntry screening ? screening.contents().all() : List.of();
    }

    private static Map<String, ChainCheck.State> states(Handle open) {
        Map<String, ChainCheck.State> states = new HashMap<>();
        open.createQuery("SELECT digest, size, stored, stored_digest FROM winnow_contents")
                .setFetchSize(FETCHED)
                .map((row, context) -> {
                    Content content = Content.stored(text(row, 1), row.getLong(2), bytes(row, 3));
                    boolean whole = content.check() && content.storedDigest().equals(text(row, 4));
                    return Map.entry(content.digest(), whole ? ChainCheck.State.WHOLE : ChainCheck.State.ALTERED);
                })
                .forEach(one -> states.put(one.getKey(), one.getValue()));
        return states;
    }

    @Override
    public void close() {
        handle.close();
    }
}
