package dev.winnow.portfolio.view;

import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Unit;
import dev.winnow.portfolio.match.MatchContents;
import dev.winnow.portfolio.match.MatchPlan;
import dev.winnow.portfolio.match.MatchPlanReader;
import dev.winnow.portfolio.match.Placement;
import dev.winnow.portfolio.match.PlacementContract;
import dev.winnow.portfolio.match.Placements;
import dev.winnow.portfolio.portfolio.Nameable;
import dev.winnow.portfolio.portfolio.PlanReader;
import dev.winnow.portfolio.portfolio.Portfolio;
import dev.winnow.portfolio.portfolio.PortfolioContents;
import dev.winnow.portfolio.portfolio.PortfolioContract;
import dev.winnow.portfolio.portfolio.PortfolioPlan;
import dev.winnow.portfolio.portfolio.Portfolios;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.Contract;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Searches portfolios and matchings of a screening, as the commands do. Thread-safe. */
public final class PlanSearches {

    private static final int MOST_EFFORT = 3_600;
    private static final int MOST_DRAWS = 10_000;

    private final PlanKind kind;
    private final SearchJobs jobs;
    private final Wording wording;

    public PlanSearches(PlanKind kind, SearchJobs jobs, Wording wording) {
        this.kind = kind;
        this.jobs = jobs;
        this.wording = wording;
    }

    /** The candidates of a screening on its day. */
    private record Market(ScreeningRequest request, Facts facts, Collection<String> open, boolean noneOpen) {

        Universe universe() {
            return request.universe();
        }

        Nameable known() {
            return Nameable.of(universe(), facts, Set.copyOf(cities()));
        }

        Collection<String> cities() {
            return request.cities() == null ? universe().cityIds() : request.cities();
        }

        ScreeningRequest asked() {
            return request.asking(open, cities());
        }
    }

    private Market market(ScreeningRequest request) throws RefusedRequest {
        if (request.asOfPolicy().atDecisions()) {
            throw new RefusedRequest(
                    Status.CONFLICT,
                    kind == PlanKind.PORTFOLIO
                            ? Message.of("a set is chosen as of a single day; give it with `%s`", "--as-of DATE")
                            : Message.of("projects are matched as of a single day; give it with `%s`", "--as-of DATE"));
        }
        Universe universe = request.universe();
        Set<String> open = new TreeSet<>(Portfolios.openProjects(universe));
        open.removeIf(one -> !request.asksForProject(one));
        boolean noneOpen = open.isEmpty();
        if (noneOpen) {
            universe.projectIds().stream().filter(request::asksForProject).forEach(open::add);
        }
        return new Market(request, request.asOfPolicy().facts(universe), open, noneOpen);
    }

    private List<String> notes(Market market) {
        return market.noneOpen
                ? List.of(wording.say(
                        kind == PlanKind.PORTFOLIO
                                ? Message.of("every project has landed or been decided; the set is chosen as if its"
                                        + " projects had not")
                                : Message.of("every project has landed or been decided; all are matched as if none"
                                        + " had")))
                : List.of();
    }

    /**
     * Returns the projects and cities that a plan may name.
     *
     * @param screened the pairs of the screening, for their names
     */
    public PlanChoices choices(ScreeningRequest request, List<Assessment> screened) throws RefusedRequest {
        Market market = market(request);
        Map<String, String> projects = new HashMap<>();
        Map<String, String> cities = new HashMap<>();
        for (Assessment one : screened) {
            projects.put(one.project(), one.projectName());
            cities.put(one.city(), one.cityName());
        }
        return new PlanChoices(
                Contract.SCHEMA, choices(market.open, projects), choices(market.cities(), cities), notes(market));
    }

    private List<PlanChoices.Choice> choices(Collection<String> ids, Map<String, String> names) {
        return ids.stream()
                .sorted()
                .map(id -> new PlanChoices.Choice(id, wording.name(names.getOrDefault(id, id))))
                .toList();
    }

    /** Reads the form of a file with a plan. */
    public PlanReading read(byte[] file, ScreeningRequest request) throws RefusedRequest {
        List<Problem> problems = new ArrayList<>();
        TextFile text = TextFile.of(kind.file(), file, problems);
        Node root = text == null ? null : text.parse(problems);
        Market market = market(request);
        PlanForm form = null;
        if (root != null && !root.isMap() && problems.isEmpty()) {
            check(root, market, problems);
        } else if (root != null && problems.isEmpty()) {
            form = PlanForm.of(kind, root, market.known());
            check(root, market, problems);
        }
        return new PlanReading(Contract.SCHEMA, form, said(problems));
    }

    private void check(Node root, Market market, List<Problem> problems) {
        if (kind == PlanKind.PORTFOLIO) {
            portfolio(root, market, new ArrayList<>(), problems);
        } else {
            MatchPlanReader.read(root, market.known(), problems);
        }
    }

    private static PortfolioPlan portfolio(Node root, Market market, List<Problem> notes, List<Problem> problems) {
        Universe universe = market.universe();
        return PlanReader.read(root, null, universe.money(), universe.rates(), market.known(), notes, problems);
    }

    private List<String> said(Collection<Problem> problems) {
        return problems.stream().sorted().map(wording::onOneLine).toList();
    }

    /** Returns the file of a plan, which the command reads. */
    public byte[] file(PlanForm form, ScreeningRequest request) {
        return yaml(form, request).getBytes(StandardCharsets.UTF_8);
    }

    private String yaml(PlanForm form, ScreeningRequest request) {
        Unit money = request.universe().money();
        Function<String, String> amount = text -> money.isMoney() ? FigureText.inMoney(text, money) : text;
        return form.yaml(kind, amount);
    }

    /** Starts a search, which ends the one before it. */
    public SearchState start(SearchRequest asked, ScreeningRequest request, long revision) throws RefusedRequest {
        requireBetween("effort", asked.effort(), 1, MOST_EFFORT, "3,600");
        requireBetween("draws", asked.draws(), 0, MOST_DRAWS, "10,000");
        Market market = market(request);
        String yaml = yaml(asked.plan(), request);
        List<Problem> problems = new ArrayList<>();
        List<Problem> notes = new ArrayList<>();
        TextFile text = yaml.isEmpty() ? null : TextFile.of(kind.file(), yaml, problems);
        Node root = text == null ? null : text.parse(problems);
        SearchJob.Search search = null;
        if (problems.isEmpty()) {
            search = kind == PlanKind.PORTFOLIO
                    ? portfolio(root, market, asked, notes, problems)
                    : match(root, market, asked, problems);
        }
        if (search == null || !problems.isEmpty()) {
            return SearchJobs.failed(yaml, said(problems), SearchState.Kind.FAILED);
        }
        List<String> remarks = new ArrayList<>(notes(market));
        remarks.addAll(said(notes));
        return jobs.start(revision, yaml, remarks, search);
    }

    private static void requireBetween(String name, int number, int least, int most, String shown)
            throws RefusedRequest {
        if (number < least || number > most) {
            throw new RefusedRequest(
                    Status.UNPROCESSABLE, Message.of("`%s` must be a number from %s to %s", name, least, shown));
        }
    }

    private SearchJob.Search portfolio(
            @Nullable Node root, Market market, SearchRequest asked, List<Problem> notes, List<Problem> problems) {
        Portfolios.Limits limits =
                new Portfolios.Limits(Duration.ofSeconds(asked.effort()), asked.draws(), asked.seed());
        boolean given = root != null && PlanReader.bringsCandidates(root);
        PortfolioPlan plan = root == null ? PortfolioPlan.of(null) : portfolio(root, market, notes, problems);
        return (cancellation, watch) -> {
            Portfolio found = given
                    ? Portfolios.ofGiven(plan, limits, cancellation, watch)
                    : Portfolios.of(plan, market.asked(), limits, cancellation, watch);
            return new Found(
                    PortfolioContents.of(found, found.arrivals(given ? null : market.facts), wording),
                    out -> Contract.write(PortfolioContract.of(found), out));
        };
    }

    private SearchJob.@Nullable Search match(
            @Nullable Node root, Market market, SearchRequest asked, List<Problem> problems) throws RefusedRequest {
        Placements.Limits limits = new Placements.Limits(asked.draws(), asked.seed());
        boolean given = root != null && MatchPlanReader.bringsItsOwn(root);
        MatchPlan plan = root == null ? MatchPlan.NONE : MatchPlanReader.read(root, market.known(), problems);
        if (problems.isEmpty() && plan.each() == null && plan.capacities().isEmpty()) {
            throw new RefusedRequest(Status.UNPROCESSABLE, Message.of("no city has a capacity"));
        }
        return (cancellation, watch) -> {
            Placement found = given
                    ? Placements.ofGiven(plan, limits, cancellation, watch)
                    : Placements.of(plan, market.asked(), limits, cancellation, watch);
            return new Found(
                    MatchContents.of(found, found.arrivals(given ? null : market.facts), wording),
                    out -> Contract.write(PlacementContract.of(found), out));
        };
    }

    /** Returns the state of the newest search. */
    public SearchState state() {
        return jobs.state();
    }

    /** Ends a search. */
    public SearchState cancel(long id) {
        return jobs.cancel(id);
    }

    /** Returns the result of a search. */
    public Found result(long id) throws RefusedRequest {
        Found found = jobs.result(id);
        if (found == null) {
            throw new RefusedRequest(Status.NOT_FOUND, Message.of("there is no such result"));
        }
        return found;
    }

    /** Ends the searches. */
    public void close() {
        jobs.close();
    }
}
