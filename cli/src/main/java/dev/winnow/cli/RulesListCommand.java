package dev.winnow.cli;

import dev.winnow.engine.PackException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code winnow rules list}: the rules of a pack, one a line. */
@Command(
        name = "list",
        description = "List the rules of a pack: what each counts for, what it does and what it is worth.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RulesListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final PackOption pack;

    @Mixin
    private final PrintOptions print = new PrintOptions();

    RulesListCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.pack = new PackOption(packs);
    }

    @Override
    public Integer call() {
        Colours colours = print.colours(terminal);
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            print.write(terminal, RuleTable.of(pack.load(shipped).rules(), colours));
            return Exit.DONE;
        } catch (PackException e) {
            notices.problems(e.problems());
            return notices.finish("nothing was listed");
        }
    }
}
