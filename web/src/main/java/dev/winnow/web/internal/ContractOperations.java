package dev.winnow.web.internal;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.internal.chains.ChainMap;
import dev.winnow.engine.Progress;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.sentences.GapQuestions;
import dev.winnow.report.json.ContractAdditions;
import dev.winnow.report.json.Contracts;
import dev.winnow.report.json.Fields;
import dev.winnow.report.json.OutputSchema;
import dev.winnow.report.json.ScreeningJson;
import dev.winnow.web.internal.Operation.Parameter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The operations that answer with the JSON contract, byte for byte as the commands print it with {@code -f json}. They
 * change nothing.
 */
public final class ContractOperations {

    /** The media type of a document in YAML. */
    public static final String YAML = "application/yaml";

    private static final Parameter FIELDS = Parameter.optional(
            "fields", "The fields of each assessment, separated by commas. Other fields are left out. Default: all.");

    /** Supplies nothing to operations that are only described. */
    private static final ScreeningSource NOTHING = new ScreeningSource() {
        @Override
        public RulePack pack() {
            throw new IllegalStateException("no pack");
        }

        @Override
        public CurrentScreening screening() {
            throw new IllegalStateException("no screening");
        }
    };

    private final ScreeningSource source;
    private final Wording wording;
    private final Runnable check;

    /** @param wording the language of questions; titles and reasons are in that of the pack */
    public ContractOperations(ScreeningSource source, Wording wording) {
        this(source, wording, () -> {});
    }

    /** @param check is called as an answer is written, and ends the writing by an exception */
    public ContractOperations(ScreeningSource source, Wording wording, Runnable check) {
        this.source = source;
        this.wording = wording;
        this.check = check;
    }

    /**
     * Returns the description of all of them by OpenAPI.
     *
     * @param server the address to which the paths are appended, which may lack scheme and host
     */
    public static Map<String, Object> description(String server) {
        ContractOperations contract = new ContractOperations(NOTHING, Wording.inLanguage(Language.EN));
        List<Operation> all = new ArrayList<>(contract.operations());
        all.add(contract.candidates());
        return OpenApi.document(all, server, false);
    }

    /** Returns the operations on the known universe and the pack. */
    public List<Operation> operations() {
        return List.of(
                Operation.get(
                        "/api/screening",
                        "Returns the screening, as `winnow screen -f json` prints it.",
                        OutputSchema.shape("screen"),
                        this::screening,
                        Parameter.optional("project", "A project, or several separated by commas, by id or name."),
                        Parameter.optional("city", "A city, or several separated by commas, by id or name."),
                        Parameter.optional("top", "Number of best assessments to return. Default: all.")
                                .numberFrom(1),
                        FIELDS),
                Operation.get(
                        "/api/explanation",
                        "Explains a project in a city, as `winnow explain -f json` prints it.",
                        OutputSchema.shape("screen"),
                        this::explanation,
                        Parameter.required("project", "The project, by id or name."),
                        Parameter.required("city", "The city, by id or name."),
                        FIELDS),
                Operation.get(
                        "/api/gaps",
                        "Returns the chain links of a city, as `winnow gaps -f json` prints them.",
                        OutputSchema.shape("gaps"),
                        this::gaps,
                        Parameter.required("city", "The city, by id or name.")),
                Operation.get(
                        "/api/rules",
                        "Returns the rules of the pack, as `winnow rules list -f json` prints them.",
                        OutputSchema.shape("rules list"),
                        this::rules,
                        Parameter.optional(
                                "as-of", "Day whose limits are returned, `yyyy-mm-dd`. Default: the latest.")));
    }

    /** Returns the operation that screens candidates of a request among the known projects. */
    public Operation candidates() {
        return Operation.post(
                        "/api/screening",
                        Access.READ,
                        "Screens the projects of the body, a universe file, among the known ones, as"
                                + " `winnow screen --project FILE -f json` does. Nothing is kept.",
                        null,
                        OutputSchema.shape("screen"),
                        this::candidates)
                .consuming(Operation.JSON, YAML);
    }

    private Reply screening(WebRequest request) throws RefusedRequest {
        CurrentScreening now = source.screening();
        Universe universe = now.request().universe();
        Set<String> projects = Names.PROJECT.findAll(universe, request.find("project"));
        Set<String> cities = Names.CITY.findAll(universe, request.find("city"));
        Integer top = request.find("top") == null ? null : request.number("top");
        Fields fields = fields(request.find("fields"));
        ScreeningResult result = now.result()
                .asking(one -> (projects == null || projects.contains(one.project()))
                        && (cities == null || cities.contains(one.city())))
                .best(top);
        return written(out -> ScreeningJson.write(result, now.insight(), ContractAdditions.NONE, wording, fields, out));
    }

    private Reply explanation(WebRequest request) throws RefusedRequest {
        CurrentScreening now = source.screening();
        Universe universe = now.request().universe();
        String project = Names.PROJECT.find(universe, request.get("project"));
        String city = Names.CITY.find(universe, request.get("city"));
        Fields fields = fields(request.find("fields"));
        ScreeningResult result = now.result()
                .asking(one -> one.project().equals(project) && one.city().equals(city));
        Insight explained = Insight.of(result.session(), true, now.insight()::robustness);
        return written(out -> ScreeningJson.write(result, explained, ContractAdditions.NONE, wording, fields, out));
    }

    private Reply gaps(WebRequest request) throws RefusedRequest {
        ScreeningRequest now = source.screening().request();
        Universe universe = now.universe();
        RulePack pack = now.pack();
        String city = Names.CITY.find(universe, request.get("city"));
        ChainMap map = ChainMap.of(ScreeningRequest.of(pack, universe).at(now.asOfPolicy()), city);
        if (map == null || map.links().isEmpty()) {
            throw new RefusedRequest(
                    Status.NOT_FOUND,
                    Message.of("universe `%s` has no chain, so there is nothing to map", universe.name()));
        }
        GapQuestions questions = GapQuestions.of(map, wording, pack.names(universe.names()));
        return written(out -> Contracts.write(map, questions, out));
    }

    private Reply rules(WebRequest request) throws RefusedRequest {
        LocalDate day = day(request.find("as-of"));
        return written(out -> Contracts.write(source.pack(), day, out));
    }

    private Reply candidates(WebRequest request) throws RefusedRequest {
        ScreeningRequest known = source.screening().request();
        String name = request.type().startsWith(YAML) ? "request.yaml" : "request.json";
        Universe all = known.universe().and(Map.of(name, new String(request.body(), StandardCharsets.UTF_8)));
        Set<String> before = Set.copyOf(known.universe().projectIds());
        Set<String> own =
                all.projectIds().stream().filter(id -> !before.contains(id)).collect(Collectors.toSet());
        requireWhole(known.universe(), all, own);
        ScreeningResult result = screened(known.over(all).asking(own, null));
        return written(out -> ScreeningJson.write(result, Insight.of(result), wording, out));
    }

    private void requireWhole(Universe known, Universe all, Set<String> own) throws RefusedRequest {
        List<Problem> problems = new ArrayList<>(all.problems());
        problems.removeAll(known.problems());
        if (!problems.isEmpty()) {
            String first = wording.withPlace(problems.get(0));
            throw new RefusedRequest(
                    Status.UNPROCESSABLE,
                    problems.size() == 1
                            ? Message.of("%s", first)
                            : Message.of("%s problems; the first: %s", problems.size(), first));
        }
        if (own.isEmpty()) {
            throw new RefusedRequest(Status.UNPROCESSABLE, Message.of("the document has no project to screen"));
        }
    }

    private static ScreeningResult screened(ScreeningRequest request) throws RefusedRequest {
        try {
            return request.screen(Progress.NONE);
        } catch (PackException e) {
            throw new RefusedRequest(Status.UNPROCESSABLE, e.problems().get(0).what());
        }
    }

    private static Fields fields(@Nullable String text) throws RefusedRequest {
        if (text == null) {
            return Fields.ALL;
        }
        List<String> known = new ArrayList<>(Fields.OF_ASSESSMENT);
        known.add(Fields.RANKINGS);
        List<String> wanted = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            String field = name.strip();
            if (!known.contains(field)) {
                throw new RefusedRequest(
                        Status.BAD_REQUEST,
                        Message.of("unknown field `%s`; expected one of %s", Columns.clean(field), Message.names(known))
                                .with(Nearest.advice(field, known)));
            }
            wanted.add(field);
        }
        return Fields.of(wanted);
    }

    private static LocalDate day(@Nullable String text) throws RefusedRequest {
        try {
            return text == null ? Contracts.LATEST_LIMITS : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new RefusedRequest(Status.BAD_REQUEST, Message.of("`%s` is not a date", Columns.clean(text)));
        }
    }

    private Reply written(BoundedAnswer.Writing writing) throws RefusedRequest {
        return Reply.part(Operation.JSON, BoundedAnswer.written(writing, check));
    }
}
