package dev.winnow.commands.panel;

import dev.winnow.analysis.internal.panel.PanelState;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.Forms;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.internal.contents.PanelStateContents;
import dev.winnow.report.json.Contracts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code winnow panel show}: shows the state of a panel. */
@Command(
        name = "show",
        description = "Show the state of a panel: who has judged what, which judgements are missing, and who is "
                + "recused.",
        footer = "winnow panel show --panel panel.yaml -u illustrative -r battery-review",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        sortOptions = false)
public final class PanelShowCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Packs packs;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final PanelFormat format = new PanelFormat();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public PanelShowCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    @Override
    public Integer call() {
        Format chosen = format.chosen(print, terminal);
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            GivenPanel given = GivenPanel.read(input, packs, shipped, notices);
            PanelState state = PanelState.of(given.given());
            Universe universe = given.given().stated();
            Forms forms = new Forms()
                    .document(
                            () -> PanelStateContents.of(state, given.pack(), universe, terminal.wording()),
                            print,
                            terminal)
                    .with(
                            Format.JSON,
                            out -> Contracts.write(state, given.pack().edition(), universe.edition(), out));
            print.write(terminal, forms.as(chosen));
        }
        return notices.finish(Message.of("entries with problems were left out"));
    }
}
