package dev.winnow.ruletools.check;

import dev.winnow.console.input.GivenUniverse;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.option.Version;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.json.Contract;
import dev.winnow.ruletools.option.PackOption;
import dev.winnow.ruletools.option.PackWatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow rules check}: reports all problems of a pack and remarks on it. */
@Command(
        name = "check",
        description = "Check a pack: report all problems, and remarks on what is allowed but doubtful, with "
                + "places and hints. No rule is compiled.",
        footer = {"winnow rules check", "winnow rules check drafts/battery"},
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        sortOptions = false)
public final class RulesCheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final PackOption pack;

    @Option(
            names = {"-u", "--universe"},
            paramLabel = "PATH",
            description = "Folder or file of a universe, or the name of a shipped one; may be repeated. Counts the "
                    + "candidates for which each knock-out fires or stays open, and lists rules that stay open "
                    + "for all.")
    private final List<String> universes = new ArrayList<>();

    @Option(names = "--strict", description = "Fail if there are warnings.")
    private boolean strict;

    @Option(
            names = {"-w", "--watch"},
            description = "Check again after each change of the pack’s files, until Ctrl-C.")
    private boolean watch;

    @Option(names = "--runs", hidden = true, description = "End --watch after this number of runs.")
    private int runs;

    @Mixin
    private final FormatOption formats = new FormatOption(
            "text for people; json for programs; sarif for code scanners; github, comments on the "
                    + "lines of a pull request. Default: by the ending of -o FILE, otherwise text.",
            Format.TEXT,
            Format.JSON,
            Format.SARIF,
            Format.GITHUB);

    private Format format = Format.TEXT;

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public RulesCheckCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.pack = new PackOption(packs);
    }

    @Override
    public Integer call() {
        format = formats.chosen(print, terminal);
        if (watch && format != Format.TEXT) {
            throw new Refusal(Exit.USAGE, Message.of("--watch requires --format text"));
        }
        print.colours(terminal);
        try (Shipped shipped = new Shipped()) {
            return watch ? watch(shipped) : check(shipped, "");
        }
    }

    private int watch(Shipped shipped) {
        Path folder = pack.folder(shipped);
        terminal.message(Message.of("watching `%s`; Ctrl-C ends", Columns.clean(folder.toString())));
        return new PackWatch(folder, runs)
                .run((number, changed) ->
                        check(shipped, PackWatch.heading(terminal.wording(), number, changed) + "\n"));
    }

    /** @param heading the text above the report */
    private int check(Shipped shipped, String heading) {
        Notices notices = print.notices(terminal);
        CheckReport report = report(shipped, notices);
        write(report, heading);
        if (notices.anyProblems()) {
            return notices.finish(
                    report.universe() == null
                            ? Message.of("the rules were not checked against a universe")
                            : Message.of(
                                    "entries with problems were left out; the rules were checked against the rest"));
        }
        if (!report.problems().isEmpty()) {
            return Exit.PROBLEMS;
        }
        return strict && report.warnings() > 0 ? Exit.GATE : Exit.DONE;
    }

    private void write(CheckReport report, String heading) {
        switch (format) {
            case JSON -> print.write(terminal, out -> Contract.write(CheckContract.of(report), out));
            case SARIF ->
                print.write(
                        terminal, out -> Contract.write(Sarif.of(report, terminal.wording(), Version.number()), out));
            case GITHUB -> print.write(terminal, WorkflowCommands.of(report, terminal.wording()));
            default -> print.write(terminal, heading + report.text(print.colours(terminal), terminal.wording()));
        }
    }

    private CheckReport report(Shipped shipped, Notices notices) {
        Universe universe = universe(shipped);
        if (universe != null) {
            notices.problems(universe.problems());
            universe = notices.anyProblems() && universe.cityIds().isEmpty() ? null : universe;
        }
        try {
            return CheckReport.of(pack.draft(pack.folder(shipped)), universe);
        } catch (PackException e) {
            return CheckReport.of(e);
        }
    }

    private @Nullable Universe universe(Shipped shipped) {
        if (universes.isEmpty()) {
            return null;
        }
        return GivenUniverse.read(
                shipped.vocabulary(List.of(pack.folder(shipped)), problems -> {}),
                List.of(),
                notes -> {},
                universes.stream()
                        .map(named -> shipped.find(Shipped.Kind.SEEDS, named))
                        .toArray(Path[]::new));
    }
}
