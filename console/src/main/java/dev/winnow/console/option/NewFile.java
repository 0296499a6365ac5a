package dev.winnow.console.option;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.report.internal.layout.Columns;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Protects user files from being overwritten without {@code --force}. */
public final class NewFile {

    private static final int BEGINNING = 4_096;

    /** Start of a JSON contract: a JSON document, an NDJSON line, or CSV headings after an optional byte-order mark. */
    private static final Pattern CONTRACT =
            Pattern.compile("^\\uFEFF?(\\s*\\{\\s*\"\\$?schema\"|project,city,asOf,verdict,|linkName,chain,stage,)");

    /** Endings of files that usually contain data or rules. */
    private static final List<String> DATA =
            List.of(".yaml", ".yml", ".json", ".ndjson", ".jsonl", ".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".drl");

    private NewFile() {}

    /**
     * Refuses an existing file.
     *
     * @param file the file; null for standard output
     * @param force whether overwriting is allowed
     */
    public static void check(@Nullable String file, boolean force) {
        if (file != null && !force && Files.isRegularFile(Shipped.path(file))) {
            throw refusal(Message.of("`%s` already exists", Columns.clean(file)));
        }
    }

    /** Refuses a folder, a device or a pipe as the name of a file that is written beside it and then renamed. */
    public static void checkOrdinary(@Nullable Path file) {
        if (file != null && Files.exists(file) && !Files.isRegularFile(file)) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("`%s` is not an ordinary file", Columns.clean(file.toString()))
                            .with(Message.of("write the path of a file, such as `%s`", "refused.csv")));
        }
    }

    /**
     * Refuses an existing file unless it is a document that winnow wrote, since those are replaced routinely. Any text
     * or web page counts as one; a table or JSON file does if it starts like one; a workbook does unless another
     * program has saved it since.
     */
    static void checkDocument(@Nullable String file, boolean force) {
        if (file == null || force) {
            return;
        }
        Path path = Shipped.path(file);
        String name = file.toLowerCase(Locale.ROOT);
        if (Files.isRegularFile(path) && DATA.stream().anyMatch(name::endsWith) && !isDocument(path)) {
            throw refusal(Message.of("`%s` already exists and was not written by winnow", Columns.clean(file)));
        }
    }

    /**
     * Refuses a file that the same command reads.
     *
     * @param arguments the words of the command line
     */
    static void checkInputs(@Nullable String file, List<String> arguments, boolean force) {
        if (file == null || force || !Files.isRegularFile(Shipped.path(file))) {
            return;
        }
        long named = arguments.stream()
                .map(word -> word.startsWith("-") ? word.substring(word.indexOf('=') + 1) : word)
                .filter(word -> isSame(word, file))
                .count();
        if (named > 1) {
            throw refusal(Message.of("`%s` is also read by this command", Columns.clean(file)));
        }
    }

    private static boolean isSame(String word, String file) {
        try {
            return word.equals(file) || Files.isSameFile(Shipped.path(word), Shipped.path(file));
        } catch (IOException | RuntimeException e) {
            return false; // not a file name
        }
    }

    private static boolean isDocument(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(BEGINNING);
            return (start.length > 1 && start[0] == 'P' && start[1] == 'K')
                    ? isUntouchedWorkbook(path)
                    : CONTRACT.matcher(new String(start, StandardCharsets.UTF_8))
                            .find();
        } catch (IOException e) {
            return false;
        }
    }

    /** A program that saves a workbook writes its own name into it. */
    private static boolean isUntouchedWorkbook(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            ZipEntry entry = zip.getEntry("docProps/app.xml");
            if (entry == null) {
                return false;
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8)
                        .contains("<Application>winnow</Application>");
            }
        }
    }

    private static Refusal refusal(Message what) {
        return new Refusal(Exit.USAGE, what.with(Message.of("use `%s` to overwrite it", "--force")));
    }
}
