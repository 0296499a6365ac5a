package dev.winnow.serve.internal;

import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.console.workspace.Workspace;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.YamlText;
import dev.winnow.web.internal.journal.KeptWork;
import dev.winnow.web.internal.journal.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow init}: makes a workspace. */
@Command(
        name = "init",
        description =
                "Make a workspace: a folder that keeps lists, answers, unsaved rules and records. `winnow serve FOLDER`"
                        + " opens it, and commands that are run in it screen what its pages show.",
        footer = {
            "winnow init spring-round",
            "winnow init spring-round -u facts.yaml -r my-pack --as-of 2026-03-31 --name \"Spring round\""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class InitCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FOLDER", description = "The folder, which is made unless it is there.")
    private String folder = "";

    @Option(names = "--name", paramLabel = "NAME", description = "What people call it. Default: the folder’s name.")
    private @Nullable String name;

    @Option(
            names = {"-u", "--universe"},
            paramLabel = "PATH",
            description = "A universe: the name of a shipped one, or a file or folder, which is copied. Default: "
                    + Shipped.DEFAULT + ".")
    private @Nullable String universe;

    @Option(
            names = {"-r", "--rules"},
            paramLabel = "PATH",
            description = "A rule pack: the name of a shipped one, or a folder, which is copied. Default: "
                    + Shipped.DEFAULT + ".")
    private @Nullable String rules;

    @Option(
            names = "--as-of",
            paramLabel = "DATE|decision",
            description = "The day of judgement, as `winnow screen` takes it. Default: the universe’s day.")
    private @Nullable String asOf;

    public InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        InputOptions.asOfPolicy(asOf); // an invalid day is refused before anything is made
        Path made = Shipped.path(folder);
        if (Workspace.isIn(made)) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("`%s` is a workspace already", folder)
                            .with(Message.of("open it with `%s`", "winnow serve " + folder)));
        }
        try (Shipped shipped = new Shipped()) {
            Path pack = shipped.find(Shipped.Kind.RULES, rules);
            Path facts = shipped.find(Shipped.Kind.SEEDS, universe);
            OwnerOnly.folder(made);
            OwnerOnly.close(made);
            OwnerOnly.folder(made.resolve(KeptWork.LISTS));
            String settings = line(
                            "name",
                            name == null
                                    ? String.valueOf(
                                            made.toAbsolutePath().normalize().getFileName())
                                    : name)
                    + line(
                            "pack",
                            isNamed(rules, pack)
                                    ? Objects.requireNonNullElse(rules, Shipped.DEFAULT)
                                    : copied(pack, made, "rules"))
                    + line(
                            "universe",
                            isNamed(universe, facts)
                                    ? Objects.requireNonNullElse(universe, Shipped.DEFAULT)
                                    : copied(facts, made, "universe"))
                    + (asOf == null ? "" : line("as-of", asOf))
                    + line("language", terminal.wording().language().tag());
            OwnerOnly.write(made.resolve(KeptWork.SETTINGS), settings.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Refusal(
                    Exit.COULD_NOT_RUN,
                    Message.of("cannot make the workspace `%s`: %s", folder, PrintOptions.reason(e)));
        }
        String said = terminal.wording()
                .sentence("made the workspace `%s`; open it with `%s`", folder, "winnow serve " + folder);
        PrintOptions.print(terminal, out -> out.write((said + "\n").getBytes(StandardCharsets.UTF_8)));
        return Exit.DONE;
    }

    private static String line(String key, String value) {
        return key + ": " + YamlText.of(value) + "\n";
    }

    /** Whether the name of something that ships with winnow was given, or nothing. */
    private static boolean isNamed(@Nullable String word, Path found) {
        return word == null || found.getFileSystem() != FileSystems.getDefault() || !Files.exists(Shipped.path(word));
    }

    /** Copies a file or folder into the workspace, without links and hidden files; returns its path there. */
    private static String copied(Path from, Path workspace, String name) throws IOException {
        if (!Files.exists(from)) {
            throw new Refusal(Exit.PROBLEMS, Message.of("`%s` does not exist", from));
        }
        if (Files.isRegularFile(from)) {
            String file = String.valueOf(from.getFileName());
            OwnerOnly.write(workspace.resolve(name).resolve(file), Files.readAllBytes(from));
            return name + "/" + file;
        }
        String path = name + "/" + from.toRealPath().getFileName(); // a pack is named like its folder
        Path to = workspace.resolve(path);
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .toList();
        }
        for (Path file : files) {
            OwnerOnly.write(to.resolve(from.relativize(file).toString()), Files.readAllBytes(file));
        }
        return path;
    }
}
