package dev.winnow.cli.rules;

import dev.winnow.cli.option.Shipped;
import dev.winnow.cli.terminal.Terminal;
import dev.winnow.language.pack.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.workbench.scaffold.Scaffold;
import dev.winnow.workbench.scaffold.Scaffold.NewCriterion;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow rules new criterion}: a rule file with its entry in pack.yaml, a rule, a limit and cases. */
@Command(
        name = "criterion",
        description = "Add a criterion to a pack: its line in pack.yaml, and a rule file with one example rule.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class NewCriterionCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "The criterion’s id, which names its rule file, such as logistics.")
    private String id = "";

    @Mixin
    private final PackPath pack = new PackPath();

    @Option(
            names = "--side",
            paramLabel = "SIDE",
            completionCandidates = Sides.class,
            description = "Whose gain it measures: city or project. Default: project.")
    private String side = "project";

    @Option(
            names = "--weight",
            paramLabel = "NUMBER",
            description = "Its weight among the criteria of its side. Default: 10.")
    private BigDecimal weight = BigDecimal.TEN;

    @Option(names = "--title", paramLabel = "TEXT", description = "What people call it. Default: its id in words.")
    private @Nullable String title;

    NewCriterionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Shipped shipped = new Shipped()) {
            return new DraftReport(terminal, Message.of("criterion `%s`", id))
                    .write(
                            Scaffold.criterion(pack.folder(shipped), new NewCriterion(id, title, side, weight)),
                            pack.folder(shipped));
        } catch (PackException e) {
            return DraftReport.refused(terminal, e);
        }
    }

    /** For completion. */
    static final class Sides implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("city", "project").iterator();
        }
    }
}
