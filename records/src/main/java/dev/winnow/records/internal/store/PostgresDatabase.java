package dev.winnow.records.internal.store;

import dev.winnow.model.source.Message;
import dev.winnow.records.internal.store.RecordsFailure.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Records in a database of PostgreSQL. */
final class PostgresDatabase implements Database {

    /** How long to wait for another writer, in milliseconds; a write takes far less. */
    private static final int PATIENCE = 10_000;

    private static final int CONNECT_SECONDS = 10;

    /** A server that says nothing for so long is lost. */
    private static final int ANSWER_SECONDS = 60;

    private static final Pattern SECRET = Pattern.compile("(?i)([?&](?:ssl)?password=)[^&]*");
    private static final Pattern USER_AND_SECRET = Pattern.compile("//[^/@?]*@");

    private final String url;
    private final UnaryOperator<@Nullable String> environment;

    private PostgresDatabase(String url, UnaryOperator<@Nullable String> environment) {
        this.url = url;
        this.environment = environment;
    }

    /** By a JDBC URL. */
    static PostgresDatabase of(String url, UnaryOperator<@Nullable String> environment) {
        PostgresDatabase database = new PostgresDatabase(url, environment);
        Properties parsed = Driver.parseURL(url, new Properties());
        if (parsed == null || USER_AND_SECRET.matcher(url).find()) {
            throw new RecordsFailure(
                    Kind.USAGE,
                    Message.of("`%s` is no JDBC URL of PostgreSQL", database.shown())
                            .with(Message.of("did you mean `%s`?", "jdbc:postgresql://HOST:PORT/DATABASE?user=NAME")));
        }
        return database;
    }

    @Override
    public String shown() {
        return SECRET.matcher(USER_AND_SECRET.matcher(url).replaceAll("//…@")).replaceAll("$1…");
    }

    @Override
    public DataSource connections(boolean toWrite) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        Properties given = Driver.parseURL(url, new Properties());
        if (source.getUser() == null) {
            source.setUser(environment.apply("PGUSER"));
        }
        if (source.getPassword() == null) {
            source.setPassword(environment.apply("PGPASSWORD"));
        }
        if (isOpen(given, PGProperty.CONNECT_TIMEOUT)) {
            source.setConnectTimeout(CONNECT_SECONDS);
        }
        if (isOpen(given, PGProperty.LOGIN_TIMEOUT)) {
            source.setLoginTimeout(CONNECT_SECONDS);
        }
        if (isOpen(given, PGProperty.SOCKET_TIMEOUT)) {
            source.setSocketTimeout(ANSWER_SECONDS);
        }
        if (isOpen(given, PGProperty.APPLICATION_NAME)) {
            source.setApplicationName("winnow");
        }
        return source;
    }

    private static boolean isOpen(@Nullable Properties given, PGProperty property) {
        return given == null || given.getProperty(property.getName()) == null;
    }

    @Override
    public String migrations() {
        return "postgresql";
    }

    @Override
    public String tables() {
        return "SELECT name FROM unnest(ARRAY['winnow_schema', 'winnow_records', 'winnow_contents', 'winnow_head']) name"
                + " JOIN pg_class ON pg_class.oid = to_regclass(name) WHERE relkind IN ('r', 'p')";
    }

    @Override
    public String lockedHead() {
        return "SELECT number, hash FROM winnow_head FOR UPDATE";
    }

    @Override
    public List<String> beforeWriting() {
        return List.of("SELECT set_config('lock_timeout', CASE current_setting('lock_timeout') WHEN '0' THEN '"
                + PATIENCE + "' ELSE current_setting('lock_timeout') END, true)");
    }

    @Override
    public List<String> beforeReading() {
        return List.of("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    }

    @Override
    public boolean sharesWithOthers() {
        return true;
    }

    @Override
    public @Nullable RecordsFailure known(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.equals("08001") || state.equals("08004") || state.equals("57P03")) {
            return failed(failure, Message.of("`%s` cannot be reached: %s", shown(), said(failure)));
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return failed(
                    failure,
                    Message.of("the connection to `%s` was lost", shown())
                            .with(Message.of(
                                    "if something was being recorded, `%s` tells whether it is", "winnow history")));
        }
        if (state.startsWith("28") || state.equals("3D000") || state.equals("42501") || state.equals("25006")) {
            return failed(failure, Message.of("`%s` refuses: %s", shown(), said(failure)));
        }
        if (state.equals("53100")) {
            return failed(failure, Message.of("`%s`: the disk is full; nothing was recorded", shown()));
        }
        if (state.startsWith("23") || state.equals("P0001")) {
            return RecordStore.refusedRecord(shown(), failure);
        }
        if (state.equals("55P03") || state.startsWith("40")) {
            return failed(
                    failure,
                    Message.of("`%s` is being written by another program and stayed locked; try again later", shown()));
        }
        return null;
    }

    private static RecordsFailure failed(SQLException cause, Message what) {
        return new RecordsFailure(Kind.COULD_NOT, what, cause);
    }

    /** What the server says, its first sentence and without `FATAL:` in front. */
    private String said(SQLException failure) {
        String first = String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("\\. .*", "");
        String text = first.replaceFirst("^[A-Z]+: +", "").replace('"', '`').strip();
        String unstopped = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return withoutSecrets(
                unstopped.isEmpty()
                        ? unstopped
                        : unstopped.substring(0, 1).toLowerCase(Locale.ROOT) + unstopped.substring(1));
    }

    @Override
    public boolean isLasting(SQLException failure) {
        return Stream.of("08", "25006", "28", "3D000", "42501", "53", "57P")
                .anyMatch(state -> code(failure).startsWith(state));
    }

    @Override
    public String code(SQLException failure) {
        return String.valueOf(failure.getSQLState());
    }

    private String withoutSecrets(String said) {
        Properties parsed = Driver.parseURL(url, new Properties());
        String secret = parsed == null ? null : parsed.getProperty("password");
        String shown = said.replace(url, shown());
        return secret == null || secret.isEmpty() ? shown : shown.replace(secret, "…");
    }
}
