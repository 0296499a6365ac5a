package dev.winnow.serve.internal;

import dev.winnow.report.json.Contract;
import dev.winnow.web.internal.Access;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Reply;
import dev.winnow.web.internal.workbench.Part;
import dev.winnow.web.internal.workbench.Session;
import dev.winnow.web.internal.workbench.Snapshot;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The state of the work, and its undoing: the bar that each page of the workbench has. */
final class WorkPart implements Part {

    /**
     * The state of the work.
     *
     * @param schema the version of the contract
     * @param revision a number that grows with each change
     * @param undo the step that can be undone, in the language of the server; null if there is none
     * @param redo the step that can be repeated, in the language of the server; null if there is none
     * @param answers number of accepted answers of this session
     * @param readOnly whether files and records cannot be changed
     * @param draft a number that grows with each change of the unsaved rules
     * @param workspace the name of the workspace; null if the work ends with the server
     * @param news what changed on disk, or cannot be read there, in the language of the server; null if nothing
     */
    record WorkState(
            int schema,
            long revision,
            @Nullable String undo,
            @Nullable String redo,
            int answers,
            boolean readOnly,
            long draft,
            @Nullable String workspace,
            @Nullable String news) {}

    private final Session session;
    private final LongSupplier draft;

    /** @param draft returns a number that grows with each change of the unsaved rules */
    WorkPart(Session session, LongSupplier draft) {
        this.session = session;
        this.draft = draft;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get(
                                "/api/work",
                                "Returns the state of the work.",
                                WorkState.class,
                                request -> state(session.now()))
                        .immediately(),
                Operation.post(
                        "/api/work/undo",
                        Access.EDIT,
                        "Undoes the last step.",
                        null,
                        WorkState.class,
                        request -> state(session.undo())),
                Operation.post(
                        "/api/work/redo",
                        Access.EDIT,
                        "Repeats the step that was undone last.",
                        null,
                        WorkState.class,
                        request -> state(session.redo())));
    }

    private Reply state(Snapshot now) {
        return Reply.json(new WorkState(
                Contract.SCHEMA,
                now.revision(),
                session.undoable(),
                session.redoable(),
                now.answers() == null ? 0 : now.answers().taken().size(),
                session.given().readOnly(),
                draft.getAsLong(),
                session.given().workspace(),
                session.news()));
    }
}
