package dev.winnow.ruletools.listing;

import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.RuleReads;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.json.Contracts;
import dev.winnow.ruletools.option.PackOption;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow rules list}: lists the rules of a pack, or the facts that each reads. */
@Command(
        name = "list",
        description = "List the rules of a pack with criterion, effect and points.",
        footer = {"winnow rules list battery", "winnow rules list --reads"},
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class RulesListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final PackOption pack;

    @Option(
            names = "--reads",
            description = "List instead the facts and limits that each rule reads, and the rules that read each of "
                    + "them.")
    private boolean reads;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "With --reads: show the limits of this day. Default: the latest.")
    private @Nullable String asOf;

    @Mixin
    private final FormatOption formats = new FormatOption(
            "table for people; json for programs. Default: by the ending of -o FILE, otherwise table.",
            Format.TABLE,
            Format.JSON);

    private Format format = Format.TABLE;

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public RulesListCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.pack = new PackOption(packs);
    }

    @Override
    public Integer call() {
        format = formats.chosen(print, terminal);
        LocalDate day = asOf == null ? Contracts.LATEST_LIMITS : InputOptions.day(asOf);
        Colours colours = print.colours(terminal);
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            RulePack rules = pack.load(shipped).inLanguage(terminal.wording().language());
            notices.unspoken(rules);
            if (format == Format.JSON) {
                print.write(terminal, out -> Contracts.write(rules, day, out));
            } else {
                print.write(
                        terminal,
                        reads
                                ? ReadsTable.of(RuleReads.of(rules, day), colours, terminal.wording())
                                : RuleTable.of(rules.rules(), colours, terminal.wording()));
            }
            return Exit.DONE;
        } catch (PackException e) {
            notices.problems(e.problems());
            return notices.finish(Message.of("nothing was listed"));
        }
    }
}
