package dev.winnow.cli;

import dev.winnow.engine.CaseResult;
import dev.winnow.engine.PackException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code winnow rules test}: the worked examples of a pack, run. */
@Command(
        name = "test",
        description = "Run the cases of a pack: those that fail are shown, with what was expected and what came.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RulesTestCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final PackOption pack;

    @Mixin
    private final PrintOptions print = new PrintOptions();

    RulesTestCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.pack = new PackOption(packs);
    }

    @Override
    public Integer call() {
        Colours colours = print.colours(terminal);
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            List<CaseResult> results = pack.load(shipped).runCases();
            print.write(terminal, CaseReport.of(results, colours));
            return !results.isEmpty() && results.stream().allMatch(CaseResult::passed) ? Exit.DONE : Exit.GATE;
        } catch (PackException e) {
            notices.problems(e.problems());
            return notices.finish("no case was run");
        }
    }
}
