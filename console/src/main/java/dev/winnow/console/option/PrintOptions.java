package dev.winnow.console.option;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.source.FailedWrite;
import dev.winnow.model.source.Message;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Columns;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options for the output file, colours and width. */
public final class PrintOptions {

    /** Minimum width in columns at which table lines are not broken. */
    private static final int NARROWEST = 60;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write results to this file instead of standard output.")
    private @Nullable String output;

    @Option(names = "--force", description = "Overwrite an existing file.")
    private boolean force;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            completionCandidates = Whens.class,
            description = "Colours: auto, always or never. Default: auto, which uses colours on a terminal unless "
                    + "NO_COLOR is set.")
    private String color = "auto";

    @Option(
            names = {"-q", "--quiet"},
            description = "Print no notes to standard error; problems are still printed.")
    private boolean quiet;

    private final boolean data;

    /** The formats in addition to those of {@code --format}; null if the command itself checks the file's ending. */
    private final @Nullable List<Format> formats;

    /** Creates the options of a command that writes a document, which may replace an earlier one. */
    public PrintOptions() {
        this(false, List.of());
    }

    private PrintOptions(boolean data, @Nullable List<Format> formats) {
        this.data = data;
        this.formats = formats;
    }

    /** Creates the options of a command that writes a document in other formats than those of {@code --format}. */
    public static PrintOptions of(Format... formats) {
        return new PrintOptions(false, List.of(formats));
    }

    /** Creates the options of a command that writes files for people to edit, which replaces no existing file. */
    public static PrintOptions ofData(Format... formats) {
        return new PrintOptions(true, List.of(formats));
    }

    /** Creates the options of a command that writes entries, in one of the forms of {@link ExportForm}. */
    public static PrintOptions ofEntries() {
        return new PrintOptions(true, null);
    }

    /** Whether existing files may be overwritten. */
    public boolean force() {
        return force;
    }

    /**
     * Refuses an ending that no format of the command has, and to overwrite a file that must not be lost.
     *
     * @param arguments the words of the command line
     */
    private void check(CommandLine.ParseResult command, List<String> arguments) {
        Choices.oneOf("--color", color, Whens.ALL);
        if (output != null && Files.isDirectory(Shipped.path(output))) {
            throw new Refusal(
                    Exit.COULD_NOT_RUN,
                    Message.of("cannot write `%s`: %s", Columns.clean(output), Message.of("it is a folder")));
        }
        if (formats != null) {
            CommandLine.Model.OptionSpec format = command.commandSpec().findOption("--format");
            List<String> words = new ArrayList<>();
            if (format != null) {
                format.completionCandidates().forEach(words::add);
            }
            List<Format> offered = new ArrayList<>(Format.named(words));
            offered.addAll(formats);
            Format.chosen(
                    format == null ? null : command.matchedOptionValue("--format", null),
                    output,
                    offered.isEmpty() ? List.of(Format.TEXT) : offered);
        }
        NewFile.checkInputs(output, arguments, force);
        if (data) {
            NewFile.check(output, force);
        } else {
            NewFile.checkDocument(output, force);
        }
    }

    /** Refuses unknown values, and commands whose output would destroy a file. */
    public static void check(CommandLine.ParseResult parsed) {
        for (CommandLine.ParseResult part = parsed; part != null; part = part.subcommand()) {
            for (CommandLine.Model.CommandSpec mixin :
                    part.commandSpec().mixins().values()) {
                if (mixin.userObject() instanceof PrintOptions print) {
                    print.check(part, parsed.originalArgs());
                }
            }
        }
    }

    public Notices notices(Terminal terminal) {
        return new Notices(terminal, quiet);
    }

    /** Whether results are coloured. */
    public Colours colours(Terminal terminal) {
        return colours(color, output != null, terminal);
    }

    /**
     * Whether results are coloured.
     *
     * @param when the value of {@code --color}
     * @param filed whether results go to a file
     */
    public static Colours colours(String when, boolean filed, Terminal terminal) {
        return switch (Choices.oneOf("--color", when, Whens.ALL)) {
            case "always" -> Colours.ON;
            case "never" -> Colours.OFF;
            default -> !filed && automatic(terminal) ? Colours.ON : Colours.OFF;
        };
    }

    /**
     * Returns the maximum text width: that of the terminal, or that of a page without one.
     *
     * @param most the width above which text becomes hard to read
     */
    public int width(Terminal terminal, int most) {
        return output == null ? columns(terminal, most) : Columns.PAGE;
    }

    /** Returns the maximum text width on a terminal. */
    public static int columns(Terminal terminal, int most) {
        return Math.max(NARROWEST, Math.min(terminal.columns(), most));
    }

    /** Returns the output file; null for standard output. */
    public @Nullable String file() {
        return output;
    }

    /** Returns the format; refuses to write a workbook or a Word document to a terminal. */
    public Format checked(Terminal terminal, Format format) {
        if (format == Format.DOCX && output == null && terminal.interactive()) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("a Word document cannot be printed to a terminal")
                            .with(Message.of("write it to a file: `%s`", "-o FILE.docx")));
        }
        if (format == Format.XLSX && output == null && terminal.interactive()) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("a workbook cannot be printed to a terminal")
                            .with(Message.of("write it to a file: `%s`", "-o FILE.xlsx")));
        }
        return format;
    }

    /** Whether a terminal gets colours by default. */
    public static boolean automatic(Terminal terminal) {
        return terminal.interactive()
                && !terminal.isSet("NO_COLOR")
                && !"dumb".equals(terminal.environment().apply("TERM"));
    }

    public void write(Terminal terminal, String text) {
        write(terminal, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes results to their destination. A file is written completely or not at all. */
    public void write(Terminal terminal, Results results) {
        if (output == null) {
            print(terminal, results);
        } else {
            writeTo(output, results);
        }
    }

    /** Writes results to standard output. */
    public static void print(Terminal terminal, Results results) {
        try {
            write(results, terminal.out());
            terminal.out().flush();
        } catch (IOException e) {
            throw new Refusal(Exit.COULD_NOT_RUN, unwritten(e));
        }
    }

    /** Returns the message for a failure of standard output. */
    public static Message unwritten(IOException problem) {
        return Message.of("cannot write to standard output: %s", reason(problem));
    }

    /** Unwraps the exceptions into which templates and streams wrap an {@code IOException} of their target. */
    private static void write(Results results, OutputStream out) throws IOException {
        WatchedOutput watched = new WatchedOutput(out);
        try {
            results.writeTo(watched);
        } catch (RuntimeException e) {
            if (watched.failure != null) {
                throw watched.failure;
            }
            throw e;
        }
    }

    /** An output that remembers its failure. */
    private static final class WatchedOutput extends OutputStream {

        private final OutputStream target;
        private @Nullable IOException failure;

        WatchedOutput(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int value) throws IOException {
            attempt(() -> target.write(value));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            attempt(() -> target.write(bytes, offset, length));
        }

        @Override
        public void flush() throws IOException {
            attempt(target::flush);
        }

        private void attempt(Writing writing) throws IOException {
            try {
                writing.write();
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        private interface Writing {
            void write() throws IOException;
        }
    }

    /** Writes results to a file, completely or not at all. */
    public static void writeTo(String output, Results results) {
        Path file = Shipped.path(output);
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                fill(file, results); // a pipe or a device cannot be replaced by a temporary file
            } else {
                replace(file, results);
            }
        } catch (IOException e) {
            throw new Refusal(
                    Exit.COULD_NOT_RUN, Message.of("cannot write `%s`: %s", Columns.clean(output), reason(e)));
        }
    }

    private static void replace(Path file, Results results) throws IOException {
        Path whole = Files.exists(file) ? file.toRealPath() : file;
        Path draft = whole.resolveSibling("." + whole.getFileName() + ".part");
        try {
            fill(draft, results);
            Files.move(draft, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void fill(Path file, Results results) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(results, out);
        }
    }

    public static Message reason(IOException problem) {
        if (problem instanceof FailedWrite failed) {
            return failed.what();
        }
        if (problem instanceof NoSuchFileException) {
            return Message.of("there is no such folder");
        }
        if (problem instanceof AccessDeniedException) {
            return Message.of("permission denied");
        }
        String message = problem.getMessage();
        if (message != null && message.contains("File name too long")) {
            return Message.of("the name of the file is too long");
        }
        if (message != null && message.contains("No space left on device")) {
            return Message.of("the disk is full");
        }
        return message == null ? Message.of("unknown error") : Message.of("%s", Columns.clean(message));
    }

    /** Writes results to a stream. */
    public interface Results {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Values for shell completion. */
    public static final class Whens implements Iterable<String> {

        private static final List<String> ALL = List.of("auto", "always", "never");

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }
    }
}
