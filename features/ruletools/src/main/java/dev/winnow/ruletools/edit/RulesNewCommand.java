package dev.winnow.ruletools.edit;

import dev.winnow.console.option.RateOption;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.console.terminal.WrongUsage;
import dev.winnow.model.source.Message;
import dev.winnow.model.value.Rates;
import dev.winnow.model.value.Unit;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.workbench.internal.edit.Draft;
import dev.winnow.workbench.internal.scaffold.Scaffold;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow rules new}: adds working examples for their author to change. */
@Command(
        name = "new",
        description = "Create a rule, a fact, a criterion or a pack from an example that passes all checks and "
                + "cases. Existing text is never overwritten.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class RulesNewCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new WrongUsage(
                spec.commandLine(),
                Message.of("`%s` needs a command: rule, fact, list, criterion, condition or pack", "rules new"));
    }

    /** Returns the command with its subcommands. */
    public static CommandLine with(Terminal terminal) {
        return new CommandLine(new RulesNewCommand())
                .addSubcommand(new NewRule(terminal))
                .addSubcommand(new NewFact(terminal))
                .addSubcommand(new NewList(terminal))
                .addSubcommand(new NewCriterion(terminal))
                .addSubcommand(new NewCondition(terminal))
                .addSubcommand(new NewPack(terminal));
    }

    /** A command that adds an example to a pack. */
    private abstract static class Addition implements Callable<Integer> {

        private final Terminal terminal;

        @Option(
                names = {"-r", "--rules"},
                paramLabel = "PATH",
                description = "Folder of the rule pack. Default: the current folder, if it is one.")
        private @Nullable String rules;

        Addition(Terminal terminal) {
            this.terminal = terminal;
        }

        /** Returns the name of the example, such as {@code rule `x`}. */
        abstract Message example();

        abstract Draft draft(Path pack);

        @Override
        public Integer call() {
            Path pack = pack();
            return new DraftReport(terminal, example()).write(() -> draft(pack), pack);
        }

        /** Returns the folder to write to; refuses a shipped pack. */
        private Path pack() {
            Path named = Shipped.path(rules == null ? "." : rules);
            if (rules != null && (Files.exists(named) || named.getNameCount() > 1)) {
                return named;
            }
            if (rules == null && Files.isRegularFile(named.resolve("pack.yaml"))) {
                return named;
            }
            throw new Refusal(
                    Exit.USAGE,
                    (rules == null
                                    ? Message.of("no pack given, and this folder contains none")
                                    : Message.of("no such folder: `%s`", Columns.clean(rules)))
                            .with(Message.of(
                                    "give yours with `%s`, or create one with `%s`",
                                    "-r FOLDER", "winnow rules new pack NAME")));
        }
    }

    /** {@code winnow rules new rule}: adds a rule with its limit and three cases. */
    @Command(
            name = "rule",
            description = "Add an example rule to a pack, with its limit and three cases: it fires, does not fire, "
                    + "or cannot tell.",
            footer = "winnow rules new rule port-at-hand -r drafts/battery --criterion technology",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    private static final class NewRule extends Addition {

        @Parameters(paramLabel = "ID", description = "The rule’s id, such as port-at-hand.")
        private String id = "";

        @Option(
                names = "--criterion",
                paramLabel = "ID",
                description = "The criterion, and so the file, that it is added to; required if the pack has several.")
        private @Nullable String criterion;

        @Option(
                names = "--verb",
                paramLabel = "VERB",
                completionCandidates = Verbs.class,
                description = "Its effect: ${COMPLETION-CANDIDATES}. Default: award.")
        private String verb = "award";

        @Option(
                names = "--points",
                paramLabel = "NUMBER",
                description = "Its points, out of 100. Default: the rest of its criterion, at most 20.")
        private @Nullable BigDecimal points;

        @Option(
                names = "--bands",
                description = "A table of two bands: half of the points from one limit, all from another.")
        private boolean bands;

        NewRule(Terminal terminal) {
            super(terminal);
        }

        @Override
        Message example() {
            return Message.of("rule `%s`", id);
        }

        @Override
        Draft draft(Path pack) {
            return Scaffold.rule(pack, new Scaffold.NewRule(id, criterion, verb, points, bands));
        }
    }

    /** {@code winnow rules new fact}: declares a fact and adds a rule that reads it. */
    @Command(
            name = "fact",
            description =
                    "Declare a fact of projects or cities in the pack’s vocabulary.yaml, with an example rule that reads it, its"
                            + " limit and three cases.",
            footer = "winnow rules new fact waterUse -r drafts/battery --criterion technology",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    private static final class NewFact extends Addition {

        @Parameters(paramLabel = "NAME", description = "The fact’s name in rules and files, such as yieldRate.")
        private String name = "";

        @Option(
                names = "--is",
                paramLabel = "TYPE",
                completionCandidates = Types.class,
                description = "Its type: ${COMPLETION-CANDIDATES} …. Default: number.")
        private String is = "number";

        @Option(
                names = "--of",
                paramLabel = "SUBJECT",
                completionCandidates = Sides.class,
                description = "Its subject: project or city. Default: project.")
        private String of = "project";

        @Option(names = "--name", paramLabel = "TEXT", description = "Its title. Default: its name in words.")
        private @Nullable String english;

        @Option(names = "--zh", paramLabel = "TEXT", description = "Its Chinese title.")
        private @Nullable String chinese;

        @Option(
                names = "--criterion",
                paramLabel = "ID",
                description = "The criterion, and so the file, that its rule is added to; required if the pack has "
                        + "several.")
        private @Nullable String criterion;

        NewFact(Terminal terminal) {
            super(terminal);
        }

        @Override
        Message example() {
            return Message.of("fact `%s`", name);
        }

        @Override
        Draft draft(Path pack) {
            return Scaffold.fact(pack, new Scaffold.NewFact(name, of, is, english, chinese, criterion));
        }
    }

    /** {@code winnow rules new list}: declares a list of cities and adds a rule that reads its rows. */
    @Command(
            name = "list",
            description = "Declare a list of cities in the pack’s vocabulary.yaml, with an example rule that reads its"
                    + " rows, its limit and three cases.",
            footer = "winnow rules new list talents -r drafts/my-policy --row Talent --key field --criterion quality",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    private static final class NewList extends Addition {

        @Parameters(paramLabel = "NAME", description = "The list’s name in files, such as talents.")
        private String name = "";

        @Option(
                names = "--row",
                required = true,
                paramLabel = "TYPE",
                description = "The name of a row in rules, such as Talent.")
        private String row = "";

        @Option(
                names = "--key",
                paramLabel = "NAME",
                description = "The name of the text field that identifies a row. Default: topic.")
        private String key = "topic";

        @Option(
                names = "--figure",
                paramLabel = "NAME",
                description = "The name of the number field of a row. Default: amount.")
        private String figure = "amount";

        @Option(
                names = "--criterion",
                paramLabel = "ID",
                description = "The criterion, and so the file, that its rule is added to; required if the pack has "
                        + "several.")
        private @Nullable String criterion;

        NewList(Terminal terminal) {
            super(terminal);
        }

        @Override
        Message example() {
            return Message.of("list `%s`", name);
        }

        @Override
        Draft draft(Path pack) {
            return Scaffold.list(pack, new Scaffold.NewList(name, row, key, figure, criterion));
        }
    }

    /** {@code winnow rules new condition}: adds a rule file whose rules score nothing. */
    @Command(
            name = "condition",
            description = "Add a rule file whose rules score nothing: its line in pack.yaml, and one example rule.",
            footer = "winnow rules new condition order-of-things -r drafts/my-policy",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    private static final class NewCondition extends Addition {

        @Parameters(paramLabel = "ID", description = "The name of its rule file, such as order-of-things.")
        private String id = "";

        NewCondition(Terminal terminal) {
            super(terminal);
        }

        @Override
        Message example() {
            return Message.of("condition `%s`", id);
        }

        @Override
        Draft draft(Path pack) {
            return Scaffold.condition(pack, id);
        }
    }

    /** {@code winnow rules new criterion}: adds a rule file with its entry in pack.yaml, a rule, a limit and cases. */
    @Command(
            name = "criterion",
            description = "Add a criterion to a pack: its line in pack.yaml, and a rule file with one example rule.",
            footer = "winnow rules new criterion logistics -r drafts/battery --side city",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    private static final class NewCriterion extends Addition {

        @Parameters(
                paramLabel = "ID",
                description = "The criterion’s id, which names its rule file, such as logistics.")
        private String id = "";

        @Option(
                names = "--side",
                paramLabel = "SIDE",
                completionCandidates = Sides.class,
                description = "The side whose gain it measures: city or project. Default: project.")
        private String side = "project";

        @Option(
                names = "--weight",
                paramLabel = "NUMBER",
                description = "Its weight among the criteria of its side. Default: 10.")
        private BigDecimal weight = BigDecimal.TEN;

        @Option(names = "--title", paramLabel = "TEXT", description = "Its title. Default: its id in words.")
        private @Nullable String title;

        NewCriterion(Terminal terminal) {
            super(terminal);
        }

        @Override
        Message example() {
            return Message.of("criterion `%s`", id);
        }

        @Override
        Draft draft(Path pack) {
            return Scaffold.criterion(pack, new Scaffold.NewCriterion(id, title, side, weight));
        }
    }

    /** {@code winnow rules new pack}: creates a small complete pack. */
    @Command(
            name = "pack",
            description = "Create a pack: a new folder with a criterion and a rule for each side, or a copy of "
                    + "another pack.",
            footer = "winnow rules new pack drafts/my-policy",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    private static final class NewPack implements Callable<Integer> {

        private final Terminal terminal;

        @Parameters(
                paramLabel = "NAME",
                description = "The folder to create; its name becomes the pack’s name, such as my-policy.")
        private String name = "";

        @Option(
                names = "--from",
                paramLabel = "PACK",
                description = "Copy this pack: its folder, or the name of a shipped one.")
        private @Nullable String from;

        @Option(
                names = "--currency",
                paramLabel = "CODE",
                description = "The currency of its amounts, such as USD. Default: that of --from, otherwise yuan.")
        private @Nullable String currency;

        @Mixin
        private final RateOption rates = new RateOption();

        NewPack(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Path folder = Shipped.path(name);
            Unit money = currency == null ? null : money(currency);
            DraftReport report = new DraftReport(terminal, Message.of("pack `%s`", folder.getFileName()));
            if (from == null) {
                return report.write(() -> Scaffold.pack(folder, money == null ? Unit.MONEY : money), folder);
            }
            try (Shipped shipped = new Shipped()) {
                Path other = shipped.find(Shipped.Kind.RULES, from);
                Rates given = rates.in(money == null ? Unit.MONEY : money);
                return report.write(() -> Scaffold.copy(folder, other, money, given), folder);
            }
        }

        private static Unit money(String code) {
            Unit money = Unit.money(code.toUpperCase(Locale.ROOT));
            if (money == null) {
                throw Refusal.unknown(
                        Message.of("`%s` is not a currency known here", Columns.clean(code)), code, Unit.currencies());
            }
            return money;
        }
    }

    /** Values for shell completion. */
    static final class Verbs implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Scaffold.VERBS.iterator();
        }
    }

    /** Values for shell completion. */
    static final class Types implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Scaffold.FACTS.iterator();
        }
    }

    /** Values for shell completion. */
    static final class Sides implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("city", "project").iterator();
        }
    }
}
