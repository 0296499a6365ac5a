package dev.winnow.past.exceptions;

import dev.winnow.console.input.GivenUniverse;
import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.Forms;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.RecordsOption;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.option.UniverseOption;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.language.PackException;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Universe;
import dev.winnow.past.decisions.GivenDecisions;
import dev.winnow.past.decisions.PastDecisions;
import dev.winnow.records.internal.store.RecordStore;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.json.Contract;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow exceptions}: lists decisions against the rules, grouped by the rule overruled. */
@Command(
        name = "exceptions",
        description = "List decisions against the verdict of the rules with their reasons, grouped by the rule, cap or "
                + "threshold that they overrule, and show whether today's pack agrees with them.",
        footer = {"winnow exceptions", "winnow exceptions --from universe -o exceptions.xlsx"},
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ExceptionsCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Packs packs;

    @Option(
            names = "--from",
            paramLabel = "SOURCE",
            description =
                    "Source of the decisions: records; a table, YAML or JSON file; or universe, its landed projects."
                            + " Decisions on record are compared with their recorded screening, others with the pack by"
                            + " the facts known on their day. Default: records.")
    private String from = GivenDecisions.RECORDS;

    @Mixin
    private final UniverseOption universes = new UniverseOption();

    @Option(
            names = {"-r", "--rules"},
            paramLabel = "PATH",
            description =
                    "Folder of today's rule pack, or the name of a shipped one. Default: " + Shipped.DEFAULT + ".")
    private @Nullable String rules;

    @Mixin
    private final RecordsOption records = new RecordsOption();

    @Mixin
    private final FormatOption format = FormatOption.ofTables();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public ExceptionsCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    @Override
    public Integer call() {
        Format chosen = format.chosen(print, terminal);
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            RulePack pack = ScreeningInput.pack(packs, shipped.find(Shipped.Kind.RULES, rules), notices);
            if (pack == null) {
                return notices.finish(Message.of("nothing was compared"));
            }
            if (from.equals(GivenDecisions.RECORDS)) {
                try (RecordStore store = records.toRead(terminal)) {
                    Exceptions found = RecordedExceptions.of(store, RecordsOption.readable(store, notices), pack);
                    write(found, pack.names(Names.of(pack.vocabulary(), List.of())), chosen);
                    return notices.finish(Message.of("entries with problems were left out; the rest was compared"));
                }
            }
            Universe universe = GivenUniverse.read(
                    universes, List.of(pack), () -> shipped.vocabulary(rules), notices::notes, shipped);
            notices.problems(universe.problems());
            PastDecisions past = GivenDecisions.read(from, universe, records, terminal, notices);
            notices.problems(past.problems());
            if (past.decisions().isEmpty() && !past.problems().isEmpty()) {
                return notices.finish(Message.of("nothing was compared"));
            }
            write(Exceptions.of(ScreeningRequest.of(pack, universe), past), pack.names(universe.names()), chosen);
        } catch (PackException e) {
            notices.problems(e.problems());
            return notices.finish(Message.of("nothing was compared"));
        } catch (IOException e) {
            throw new Refusal(Exit.COULD_NOT_RUN, Message.of("cannot read `%s`: %s", from, PrintOptions.reason(e)));
        }
        return notices.finish(Message.of("entries with problems were left out; the rest was compared"));
    }

    private void write(Exceptions exceptions, Names names, Format chosen) {
        print.write(
                terminal,
                new Forms()
                        .document(
                                () -> ExceptionsContents.of(
                                        exceptions, terminal.wording(), new FactWords(terminal.wording(), names)),
                                print,
                                terminal)
                        .with(Format.JSON, out -> Contract.write(ExceptionsContract.of(exceptions), out))
                        .as(chosen));
    }
}
