package dev.winnow.ruletools.listing;

import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.RulePack;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.report.html.HtmlReport;
import dev.winnow.ruletools.option.PackOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code winnow rules doc}: writes a pack as a document. */
@Command(
        name = "doc",
        description = "Write a pack as a document for readers: criteria, each rule in words, limits, and cases "
                + "as examples.",
        footer = "winnow rules doc drafts/battery -o battery.html",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class RulesDocCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final PackOption pack;

    @Mixin
    private final FormatOption format = new FormatOption(
            "markdown, or html: a single self-contained page. Default: by the ending of -o FILE, "
                    + "otherwise markdown.",
            Format.MARKDOWN,
            Format.HTML);

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public RulesDocCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.pack = new PackOption(packs);
    }

    @Override
    public Integer call() {
        boolean html = format.chosen(print, terminal) == Format.HTML;
        try (Shipped shipped = new Shipped()) {
            RulePack localized =
                    pack.load(shipped).inLanguage(terminal.wording().language());
            print.notices(terminal).unspoken(localized);
            if (html) {
                print.write(terminal, out -> HtmlReport.rules(localized, terminal.wording(), out));
            } else {
                print.write(terminal, MarkdownRules.of(localized, terminal.wording()));
            }
            return Exit.DONE;
        } catch (PackException e) {
            Notices notices = print.notices(terminal);
            notices.problems(e.problems());
            return notices.finish(Message.of("nothing was written"));
        }
    }
}
