package dev.winnow.records.internal.store;

import dev.winnow.model.source.Message;
import dev.winnow.records.internal.store.RecordsFailure.Kind;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;

/** The tables of records, and their version. Flyway is started only where they are not there or are older. */
final class Schema {

    /** The version that this winnow writes, the number of the last migration. */
    static final int LATEST = 1;

    private static final String TABLE = "winnow_schema";

    /** So often it is tried while another winnow makes the tables. */
    private static final int TRIES = 10;

    private static final int PAUSE = 200;

    private Schema() {}

    /**
     * The version of the tables; 0 if there are none.
     *
     * @throws RecordsFailure if they are of a newer winnow, or are something else
     */
    static int version(Handle handle, Database database) {
        List<String> tables =
                handle.createQuery(database.tables()).mapTo(String.class).list();
        if (!tables.contains(TABLE)) {
            if (!tables.isEmpty() && !database.sharesWithOthers()) {
                throw new RecordsFailure(
                        Kind.DATA,
                        Message.of(
                                        "`%s` holds no records but something else, such as `%s`",
                                        database.shown(), tables.get(0))
                                .with(Message.of("name another place: `%s` or WINNOW_RECORDS", "--records")));
            }
            return 0;
        }
        int version = handle.createQuery("SELECT version FROM " + TABLE).mapTo(String.class).list().stream()
                .filter(Objects::nonNull)
                .filter(text -> text.matches("\\d{1,6}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        if (version > LATEST) {
            throw new RecordsFailure(
                    Kind.DATA,
                    Message.of(
                            "the records in `%s` are of a newer winnow: its tables have version %s, and this one knows"
                                    + " %s",
                            database.shown(), version, LATEST));
        }
        return version;
    }

    /** Makes the tables, or brings them up to date. */
    static void prepare(Handle handle, Database database) {
        for (int tries = 1; version(handle, database) < LATEST; tries++) {
            try {
                migrate(database);
            } catch (FlywayException e) {
                // Another winnow may be making them: SQLite has no lock that Flyway could wait for.
                if (tries == TRIES) {
                    throw database.failure(e);
                }
                pause();
            }
        }
    }

    private static void migrate(Database database) {
        Flyway.configure(Schema.class.getClassLoader())
                .loggers("slf4j")
                .dataSource(database.connections(true))
                .locations("classpath:" + Schema.class.getPackageName().replace('.', '/') + "/" + database.migrations())
                .table(TABLE)
                .baselineOnMigrate(true)
                .baselineVersion("0")
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
