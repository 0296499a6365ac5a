package dev.winnow.commands.help;

import dev.winnow.console.Check;
import dev.winnow.console.Feature;
import dev.winnow.console.Features;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.option.Version;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.RulePack;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.internal.layout.Columns;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code winnow doctor}: describes this installation and tests whether it works. */
@Command(
        name = "doctor",
        description = "Describe this installation of winnow, and check whether it works on this machine.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class DoctorCommand implements Callable<Integer> {

    private static final long MEGABYTE = 1 << 20;

    private final Terminal terminal;
    private final Packs packs;
    private final List<String> lines = new ArrayList<>();
    private int bad;

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public DoctorCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    @Override
    public Integer call() {
        for (String line : new Version().getVersion()) {
            good(Message.of("%s", line));
        }
        good(Message.of(
                "%s processors, up to %s MB of memory",
                Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() / MEGABYTE));
        encoding();
        temporaryFiles();
        start();
        for (Feature feature : Features.all()) {
            for (Check check : feature.checks()) {
                if (check.good()) {
                    good(check.message());
                } else {
                    problem(check.message());
                }
            }
        }
        try (Shipped shipped = new Shipped()) {
            packs(shipped);
            universes(shipped);
        }
        lines.add("");
        lines.add(terminal.wording()
                .say(
                        bad == 0
                                ? Message.of("No problems found.")
                                : Message.of("Problems found: %s. Some commands may not work.", bad)));
        print.write(terminal, String.join("\n", lines) + "\n");
        return bad == 0 ? Exit.DONE : Exit.PROBLEMS;
    }

    private void good(Message message) {
        line("ok    ", message);
    }

    private void problem(Message message) {
        bad++;
        line("error ", message);
    }

    private void line(String mark, Message message) {
        lines.add(mark + Columns.clean(terminal.wording().say(message)));
    }

    /** Checks for UTF-8, which Chinese file names need. */
    private void encoding() {
        String names = System.getProperty("sun.jnu.encoding", "");
        if (names.equals("UTF-8")) {
            good(Message.of("file names may be in any language"));
        } else {
            problem(Message.of(
                    "file names are read as %s, so Chinese ones cannot be opened; set LC_ALL=C.UTF-8", names));
        }
    }

    private void temporaryFiles() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir", "."));
        try {
            Files.delete(Files.createTempFile("winnow", ""));
            good(Message.of("temporary files go to %s", folder));
        } catch (IOException e) {
            problem(Message.of("no temporary files can be written to %s, which workbooks need; set TMPDIR", folder));
        }
    }

    private void start() {
        boolean named = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(option -> option.startsWith("-XX:AOTCache=") || option.startsWith("-XX:SharedArchiveFile="));
        good(
                named
                        ? Message.of("starts from an archive of classes")
                        : Message.of("starts without an archive of classes, which is slower"));
    }

    private void packs(Shipped shipped) {
        for (String name : shipped.names(Shipped.Kind.RULES)) {
            try {
                RulePack pack = packs.load(shipped.find(Shipped.Kind.RULES, name));
                good(Message.of(
                        "pack %s %s: %s rules",
                        name, pack.version(), pack.rules().size()));
            } catch (PackException e) {
                problem(Message.of("pack %s: %s", name, e.problems().get(0).what()));
            }
        }
    }

    private void universes(Shipped shipped) {
        Vocabulary vocabulary = shipped.vocabulary(List.of(), problems -> {});
        for (String name : shipped.names(Shipped.Kind.SEEDS)) {
            Universe universe = Universe.read(vocabulary, shipped.find(Shipped.Kind.SEEDS, name));
            List<Problem> problems = universe.problems();
            if (problems.isEmpty()) {
                good(Message.of(
                        "universe %s: %s, %s",
                        name,
                        Message.count(universe.projectIds().size(), "no projects", "1 project", "%s projects"),
                        Message.count(universe.cityIds().size(), "no cities", "1 city", "%s cities")));
            } else {
                problem(Message.of("universe %s: %s", name, problems.get(0).what()));
            }
        }
    }
}
