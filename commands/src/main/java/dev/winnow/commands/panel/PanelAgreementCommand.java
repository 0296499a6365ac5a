package dev.winnow.commands.panel;

import dev.winnow.analysis.internal.panel.PanelAgreement;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.Forms;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.internal.panel.Round;
import dev.winnow.model.source.Message;
import dev.winnow.report.internal.contents.AgreementContents;
import dev.winnow.report.json.Contracts;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow panel agreement}: shows how far the assessors of a panel agree. */
@Command(
        name = "agreement",
        description = "Show how far the assessors of a panel agree, per fact, per criterion and in all, with "
                + "intervals where there are enough projects for them.",
        footer = "winnow panel agreement --panel panel.yaml -u illustrative -r battery-review",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        sortOptions = false)
public final class PanelAgreementCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Packs packs;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(
            names = "--round",
            paramLabel = "N",
            description = "Count the judgements up to this round. Default: all rounds.")
    private @Nullable Integer round;

    @Mixin
    private final PanelFormat format = new PanelFormat();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public PanelAgreementCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    @Override
    public Integer call() {
        Format chosen = format.chosen(print, terminal);
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            GivenPanel given = GivenPanel.read(input, packs, shipped, notices);
            PanelAgreement agreement = PanelAgreement.of(given.given(), last(given));
            Forms forms = new Forms()
                    .document(
                            () -> AgreementContents.of(
                                    agreement, given.pack(), given.given().stated(), terminal.wording()),
                            print,
                            terminal)
                    .with(
                            Format.JSON,
                            out -> Contracts.write(
                                    agreement,
                                    given.pack().edition(),
                                    given.given().stated().edition(),
                                    out));
            print.write(terminal, forms.as(chosen));
        }
        return notices.finish(Message.of("entries with problems were left out"));
    }

    /** Returns the last round that counts: the requested one, else the last with judgements. */
    private int last(GivenPanel given) {
        if (round != null) {
            return given.round(round.intValue()).number();
        }
        List<Round> judged = given.panel().rounds().stream()
                .filter(one -> !one.judgements().isEmpty())
                .toList();
        return judged.isEmpty() ? 1 : judged.get(judged.size() - 1).number();
    }
}
