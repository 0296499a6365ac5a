package dev.winnow.past.watch;

import dev.winnow.console.Serving;
import dev.winnow.console.input.RecordsInput;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Operation.Parameter;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Reply;
import dev.winnow.web.internal.WebRequest;
import dev.winnow.web.internal.workbench.Assets;
import dev.winnow.web.internal.workbench.Part;
import dev.winnow.web.internal.workbench.Session;
import dev.winnow.web.internal.workbench.Snapshot;
import dev.winnow.web.internal.workbench.ViewPages;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The watch over recommendations on record: its page, and the calendar of conditions. */
final class WatchPart implements Part {

    private static final String CALENDAR = "text/calendar; charset=utf-8";
    private static final Parameter TODAY =
            Parameter.optional("today", "The day on which conditions are due; today by default.");

    private final Session session;
    private final @Nullable RecordsInput records;

    WatchPart(Serving serving) {
        this.session = serving.session();
        this.records = serving.records();
    }

    @Override
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>(Assets.operations("past", "watch.js"));
        operations.add(Operation.file(
                        "/api/watch/calendar",
                        "Returns the conditions of recommendations on record as a calendar.",
                        CALENDAR,
                        request -> Reply.file(
                                CALENDAR,
                                "conditions.ics",
                                watched(request).calendar().getBytes(StandardCharsets.UTF_8)),
                        TODAY)
                .withRecords());
        operations.add(Operation.page("/decisions/watch", request -> ViewPages.page(watched(request)::writePage), TODAY)
                .withRecords());
        return operations;
    }

    private RecordedWatch watched(WebRequest request) throws RefusedRequest {
        Snapshot now = session.now();
        LocalDate today =
                Objects.requireNonNullElseGet(request.findDay("today"), () -> LocalDate.now(ZoneId.systemDefault()));
        return RecordsInput.required(records)
                .read(store -> RecordedWatch.of(
                        store,
                        store.records().complete(),
                        now.request(),
                        now.result(),
                        today,
                        RecordedWatch.DAYS_BEFORE_DUE,
                        session.wording()));
    }
}
