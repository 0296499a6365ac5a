package dev.winnow.cli;

import dev.winnow.engine.PackException;
import dev.winnow.engine.RulePack;
import dev.winnow.model.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code winnow rules check}: everything that is wrong with a pack, at once. */
@Command(
        name = "check",
        description = "Check a pack: everything that is wrong with it, where, and what to try.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RulesCheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final PackOption pack;

    @Mixin
    private final PrintOptions print = new PrintOptions();

    RulesCheckCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.pack = new PackOption(packs);
    }

    @Override
    public Integer call() {
        Colours colours = print.colours(terminal);
        try (Shipped shipped = new Shipped()) {
            RulePack good = pack.load(shipped);
            print.write(terminal, listed("warning: ", good.warnings()) + summary(good, colours) + "\n");
            return Exit.DONE;
        } catch (PackException e) {
            String count = colours.bad(Numbers.count(e.problems().size(), "problem"));
            print.write(terminal, listed("", e.problems()) + count + "\n");
            return Exit.PROBLEMS;
        }
    }

    private static String listed(String label, List<Problem> problems) {
        StringBuilder list = new StringBuilder();
        problems.forEach(
                problem -> list.append(label).append(Notices.shown(problem)).append('\n'));
        return list.toString();
    }

    private static String summary(RulePack pack, Colours colours) {
        return Columns.clean(pack.name()) + " " + Columns.clean(pack.version()) + ": "
                + Numbers.count(pack.rules().size(), "rule") + ", " + colours.good("no problems")
                + (pack.warnings().isEmpty()
                        ? ""
                        : ", " + Numbers.count(pack.warnings().size(), "warning"));
    }
}
