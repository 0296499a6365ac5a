package dev.winnow.serve.internal;

import dev.winnow.console.workspace.ListDocuments;
import dev.winnow.console.workspace.ListUse;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.json.Contract;
import dev.winnow.serve.internal.candidates.CandidateList;
import dev.winnow.serve.internal.candidates.CandidateReading;
import dev.winnow.serve.internal.candidates.CandidateReport;
import dev.winnow.serve.internal.candidates.CandidateWords;
import dev.winnow.tables.internal.mapping.Mapping;
import dev.winnow.tables.internal.write.Export;
import dev.winnow.web.internal.Access;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Operation.Parameter;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Reply;
import dev.winnow.web.internal.Status;
import dev.winnow.web.internal.WebRequest;
import dev.winnow.web.internal.journal.KeptWork;
import dev.winnow.web.internal.journal.WorkFiles;
import dev.winnow.web.internal.workbench.AddedCandidates;
import dev.winnow.web.internal.workbench.Part;
import dev.winnow.web.internal.workbench.Session;
import dev.winnow.web.internal.workbench.SessionInput;
import dev.winnow.web.internal.workbench.Snapshot;
import dev.winnow.web.internal.workbench.View;
import dev.winnow.web.internal.workbench.ViewPages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lists of candidates: how they are understood, their correction, and their screening. Thread-safe. */
final class CandidatesPart implements Part {

    /** Maximum number of rows of a response. */
    private static final int PAGE_ROWS = 200;

    private static final Set<String> STATES = Set.of("taken", "refused", "passed", "unread");

    private static final Map<Export, String> TYPES = Map.of(
            Export.YAML, "application/yaml",
            Export.JSON, "application/json",
            Export.NDJSON, "application/x-ndjson",
            Export.CSV, "text/csv; charset=utf-8",
            Export.XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    static final View VIEW = new View(View.Group.SCREENING, "/candidates", "serve.candidates.title", "candidates");

    private final Session session;
    private @Nullable CandidateReading reading;
    private @Nullable WorkFiles readOf;
    private @Nullable Base base;

    /**
     * The universe to whose entries lists refer.
     *
     * @param given the request of the pack that is screened, without candidates added before
     * @param vocabulary the facts that lists may state
     */
    private record Base(ScreeningRequest given, Vocabulary vocabulary, Universe universe) {

        @SuppressWarnings("ReferenceEquality") // an equal request of another reading has other entries
        boolean isOf(ScreeningRequest request) {
            return given == request;
        }
    }

    CandidatesPart(Session session) {
        this.session = session;
    }

    /**
     * A file of the list.
     *
     * @param file its position
     * @param name its name; null if its position is enough
     */
    record ListedFile(int file, @Nullable String name) {}

    /**
     * The meaning of a column.
     *
     * @param file position of the file
     * @param name its name; null if its position is enough
     * @param heading the heading, as the column's {@code key}
     * @param meaning a property, optionally with a unit, or {@code -} to leave the column out; null for the meaning
     *     that winnow finds
     * @param unit the unit of the figures; null for that of the heading
     */
    record ColumnMeaning(
            int file,
            @Nullable String name,
            String heading,
            @Nullable String meaning,
            @Nullable String unit) {}

    /**
     * The entry that a name means.
     *
     * @param id the id of the entry, or {@code new}
     */
    record NameMeaning(String name, String id) {}

    /**
     * A corrected cell.
     *
     * @param table position of the table
     * @param name the name of its file; null if its position is enough
     * @param row row number
     * @param cell position of the cell, from 0
     * @param was the text that the page shows in the cell; null if it does not matter
     */
    record CorrectedCell(
            int table,
            @Nullable String name,
            int row,
            int cell,
            @Nullable String was,
            String text) {}

    /**
     * A request to screen the accepted candidates.
     *
     * @param only whether only they are shown; ranks cover all projects in any case
     */
    record ScreenCandidates(boolean only) {}

    /**
     * The result of a screening.
     *
     * @param schema the version of the contract
     * @param pairs number of pairs shown
     */
    record ScreenedCandidates(int schema, int pairs) {}

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.page(VIEW.path(), request -> ViewPages.drawn(VIEW, session)),
                Operation.get(
                        "/api/candidates",
                        "Returns the list of candidates as it is understood.",
                        CandidateReport.class,
                        request -> report()),
                Operation.get(
                        "/api/candidates/rows",
                        "Returns a part of the rows of a table.",
                        CandidateReport.RowPage.class,
                        this::rows,
                        Parameter.required("table", "the position of the table").numberFrom(0),
                        Parameter.optional("from", "the number of rows to skip").numberFrom(0),
                        Parameter.optional("state", "the state of the rows: taken, refused, passed or unread")),
                changing(
                                "/api/candidates/add",
                                "Adds a file to the list; the body contains its bytes. A mapping file is applied to"
                                        + " the file that it names.",
                                null,
                                this::add,
                                Parameter.required("name", "the name of the file in messages"),
                                Parameter.optional("replace", "true to replace the file of this name"))
                        .consuming("application/octet-stream"),
                changing("/api/candidates/remove", "Removes a file from the list.", ListedFile.class, this::remove),
                changing("/api/candidates/meaning", "Sets the meaning of a column.", ColumnMeaning.class, this::mean),
                changing("/api/candidates/match", "Decides which entry a name means.", NameMeaning.class, this::match),
                changing("/api/candidates/cell", "Corrects a cell.", CorrectedCell.class, this::correct),
                new Operation(
                        false,
                        "/api/candidates/mapping",
                        Access.READ,
                        "Returns the mapping of a file, for `winnow import --map` or to be kept beside the file.",
                        List.of(Parameter.required("file", "the position of the file")
                                .numberFrom(0)),
                        null,
                        null,
                        List.of(),
                        "application/yaml",
                        this::mapping),
                new Operation(
                        false,
                        "/api/candidates/accepted",
                        Access.READ,
                        "Returns the accepted entries as a file, as `winnow import -o` writes them.",
                        List.of(Parameter.required("form", "the format: yaml, json, ndjson, csv or xlsx")),
                        null,
                        null,
                        List.of(),
                        "application/octet-stream",
                        this::accepted),
                Operation.post(
                        "/api/candidates/screen",
                        Access.EDIT,
                        "Screens the accepted candidates beside the projects of the universe.",
                        ScreenCandidates.class,
                        ScreenedCandidates.class,
                        this::screen),
                Operation.post(
                        "/api/candidates/withdraw",
                        Access.EDIT,
                        "Takes the candidates out of the screening.",
                        null,
                        ScreenedCandidates.class,
                        request -> screened(use(ListUse.ASIDE))));
    }

    /** Returns an operation that changes the list and returns how it is then understood. */
    private Operation changing(
            String path, String summary, @Nullable Class<?> body, Change change, Parameter... parameters) {
        return Operation.post(
                path,
                Access.EDIT,
                summary,
                body,
                CandidateReport.class,
                request -> {
                    synchronized (this) {
                        CandidateList next = change.of(request);
                        session.change(Message.of("list of candidates"), false, next::into);
                        return report();
                    }
                },
                parameters);
    }

    private interface Change {
        CandidateList of(WebRequest request) throws RefusedRequest;
    }

    private CandidateList list() {
        return CandidateList.in(session.now().work().files());
    }

    private synchronized Base base() {
        ScreeningRequest given = session.now().work().given();
        Base known = base;
        if (known == null || !known.isOf(given)) {
            Vocabulary vocabulary = session.given().vocabulary().get();
            known = new Base(given, vocabulary, given.universe().with(vocabulary));
            base = known;
        }
        return known;
    }

    private synchronized CandidateReading reading() {
        Universe universe = base().universe;
        WorkFiles lists = session.now().work().files().within(KeptWork.LISTS);
        CandidateReading known = reading;
        if (known == null || known.isOfOther(universe) || !lists.equals(readOf)) {
            known = attempt(() -> CandidateList.in(lists).read(universe));
            reading = known;
            readOf = lists;
        }
        return known;
    }

    private interface Attempt<T> {
        T value() throws IOException;
    }

    private static <T> T attempt(Attempt<T> attempt) {
        try {
            return attempt.value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CandidateWords words() {
        return new CandidateWords(reading(), base().given.pack().vocabulary(), session.wording());
    }

    private Reply report() {
        return Reply.json(words().report(session.now().work().added() != null));
    }

    private Reply rows(WebRequest request) throws RefusedRequest {
        String state = request.find("state");
        if (state != null && !STATES.contains(state)) {
            throw unprocessable(Message.of("unknown state `%s`", state));
        }
        int from = request.find("from") == null ? 0 : request.number("from");
        synchronized (this) {
            int table = request.number("table");
            place(table);
            return Reply.json(words().rows(table, from, PAGE_ROWS, state));
        }
    }

    private CandidateReading.TablePlace place(int table) throws RefusedRequest {
        CandidateReading.TablePlace place = reading().place(table);
        if (place == null) {
            throw unprocessable(Message.of("the list has no such table"));
        }
        return place;
    }

    private int file(int position, @Nullable String name) throws RefusedRequest {
        requireSame(list().name(position), name);
        if (list().name(position) == null) {
            throw unprocessable(Message.of("the list has no such file"));
        }
        return position;
    }

    /** Requires that a position still means the file that the page shows there. */
    private static void requireSame(@Nullable String name, @Nullable String shown) throws RefusedRequest {
        if (shown != null && !shown.equals(name)) {
            throw new RefusedRequest(
                    Status.CONFLICT,
                    Message.of("the list was changed in another page or on disk; nothing was changed"));
        }
    }

    private CandidateList add(WebRequest request) throws RefusedRequest {
        CandidateList list = list();
        if (!list.hasRoomFor(request.body().length)) {
            throw new RefusedRequest(
                    Status.TOO_LARGE,
                    Message.of(
                                    "the list is too long: expected at most %s files with %s MB",
                                    CandidateList.MAX_FILES, CandidateList.MAX_BYTES / 1_000_000)
                            .with(Message.of("remove a file, or use `%s`", "winnow screen")));
        }
        List<Problem> problems = new ArrayList<>();
        boolean replaces = "true".equals(request.find("replace"));
        CandidateList more = list.and(request.get("name"), request.body(), replaces, problems);
        if (!problems.isEmpty()) {
            throw unprocessable(problems.get(0).what());
        }
        return more;
    }

    private CandidateList remove(WebRequest request) throws RefusedRequest {
        ListedFile listed = request.as(ListedFile.class);
        return list().without(file(listed.file, listed.name));
    }

    private CandidateList mean(WebRequest request) throws RefusedRequest {
        ColumnMeaning column = request.as(ColumnMeaning.class);
        String meaning = column.meaning == null ? null : column.meaning.strip();
        if (meaning == null || meaning.isEmpty()) {
            return list().meaning(file(column.file, column.name), column.heading, null);
        }
        String unit = column.unit == null ? "" : column.unit.strip();
        CandidateList meant = list().meaning(
                        file(column.file, column.name),
                        column.heading,
                        unit.isEmpty() || meaning.equals(Mapping.NOTHING) ? meaning : meaning + " [" + unit + "]");
        Universe universe = base().universe;
        Message refused = attempt(() -> meant.read(universe)).refusedMeaning();
        if (refused != null) {
            throw unprocessable(refused);
        }
        return meant;
    }

    private CandidateList match(WebRequest request) throws RefusedRequest {
        NameMeaning name = request.as(NameMeaning.class);
        return list().match(name.name.strip(), name.id.strip());
    }

    private CandidateList correct(WebRequest request) throws RefusedRequest {
        CorrectedCell cell = request.as(CorrectedCell.class);
        CandidateReading.TablePlace place = place(cell.table);
        if (cell.cell < 0 || cell.cell >= place.columns().size() || cell.row < 1) {
            throw unprocessable(Message.of("the list has no such cell"));
        }
        int column = place.columns().get(cell.cell);
        String shown = reading().text(cell.table, cell.row, column);
        requireSame(list().name(place.file()), cell.name);
        if (cell.was != null && !cell.was.equals(shown)) {
            throw new RefusedRequest(
                    Status.CONFLICT,
                    Message.of("the cell was changed in another page or on disk: there it is `%s`", shown)
                            .with(Message.of("you wrote `%s`", cell.text)));
        }
        return list().corrected(place.file(), place.sheet(), cell.row, column, shown, cell.text);
    }

    private synchronized Reply mapping(WebRequest request) throws RefusedRequest {
        int file = file(request.number("file"), null);
        return Reply.file(
                "application/yaml",
                list().name(file) + Mapping.BESIDE,
                list().mapping(file).getBytes(StandardCharsets.UTF_8));
    }

    private synchronized Reply accepted(WebRequest request) throws RefusedRequest {
        String name = "candidates." + request.get("form").toLowerCase(Locale.ROOT);
        Export form = Export.of(name);
        if (form == null) {
            throw unprocessable(Message.of("the ending of `%s` selects no format", name));
        }
        requireAny();
        return Reply.file(
                TYPES.getOrDefault(form, "application/octet-stream"),
                name,
                attempt(() -> list().written(form, session.wording().language(), base().universe)));
    }

    private void requireAny() throws RefusedRequest {
        if (!reading().anyTaken()) {
            throw unprocessable(Message.of("no entry was accepted"));
        }
    }

    private synchronized Reply screen(WebRequest request) throws RefusedRequest {
        boolean only = request.as(ScreenCandidates.class).only;
        requireAny();
        return screened(use(only ? ListUse.ONLY : ListUse.BESIDE));
    }

    private Snapshot use(ListUse use) throws RefusedRequest {
        return session.change(Message.of("list of candidates"), false, use::in);
    }

    /** Returns the candidates in the lists of the work, as they are screened. */
    static SessionInput.CandidateSource source(Supplier<Vocabulary> vocabulary) {
        return (files, given) -> {
            ListUse use = ListUse.of(files);
            if (use == ListUse.ASIDE) {
                return null;
            }
            Vocabulary facts = vocabulary.get();
            ListDocuments read = attempt(
                    () -> CandidateList.in(files).documents(given.universe().with(facts)));
            return read.documents().isEmpty()
                    ? null
                    : new AddedCandidates(facts, read.documents(), read.problems(), use == ListUse.ONLY);
        };
    }

    private static Reply screened(Snapshot now) {
        return Reply.json(new ScreenedCandidates(
                Contract.SCHEMA, now.result().asked().assessments().size()));
    }

    private static RefusedRequest unprocessable(Message reason) {
        return new RefusedRequest(Status.UNPROCESSABLE, reason);
    }
}
