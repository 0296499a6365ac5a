package dev.winnow.past.weights;

import dev.winnow.console.input.Candidates;
import dev.winnow.console.input.GivenUniverse;
import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.option.DraftFiles;
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
import dev.winnow.language.PackException;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.universe.Universe.ProjectEntry;
import dev.winnow.past.decisions.GivenDecisions;
import dev.winnow.past.decisions.PastDecisions;
import dev.winnow.past.decisions.PastPair;
import dev.winnow.past.weights.TableWeights.Alternatives;
import dev.winnow.report.json.Contract;
import dev.winnow.tables.internal.entries.PlainTable;
import dev.winnow.workbench.internal.edit.Draft;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow weights}: finds the weights that past decisions imply. */
@Command(
        name = "weights",
        description = "Find the weights and thresholds with which a pack decides as people did, or the decisions that "
                + "contradict each other.",
        footer = {"winnow weights --from decisions.csv", "winnow weights --table ways.csv --from ranks.csv"},
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class WeightsCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Packs packs;

    @Option(
            names = "--from",
            paramLabel = "SOURCE",
            description = "The past decisions: a table, YAML or JSON file; `records`, the decisions on record; or "
                    + "`universe`, its landed projects.")
    private @Nullable String from;

    @Option(
            names = "--ask",
            description = "Write a form that asks for the swings of the criteria, instead of past decisions.")
    private boolean ask;

    @Option(names = "--answers", paramLabel = "FILE", description = "A filled form about swings; may be repeated.")
    private final List<String> answers = new ArrayList<>();

    @Mixin
    private final UniverseOption universes = new UniverseOption();

    @Option(
            names = {"-r", "--rules"},
            paramLabel = "PATH",
            description = "Folder of a rule pack, or the name of a shipped one. Default: " + Shipped.DEFAULT + ".")
    private @Nullable String rules;

    @Option(names = "--keep-thresholds", description = "Keep the thresholds of the pack; only weights change.")
    private boolean keepThresholds;

    @Option(
            names = "--separation",
            paramLabel = "DISTANCE",
            description = "The least distance at which scores stay below a threshold or below a better score. 0 shows "
                    + "all weights that agree. Default: half of the largest.")
    private @Nullable BigDecimal separation;

    @Option(names = "--city", paramLabel = "CITY", description = "Judge candidates of this city only; may be repeated.")
    private final List<String> cities = new ArrayList<>();

    @Option(names = "--project", paramLabel = "PROJECT", description = "Judge this candidate only; may be repeated.")
    private final List<String> projects = new ArrayList<>();

    @Option(
            names = "--table",
            paramLabel = "FILE",
            description = "Instead of a pack: a table with a row per alternative and a column per criterion.")
    private @Nullable String table;

    @Option(
            names = "--low",
            paramLabel = "COLUMN",
            description = "With --table: a column in which low figures are better; may be repeated.")
    private final List<String> low = new ArrayList<>();

    @Mixin
    private final RecordsOption records = new RecordsOption();

    @Mixin
    private final FormatOption format = FormatOption.ofTables();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public WeightsCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    @Override
    public Integer call() throws IOException {
        Format chosen = proposes() ? Format.TABLE : format.chosen(print, terminal);
        Notices notices = print.notices(terminal);
        if (ask) {
            return form(chosen, notices);
        }
        if (from == null && table == null && answers.isEmpty()) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("no past decisions given").with(Message.of("name them by `%s`", "--from FILE")));
        }
        if (separation != null && separation.signum() < 0) {
            throw new Refusal(Exit.USAGE, Message.of("`%s` must not be negative", "--separation"));
        }
        return table == null ? ofPack(chosen, notices) : ofTable(table, chosen, notices);
    }

    // --- A pack ---

    private int form(Format chosen, Notices notices) {
        try (Shipped shipped = new Shipped()) {
            RulePack pack = ScreeningInput.pack(packs, shipped.find(Shipped.Kind.RULES, rules), notices);
            if (pack != null) {
                if (chosen == Format.JSON) {
                    throw new Refusal(
                            Exit.USAGE,
                            Message.of("a form cannot be written as JSON")
                                    .with(Message.of("write it to a file: `%s`", "-o FILE.xlsx")));
                }
                print.write(
                        terminal,
                        new Forms()
                                .document(() -> SwingContents.of(pack, terminal.wording()), print, terminal)
                                .as(chosen));
            }
        }
        return notices.finish(Message.of("nothing was written"));
    }

    private List<Statement.Swing> swings(RulePack pack, Notices notices) throws IOException {
        List<Statement.Swing> swings = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String file : answers) {
            List<Node> rows = new ArrayList<>();
            for (PlainTable read : PlainTable.read(Shipped.path(file), problems)) {
                rows.addAll(read.keyed(SwingReader.COLUMNS, "", problems));
            }
            swings.addAll(SwingReader.read(rows, pack.criteria(), problems));
        }
        notices.problems(problems);
        return swings;
    }

    private int ofPack(Format chosen, Notices notices) throws IOException {
        try (Shipped shipped = new Shipped()) {
            RulePack pack = ScreeningInput.pack(packs, shipped.find(Shipped.Kind.RULES, rules), notices);
            Universe universe = GivenUniverse.read(
                    universes,
                    pack == null ? List.of() : List.of(pack),
                    () -> shipped.vocabulary(rules),
                    notices::notes,
                    shipped);
            Candidates asked = ScreeningInput.chosen(universe, this::asked, false, notices);
            if (pack == null) {
                return notices.finish(Message.of("no weights were sought"));
            }
            PastDecisions past = past(asked.universe(), notices);
            notices.problems(past.problems());
            List<Statement.Swing> swings = swings(pack, notices);
            if (past.isEmpty() && swings.isEmpty()) {
                notices.problems(notices.anyProblems() ? List.of() : List.of(nothing()));
                return notices.finish(Message.of("no weights were sought"));
            }
            PackWeights.Result found = PackWeights.of(
                    pack, asked.universe(), past, swings, keepThresholds, separation, candidates(asked, past));
            notices.problems(found.problems());
            requireSeparation(found.weights());
            if (found.weights().fits() && found.leftOut() > 0) {
                notices.notes(List.of(Problem.at(
                                Place.file(asked.universe().name()),
                                "%s candidates with lower ranks are not compared",
                                found.leftOut())
                        .with(Message.of("select some by `%s` or `%s`", "--city", "--project"))));
            }
            if (proposes()) {
                propose(found.weights(), shipped.find(Shipped.Kind.RULES, rules), notices);
            }
            write(
                    new WeightsView(
                            found.weights(),
                            pack.edition(),
                            asked.universe().edition(),
                            asked.universe().illustrative(),
                            pack.names(asked.universe().names())),
                    chosen);
            if (proposes() && !found.weights().fits()) {
                throw new Refusal(Exit.GATE, Message.of("no proposal was written, since no weights agree"));
            }
        } catch (PackException e) {
            notices.problems(e.problems());
            return notices.finish(Message.of("no weights were sought"));
        }
        return notices.finish(Message.of("entries with problems were left out; the others were used"));
    }

    private void requireSeparation(ImpliedWeights found) {
        BigDecimal largest = found.separation();
        if (separation != null && largest != null && separation.compareTo(largest) > 0) {
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("no weights were found with a separation of %s", separation.toPlainString())
                            .with(Message.of(
                                    "the largest is `%s`",
                                    largest.stripTrailingZeros().toPlainString())));
        }
    }

    /** Whether the output is a folder, for a proposal. */
    private boolean proposes() {
        String file = print.file();
        return table == null && file != null && file.endsWith("/");
    }

    private void propose(ImpliedWeights weights, Path from, Notices notices) {
        if (weights.fits()) {
            Draft draft = WeightedCopy.of(Shipped.path(String.valueOf(print.file())), from, weights.proposal());
            if (draft.complaint() != null) {
                throw new Refusal(Exit.USAGE, draft.complaint());
            }
            DraftFiles.write(draft.files(), draft::write);
            String folder = String.valueOf(print.file());
            notices.notes(List.of(Problem.at(Place.file(folder), "the proposal is written")
                    .with(Message.of(
                            "see what it changes: `%s`",
                            "winnow compare " + (rules == null ? Shipped.DEFAULT : rules) + " " + folder))));
        }
    }

    private PastDecisions past(Universe universe, Notices notices) throws IOException {
        return from == null
                ? new PastDecisions(List.of(), List.of(), List.of())
                : GivenDecisions.read(from, universe, records, terminal, notices);
    }

    private Problem nothing() {
        return from == null && !answers.isEmpty()
                ? Problem.at(Place.file(answers.get(0)), "no answers were read")
                : Problem.at(Place.file("--from"), "there are no past decisions");
    }

    private static Problem unranked(String table) {
        return Problem.at(Place.file(table), "the table has no ranks and no classes")
                .with(Message.of(
                        "add a column `%s` or `%s`, or name a file with it by `%s`", "rank", "class", "--from"));
    }

    private Candidates asked(Universe universe) {
        Candidates all = Candidates.all(universe);
        return (projects.isEmpty() ? all : all.choose(projects)).inCities(cities);
    }

    /** The requested pairs of projects that are not decided. */
    private List<PastPair> candidates(Candidates asked, PastDecisions past) {
        Set<List<String>> decided = new HashSet<>();
        past.decisions()
                .forEach(one ->
                        decided.add(List.of(one.pair().project(), one.pair().city())));
        List<PastPair> pairs = new ArrayList<>();
        for (String city : asked.universe().cityIds()) {
            for (ProjectEntry project : asked.universe().projects()) {
                boolean open = project.city() == null
                        && project.decided() == null
                        && asked.universe().outcome(project.id()) == null;
                if (asked.cities().contains(city)
                        && asked.projects().contains(project.id())
                        && (open || !projects.isEmpty())
                        && !decided.contains(List.of(project.id(), city))) {
                    pairs.add(new PastPair(project.id(), city, null));
                }
            }
        }
        return pairs;
    }

    // --- A table ---

    private int ofTable(String file, Format chosen, Notices notices) throws IOException {
        List<Problem> problems = new ArrayList<>();
        List<PlainTable> tables = PlainTable.read(Shipped.path(file), problems);
        if (tables.isEmpty()) {
            notices.problems(problems);
            return notices.finish(Message.of("no weights were sought"));
        }
        PlainTable main = tables.get(0);
        Alternatives alternatives = TableReader.read(main.headings(), main.rows(), low, problems);
        PlainTable given = main;
        if (from != null) {
            List<PlainTable> others = PlainTable.read(Shipped.path(from), problems);
            given = others.isEmpty() ? null : others.get(0);
        }
        List<Statement> statements = given == null
                ? List.of()
                : TableReader.statements(
                        given.keyed(columns(given), "", problems),
                        alternatives.rows().keySet(),
                        problems);
        notices.problems(problems);
        if (statements.isEmpty() || alternatives.criteria().isEmpty()) {
            notices.problems(problems.isEmpty() ? List.of(unranked(from == null ? file : from)) : List.of());
            return notices.finish(Message.of("no weights were sought"));
        }
        ImpliedWeights weights = TableWeights.of(alternatives, statements, separation);
        requireSeparation(weights);
        write(new WeightsView(weights, null, null, false, Names.NONE), chosen);
        return notices.finish(Message.of("entries with problems were left out; the others were used"));
    }

    /** The headings of statements; the first column has the names unless another one does. */
    private static Map<String, List<String>> columns(PlainTable table) {
        Map<String, List<String>> columns = new LinkedHashMap<>(TableReader.COLUMNS);
        Set<String> known = columns.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        String first = table.headings().get(0).text();
        if (!known.contains(first)) {
            List<String> names = new ArrayList<>(columns.getOrDefault("name", List.of()));
            names.add(first);
            columns.put("name", names);
        }
        return columns;
    }

    private void write(WeightsView view, Format chosen) {
        Forms forms = new Forms()
                .document(() -> WeightsContents.of(view, terminal.wording()), print, terminal)
                .with(Format.JSON, out -> Contract.write(WeightsContract.of(view), out));
        if (proposes()) {
            PrintOptions.print(terminal, forms.as(chosen));
        } else {
            print.write(terminal, forms.as(chosen));
        }
    }
}
