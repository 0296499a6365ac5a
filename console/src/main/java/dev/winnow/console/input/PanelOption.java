package dev.winnow.console.input;

import dev.winnow.analysis.internal.panel.PanelUniverse;
import dev.winnow.console.option.Input;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.engine.RulePack;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The {@code --panel} option. */
public final class PanelOption implements Input {

    @Option(
            names = "--panel",
            paramLabel = "FILE",
            description = "A panel of assessors: the facts that it judges get the values that follow from its "
                    + "judgements, see `winnow panel`.")
    private @Nullable String panel;

    /** Returns the panel that a command line names; null if it names none. */
    public static @Nullable PanelOption of(InputOptions options) {
        return options.further() instanceof PanelOption given ? given : null;
    }

    /** Returns the panel that a command line names; refuses one without a panel. */
    public static PanelOption required(InputOptions options) {
        PanelOption given = of(options);
        if (given == null) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("this command needs a panel")
                            .with(Message.of("did you mean `%s`?", "--panel panel.yaml")));
        }
        return given;
    }

    @Override
    public String option() {
        return "--panel";
    }

    @Override
    public boolean isGiven() {
        return panel != null;
    }

    /** Returns the file of the panel. */
    public Path file() {
        return Shipped.path(Objects.requireNonNull(panel));
    }

    @Override
    public @Nullable PanelStatements read(RulePack pack, Universe universe, Notices notices) {
        List<Problem> problems = new ArrayList<>();
        List<Problem> notes = new ArrayList<>();
        PanelUniverse read = PanelUniverse.read(file(), pack, universe, problems, notes);
        notices.problems(problems);
        notices.notes(notes);
        return read == null ? null : new PanelStatements(read);
    }
}
