package dev.winnow.past.scenarios;

import dev.winnow.console.input.Candidates;
import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.Forms;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.ProgressLine;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.engine.AsOfPolicy;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.json.Contract;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow scenarios}: screens named changes of facts and limits side by side. */
@Command(
        name = "scenarios",
        description =
                "Screen named scenarios side by side, each a set of changed facts and limits: which verdicts stand "
                        + "in every scenario, in some or in none, and which change of a scenario flips them.",
        footer = {
            "winnow scenarios scenarios.yaml -u illustrative -r battery",
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ScenariosCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Packs packs;

    @Parameters(index = "0", paramLabel = "FILE", description = "The scenarios, in YAML; see docs/scenarios.md.")
    private String file = "";

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(names = "--city", paramLabel = "CITY", description = "Show only this city; may be repeated.")
    private final List<String> cities = new ArrayList<>();

    @Option(
            names = "--project",
            paramLabel = "PROJECT",
            description = "Show only this project, or the projects in a file; may be repeated.")
    private final List<String> projects = new ArrayList<>();

    @Mixin
    private final FormatOption format = FormatOption.ofTables();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public ScenariosCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    @Override
    public Integer call() {
        Format chosen = format.chosen(print, terminal);
        AsOfPolicy policy = input.asOfPolicy();
        if (policy.atDecisions()) {
            throw new Refusal(
                    Exit.USAGE, Message.of("scenarios are screened on one day, not on the day of each decision"));
        }
        Notices notices = print.notices(terminal);
        List<Problem> problems = new ArrayList<>();
        Path path = Shipped.path(file);
        TextFile text = TextFile.read(path, TextFile.shown(path), problems);
        Node root = text == null ? null : text.parse(problems);
        try (Shipped shipped = new Shipped()) {
            ScreeningInput loader = new ScreeningInput(input, packs, shipped, notices);
            RulePack pack = root == null ? null : loader.pack();
            if (root == null || pack == null) {
                notices.problems(problems);
                throw loader.nothingScreened();
            }
            Universe whole = loader.universe(pack);
            Candidates all = Candidates.all(whole);
            Candidates candidates = (projects.isEmpty() ? all : all.choose(projects)).inCities(cities);
            Universe universe = candidates.universe();
            notices.problems(universe.problems());
            notices.notes(candidates.notes());
            LocalDate day = policy.day();
            List<NamedScenario> scenarios =
                    ScenarioReader.read(root, universe, pack, day == null ? universe.asOf() : day, problems);
            notices.problems(problems.stream().sorted().distinct().toList());
            if (scenarios.isEmpty()) {
                throw loader.nothingScreened();
            }
            ScreeningRequest request = loader.request(pack, candidates)
                    .asking(
                            projects.isEmpty() ? null : candidates.projects(),
                            cities.isEmpty() ? null : candidates.cities());
            ScenarioComparison compared;
            try (ProgressLine progress = notices.progress()) {
                compared = ScenarioComparison.of(request, scenarios, progress::show);
            }
            FactWords facts = new FactWords(terminal.wording(), pack.names(universe.names()));
            print.write(
                    terminal,
                    new Forms()
                            .document(() -> ScenariosContents.of(compared, terminal.wording(), facts), print, terminal)
                            .with(Format.JSON, out -> Contract.write(ScenariosContract.of(compared), out))
                            .as(chosen));
        } catch (PackException e) {
            notices.problems(e.problems());
            return notices.finish(Message.of("nothing was screened"));
        }
        return notices.finish(Message.of("entries with problems were left out; the rest was screened"));
    }
}
