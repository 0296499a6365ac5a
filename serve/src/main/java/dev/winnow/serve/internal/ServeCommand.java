package dev.winnow.serve.internal;

import dev.winnow.console.Features;
import dev.winnow.console.PanelInput;
import dev.winnow.console.Serving;
import dev.winnow.console.Views;
import dev.winnow.console.input.Candidates;
import dev.winnow.console.input.RecordedScreenings;
import dev.winnow.console.input.RecordsInput;
import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.RecordsOption;
import dev.winnow.console.option.SampleOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.source.Message;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.workbench.Part;
import dev.winnow.web.internal.workbench.Session;
import dev.winnow.web.internal.workbench.SessionInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code winnow serve}: shows a screening in the browser. */
@Command(
        name = "serve",
        description =
                "Show a screening in the browser: the overview, the memo of each pair, and the open questions with the"
                        + " effect of answers. The server answers this machine only, until Ctrl-C.",
        footer = {"winnow serve", "winnow serve -u illustrative -r battery --port 8080 --no-browser"},
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ServeCommand implements Callable<Integer> {

    private static final int MAX_PORT = 65_535;

    private final Terminal terminal;
    private final Packs packs;
    private final List<Views> more = Features.views();

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on. Default: 0, a free one.")
    private int port;

    @Option(names = "--no-browser", description = "Print the address without opening the browser.")
    private boolean noBrowser;

    @Option(names = "--read-only", description = "Refuse to change files and records.")
    private boolean readOnly;

    @Mixin
    private final RecordsOption records = new RecordsOption();

    private ServeCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    /** Returns the command with the options of all features. */
    public static CommandSpec of(Terminal terminal, Packs packs) {
        ServeCommand command = new ServeCommand(terminal, packs);
        CommandSpec spec = CommandSpec.forAnnotatedObject(command);
        for (Views views : command.more) {
            Object options = views.options();
            if (options != null) {
                spec.addMixin(options.getClass().getName(), CommandSpec.forAnnotatedObject(options));
            }
        }
        return spec;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > MAX_PORT) {
            throw new Refusal(Exit.USAGE, Message.of("expected a port from 0 to %s, found `%s`", MAX_PORT, port));
        }
        try (Shipped shipped = new Shipped();
                Workbench workbench = workbench(shipped);
                LocalServer server = start(workbench)) {
            String line = terminal.wording().sentence("winnow serves until Ctrl-C at %s", server.address());
            PrintOptions.print(terminal, out -> out.write((line + "\n").getBytes(StandardCharsets.UTF_8)));
            if (!noBrowser) {
                openBrowser(server.address());
            }
            server.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Exit.DONE;
    }

    private Workbench workbench(Shipped shipped) {
        Notices notices = new Notices(terminal, false);
        ScreeningInput loader = new ScreeningInput(input, packs, shipped, notices);
        ScreeningResult result = loader.screened(List.of(), Candidates::all).result();
        if (result.asked().assessments().isEmpty() && notices.anyProblems()) {
            throw new Refusal(notices.finish(Message.of("nothing was left to screen")));
        }
        Path folder = input.packFolder(shipped);
        SessionInput given = new SessionInput(
                terminal.wording(),
                readOnly,
                folder,
                folder.getFileSystem() == FileSystems.getDefault() && Files.isWritable(folder),
                pack -> loader.request(pack, loader.universe(pack)),
                () -> input.vocabulary(shipped),
                Stream.concat(Workbench.VIEWS.stream(), more.stream().flatMap(one -> one.views().stream()))
                        .toList());
        Session session = new Session(
                given,
                loader.request(result.pack(), result.session().universe()),
                result,
                new SampleOptions().insight(result, false));
        RecordsInput recorded = records.isNamed() ? recorded() : null;
        PanelInput panel = panel(loader);
        Serving serving = new Serving(session, input, recorded, panel, notices);
        List<Part> parts =
                more.stream().flatMap(one -> one.parts(serving).stream()).toList();
        if (notices.anyProblems()) {
            notices.finish(Message.of("entries with problems were left out; the rest was screened"));
        }
        return new Workbench(session, panel, recorded, parts);
    }

    private @Nullable PanelInput panel(ScreeningInput loader) {
        Path file = input.panel();
        return file == null ? null : new PanelInput(file, pack -> Objects.requireNonNull(loader.panel(pack)));
    }

    private RecordsInput recorded() {
        return new RecordsInput(
                () -> records.toRead(terminal),
                () -> records.toWrite(terminal),
                RecordsOption::now,
                request -> RecordedScreenings.options(
                        input,
                        terminal.wording().language(),
                        request.universe(),
                        request.projects(),
                        request.cities(),
                        new SampleOptions(),
                        null));
    }

    private LocalServer start(Workbench workbench) {
        try {
            return LocalServer.start(port, workbench, ServerLimits.DEFAULT, this::report);
        } catch (IOException e) {
            throw new Refusal(
                    Exit.COULD_NOT_RUN,
                    e.getCause() instanceof BindException
                            ? Message.of("port `%s` is in use", port)
                                    .with(Message.of("name another port, or none for a free one"))
                            : Message.of("cannot use port `%s`: %s", port, PrintOptions.reason(e)));
        }
    }

    /** Reports a failure on a line, with its trace only for developers. */
    private void report(Operation operation, Throwable failure) {
        terminal.message(Message.of("unexpected error in `%s %s`", operation.method(), operation.path()));
        if (terminal.isSet("WINNOW_DEBUG")) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            terminal.say(trace.toString());
        }
    }

    /** Opens the browser of the desktop. Without one the printed address is enough, so failures are not reported. */
    private void openBrowser(URI address) {
        List<String> command = browser(System.getProperty("os.name", ""));
        if (command == null) {
            return;
        }
        try {
            new ProcessBuilder(Stream.concat(command.stream(), Stream.of(address.toString()))
                            .toList())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // the address was printed
        }
    }

    /** Returns the program that opens an address; null without a display. */
    private @Nullable List<String> browser(String system) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler");
        }
        if (lower.startsWith("mac")) {
            return List.of("open");
        }
        return terminal.isSet("DISPLAY") || terminal.isSet("WAYLAND_DISPLAY") ? List.of("xdg-open") : null;
    }
}
