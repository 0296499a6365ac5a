package dev.winnow.records.internal.store;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.TextFile;
import dev.winnow.records.internal.store.RecordsFailure.Kind;
import dev.winnow.records.internal.store.Triggers.Trigger;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/** Records in an SQLite file. */
final class SqliteDatabase implements Database {

    private static final String URL = "jdbc:sqlite:";

    /** Pragmas that are allowed in a URL. Others could weaken the protection against crashes and full disks. */
    private static final List<String> NUMBERS = List.of("busy_timeout", "cache_size", "max_page_count", "mmap_size");

    private static final Pattern TRIGGER =
            Pattern.compile("(CREATE TRIGGER (\\w+) BEFORE \\w+ ON (\\w+).*?\\bEND);", Pattern.DOTALL);

    private final Path file;
    private final Properties pragmas;
    private final Duration patience;

    private SqliteDatabase(Path file, Properties pragmas, Duration patience) {
        this.file = file;
        this.pragmas = pragmas;
        this.patience = patience;
    }

    /**
     * Returns the database of a file.
     *
     * @throws InvalidPathException if the path is not valid for a file
     */
    static SqliteDatabase of(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (path.isEmpty() || path.startsWith(":") || lower.startsWith("file:") || path.contains("?")) {
            // SQLite's library interprets these differently: an in-memory database, a URL, settings.
            throw new InvalidPathException(path, "it is not the path of a file");
        }
        return new SqliteDatabase(Path.of(path), new Properties(), RecordsPlace.PATIENCE);
    }

    /** Returns the database of a URL with pragmas, such as {@code jdbc:sqlite:FILE?max_page_count=100}. */
    static SqliteDatabase ofUrl(String url) {
        String rest = url.substring(URL.length());
        int question = rest.indexOf('?');
        Path file;
        try {
            file = of(question < 0 ? rest : rest.substring(0, question)).file;
        } catch (InvalidPathException e) {
            throw new RecordsFailure(
                    Kind.USAGE,
                    Message.of("`%s` does not name a file", url)
                            .with(Message.of("did you mean `%s`?", URL + "records.db")),
                    e);
        }
        Properties pragmas = new Properties();
        if (question >= 0) {
            for (String pragma : rest.substring(question + 1).split("&", -1)) {
                int equals = Math.max(0, pragma.indexOf('='));
                String name = pragma.substring(0, equals).toLowerCase(Locale.ROOT);
                if (!NUMBERS.contains(name) || !pragma.substring(equals + 1).matches("-?\\d{1,9}")) {
                    throw new RecordsFailure(
                            Kind.USAGE,
                            Message.of("`%s` is not a setting of a file of records", pragma)
                                    .with(Message.of(
                                            "allowed after `%s`, each with a number: %s",
                                            "?", Message.names(NUMBERS))));
                }
                pragmas.setProperty(name, pragma.substring(equals + 1));
            }
        }
        return new SqliteDatabase(file, pragmas, RecordsPlace.PATIENCE);
    }

    @Override
    public String shown() {
        return TextFile.shown(file);
    }

    @Override
    public DataSource connections(boolean toWrite) {
        checkPlace(toWrite);
        Properties own = new Properties(); // the library keeps and modifies its argument
        own.setProperty(SQLiteConfig.Pragma.BUSY_TIMEOUT.pragmaName, Long.toString(patience.toMillis()));
        own.putAll(pragmas);
        SQLiteConfig config = new SQLiteConfig(own);
        config.setSynchronous(SynchronousMode.FULL);
        // A transaction that begins with a read fails if another writer commits before its first write.
        config.setTransactionMode(toWrite ? TransactionMode.IMMEDIATE : TransactionMode.DEFERRED);
        if (!toWrite) {
            config.resetOpenMode(SQLiteOpenMode.CREATE);
            if (!Files.isWritable(file)) {
                config.setReadOnly(true);
            }
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(URL + file.toAbsolutePath());
        return source;
    }

    private void checkPlace(boolean toWrite) {
        if (Files.isDirectory(file)) {
            throw new RecordsFailure(
                    Kind.DATA,
                    Message.of("`%s` is a folder, not a file of records", shown())
                            .with(Message.of("did you mean `%s`?", TextFile.shown(file.resolve("records.db")))));
        }
        for (String suffix : List.of("", "-journal", "-wal", "-shm")) {
            Path part = file.resolveSibling(file.getFileName() + suffix);
            if (Files.exists(part) && !Files.isRegularFile(part)) {
                throw new RecordsFailure( // opening a pipe would block forever
                        Kind.DATA, Message.of("`%s` is not a file but a device or a pipe", TextFile.shown(part)));
            }
        }
        if (!toWrite) {
            if (Files.notExists(file)) {
                throw RecordStore.none(shown());
            }
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                OwnerOnly.folder(folder);
            }
            OwnerOnly.file(file);
        } catch (AccessDeniedException e) {
            throw unwritable();
        } catch (FileAlreadyExistsException e) {
            throw new RecordsFailure(
                    Kind.COULD_NOT, Message.of("`%s` cannot be created: a file is in the way", shown()), e);
        } catch (IOException e) {
            throw new RecordsFailure(
                    Kind.COULD_NOT, Message.of("`%s` cannot be created: its folder is missing", shown()), e);
        }
    }

    private RecordsFailure unwritable() {
        if (Files.exists(file) && !Files.isReadable(file)) {
            return new RecordsFailure(Kind.COULD_NOT, Message.of("`%s` is not readable", shown()));
        }
        return new RecordsFailure(
                Kind.COULD_NOT,
                Message.of("`%s` is not writable", shown())
                        .with(Message.of("name another place: `%s` or WINNOW_RECORDS", "--records")));
    }

    @Override
    public String migrations() {
        return "sqlite";
    }

    @Override
    public String tables() {
        return "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    }

    @Override
    public String lockedHead() {
        return "SELECT number, hash FROM winnow_head"; // the transaction has held the lock since it began
    }

    @Override
    public Duration patience() {
        return patience;
    }

    @Override
    public Database waiting(Duration other) {
        return new SqliteDatabase(file, pragmas, other);
    }

    @Override
    public List<String> afterOpening() {
        return List.of();
    }

    @Override
    public List<String> beforeReading() {
        return List.of();
    }

    @Override
    public String marked() {
        return "instr(body, :mark) > 0";
    }

    @Override
    public String triggers() {
        return "SELECT name, lower(tbl_name), sql FROM sqlite_master"
                + " WHERE type = 'trigger' AND lower(tbl_name) LIKE 'winnow\\_%' ESCAPE '\\'";
    }

    @Override
    public List<Trigger> declaredTriggers(String script) {
        return TRIGGER.matcher(script)
                .results()
                .map(match -> new Trigger(match.group(2), match.group(3), match.group(1)))
                .toList();
    }

    @Override
    public boolean sharesWithOthers() {
        return false;
    }

    @Override
    public @Nullable RecordsFailure known(SQLException failure) {
        if (failure instanceof SQLiteException sqlite) {
            return known(sqlite);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals("NativeLibraryNotFoundException")
                    || cause instanceof LinkageError) {
                return RecordStore.noLibrary(cause);
            }
        }
        return null;
    }

    private @Nullable RecordsFailure known(SQLiteException failure) {
        String code = failure.getResultCode().name();
        if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
            return locked(failure);
        }
        if (code.startsWith("SQLITE_READONLY") || code.startsWith("SQLITE_CANTOPEN") || code.equals("SQLITE_PERM")) {
            return unwritable();
        }
        if (code.startsWith("SQLITE_FULL") || code.startsWith("SQLITE_IOERR")) {
            return new RecordsFailure(
                    Kind.COULD_NOT,
                    code.startsWith("SQLITE_FULL")
                            ? Message.of("`%s`: the disk is full; nothing was recorded", shown())
                            : Message.of("`%s`: the disk failed (%s); nothing was recorded", shown(), code),
                    failure);
        }
        if (code.startsWith("SQLITE_CONSTRAINT")) {
            return RecordStore.refusedRecord(shown(), failure);
        }
        if (code.equals("SQLITE_NOTADB")) {
            return new RecordsFailure(Kind.DATA, Message.of("`%s` is not an SQLite database", shown()), failure);
        }
        if (code.startsWith("SQLITE_CORRUPT")) {
            return new RecordsFailure(
                    Kind.DATA,
                    Message.of("`%s` is damaged: SQLite cannot read all of it", shown())
                            .with(Message.of("restore a backup, and compare it with `%s`", "winnow verify --expect")),
                    failure);
        }
        return null;
    }

    @Override
    public boolean isLasting(SQLException failure) {
        return Stream.of("FULL", "IOERR", "READONLY", "CANTOPEN", "PERM", "NOTADB", "CORRUPT")
                .anyMatch(kind -> code(failure).startsWith("SQLITE_" + kind));
    }

    @Override
    public String code(SQLException failure) {
        return failure instanceof SQLiteException sqlite
                ? sqlite.getResultCode().name()
                : String.valueOf(failure.getErrorCode());
    }
}
