package dev.winnow.records.internal.store;

import dev.winnow.model.source.Message;
import dev.winnow.records.internal.store.RecordsFailure.Kind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The differences between the databases. */
sealed interface Database permits SqliteDatabase, PostgresDatabase {

    /** The name of the database for display, without a password. */
    String shown();

    /** Opens connections. A missing database is created if it is to be written. */
    DataSource connections(boolean toWrite);

    /** The folder of its migrations among the resources. */
    String migrations();

    /**
     * Query for the names of its tables: those of records, and, in a database not shared with other applications, all
     * others.
     */
    String tables();

    /**
     * Query for the number and the hash of the head, which also keeps others from writing until the transaction ends.
     */
    String lockedHead();

    /** The time that a statement waits for the locks of others. */
    Duration patience();

    /** Returns this database with another time to wait for the locks of others. */
    Database waiting(Duration patience);

    /** Statements after opening a connection. */
    List<String> afterOpening();

    /** Statements at the beginning of a transaction that reads several tables in one consistent state. */
    List<String> beforeReading();

    /** Condition for records whose body contains the bytes of the parameter {@code mark}. */
    String marked();

    /** Query for the name, the table and the definition of each trigger on a table of records. */
    String triggers();

    /** The triggers that a migration script declares, with definitions as {@link #triggers} returns them. */
    List<Triggers.Trigger> declaredTriggers(String script);

    /** Whether records may be created in a database that has other tables. */
    boolean sharesWithOthers();

    /** Translates a failure; null if it is unknown. */
    @Nullable
    RecordsFailure known(SQLException failure);

    /** Translates any failure. */
    default RecordsFailure failure(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordsFailure ours) {
                return ours;
            }
            RecordsFailure known = cause instanceof SQLException sql ? known(sql) : null;
            if (known != null) {
                return known;
            }
        }
        return new RecordsFailure(Kind.COULD_NOT, unknown(thrown), thrown);
    }

    private Message unknown(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOutOfMemory(sql)) {
                return Message.of("not enough memory; set WINNOW_JAVA_OPTS=-Xmx4g or more");
            }
            if (cause instanceof SQLException sql) {
                return Message.of("the database in `%s` reports the error `%s`", shown(), code(sql))
                        .with(Message.of("`%s` shows the changes", "winnow verify"));
            }
        }
        return Message.of("the tables of records in `%s` could not be created or updated", shown());
    }

    /** Whether a driver reports that the heap is full, which it does in words only. */
    static boolean isOutOfMemory(SQLException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("out of memory");
    }

    /** Whether an immediate retry would fail again: full disk, read-only file, unreachable server. */
    boolean isLasting(SQLException failure);

    /** The failure of a database that others did not release in time. */
    default RecordsFailure locked(SQLException cause) {
        return new RecordsFailure(
                Kind.COULD_NOT,
                Message.of("`%s` stayed locked by another program, so nothing was read or recorded", shown())
                        .with(Message.of("end that program or wait for it, then try again")),
                cause);
    }

    /** The database's name or number of an error. */
    String code(SQLException failure);
}
