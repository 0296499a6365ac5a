package dev.winnow.cli.rules;

import dev.winnow.cli.option.Shipped;
import dev.winnow.cli.terminal.Terminal;
import dev.winnow.language.pack.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.workbench.scaffold.Scaffold;
import dev.winnow.workbench.scaffold.Scaffold.NewFact;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow rules new fact}: a fact that the pack declares, with a rule that reads it. */
@Command(
        name = "fact",
        description =
                "Declare a fact of projects in the pack’s vocabulary.yaml, with an example rule that reads it, its"
                        + " limit and three cases.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class NewFactCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "The fact’s name in rules and files, such as yieldRate.")
    private String name = "";

    @Mixin
    private final PackPath pack = new PackPath();

    @Option(
            names = "--is",
            paramLabel = "TYPE",
            completionCandidates = Types.class,
            description = "What it holds: ${COMPLETION-CANDIDATES}. Default: number.")
    private String is = "number";

    @Option(names = "--name", paramLabel = "TEXT", description = "What it is called. Default: its name in words.")
    private @Nullable String english;

    @Option(names = "--zh", paramLabel = "TEXT", description = "What it is called in Chinese.")
    private @Nullable String chinese;

    @Option(
            names = "--criterion",
            paramLabel = "ID",
            description = "The file that its rule goes into; needed where the pack has several.")
    private @Nullable String criterion;

    NewFactCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Shipped shipped = new Shipped()) {
            return new DraftReport(terminal, Message.of("fact `%s`", name))
                    .write(
                            Scaffold.fact(pack.folder(shipped), new NewFact(name, is, english, chinese, criterion)),
                            pack.folder(shipped));
        } catch (PackException e) {
            return DraftReport.refused(terminal, e);
        }
    }

    /** For completion. */
    static final class Types implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Scaffold.FACTS.iterator();
        }
    }
}
