package dev.winnow.past.backtest;

import dev.winnow.console.input.Candidates;
import dev.winnow.console.input.GivenUniverse;
import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.option.AssumeOption;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.Forms;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.option.UniverseOption;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.ProgressLine;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.AsOfPolicy;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.language.PackException;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.universe.Universe.ProjectEntry;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.html.HtmlReport;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.json.Contract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow backtest}: judges projects with known outcomes as of their decision. */
@Command(
        name = "backtest",
        description = "Test a pack against the past: judge each project with a known outcome as of its "
                + "decision, with and without hindsight, and show which rules separate success from "
                + "failure.",
        footer = {"winnow backtest", "winnow backtest -o backtest.html"},
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BackTestCommand implements Callable<Integer> {

    private static final int MOST_PACKS = 2;
    private static final int MOST_SLICES = 50;

    private final Terminal terminal;
    private final Packs packs;

    @Mixin
    private final UniverseOption universes = new UniverseOption();

    @Option(
            names = {"-r", "--rules"},
            paramLabel = "PATH",
            description = "Folder of a rule pack, or the name of a shipped one; give two to compare them. Default: "
                    + Shipped.DEFAULT + ".")
    private final List<String> rules = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "PATH",
            description = "A second pack to compare with; the same as a second --rules.")
    private @Nullable String against;

    @Option(names = "--city", paramLabel = "CITY", description = "Judge only in this city; may be repeated.")
    private final List<String> cities = new ArrayList<>();

    @Option(
            names = "--project",
            paramLabel = "PROJECT",
            description = "Judge only this project, or the projects in a file; may be repeated.")
    private final List<String> projects = new ArrayList<>();

    @Option(
            names = "--slices",
            paramLabel = "N",
            description = "Number of periods of decisions that the statistics set side by side, 1 to 50. Default: 2.")
    private int slices = 2;

    @Mixin
    private final AssumeOption assume = new AssumeOption();

    @Mixin
    private final FormatOption format = FormatOption.ofLines();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public BackTestCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    private static Vocabulary vocabulary(List<String> named, Shipped shipped) {
        List<Path> folders = named.isEmpty()
                ? List.of(shipped.find(Shipped.Kind.RULES, null))
                : named.stream()
                        .map(one -> shipped.find(Shipped.Kind.RULES, one))
                        .toList();
        return shipped.vocabulary(folders, problems -> {});
    }

    @Override
    public Integer call() {
        Format chosen = format.chosen(print, terminal);
        if (slices < 1 || slices > MOST_SLICES) {
            throw new Refusal(Exit.USAGE, Message.of("`%s` must be a number from %s to %s", "--slices", "1", "50"));
        }
        List<String> named = named();
        Notices notices = print.notices(terminal);
        try (Shipped shipped = new Shipped()) {
            List<RulePack> read = packs(named, shipped, notices);
            boolean all = read.size() == Math.max(1, named.size());
            Universe universe = GivenUniverse.read(
                    universes, all ? read : List.of(), () -> vocabulary(named, shipped), notices::notes, shipped);
            Candidates asked = ScreeningInput.chosen(universe, this::asked, false, notices);
            if (!all) {
                return notices.finish(Message.of("nothing was tested"));
            }
            Names names = asked.universe().names();
            for (RulePack pack : read) {
                names = pack.names(names);
            }
            BackTests tests = new BackTests(tests(read, asked, notices), slices, names, terminal.wording());
            if (tests.list().size() < read.size()) {
                return notices.finish(Message.of("nothing was tested"));
            }
            if (tests.trials().isEmpty()) {
                throw nowhere(asked);
            }
            print.write(terminal, forms(tests, read.get(0)).as(chosen));
            notices.done("backtest.done", tests.trials().size());
        }
        return notices.finish(Message.of("entries with problems were left out; the rest was tested"));
    }

    private List<String> named() {
        List<String> named = new ArrayList<>(rules);
        if (against != null) {
            if (named.isEmpty()) {
                named.add(Shipped.DEFAULT);
            }
            named.add(against);
        }
        if (named.size() > MOST_PACKS) {
            throw new Refusal(Exit.USAGE, Message.of("%s packs given; at most two can be compared", named.size()));
        }
        return named;
    }

    private List<RulePack> packs(List<String> named, Shipped shipped, Notices notices) {
        List<RulePack> read = new ArrayList<>();
        for (int i = 0; i < Math.max(1, named.size()); i++) {
            RulePack pack = ScreeningInput.pack(
                    packs, shipped.find(Shipped.Kind.RULES, named.isEmpty() ? null : named.get(i)), notices);
            if (pack != null) {
                read.add(pack);
            }
        }
        return read;
    }

    private Candidates asked(Universe universe) {
        Candidates all = Candidates.all(universe);
        Candidates asked = (projects.isEmpty() ? all : all.choose(projects)).inCities(cities);
        List<String> known = asked.universe().projects().stream()
                .map(ProjectEntry::id)
                .filter(id -> asked.universe().outcome(id) != null)
                .toList();
        if (known.isEmpty()) {
            throw new Refusal(
                    Exit.PROBLEMS,
                    Message.of("universe `%s` has no outcome to test rules with", universe.name())
                            .with(Message.of("give projects `%s` and `%s`", "decided", "outcome: {result: …}")));
        }
        List<String> silent = asked.projects().stream()
                .filter(id -> !known.contains(id))
                .sorted()
                .toList();
        if (!projects.isEmpty() && !silent.isEmpty()) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("no known outcome for %s", Message.names(silent))
                            .with(Message.of("outcomes are known for %s", Message.names(known))));
        }
        return asked;
    }

    private static Refusal nowhere(Candidates asked) {
        List<String> where = asked.universe().projects().stream()
                .filter(project -> asked.universe().outcome(project.id()) != null)
                .map(project -> Objects.requireNonNullElse(project.city(), ""))
                .filter(city -> !city.isEmpty())
                .distinct()
                .sorted()
                .toList();
        return where.isEmpty()
                ? new Refusal(Exit.PROBLEMS, Message.of("the universe has no city to judge its projects in"))
                : new Refusal(
                        Exit.USAGE,
                        Message.of("none of these projects was decided for one of these cities")
                                .with(Message.of("outcomes are known in %s", Message.names(where))));
    }

    private List<BackTest> tests(List<RulePack> packs, Candidates asked, Notices notices) {
        Assumptions assumed = assume.read(List.of(asked.universe()), AsOfPolicy.ofDecisions(), notices);
        List<BackTest> tests = new ArrayList<>();
        for (RulePack pack : packs) {
            try (ProgressLine progress = notices.progress()) {
                tests.add(BackTest.of(
                        ScreeningRequest.of(pack, asked.universe())
                                .assuming(assumed)
                                .asking(asked.projects(), asked.cities()),
                        progress::show));
            } catch (PackException e) {
                notices.problems(e.problems());
            }
        }
        return tests;
    }

    private Forms forms(BackTests tests, RulePack first) {
        return new Forms()
                .document(() -> BackTestContents.of(tests), print, terminal)
                .with(Format.JSON, out -> Contract.write(BackTestContract.of(tests), out))
                .with(
                        Format.NDJSON,
                        out -> Contract.writeLines(BackTestContract.lines(tests).iterator(), out))
                .with(
                        Format.HTML,
                        out -> HtmlReport.inWords(tests.wording(), new FactWords(tests.wording(), tests.names()))
                                .document(
                                        BackTestContents.of(tests),
                                        "backtest",
                                        BackTestContents.explained(tests),
                                        first,
                                        out));
    }
}
