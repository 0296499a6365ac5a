package dev.winnow.records.internal.store;

import dev.winnow.model.source.Message;
import dev.winnow.records.internal.store.RecordsFailure.Kind;
import dev.winnow.records.internal.store.Triggers.Trigger;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Records in a PostgreSQL database. */
final class PostgresDatabase implements Database {

    private static final int CONNECT_SECONDS = 10;

    /** Time without an answer, beyond the wait for the locks of others, after which a server counts as lost. */
    private static final int ANSWER_SECONDS = 10;

    /** Parameters that a URL may have. Others of the driver load classes or write files of the URL's choice. */
    private static final List<String> PARAMETERS = Stream.of(
                    PGProperty.APPLICATION_NAME,
                    PGProperty.CONNECT_TIMEOUT,
                    PGProperty.CURRENT_SCHEMA,
                    PGProperty.GSS_ENC_MODE,
                    PGProperty.LOAD_BALANCE_HOSTS,
                    PGProperty.LOGIN_TIMEOUT,
                    PGProperty.OPTIONS,
                    PGProperty.PASSWORD,
                    PGProperty.PG_DBNAME,
                    PGProperty.PG_HOST,
                    PGProperty.PG_PORT,
                    PGProperty.SOCKET_TIMEOUT,
                    PGProperty.SSL,
                    PGProperty.SSL_CERT,
                    PGProperty.SSL_KEY,
                    PGProperty.SSL_MODE,
                    PGProperty.SSL_NEGOTIATION,
                    PGProperty.SSL_PASSWORD,
                    PGProperty.SSL_ROOT_CERT,
                    PGProperty.TARGET_SERVER_TYPE,
                    PGProperty.TCP_KEEP_ALIVE,
                    PGProperty.USER)
            .map(PGProperty::getName)
            .toList();

    private static final Pattern SECRET = Pattern.compile("(?i)([?&](?:ssl)?password=)[^&]*");
    private static final Pattern USER_AND_SECRET = Pattern.compile("//[^/@?]*@");

    private static final Pattern FUNCTION =
            Pattern.compile("CREATE FUNCTION (\\w+)\\(\\).*?\\$\\$(.*?)\\$\\$", Pattern.DOTALL);
    private static final Pattern TRIGGER = Pattern.compile("CREATE TRIGGER (\\w+) BEFORE ([A-Z ]+) ON (\\w+)\\s+"
            + "FOR EACH (ROW|STATEMENT) EXECUTE PROCEDURE (\\w+)\\(\\)");

    /** The bit of {@code pg_trigger.tgtype} for a trigger that runs before its event. */
    private static final int BEFORE = 2;

    private static final Map<String, Integer> EVENTS = Map.of("INSERT", 4, "DELETE", 8, "UPDATE", 16, "TRUNCATE", 32);

    private final String url;
    private final UnaryOperator<@Nullable String> environment;
    private final Duration patience;

    private PostgresDatabase(String url, UnaryOperator<@Nullable String> environment, Duration patience) {
        this.url = url;
        this.environment = environment;
        this.patience = patience;
    }

    /** Returns the database of a JDBC URL. */
    static PostgresDatabase of(String url, UnaryOperator<@Nullable String> environment) {
        PostgresDatabase database = new PostgresDatabase(url, environment, RecordsPlace.PATIENCE);
        Properties parsed = Driver.parseURL(url, new Properties());
        if (parsed == null || USER_AND_SECRET.matcher(url).find()) {
            throw new RecordsFailure(
                    Kind.USAGE,
                    Message.of("`%s` is not a JDBC URL of PostgreSQL", database.shown())
                            .with(Message.of("did you mean `%s`?", "jdbc:postgresql://HOST:PORT/DATABASE?user=NAME")));
        }
        for (String name : new TreeSet<>(parsed.stringPropertyNames())) {
            if (!PARAMETERS.contains(name)) {
                throw new RecordsFailure(
                        Kind.USAGE, Message.of("`%s`: the parameter `%s` is not allowed", database.shown(), name));
            }
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
            source.setConnectTimeout(connectSeconds());
        }
        if (isOpen(given, PGProperty.LOGIN_TIMEOUT)) {
            source.setLoginTimeout(connectSeconds());
        }
        if (isOpen(given, PGProperty.SOCKET_TIMEOUT)) {
            source.setSocketTimeout(ANSWER_SECONDS + (int) patience.toSeconds());
        }
        if (isOpen(given, PGProperty.APPLICATION_NAME)) {
            source.setApplicationName("winnow");
        }
        return source;
    }

    private int connectSeconds() {
        return (int) Math.max(1, Math.min(CONNECT_SECONDS, patience.toSeconds()));
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
        return "SELECT name FROM unnest(ARRAY['winnow_schema', 'winnow_records', 'winnow_contents', 'winnow_head'])"
                + " name JOIN pg_class ON pg_class.oid = to_regclass(name) WHERE relkind IN ('r', 'p')";
    }

    @Override
    public String lockedHead() {
        return "SELECT number, hash FROM winnow_head FOR UPDATE";
    }

    @Override
    public Duration patience() {
        return patience;
    }

    @Override
    public Database waiting(Duration other) {
        return new PostgresDatabase(url, environment, other);
    }

    @Override
    public List<String> afterOpening() {
        return List.of("SELECT set_config('lock_timeout', CASE current_setting('lock_timeout') WHEN '0' THEN '"
                + patience.toMillis() + "' ELSE current_setting('lock_timeout') END, false)");
    }

    @Override
    public List<String> beforeReading() {
        return List.of("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    }

    @Override
    public String marked() {
        return "position(:mark in body) > 0";
    }

    @Override
    public String triggers() {
        return "SELECT tgname, relname, concat_ws(' ', tgtype, proname, prosrc, pg_get_expr(tgqual, tgrelid),"
                + " CASE WHEN tgenabled NOT IN ('O', 'A') THEN 'disabled' END)"
                + " FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid JOIN pg_proc ON pg_proc.oid = tgfoid"
                + " WHERE NOT tgisinternal AND tgrelid IN (to_regclass('winnow_schema'), to_regclass('winnow_records'),"
                + " to_regclass('winnow_contents'), to_regclass('winnow_head'))";
    }

    @Override
    public List<Trigger> declaredTriggers(String script) {
        Map<String, String> bodies = FUNCTION.matcher(script)
                .results()
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
        return TRIGGER.matcher(script)
                .results()
                .map(match -> new Trigger(
                        match.group(1),
                        match.group(3),
                        type(match.group(2), match.group(4)) + " " + match.group(5) + " " + bodies.get(match.group(5))))
                .toList();
    }

    /** The bits of {@code pg_trigger.tgtype} of a trigger that runs before an event. */
    private static int type(String events, String level) {
        int bits = BEFORE | (level.equals("ROW") ? 1 : 0);
        for (String event : events.split(" OR ", -1)) {
            bits |= Objects.requireNonNull(EVENTS.get(event));
        }
        return bits;
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
                            .with(Message.of("`%s` shows whether the last record was stored", "winnow history")));
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
            return locked(failure);
        }
        return null;
    }

    private static RecordsFailure failed(SQLException cause, Message what) {
        return new RecordsFailure(Kind.COULD_NOT, what, cause);
    }

    /** The first sentence of the server's message, without `FATAL:`. */
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
