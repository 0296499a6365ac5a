package dev.winnow.portfolio.portfolio;

import dev.winnow.console.input.Candidates;
import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.option.InputOptions;
import dev.winnow.console.option.Packs;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.engine.AsOfPolicy;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A run of a command that chooses among projects and cities according to a plan file. */
public final class SelectionSupport {

    private static final int MOST_DRAWS = 10_000;
    /** Maximum size of a plan, enough for some hundred thousand names; time and memory grow in proportion to it. */
    private static final int LARGEST = 4 * 1024 * 1024;

    /**
     * Messages in the terms of one command.
     *
     * @param nothing the message that no result was computed
     * @param oneDay the message that the command chooses on a single day
     * @param noneOpen the message that no project is open, so that it chooses among all
     */
    public record Words(Message nothing, Message oneDay, Message noneOpen) {}

    /**
     * A result with the facts about its projects and cities.
     *
     * @param result the result
     * @param facts the facts; null if the plan contains its own
     */
    public record Found<R>(R result, @Nullable Facts facts) {}

    private final Words words;
    private final Notices notices;
    private final List<Problem> problems = new ArrayList<>();

    public SelectionSupport(Words words, Notices notices) {
        this.words = words;
        this.notices = notices;
    }

    /**
     * Creates the run of a command that only reads a plan.
     *
     * @param nothing the message that no result was computed
     */
    public SelectionSupport(Message nothing, Notices notices) {
        this(new Words(nothing, nothing, nothing), notices);
    }

    /** Refuses a number of draws out of range. */
    public static void requireDraws(int draws) {
        if (draws < 0 || draws > MOST_DRAWS) {
            throw new Refusal(Exit.USAGE, Message.of("`%s` must be a number from %s to %s", "--draws", "0", "10,000"));
        }
    }

    /** Returns the plan in a file; null without a file. */
    public @Nullable Node plan(@Nullable String file) {
        Node plan = file == null ? null : read(Shipped.path(file));
        if (file != null && plan == null) {
            notices.problems(problems);
            throw stopped();
        }
        return plan;
    }

    private @Nullable Node read(Path file) {
        TextFile text = TextFile.read(file, TextFile.shown(file), problems);
        if (text != null && text.text().length() > LARGEST) {
            problems.add(Problem.at(Place.file(TextFile.shown(file)), "the file is larger than %s", "4 MB"));
            return null;
        }
        return text == null ? null : text.parse(problems);
    }

    /** Returns the modifiable list that collects problems in the plan. */
    public List<Problem> problems() {
        return problems;
    }

    /** Ends the run if the plan has problems. */
    public void requireSound() {
        notices.problems(problems.stream().sorted().toList());
        if (!problems.isEmpty()) {
            throw stopped();
        }
    }

    /** Returns the refusal that ends a run without a result. */
    public Refusal stopped() {
        return new Refusal(notices.finish(words.nothing()));
    }

    /**
     * Chooses among the projects and cities of a universe.
     *
     * @param input names the pack, the universe and the day
     * @param packs loads the pack
     * @param projects words that name projects; empty for all open ones
     * @param cities words that name cities; empty for all
     * @param plans reads the plan, given the candidates and the names it may use
     * @param choose chooses according to the plan
     */
    public <P, R> Found<R> ofUniverse(
            InputOptions input,
            Packs packs,
            List<String> projects,
            List<String> cities,
            BiFunction<Candidates, Nameable, P> plans,
            BiFunction<P, ScreeningRequest, R> choose) {
        AsOfPolicy asOfPolicy = input.asOfPolicy();
        if (asOfPolicy.atDecisions()) {
            throw new Refusal(Exit.USAGE, words.oneDay());
        }
        try (Shipped shipped = new Shipped()) {
            ScreeningInput loader = new ScreeningInput(input, packs, shipped, notices);
            RulePack pack = loader.pack();
            Universe whole = loader.universe(pack);
            if (pack == null) {
                notices.problems(whole.problems());
                throw stopped();
            }
            Candidates all = Candidates.all(whole);
            Candidates candidates = (projects.isEmpty() ? all : all.choose(projects)).inCities(cities);
            Universe universe = candidates.universe();
            notices.problems(universe.problems());
            notices.notes(candidates.notes());
            Facts facts = asOfPolicy.facts(universe);
            P plan = plans.apply(candidates, Nameable.of(universe, facts, candidates.cities()));
            ScreeningRequest request = loader.request(pack, candidates);
            Collection<String> open = projects.isEmpty() ? Portfolios.openProjects(universe) : candidates.projects();
            if (open.isEmpty()) {
                open = candidates.projects();
                notices.note(new Problem(Place.file(universe.name()), words.noneOpen(), 0, null));
            }
            return new Found<>(choose.apply(plan, request.asking(open, candidates.cities())), facts);
        } catch (PackException e) {
            notices.problems(e.problems());
            throw stopped();
        }
    }
}
