package dev.winnow.portfolio.portfolio;

import dev.winnow.console.option.Format;
import dev.winnow.console.option.FormatOption;
import dev.winnow.console.option.Forms;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.console.terminal.Terminal;
import dev.winnow.model.internal.read.RateReader;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Rates;
import dev.winnow.model.value.Unit;
import dev.winnow.portfolio.portfolio.Portfolios.Limits;
import dev.winnow.portfolio.portfolio.SelectionSupport.Found;
import dev.winnow.portfolio.selection.SolverException;
import dev.winnow.report.json.Contract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow portfolio}: chooses the projects to fund, and their cities. */
@Command(
        name = "portfolio",
        description = "Choose the best set of projects within budgets: the set with the highest joint value, "
                + "by the same rules that screen each project.",
        footer = "winnow portfolio -u illustrative -r battery --budget \"10 bn yuan\"",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class PortfolioCommand implements Callable<Integer> {

    private static final int MOST_EFFORT = 3_600;

    private static final SelectionSupport.Words WORDS = new SelectionSupport.Words(
            Message.of("nothing was chosen"),
            Message.of("a set is chosen as of a single day; give it with `%s`", "--as-of DATE"),
            Message.of("every project has landed or been decided; the set is chosen as if its projects had not"));

    private final Terminal terminal;
    private final Packs packs;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "Constraints of the set, in YAML; see docs/portfolio.md.")
    private @Nullable String file;

    @Option(
            names = "--budget",
            paramLabel = "AMOUNT",
            description = "Total budget, such as 30bn; replaces that of the file.")
    private @Nullable String budget;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(
            names = "--city",
            paramLabel = "CITY",
            description = "Place projects only in this city, by id or name; may be repeated.")
    private final List<String> cities = new ArrayList<>();

    @Option(
            names = "--project",
            paramLabel = "PROJECT",
            description = "Choose only among these projects, by id or name, or the candidates in a file; may be "
                    + "repeated. Default: projects that have neither landed nor been decided; all projects if "
                    + "there are none.")
    private final List<String> projects = new ArrayList<>();

    @Option(
            names = "--consider",
            paramLabel = "WHAT",
            description = "Choose among recommended projects, firmly or in the base case (recommend), or also "
                    + "among those on hold (hold); replaces the setting of the file. Default: recommend.")
    private @Nullable String consider;

    @Option(
            names = "--effort",
            paramLabel = "N",
            description = "Limit of the search for a set, in units of work that are the same on every machine; the "
                    + "best set found within it is returned. Default: 10.")
    private int effort = 10;

    @Option(names = "--seconds", hidden = true, description = "Old name of --effort, from 0.2.0.")
    private @Nullable Integer seconds;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "Number of random draws of weights and unknowns, which estimate how stable the set is; 0 "
                    + "for none. Default: 200.")
    private int draws = 200;

    @Option(names = "--seed", paramLabel = "S", description = "Random seed, a whole number. Default: 1.")
    private long seed = 1;

    @Mixin
    private final FormatOption format = FormatOption.ofTables();

    @Mixin
    private final PrintOptions print = new PrintOptions();

    public PortfolioCommand(Terminal terminal, Packs packs) {
        this.terminal = terminal;
        this.packs = packs;
    }

    @Override
    public Integer call() {
        Format chosen = format.chosen(print, terminal);
        int units = Objects.requireNonNullElse(seconds, effort);
        if (units < 1 || units > MOST_EFFORT) {
            throw new Refusal(Exit.USAGE, Message.of("`%s` must be a number from %s to %s", "--effort", "1", "3,600"));
        }
        if (consider != null && !PlanReader.CONSIDER.contains(consider)) {
            throw new Refusal(
                    Exit.USAGE, Message.of("`%s` must be `%s` or `%s`", "--consider", "recommend", PlanReader.HOLD));
        }
        SelectionSupport.requireDraws(draws);
        Notices notices = print.notices(terminal);
        SelectionSupport choosing = new SelectionSupport(WORDS, notices);
        Found<Portfolio> found = found(choosing.plan(file), units, choosing, notices);
        Portfolio portfolio = found.result();
        Forms forms = new Forms()
                .document(
                        () -> PortfolioContents.of(portfolio, portfolio.arrivals(found.facts()), terminal.wording()),
                        print,
                        terminal)
                .with(Format.JSON, out -> Contract.write(PortfolioContract.of(portfolio), out));
        print.write(terminal, forms.as(chosen));
        int exit = notices.finish(Message.of("entries with problems were left out; the set was chosen from the rest"));
        return portfolio.contradiction().isEmpty() ? exit : Exit.PROBLEMS;
    }

    private Found<Portfolio> found(@Nullable Node plan, int units, SelectionSupport choosing, Notices notices) {
        try {
            Limits limits = new Limits(Duration.ofSeconds(units), draws, seed);
            return plan != null && PlanReader.bringsCandidates(plan)
                    ? new Found<>(
                            Portfolios.ofGiven(
                                    asked(plan, Unit.NUMBER, Rates.NONE, Nameable.NOTHING, choosing, notices), limits),
                            null)
                    : choosing.ofUniverse(
                            input,
                            packs,
                            projects,
                            cities,
                            (candidates, known) -> asked(
                                    plan,
                                    candidates.universe().money(),
                                    candidates.universe().rates(),
                                    known,
                                    choosing,
                                    notices),
                            (asked, market) -> Portfolios.of(asked, market, limits));
        } catch (SolverException e) {
            throw new Refusal(Exit.COULD_NOT_RUN, e.what());
        }
    }

    /** Returns the plan in the currency of the universe. */
    private PortfolioPlan asked(
            @Nullable Node plan, Unit money, Rates rates, Nameable known, SelectionSupport choosing, Notices notices) {
        List<Problem> notes = new ArrayList<>();
        Amount amount = budget == null ? null : amount(budget, money, rates, notes);
        PortfolioPlan asked = plan == null
                ? PortfolioPlan.of(amount)
                : PlanReader.read(plan, amount, money, rates, known, notes, choosing.problems());
        notices.notes(notes);
        choosing.requireSound();
        return consider == null ? asked : asked.considering(PlanReader.HOLD.equals(consider));
    }

    private static Amount amount(String budget, Unit money, Rates rates, List<Problem> notes) {
        String text = money.isMoney() ? FigureText.inMoney(budget, money) : budget;
        FigureText.Reading reading = rates.parse(text, money, null);
        Figure figure = reading.figure();
        Problem converted = RateReader.note(Place.file("--budget"), figure);
        if (converted != null) {
            notes.add(converted);
        }
        if (figure == null || !figure.isExact()) {
            Message what = reading.what();
            Message wrong = what == null ? Message.of("`%s` is not an exact amount", budget) : what;
            throw new Refusal(
                    Exit.USAGE,
                    Message.of("%s: %s", "--budget", reading.advice() == null ? wrong : wrong.with(reading.advice())));
        }
        return figure.value();
    }
}
