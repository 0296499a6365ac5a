package dev.winnow.papers.workbench;

import dev.winnow.console.FurtherInput;
import dev.winnow.console.Serving;
import dev.winnow.console.option.FurtherStatements;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Universe;
import dev.winnow.papers.letter.LetterTemplates;
import dev.winnow.report.internal.contents.MinutesAdditions;
import dev.winnow.report.internal.contents.PairAdditions;
import dev.winnow.report.internal.document.Document;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decision papers, letters and minutes. */
final class PapersPart implements Part {

    private static final String BYTES = "application/octet-stream";
    private static final Parameter PROJECT = Parameter.required("project", "The project, by id or name.");
    private static final Parameter CITY = Parameter.required("city", "The city, by id or name.");
    private static final Parameter DAY = Parameter.optional("day", "The day of the assessment; the first by default.");
    private static final Parameter FORM = Parameter.required("form", "The ending of the file: docx, html, md.");
    private static final List<ResultFile> FORMS = List.of(ResultFile.DOCX, ResultFile.HTML, ResultFile.MARKDOWN);

    private final Session session;
    private final @Nullable FurtherInput further;
    private final DecisionPapers papers;

    PapersPart(Serving serving, LetterTemplates templates) {
        this.session = serving.session();
        this.further = serving.further();
        this.papers = new DecisionPapers(serving.records(), templates, session.wording());
    }

    @Override
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>(Assets.operations("papers", "papers.js"));
        operations.addAll(List.of(
                Operation.file(
                                "/api/paper",
                                "Returns the decision paper on a project in a city as a file.",
                                BYTES,
                                this::paper,
                                PROJECT,
                                CITY,
                                DAY,
                                FORM)
                        .withRecords(),
                Operation.file(
                                "/api/letter",
                                "Returns a letter about a project in a city as a file.",
                                BYTES,
                                this::letter,
                                PROJECT,
                                CITY,
                                DAY,
                                Parameter.required("to", "The addressee: applicant, city, register."),
                                Parameter.optional("dated", "The date of the letter; today by default."),
                                Parameter.optional(
                                        "reason", "Reasons for the applicant, one a line, instead of the rules'."),
                                FORM)
                        .withRecords(),
                Operation.file(
                                "/api/minutes",
                                "Returns the minutes of the decisions on record as a file.",
                                BYTES,
                                this::minutes,
                                Parameter.optional("from", "The first day of decisions."),
                                Parameter.optional("until", "The last day of decisions."),
                                FORM)
                        .withRecords()));
        return operations;
    }

    private Reply paper(WebRequest request) throws RefusedRequest {
        Snapshot now = session.now();
        Assessment pair = pair(now, request);
        FurtherStatements stated = further(now);
        PairAdditions additions = stated == null
                ? PairAdditions.NONE
                : stated.additions(now.request(), now.result().asked().names());
        return saved(name("paper", pair), papers.paper(now.result(), pair, now.insight(), additions), request);
    }

    private Reply letter(WebRequest request) throws RefusedRequest {
        Snapshot now = session.now();
        Assessment pair = pair(now, request);
        String written = request.find("reason");
        List<String> reasons = written == null
                ? List.of()
                : written.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        Document letter = papers.letter(now.result(), pair, request.get("to"), reasons, request.findDay("dated"));
        return saved(name("letter", pair), letter, request);
    }

    private @Nullable FurtherStatements further(Snapshot now) throws RefusedRequest {
        return further == null ? null : further.over(now);
    }

    private Reply minutes(WebRequest request) throws RefusedRequest {
        FurtherStatements stated = further(session.now());
        Document minutes = papers.minutes(
                stated == null ? MinutesAdditions.NONE : stated.minutes(session.wording()),
                request.findDay("from"),
                request.findDay("until"));
        return saved("minutes", minutes, request);
    }

    private static String name(String document, Assessment pair) {
        return document + "-" + pair.project() + "-" + pair.city();
    }

    private Reply saved(String name, Document document, WebRequest request) throws RefusedRequest {
        String ending = request.get("form");
        ResultFile form = FORMS.stream()
                .filter(one -> one.ending().equals(ending))
                .findFirst()
                .orElseThrow(() -> new RefusedRequest(
                        Status.BAD_REQUEST,
                        Message.of(
                                "parameter `%s` is not one of %s",
                                "form",
                                Message.names(
                                        FORMS.stream().map(ResultFile::ending).toList()))));
        return Reply.file(form.type(), name + "." + ending, form.write(document, session.wording()));
    }

    private static Assessment pair(Snapshot now, WebRequest request) throws RefusedRequest {
        Universe universe = now.result().session().universe();
        String project = request.get("project");
        String city = request.get("city");
        String ofProject = universe.findProject(project);
        String ofCity = universe.findCity(city);
        LocalDate day = request.findDay("day");
        return now.result().asked().assessments().stream()
                .filter(one -> one.project().equals(ofProject)
                        && one.city().equals(ofCity)
                        && (day == null || one.asOf().equals(day)))
                .findFirst()
                .orElseThrow(() -> new RefusedRequest(
                        Status.NOT_FOUND,
                        day == null
                                ? Message.of("project `%s` was not screened in `%s`", project, city)
                                : Message.of("project `%s` was not screened in `%s` on %s", project, city, day)));
    }
}
