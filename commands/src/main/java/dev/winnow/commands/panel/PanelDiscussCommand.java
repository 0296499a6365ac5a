package dev.winnow.commands.panel;

import dev.winnow.analysis.internal.panel.Discussion;
import dev.winnow.analysis.internal.panel.PanelScreening;
import dev.winnow.console.input.Candidates;
import dev.winnow.console.input.PanelOption;
import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.Forms;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.internal.contents.DiscussionContents;
import dev.winnow.report.json.Contracts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow panel discuss}: lists the verdicts that depend on a disagreement of a panel. */
@Command(
        name = "discuss",
        description =
                "List the verdicts that depend on a disagreement of the panel: who judged what with which reason, "
                        + "and which single judgement, changed by how much, would settle each.",
        footer = "winnow panel discuss --panel panel.yaml -u illustrative -r battery-review -o discuss.docx",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        sortOptions = false)
public final class PanelDiscussCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Packs packs;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(names = "--city", paramLabel = "CITY", description = "Only this city, by id or name; may be repeated.")
    private final List<String> cities = new ArrayList<>();

    @Option(
            names = "--project",
            paramLabel = "PROJECT",
            description = "Only this project, by id or name; may be repeated.")
    private final List<String> projects = new ArrayList<>();

    @Mixin
    private final PanelFormat format = new PanelFormat();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public PanelDiscussCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    private Candidates asked(Universe universe) {
        Candidates all = Candidates.all(universe);
        return (projects.isEmpty() ? all : all.choose(projects)).inCities(cities);
    }

    @Override
    public Integer call() {
        Format chosen = format.chosen(print, terminal);
        PanelOption.required(input);
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            ScreeningInput.Screened screened =
                    new ScreeningInput(input, packs, shipped, notices).screened(projects, this::asked);
            ScreeningResult result = screened.result();
            PanelScreening panel = PanelScreening.of(GivenPanel.of(screened.further()), screened.request());
            Discussion discussion = Discussion.of(panel, result);
            Forms forms = new Forms()
                    .document(
                            () -> DiscussionContents.of(discussion, panel.panel(), result.asked(), terminal.wording()),
                            print,
                            terminal)
                    .with(Format.JSON, out -> Contracts.write(discussion, panel, result.asked(), out));
            print.write(terminal, forms.as(chosen));
        }
        return notices.finish(Message.of("entries with problems were left out; the rest was screened"));
    }
}
