package dev.winnow.records.internal.store;

import dev.winnow.model.source.Message;
import dev.winnow.records.internal.store.RecordsFailure.Kind;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What differs between the databases that records are kept in. */
sealed interface Database permits SqliteDatabase, PostgresDatabase {

    /** It as people may see it: without a password. */
    String shown();

    /** Its connections. A database that is not there is made if it is to be written. */
    DataSource connections(boolean toWrite);

    /** The folder of its migrations among the resources. */
    String migrations();

    /** Asks for the names of its tables: those of records, and in a database that records do not share, all others. */
    String tables();

    /** Asks for the number and the hash of the head, and keeps others from writing until the transaction ends. */
    String lockedHead();

    /** What is done first in a transaction that writes. */
    List<String> beforeWriting();

    /** What is done first in a transaction that reads several tables as they stood at one time. */
    List<String> beforeReading();

    /** Query for the name, the table and the definition of each trigger on a table of records. */
    String triggers();

    /** The triggers that a migration script declares, with definitions as {@link #triggers} returns them. */
    List<Triggers.Trigger> declaredTriggers(String script);

    /** Whether a database without records but with other tables may get some. */
    boolean sharesWithOthers();

    /** What a failure means; null if nothing is known of it. */
    @Nullable
    RecordsFailure known(SQLException failure);

    /** What a failure means. */
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
            if (cause instanceof SQLException sql) {
                return Message.of("the database in `%s` reports the error `%s`", shown(), code(sql))
                        .with(Message.of("`%s` tells what was changed", "winnow verify"));
            }
        }
        return Message.of("the tables of records in `%s` could not be made or brought up to date", shown());
    }

    /** Whether the same would fail again at once: the disk is full, the file may not be written, the server is gone. */
    boolean isLasting(SQLException failure);

    /** The name or number that the database gives an error. */
    String code(SQLException failure);
}
