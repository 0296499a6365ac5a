package dev.winnow.portfolio.match;

import dev.winnow.console.input.Candidates;
import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.Forms;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.KeyedWords;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.portfolio.match.Placements.Limits;
import dev.winnow.portfolio.portfolio.Nameable;
import dev.winnow.portfolio.portfolio.SelectionSupport;
import dev.winnow.portfolio.portfolio.SelectionSupport.Found;
import dev.winnow.report.json.Contract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow match}: assigns projects to cities by the preferences of both sides. */
@Command(
        name = "match",
        description = "Match projects and cities by the gains of both sides, so that no unmatched project and "
                + "city would both prefer each other.",
        footer = {
            "winnow match --capacity qingdao=3",
            "winnow match -u illustrative -r battery --capacity 3 -o match.html"
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class MatchCommand implements Callable<Integer> {

    private static final SelectionSupport.Words WORDS = new SelectionSupport.Words(
            Message.of("nothing was matched"),
            Message.of("projects are matched as of a single day; give it with `%s`", "--as-of DATE"),
            Message.of("every project has landed or been decided; all are matched as if none had"));

    private final Terminal terminal;
    private final Packs packs;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "Capacities and constraints of the matching, in YAML; see docs/match.md.")
    private @Nullable String file;

    @Option(
            names = "--capacity",
            paramLabel = "CITY=N",
            description = "Number of projects that a city takes, such as qingdao=3; a number alone applies to "
                    + "every city without its own. May be repeated; replaces the capacities of the file.")
    private final List<String> capacities = new ArrayList<>();

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(
            names = "--city",
            paramLabel = "CITY",
            description = "Match only with this city, by id or name; may be repeated.")
    private final List<String> cities = new ArrayList<>();

    @Option(
            names = "--project",
            paramLabel = "PROJECT",
            description = "Match only these projects, by id or name, or the candidates in a file; may be repeated. "
                    + "Default: projects that have neither landed nor been decided; all projects if there are "
                    + "none.")
    private final List<String> projects = new ArrayList<>();

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "Number of random completions of the unknowns, which estimate how likely open places "
                    + "are; 0 for none. Default: 200.")
    private int draws = 200;

    @Option(names = "--seed", paramLabel = "S", description = "Random seed, a whole number. Default: 1.")
    private long seed = 1;

    @Mixin
    private final FormatOption format = FormatOption.ofTables();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public MatchCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    @Override
    public Integer call() {
        Format chosen = format.chosen(print, terminal);
        SelectionSupport.requireDraws(draws);
        Notices notices = print.notices(terminal);
        SelectionSupport choosing = new SelectionSupport(WORDS, notices);
        Node plan = choosing.plan(file);
        Limits effort = new Limits(draws, seed);
        Found<Placement> found = plan != null && MatchPlanReader.bringsItsOwn(plan)
                ? new Found<>(ofGiven(plan, effort, choosing), null)
                : choosing.ofUniverse(
                        input,
                        packs,
                        projects,
                        cities,
                        (candidates, known) -> asked(plan, candidates, known, choosing),
                        (asked, market) -> Placements.of(asked, market, effort));
        Placement placement = found.result();
        Forms forms = new Forms()
                .document(
                        () -> MatchContents.of(placement, placement.arrivals(found.facts()), terminal.wording()),
                        print,
                        terminal)
                .with(Format.JSON, out -> Contract.write(PlacementContract.of(placement), out));
        print.write(terminal, forms.as(chosen));
        return notices.finish(Message.of("entries with problems were left out; the rest was matched"));
    }

    private Placement ofGiven(Node plan, Limits effort, SelectionSupport choosing) {
        MatchPlan read = MatchPlanReader.read(plan, Nameable.NOTHING, choosing.problems());
        choosing.requireSound();
        MatchPlan.Given given = read.given();
        Nameable known = given == null ? Nameable.NOTHING : MatchPlanReader.known(given);
        return Placements.ofGiven(withRoom(read, plan, known, choosing), effort);
    }

    /** Returns the plan for a universe; each named city accepts projects. */
    private MatchPlan asked(@Nullable Node plan, Candidates candidates, Nameable known, SelectionSupport choosing) {
        MatchPlan read = plan == null ? MatchPlan.NONE : MatchPlanReader.read(plan, known, choosing.problems());
        choosing.requireSound();
        MatchPlan asked = withRoom(read, plan, known, choosing);
        for (String city : cities.isEmpty() ? List.<String>of() : candidates.cities()) {
            if (asked.capacity(city) == null) {
                throw new Refusal(
                        Exit.USAGE,
                        Message.of("city `%s` has no capacity", city)
                                .with(Message.of("did you mean `%s`?", "--capacity " + city + "=1")));
            }
        }
        return asked;
    }

    /** Returns the plan with the capacities of the command line; refuses a plan without any capacity. */
    private MatchPlan withRoom(MatchPlan plan, @Nullable Node file, Nameable known, SelectionSupport choosing) {
        Integer each = null;
        KeyedWords words = new KeyedWords("--capacity");
        Map<String, Integer> ofCities = new LinkedHashMap<>();
        for (String word : capacities) {
            int sign = word.lastIndexOf('=');
            String number = word.substring(sign + 1).strip();
            Message wrong = MatchPlanReader.wrongCapacity(number);
            if (wrong != null) {
                throw new Refusal(Exit.USAGE, Message.of("%s: %s", "--capacity", wrong.with(MatchPlanReader.CAPACITY)));
            }
            if (sign < 0) {
                words.add("", word);
                each = Integer.valueOf(number);
                continue;
            }
            String city = word.substring(0, sign).strip();
            String id = known.cities().apply(city);
            if (id == null) {
                throw Refusal.unknown(Message.of("unknown city `%s`", city), city, known.cityNames());
            }
            words.add(id, word);
            ofCities.put(id, Integer.valueOf(number));
        }
        MatchPlan asked = plan.with(each, ofCities);
        if (asked.each() == null && asked.capacities().isEmpty()) {
            Message what = Message.of("no city has a capacity");
            if (file == null) {
                throw new Refusal(
                        Exit.USAGE,
                        what.with(Message.of(
                                "give the number of projects per city, such as `%s`", "--capacity qingdao=3")));
            }
            choosing.problems()
                    .add(file.problem(
                            what,
                            Message.of(
                                    "give the number of projects per city, such as `%s`", "capacities: {qingdao: 3}")));
            choosing.requireSound();
        }
        return asked;
    }
}
