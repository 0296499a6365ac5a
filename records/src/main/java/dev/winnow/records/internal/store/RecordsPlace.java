package dev.winnow.records.internal.store;

import dev.winnow.model.source.Message;
import dev.winnow.records.internal.store.RecordsFailure.Kind;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The place of records: an SQLite file or a PostgreSQL database. */
public final class RecordsPlace {

    private static final String JDBC = "jdbc:";
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** The usual wait for the locks of others: a hundred writers at once take up to a minute on a busy machine. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Database database;

    private RecordsPlace(Database database) {
        this.database = database;
    }

    /**
     * Returns the place with a name.
     *
     * @param named the path of a file, or a JDBC URL of SQLite or PostgreSQL
     * @param environment looks up the variables {@code PGUSER} and {@code PGPASSWORD}, for a URL without user or
     *     password
     * @throws RecordsFailure if the name is invalid
     */
    public static RecordsPlace of(String named, UnaryOperator<@Nullable String> environment) {
        String text = named.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith(SQLITE)) {
            return new RecordsPlace(SqliteDatabase.ofUrl(text));
        }
        if (lower.startsWith(POSTGRESQL)) {
            return new RecordsPlace(PostgresDatabase.of(text, environment));
        }
        if (lower.startsWith("postgresql://") || lower.startsWith("postgres://")) {
            // The URL is not shown: psql accepts passwords in such URLs.
            throw new RecordsFailure(
                    Kind.USAGE,
                    Message.of("PostgreSQL needs a JDBC URL")
                            .with(Message.of("did you mean `%s`?", POSTGRESQL + "//HOST/DATABASE?user=NAME")));
        }
        if (lower.startsWith(JDBC)) {
            String kind = text.substring(0, Math.max(JDBC.length(), text.indexOf(':', JDBC.length()) + 1));
            throw new RecordsFailure(
                    Kind.USAGE,
                    Message.of(
                            "`%s` is not a database for records; expected one of %s",
                            kind, Message.names(List.of(SQLITE, POSTGRESQL))));
        }
        try {
            return new RecordsPlace(SqliteDatabase.of(text));
        } catch (InvalidPathException e) {
            throw new RecordsFailure(
                    Kind.USAGE,
                    Message.of("`%s` is not a place for records", text)
                            .with(Message.of("write the path of a file, such as `%s`", "records.db")),
                    e);
        }
    }

    /** Returns this place with another time to wait for the locks of others, unless its name states one. */
    public RecordsPlace waiting(Duration patience) {
        return new RecordsPlace(database.waiting(patience));
    }

    /** The place for display, without a password. */
    public String shown() {
        return database.shown();
    }

    Database database() {
        return database;
    }
}
