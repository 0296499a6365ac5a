package dev.winnow.console.option;

import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.records.internal.entry.RecordOrigin;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.records.internal.store.RecordsFailure;
import dev.winnow.records.internal.store.RecordsPlace;
import dev.winnow.records.internal.store.StoredRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The {@code --records} option. */
public final class RecordsOption {

    /** The variable that names the place. */
    public static final String VARIABLE = "WINNOW_RECORDS";

    /** The time that a person waits for the locks of others. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Initialized when records are opened, because creating the first logger reads the logging configuration of the
     * JVM.
     */
    private static final class Driver {

        /**
         * The driver logs errors that it also throws. A strong reference keeps the logger, and with it its level, from
         * being collected.
         */
        private static final Logger LOGGER = Logger.getLogger("org.postgresql");

        private Driver() {}
    }

    @Option(
            names = "--records",
            paramLabel = "PLACE",
            description = "Place of the records: a file, or a JDBC URL of SQLite or PostgreSQL. Default: the"
                    + " variable WINNOW_RECORDS, otherwise records.db in your data folder.")
    private @Nullable String place;

    /** Whether the command line names a place. */
    public boolean isNamed() {
        return place != null;
    }

    /**
     * Opens records for reading, for a command that can do without.
     *
     * @param place the place; null for that of the variable
     * @return null if the variable names none either, or one that has no records yet
     */
    public static @Nullable RecordStore toRead(@Nullable String place, Terminal terminal) {
        String named = named(place, terminal);
        try {
            return named == null ? null : RecordStore.toRead(opened(named, terminal));
        } catch (RecordsFailure.None e) {
            if (place != null) {
                throw e;
            }
            return null;
        }
    }

    /** Opens the records for reading. */
    public RecordStore toRead(Terminal terminal) {
        return RecordStore.toRead(place(terminal));
    }

    /**
     * Opens the records for reading; null if there are none yet. A named place must have records.
     *
     * @param begin whether the command may record the first one, even in a named place
     */
    public @Nullable RecordStore toReadIfAny(Terminal terminal, boolean begin) {
        try {
            return toRead(terminal);
        } catch (RecordsFailure.None e) {
            if (isNamed() && !begin) {
                throw e;
            }
            return null;
        }
    }

    /** Opens the records for appending. */
    public RecordStore toWrite(Terminal terminal) {
        return RecordStore.toWrite(place(terminal));
    }

    /** Returns the records that can be read, and reports the others as problems. */
    public static List<StoredRecord> readable(RecordStore store, Notices notices) {
        RecordStore.Contents contents = store.records();
        notices.failures(contents.failures().stream().map(RecordsFailure::what).toList());
        return contents.readable();
    }

    private RecordsPlace place(Terminal terminal) {
        String named = named(place, terminal);
        return opened(named == null ? ofUser(terminal).toString() : named, terminal);
    }

    private static RecordsPlace opened(String place, Terminal terminal) {
        Driver.LOGGER.setLevel(Level.OFF);
        return RecordsPlace.of(place, terminal.environment()).waiting(PATIENCE);
    }

    /** Returns the place that the command line or the variable names; null if neither does. */
    private static @Nullable String named(@Nullable String place, Terminal terminal) {
        String variable = terminal.environment().apply(VARIABLE);
        return place != null ? place : variable != null && !variable.isBlank() ? variable : null;
    }

    /** Returns the system's folder for user data. */
    private static Path ofUser(Terminal terminal) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", ""));
        String variable = system.startsWith("windows") ? "LOCALAPPDATA" : "XDG_DATA_HOME";
        String folder = terminal.environment().apply(variable);
        Path data = folder != null && !folder.isBlank()
                ? Path.of(folder)
                : system.startsWith("mac") ? home.resolve("Library/Application Support") : home.resolve(".local/share");
        return data.resolve("winnow").resolve("records.db");
    }

    /**
     * Returns the person who records, the time and the version of winnow.
     *
     * @param by the person; null for the current user of the system
     */
    public static RecordOrigin now(@Nullable String by) {
        return new RecordOrigin(
                Instant.now(),
                by == null ? System.getProperty("user.name", "") : by,
                winnow(),
                System.getProperty("java.version", ""));
    }

    /** Returns the version with its commit, such as {@code 0.2.0+f8bb76e8525a}; empty if winnow is not packaged. */
    private static String winnow() {
        String number = Objects.requireNonNullElse(Version.number(), "");
        String commit = number.isEmpty() ? null : Version.commit();
        return commit == null ? number : number + "+" + commit;
    }
}
