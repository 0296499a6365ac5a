package dev.winnow.serve.internal;

import dev.winnow.console.Features;
import dev.winnow.console.FurtherInput;
import dev.winnow.console.Serving;
import dev.winnow.console.Views;
import dev.winnow.console.input.Candidates;
import dev.winnow.console.input.RecordedScreenings;
import dev.winnow.console.input.RecordsInput;
import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.LanguageOption;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.RecordsOption;
import dev.winnow.console.option.SampleOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.option.WorkspaceDefaults;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.console.workspace.Workspace;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.vocabulary.Vocabulary;
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
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow serve}: shows a screening in the browser. */
@Command(
        name = "serve",
        description =
                "Show a screening in the browser: the overview, the memo of each pair, and the open questions with the"
                        + " effect of answers. The server answers this machine only, until Ctrl-C. With a workspace, the"
                        + " work is kept in its folder; otherwise it ends with the server.",
        footer = {
            "winnow serve",
            "winnow serve spring-round",
            "winnow serve -u illustrative -r battery --port 8080 --no-browser"
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ServeCommand implements Callable<Integer> {

    private static final int MAX_PORT = 65_535;

    private final Terminal terminal;
    private final Packs packs;
    private final List<Views> more = Features.views();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "A workspace, see `winnow init`. Default: the current folder, if it is one.")
    private @Nullable String folder;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on. Default: 0, a free one; for a workspace the one it had before.")
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
        Workspace around = WorkspaceDefaults.around(spec);
        if (folder == null) {
            return around == null ? serve(null) : in(around);
        }
        Path named = Shipped.path(folder);
        if (!Workspace.isIn(named)) {
            throw Workspace.none(named);
        }
        return in(Workspace.read(named));
    }

    /** Reads the command line again with the values of a workspace, and serves it. */
    private int in(Workspace workspace) {
        List<String> arguments = spec.commandLine().getParseResult().originalArgs();
        Language language = LanguageOption.asked(terminal, workspace.language(), arguments.toArray(String[]::new));
        Terminal own = terminal.speaking(language)
                .with(RecordsOption.VARIABLE, workspace.records().toString());
        CommandLine line = new CommandLine(of(own, packs));
        LanguageOption.add(line);
        line.setDefaultValueProvider(new WorkspaceDefaults(workspace, arguments, true));
        line.parseArgs(arguments.toArray(String[]::new));
        return ((ServeCommand) line.getCommandSpec().userObject()).serve(workspace);
    }

    /** @param workspace null if the work ends with the server */
    private int serve(@Nullable Workspace workspace) {
        try (Shipped shipped = new Shipped();
                OpenWorkspace open = OpenWorkspace.of(workspace, readOnly);
                Workbench workbench = workbench(shipped, open);
                LocalServer server = start(workbench, open)) {
            open.began(server);
            announce(
                    terminal.wording().sentence("winnow serves until Ctrl-C at %s", server.address()),
                    server.address());
            server.await();
        } catch (OpenWorkspace.OpenElsewhere e) {
            announce(
                    terminal.wording().sentence("another winnow serves this workspace at %s", e.address()),
                    e.address());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Exit.DONE;
    }

    private void announce(String line, URI address) {
        PrintOptions.print(terminal, out -> out.write((line + "\n").getBytes(StandardCharsets.UTF_8)));
        if (!noBrowser) {
            openBrowser(address);
        }
    }

    private Workbench workbench(Shipped shipped, OpenWorkspace open) {
        Notices notices = new Notices(terminal, false);
        Path pack = input.packFolder(shipped);
        boolean editable = pack.getFileSystem() == FileSystems.getDefault() && Files.isWritable(pack);
        open.finishSave(pack);
        ScreeningInput loader = new ScreeningInput(input, packs, shipped, notices);
        ScreeningResult result = loader.screened(List.of(), Candidates::all).result();
        if (result.asked().assessments().isEmpty() && notices.anyProblems()) {
            throw new Refusal(notices.finish(Message.of("nothing was left to screen")));
        }
        Supplier<Vocabulary> vocabulary = () -> input.vocabulary(shipped);
        SessionInput given = new SessionInput(
                terminal.wording(),
                open.name(),
                readOnly,
                pack,
                editable && open.mayWrite(pack),
                read -> loader.request(read, loader.universe(read)),
                vocabulary,
                CandidatesPart.source(vocabulary),
                Stream.concat(Workbench.VIEWS.stream(), more.stream().flatMap(one -> one.views().stream()))
                        .toList());
        Session session = open.session(
                given,
                loader.request(result.pack(), result.session().universe()),
                result,
                new SampleOptions().insight(result, false));
        RecordsInput recorded = records.isNamed() || open.name() != null ? recorded() : null;
        FurtherInput further = input.further() == null
                ? null
                : new FurtherInput(rules -> Objects.requireNonNull(loader.further(rules)));
        Serving serving = new Serving(session, input, recorded, further, notices);
        List<Part> parts = Stream.concat(
                        Stream.of(new PanelPart(serving)), more.stream().flatMap(one -> one.parts(serving).stream()))
                .toList();
        if (notices.anyProblems()) {
            notices.finish(Message.of("entries with problems were left out; the rest was screened"));
        }
        open.watch(
                session,
                Stream.concat(editable ? Stream.of(pack) : Stream.empty(), Stream.of(input.paths(shipped)))
                        .filter(path -> path.getFileSystem() == FileSystems.getDefault())
                        .toList());
        return new Workbench(session, recorded, parts);
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

    private LocalServer start(Workbench workbench, OpenWorkspace open) {
        try {
            return open.start(port, workbench, this::report);
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
