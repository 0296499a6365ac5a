package dev.winnow.portfolio.view;

import dev.winnow.model.source.Message;
import dev.winnow.web.internal.Access;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Operation.Parameter;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Reply;
import dev.winnow.web.internal.Status;
import dev.winnow.web.internal.WebRequest;
import dev.winnow.web.internal.workbench.Assets;
import dev.winnow.web.internal.workbench.Part;
import dev.winnow.web.internal.workbench.ResultFile;
import dev.winnow.web.internal.workbench.Session;
import dev.winnow.web.internal.workbench.Snapshot;
import dev.winnow.web.internal.workbench.View;
import dev.winnow.web.internal.workbench.ViewPages;
import java.util.ArrayList;
import java.util.List;

/** Portfolios and matchings: plans as forms and files, searches in the background, their results. */
final class PlansPart implements Part {

    private static final String YAML = "application/yaml";

    static final View PORTFOLIO = new View(View.Group.CHOICES, "/portfolio", "serve.portfolio.title", "plans");
    static final View MATCH = new View(View.Group.CHOICES, "/match", "serve.match.title", "plans");

    private final Session session;
    private final PlanSearches portfolios;
    private final PlanSearches matchings;

    PlansPart(Session session) {
        this.session = session;
        this.portfolios = searches(PlanKind.PORTFOLIO, "winnow-portfolio");
        this.matchings = searches(PlanKind.MATCH, "winnow-match");
    }

    private PlanSearches searches(PlanKind kind, String thread) {
        return new PlanSearches(kind, new SearchJobs(thread, session.wording()), session.wording());
    }

    @Override
    public List<Operation> operations() {
        List<Operation> all = new ArrayList<>(Assets.operations("portfolio", "plans.js", "plans.css"));
        all.addAll(operations(PORTFOLIO, PlanKind.PORTFOLIO, portfolios));
        all.addAll(operations(MATCH, PlanKind.MATCH, matchings));
        return all;
    }

    private List<Operation> operations(View view, PlanKind kind, PlanSearches searches) {
        String path = "/api" + view.path();
        String name = kind == PlanKind.PORTFOLIO ? "portfolio" : "match";
        return List.of(
                Operation.page(view.path(), request -> ViewPages.drawn(view, session)),
                Operation.page(
                        view.path() + "/page",
                        request -> {
                            byte[] html = result(searches, request).file(ResultFile.HTML, session.wording());
                            return ViewPages.page(out -> out.write(html));
                        },
                        Parameter.required("id", "The number of a search.").numberFrom(1)),
                Operation.get(
                        path + "/choices",
                        "Returns the projects and cities that a plan for a " + name + " may name.",
                        PlanChoices.class,
                        request -> {
                            Snapshot now = session.now();
                            return Reply.json(searches.choices(
                                    now.request(), now.result().asked().assessments()));
                        }),
                Operation.post(
                                path + "/read",
                                Access.READ,
                                "Reads the form of a file with a plan for a " + name + ".",
                                null,
                                PlanReading.class,
                                request -> Reply.json(searches.read(
                                        request.body(), session.now().request())))
                        .consuming(YAML, "application/octet-stream"),
                Operation.post(
                                path + "/file",
                                Access.READ,
                                "Returns the file of a plan for a " + name + ".",
                                PlanForm.class,
                                null,
                                request -> Reply.file(
                                        YAML,
                                        kind.file(),
                                        searches.file(
                                                request.as(PlanForm.class),
                                                session.now().request())))
                        .producing(YAML),
                Operation.post(
                        path + "/search",
                        Access.EDIT,
                        "Starts the search for a " + name + ", which ends the one before it.",
                        SearchRequest.class,
                        SearchState.class,
                        request -> {
                            Snapshot now = session.now();
                            return Reply.json(
                                    searches.start(request.as(SearchRequest.class), now.request(), now.revision()));
                        }),
                Operation.get(
                                path + "/search",
                                "Returns the state of the newest search for a " + name + ".",
                                SearchState.class,
                                request -> Reply.json(searches.state()))
                        .immediately(),
                Operation.post(
                                path + "/cancel",
                                Access.EDIT,
                                "Ends a search for a " + name + " with the best result until then.",
                                null,
                                SearchState.class,
                                request -> Reply.json(searches.cancel(request.number("id"))),
                                Parameter.required("id", "The number of a search.")
                                        .numberFrom(1))
                        .immediately(),
                new Operation(
                        false,
                        path + "/result",
                        Access.READ,
                        "Returns the result of a search for a " + name + " as a file.",
                        List.of(
                                Parameter.required("id", "The number of a search.")
                                        .numberFrom(1),
                                Parameter.required("form", "The ending of the file: html, xlsx, docx, md, csv, json.")),
                        null,
                        null,
                        List.of(),
                        "application/octet-stream",
                        request -> {
                            ResultFile form = form(request.get("form"));
                            return Reply.file(
                                    form.type(),
                                    name + "." + form.ending(),
                                    result(searches, request).file(form, session.wording()));
                        }));
    }

    private static Found result(PlanSearches searches, WebRequest request) throws RefusedRequest {
        return searches.result(request.number("id"));
    }

    private static ResultFile form(String ending) throws RefusedRequest {
        for (ResultFile one : ResultFile.values()) {
            if (one.ending().equals(ending)) {
                return one;
            }
        }
        throw new RefusedRequest(Status.NOT_FOUND, Message.of("there is no such result"));
    }

    @Override
    public void close() {
        portfolios.close();
        matchings.close();
    }
}
