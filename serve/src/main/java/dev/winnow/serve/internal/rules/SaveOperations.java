package dev.winnow.serve.internal.rules;

import dev.winnow.model.source.FailedWrite;
import dev.winnow.model.source.Message;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.json.Contract;
import dev.winnow.serve.internal.rules.RuleDraft.Edited;
import dev.winnow.web.internal.Access;
import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Reply;
import dev.winnow.web.internal.Status;
import dev.winnow.web.internal.WebRequest;
import dev.winnow.workbench.internal.edit.LineEnds;
import dev.winnow.workbench.internal.edit.MergedText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Saves the unsaved edits: first the changes are shown, then those that were shown are written. */
public final class SaveOperations {

    /** Reads the pack again after its files were saved. */
    @FunctionalInterface
    public interface Rereading {

        /** Returns the reason why screening keeps the pack as it was; null if it uses the saved one. */
        @Nullable
        Message reread();
    }

    /**
     * The files as saving would write them.
     *
     * @param schema the version of the contract
     * @param digest names this plan in a request to save
     * @param refusal why files cannot be saved, in the language of the server; null if they can
     * @param changes the files to write
     * @param conflicts the files that changed on disk after their edits began
     */
    record Plan(int schema, String digest, @Nullable String refusal, List<Change> changes, List<Conflict> conflicts) {}

    /**
     * A file to write.
     *
     * @param name the name
     * @param before the text on disk, with plain line feeds; null if there is none
     * @param after the text to write, with plain line feeds
     */
    record Change(String name, @Nullable String before, String after) {}

    /**
     * An edited file that changed on disk after its edits began.
     *
     * @param name the name
     * @param theirs the text on disk; null if it was removed
     * @param mine the edited text
     * @param merged the text with the changes of both; mine where both changed the same lines, or if the text that both
     *     began with is not known
     * @param overlaps the number of places that both changed differently; null if it is not known
     * @param digest the digest of the file on disk; empty if it was removed
     */
    record Conflict(
            String name,
            @Nullable String theirs,
            String mine,
            String merged,
            @Nullable Integer overlaps,
            String digest) {}

    /**
     * A request to save.
     *
     * @param digest the digest of the plan that the user saw
     */
    record Confirmation(String digest) {}

    /**
     * The result of saving.
     *
     * @param schema the version of the contract
     * @param files the names of the files that were written
     * @param kept why screening keeps the pack as it was, in the language of the server; null if it uses the saved one
     */
    record Saved(int schema, List<String> files, @Nullable String kept) {}

    /**
     * A settled conflict.
     *
     * @param name the name of the file
     * @param text the whole text to keep
     * @param digest the digest of the file on disk that the user saw
     */
    record Settled(String name, String text, String digest) {}

    private final RuleDraft draft;
    private final AssistOperations assist;
    private final Wording wording;
    private final @Nullable Message refusal;
    private final Rereading rereading;

    /**
     * Creates the operations.
     *
     * @param refusal why files cannot be saved; null if they can
     */
    public SaveOperations(
            RuleDraft draft, AssistOperations assist, Wording wording, @Nullable Message refusal, Rereading rereading) {
        this.draft = draft;
        this.assist = assist;
        this.wording = wording;
        this.refusal = refusal;
        this.rereading = rereading;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get(
                        "/api/rules/plan",
                        "Returns the files as saving would write them.",
                        Plan.class,
                        request -> Reply.json(plan())),
                Operation.post(
                        "/api/rules/save",
                        Access.WRITE,
                        "Writes the files of a plan, all or none, and screens with the saved pack.",
                        Confirmation.class,
                        Saved.class,
                        this::save),
                Operation.post(
                        "/api/rules/settle",
                        Access.EDIT,
                        "Keeps a text as the edit of a file that changed on disk.",
                        Settled.class,
                        AssistOperations.Checked.class,
                        request -> {
                            Settled settled = request.as(Settled.class);
                            draft.settle(settled.name(), settled.text(), settled.digest());
                            return assist.checked();
                        }),
                Operation.page("/api/rules/edited.zip", request -> zip()));
    }

    private Plan plan() throws RefusedRequest {
        SavePlan plan = SavePlan.of(draft);
        return new Plan(
                Contract.SCHEMA,
                plan.digest(),
                refusal == null ? null : wording.say(refusal),
                plan.changes().stream()
                        .map(one -> new Change(one.name(), plain(one.before()), LineEnds.plain(one.after())))
                        .toList(),
                plan.conflicts().stream().map(name -> conflict(plan, name)).toList());
    }

    private static Conflict conflict(SavePlan plan, String name) {
        Edited edited = Objects.requireNonNull(plan.state().edited().get(name));
        String theirs = plain(plan.disk().raw(name));
        String mine = LineEnds.plain(edited.text());
        String original = plain(edited.original());
        MergedText merged = original == null || theirs == null ? null : MergedText.of(original, mine, theirs);
        return new Conflict(
                name,
                theirs,
                mine,
                merged == null ? mine : merged.text(),
                merged == null ? null : merged.overlaps(),
                Digest.of(plan.disk().raw(name)));
    }

    private static @Nullable String plain(@Nullable String raw) {
        return raw == null ? null : LineEnds.plain(raw);
    }

    private synchronized Reply save(WebRequest request) throws RefusedRequest {
        if (refusal != null) {
            throw new RefusedRequest(Status.FORBIDDEN, refusal);
        }
        SavePlan plan = SavePlan.of(draft);
        if (!plan.conflicts().isEmpty()
                || !plan.digest().equals(request.as(Confirmation.class).digest())) {
            throw new RefusedRequest(
                    Status.CONFLICT,
                    Message.of("the files or their edits changed in the meantime; look at them again"));
        }
        draft.keeping().saving(plan.texts());
        try {
            plan.write();
            draft.saved(plan.state(), plan.texts());
        } catch (AccessDeniedException e) {
            throw new RefusedRequest(Status.CONFLICT, Message.of("no permission to write `%s`", e.getFile()));
        } catch (FailedWrite e) {
            throw new RefusedRequest(Status.CONFLICT, e.what());
        } catch (IOException e) {
            throw new RefusedRequest(
                    Status.CONFLICT, Message.of("nothing was written: %s", String.valueOf(e.getMessage())));
        } finally {
            draft.keeping().saved();
        }
        Message kept = rereading.reread();
        return Reply.json(new Saved(
                Contract.SCHEMA, List.copyOf(plan.texts().keySet()), kept == null ? null : wording.say(kept)));
    }

    /** Returns the files as saving would write them, for users whose pack cannot be written. */
    private Reply zip() throws RefusedRequest {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (SavePlan.Change one : SavePlan.of(draft).changes()) {
                ZipEntry entry = new ZipEntry(one.name());
                entry.setTime(0); // the same edits give the same bytes
                zip.putNextEntry(entry);
                zip.write(one.after().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Reply.file("application/zip", "rules.zip", out.toByteArray());
    }
}
