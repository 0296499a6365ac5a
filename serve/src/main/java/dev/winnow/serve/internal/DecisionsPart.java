package dev.winnow.serve.internal;

import dev.winnow.console.input.RecordsInput;
import dev.winnow.records.internal.entry.RequestKey;
import dev.winnow.serve.internal.decisions.DecisionChoices;
import dev.winnow.serve.internal.decisions.NewDecision;
import dev.winnow.serve.internal.decisions.NewFulfilment;
import dev.winnow.serve.internal.decisions.PairStatus;
import dev.winnow.serve.internal.decisions.RecordDetails;
import dev.winnow.serve.internal.decisions.RecordList;
import dev.winnow.serve.internal.decisions.RecordReceipt;
import dev.winnow.serve.internal.decisions.ReplayOutcome;
import dev.winnow.serve.internal.decisions.ScreeningChanges;
import dev.winnow.serve.internal.decisions.WorkbenchRecords;
import dev.winnow.web.internal.Access;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Operation.Parameter;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Reply;
import dev.winnow.web.internal.WebRequest;
import dev.winnow.web.internal.workbench.Part;
import dev.winnow.web.internal.workbench.Session;
import dev.winnow.web.internal.workbench.Snapshot;
import dev.winnow.web.internal.workbench.View;
import dev.winnow.web.internal.workbench.ViewPages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Screenings and decisions on record: history, changes since, replay; and new records of both. */
final class DecisionsPart implements Part {

    private static final Parameter NUMBER =
            Parameter.required("number", "The number of a record.").numberFrom(1);

    static final View VIEW = new View(View.Group.RECORDS, "/decisions", "serve.decisions.title", "decisions");

    private final Session session;
    private final @Nullable RecordsInput records;

    DecisionsPart(Session session, @Nullable RecordsInput records) {
        this.session = session;
        this.records = records;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.page(
                        VIEW.path(),
                        request -> ViewPages.drawn(VIEW, session),
                        Parameter.optional("project", "The id of a project to decide on."),
                        Parameter.optional("city", "The id of a city to decide on."),
                        Parameter.optional("day", "The day of the judgement.")),
                Operation.get(
                        "/api/decision/choices",
                        "Returns the projects and cities to decide on.",
                        DecisionChoices.class,
                        request -> Reply.json(choices())),
                Operation.get(
                                "/api/decision/pair",
                                "Returns the current and the last recorded result of a pair, and the decisions on it.",
                                PairStatus.class,
                                request -> Reply.json(records()
                                        .status(
                                                request.get("project"),
                                                request.get("city"),
                                                session.now().result())),
                                Parameter.required("project", "The project, by id or name."),
                                Parameter.required("city", "The city, by id or name."))
                        .withRecords(),
                Operation.post(
                                "/api/decision",
                                Access.WRITE,
                                "Records a decision about a pair of a recorded screening.",
                                NewDecision.class,
                                RecordReceipt.class,
                                request -> Reply.json(
                                        records().decide(request.as(NewDecision.class), key(request, "/api/decision"))))
                        .withRecords(),
                Operation.post(
                                "/api/decision/fulfilment",
                                Access.WRITE,
                                "Records that a condition of a decision is met.",
                                NewFulfilment.class,
                                RecordReceipt.class,
                                request -> Reply.json(records()
                                        .fulfil(
                                                request.as(NewFulfilment.class),
                                                key(request, "/api/decision/fulfilment"))))
                        .withRecords(),
                Operation.post(
                                "/api/records/screening",
                                Access.WRITE,
                                "Records the current screening.",
                                null,
                                RecordReceipt.class,
                                request -> Reply.json(recorded(key(request, "/api/records/screening"))))
                        .withRecords(),
                Operation.get(
                                "/api/records",
                                "Lists the records.",
                                RecordList.class,
                                request -> Reply.json(records().list()))
                        .withRecords(),
                Operation.get(
                                "/api/records/record",
                                "Returns a record in full.",
                                RecordDetails.class,
                                request -> Reply.json(records().details(request.number("number"))),
                                NUMBER)
                        .withRecords(),
                Operation.get(
                                "/api/records/changes",
                                "Compares a recorded screening with the current one.",
                                ScreeningChanges.class,
                                request -> Reply.json(records()
                                        .changes(
                                                request.number("number"),
                                                session.now().result().asked())),
                                NUMBER)
                        .withRecords(),
                Operation.get(
                                "/api/records/replay",
                                "Derives the results of a recorded screening again, and compares them.",
                                ReplayOutcome.class,
                                request -> Reply.json(records().replay(request.number("number"))),
                                NUMBER)
                        .withRecords());
    }

    private WorkbenchRecords records() throws RefusedRequest {
        return new WorkbenchRecords(RecordsInput.required(records), session.wording());
    }

    private DecisionChoices choices() {
        return DecisionChoices.of(
                records != null,
                records == null ? "" : records.origin().apply(null).by(),
                session.now().result().asked(),
                session.wording());
    }

    private static @Nullable RequestKey key(WebRequest request, String path) {
        return RequestKey.of(request.key(), path, request.body());
    }

    private RecordReceipt recorded(@Nullable RequestKey key) throws RefusedRequest {
        Snapshot now = session.now();
        return records().record(session.given().pack(), now.request(), now.result(), key);
    }
}
