package dev.winnow.serve.internal;

import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.source.Message;
import dev.winnow.report.html.HtmlReport;
import dev.winnow.report.html.ServedOverview;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.PairAdditions;
import dev.winnow.report.internal.contents.PairContents;
import dev.winnow.report.internal.contents.PairDetails;
import dev.winnow.report.internal.sentences.Sensitivity;
import dev.winnow.report.json.Contract;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Reply;
import dev.winnow.web.internal.Status;
import dev.winnow.web.internal.WebRequest;
import dev.winnow.web.internal.workbench.Part;
import dev.winnow.web.internal.workbench.Session;
import dev.winnow.web.internal.workbench.Snapshot;
import dev.winnow.web.internal.workbench.View;
import dev.winnow.web.internal.workbench.ViewPages;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The overview with the memos of its pairs: the page that {@code winnow screen} writes, of the current state of the
 * work. Each pair is explained when it is opened.
 */
final class OverviewPart implements Part {

    /**
     * Maximum number of candidates of a page that is complete from the start: explaining them takes less time than a
     * reader notices.
     */
    private static final int FEW = 400;

    /** Name of the page that has everything. */
    private static final String COMPLETE = "overview";

    /**
     * An explained pair.
     *
     * @param schema the version of the contract
     * @param revision the state of the work in which it was explained
     * @param reasons the reasons for its assessment, in the language of the server
     */
    record ExplainedPair(int schema, long revision, PairDetails reasons) {}

    /**
     * The state of the page.
     *
     * @param schema the version of the contract
     * @param revision the state of the work that it shows
     * @param complete whether it has the most important questions and the robustness of first places
     */
    record OverviewState(int schema, long revision, boolean complete) {}

    /** Milliseconds of a pause of the user: answers change the work several times a second. */
    private static final int PAUSE = 300;

    static final View VIEW = new View(View.Group.SCREENING, "/", "page.view.overview", "");

    private final Session session;

    /** Makes one page at a time, so that pages of earlier states that are not begun yet are never made. */
    private final ScheduledExecutorService background =
            Executors.newSingleThreadScheduledExecutor(OverviewPart::daemon);

    OverviewPart(Session session) {
        this.session = session;
        background.execute(() -> prepare(session.now()));
        session.follow(next -> later(() -> {
            if (next == session.now()) {
                prepare(next);
            }
        }));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "winnow-overview");
        thread.setDaemon(true);
        return thread;
    }

    private void later(Runnable work) {
        try {
            var unused = background.schedule(work, PAUSE, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // the server ends, and no page is shown any more
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.page(VIEW.path(), request -> page(session.now())),
                Operation.get(
                        "/api/overview",
                        "Returns which state of the work the overview shows, and whether it is complete.",
                        OverviewState.class,
                        request -> state(session.now())),
                Operation.get(
                        "/api/pair",
                        "Returns the reasons for the assessment of a project in a city.",
                        ExplainedPair.class,
                        this::pair,
                        Operation.Parameter.required("project", "The id of the project."),
                        Operation.Parameter.required("city", "The id of the city."),
                        Operation.Parameter.required("day", "The day of the assessment, such as 2026-01-31.")));
    }

    /** Makes the page of a state, and the analyses that its memos need. */
    private void prepare(Snapshot now) {
        now.page(COMPLETE, () -> page(now, true));
    }

    /** Returns the complete page if it is ready or quickly made. */
    private Reply page(Snapshot now) {
        boolean isFew = now.result().asked().assessments().size() <= FEW;
        return isFew || now.isReady(COMPLETE)
                ? now.page(COMPLETE, () -> page(now, true))
                : now.page(VIEW.path(), () -> page(now, false));
    }

    private static Reply state(Snapshot now) {
        return Reply.json(new OverviewState(Contract.SCHEMA, now.revision(), now.isReady(COMPLETE)));
    }

    private Reply page(Snapshot now, boolean complete) {
        Wording wording = session.wording();
        return ViewPages.page(out -> HtmlReport.inWords(wording, words(now))
                .on(ViewPages.site(VIEW, session.given()))
                .served(
                        now.result(),
                        new ServedOverview(
                                now.revision(), session.first().result().asked(), complete ? now.insight() : null),
                        out));
    }

    private FactWords words(Snapshot now) {
        return new FactWords(session.wording(), now.result().asked().names());
    }

    private Reply pair(WebRequest request) throws RefusedRequest {
        Snapshot now = session.now();
        Assessment one = find(now, request.get("project"), request.get("city"), request.get("day"));
        Wording wording = session.wording();
        ScreeningSession screened = now.result().session();
        Sensitivity sensitivity = new Sensitivity(now.result(), now.insight(), wording, true, PairAdditions.NONE::memo);
        return Reply.json(new ExplainedPair(
                Contract.SCHEMA,
                now.revision(),
                new PairContents(wording, words(now), sensitivity::sections)
                        .of(screened.withCritical(screened.explain(one)))));
    }

    private static Assessment find(Snapshot now, String project, String city, String day) throws RefusedRequest {
        return now.result().asked().assessments().stream()
                .filter(one -> one.project().equals(project)
                        && one.city().equals(city)
                        && one.asOf().toString().equals(day))
                .findFirst()
                .orElseThrow(() -> new RefusedRequest(
                        Status.NOT_FOUND,
                        Message.of("project `%s` was not screened in `%s` on %s", project, city, day)));
    }
}
