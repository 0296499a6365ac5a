package dev.winnow.records.internal.store;

import dev.winnow.model.source.Message;
import dev.winnow.records.internal.store.RecordsFailure.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The present tables of records. Flyway is started only if tables are missing or outdated.
 *
 * @param version the version in the tables; 0 if there is none
 * @param isMade whether any of the tables exists
 * @param damaged the tables that are missing, lack a column or, for {@link #VERSIONS}, have no version
 */
record Schema(int version, boolean isMade, List<String> damaged) {

    static final String RECORDS = "winnow_records";
    static final String CONTENTS = "winnow_contents";
    static final String HEAD = "winnow_head";

    /** The table with the version. */
    static final String VERSIONS = "winnow_schema";

    /** The version that this winnow writes: the number of the last migration. */
    static final int LATEST = 1;

    /** The columns that are read, by table. */
    private static final Map<String, String> COLUMNS = new TreeMap<>(Map.of(
            RECORDS, "number, body, previous, hash",
            CONTENTS, "digest, size, stored, stored_digest",
            HEAD, "one, number, hash",
            VERSIONS, "version"));

    /** Milliseconds between attempts while another process creates the tables. */
    private static final int PAUSE = 200;

    Schema {
        damaged = List.copyOf(damaged);
    }

    /**
     * Reads which tables exist.
     *
     * @throws RecordsFailure if they belong to a newer winnow or to another application
     */
    static Schema of(Handle handle, Database database) {
        List<String> tables =
                handle.createQuery(database.tables()).mapTo(String.class).list();
        List<String> damaged = new ArrayList<>(COLUMNS.keySet());
        damaged.removeIf(table -> tables.contains(table) && hasItsColumns(handle, database, table));
        boolean made = List.of(RECORDS, CONTENTS, HEAD).stream().anyMatch(tables::contains);
        if (!made && !tables.contains(VERSIONS) && !tables.isEmpty() && !database.sharesWithOthers()) {
            throw new RecordsFailure(
                    Kind.DATA,
                    Message.of(
                                    "`%s` contains no records but other tables, such as `%s`",
                                    database.shown(), tables.get(0))
                            .with(Message.of("name another place: `%s` or WINNOW_RECORDS", "--records")));
        }
        int version = damaged.contains(VERSIONS) ? 0 : version(handle);
        if (version == 0 && !damaged.contains(VERSIONS)) {
            damaged.add(VERSIONS);
        }
        if (version > LATEST) {
            throw new RecordsFailure(
                    Kind.DATA,
                    Message.of(
                            "a newer winnow wrote the records in `%s`: their tables have version %s, this one supports %s",
                            database.shown(), version, LATEST));
        }
        return new Schema(version, made || version > 0, damaged);
    }

    private static boolean hasItsColumns(Handle handle, Database database, String table) {
        try {
            handle.createQuery("SELECT " + COLUMNS.get(table) + " FROM " + table + " WHERE 1 = 0")
                    .mapToMap()
                    .list();
            return true;
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException sql && database.known(sql) != null) {
                throw e; // locked, refused, unreachable: no information about the table
            }
            return false;
        }
    }

    private static int version(Handle handle) {
        return handle.createQuery("SELECT version FROM " + VERSIONS).mapTo(String.class).list().stream()
                .filter(Objects::nonNull)
                .filter(text -> text.matches("\\d{1,6}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    /**
     * Creates or updates the tables.
     *
     * @throws RecordsFailure if they cannot be created, or are damaged
     */
    static Schema prepare(Handle handle, Database database) {
        Schema schema = of(handle, database);
        if (schema.isComplete()) {
            return schema;
        }
        // With a version and a missing table, another process may be creating it: Flyway waits for that process.
        if (schema.version() > 0 || !schema.isMade()) {
            migrateWithOthers(database);
            schema = of(handle, database);
        }
        if (!schema.isMade()) {
            throw new RecordsFailure(
                    Kind.COULD_NOT, Message.of("`%s` did not keep the tables that winnow created", database.shown()));
        }
        schema.require(database, COLUMNS.keySet().toArray(String[]::new));
        return schema;
    }

    private boolean isComplete() {
        return version == LATEST && damaged.isEmpty();
    }

    /** Fails if a table cannot be read. */
    void require(Database database, String... tables) {
        for (String table : tables) {
            if (damaged.contains(table)) {
                throw failure(table, database);
            }
        }
    }

    private RecordsFailure failure(String table, Database database) {
        return new RecordsFailure(
                Kind.DATA,
                Message.of("in `%s`, %s", database.shown(), damage(table))
                        .with(Message.of("`%s` shows the changes", "winnow verify")));
    }

    /** The problem of a damaged table. */
    static Message damage(String table) {
        return table.equals(VERSIONS)
                ? Message.of("the table `%s` was emptied or removed, so the version of the tables is unknown", table)
                : Message.of("the table `%s` was removed or lacks columns", table);
    }

    /**
     * SQLite has no lock that Flyway can wait for: if two processes create the tables at once, one fails and retries.
     */
    private static void migrateWithOthers(Database database) {
        long start = System.nanoTime();
        while (true) {
            try {
                migrate(database);
                return;
            } catch (FlywayException e) {
                if (System.nanoTime() - start > database.patience().toNanos() || isLasting(e, database)) {
                    throw database.failure(e);
                }
                pause();
            }
        }
    }

    private static boolean isLasting(Throwable failure, Database database) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && database.isLasting(sql)) {
                return true;
            }
        }
        return false;
    }

    private static void migrate(Database database) {
        Flyway.configure(Schema.class.getClassLoader())
                .loggers("slf4j")
                .dataSource(database.connections(true))
                .locations("classpath:" + Schema.class.getPackageName().replace('.', '/') + "/" + database.migrations())
                .table(VERSIONS)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .lockRetryCount((int) Math.max(1, database.patience().toSeconds()))
                .load()
                .migrate();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
