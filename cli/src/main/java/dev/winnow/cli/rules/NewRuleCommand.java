package dev.winnow.cli.rules;

import dev.winnow.cli.option.Shipped;
import dev.winnow.cli.terminal.Terminal;
import dev.winnow.language.pack.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.workbench.scaffold.Scaffold;
import dev.winnow.workbench.scaffold.Scaffold.NewRule;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow rules new rule}: a rule with its limit and three cases. */
@Command(
        name = "rule",
        description = "Add an example rule to a pack, with its limit and three cases: it fires, it does not, it cannot"
                + " say.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class NewRuleCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "The rule’s id, such as port-at-hand.")
    private String id = "";

    @Mixin
    private final PackPath pack = new PackPath();

    @Option(
            names = "--criterion",
            paramLabel = "ID",
            description = "The file it goes into; needed where the pack has several.")
    private @Nullable String criterion;

    @Option(
            names = "--verb",
            paramLabel = "VERB",
            completionCandidates = Verbs.class,
            description = "What it does: ${COMPLETION-CANDIDATES}. Default: award.")
    private String verb = "award";

    @Option(
            names = "--points",
            paramLabel = "NUMBER",
            description = "What it is worth, of 100. Default: what its criterion has left, at most 20.")
    private @Nullable BigDecimal points;

    NewRuleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Shipped shipped = new Shipped()) {
            return new DraftReport(terminal, Message.of("rule `%s`", id))
                    .write(
                            Scaffold.rule(pack.folder(shipped), new NewRule(id, criterion, verb, points)),
                            pack.folder(shipped));
        } catch (PackException e) {
            return DraftReport.refused(terminal, e);
        }
    }

    /** For completion. */
    static final class Verbs implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Scaffold.VERBS.iterator();
        }
    }
}
