package dev.winnow.web.internal.workbench;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.engine.Progress;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.report.i18n.Wording;
import dev.winnow.tables.internal.answers.LaidAnswers;
import dev.winnow.tables.internal.cells.UnreadableTable;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Status;
import dev.winnow.web.internal.journal.FileEdit;
import dev.winnow.web.internal.journal.JournalEntry;
import dev.winnow.web.internal.journal.JournalEntry.Kind;
import dev.winnow.web.internal.journal.KeptWork;
import dev.winnow.web.internal.journal.WorkFiles;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The work of the user of this server, with the steps that can be undone. Each step is kept before it is shown. All
 * views show its current snapshot. Thread-safe: while a change is screened, readers get the state before it.
 */
public final class Session {

    private final SessionInput given;
    private final KeptWork kept;
    private final List<Consumer<Snapshot>> followers = new CopyOnWriteArrayList<>();
    private volatile Snapshot first;
    private volatile Snapshot now;
    private volatile @Nullable String undoable;
    private volatile @Nullable String redoable;
    private volatile @Nullable String news;
    private Snapshot unanswered;

    /**
     * Begins with a screening, and goes on with the files of the work.
     *
     * @param kept the work, which is kept at each step
     * @param request the request of the screening, with the universe as the pack reads it
     * @throws RefusedRequest if the files of the work cannot be read
     */
    public Session(SessionInput given, KeptWork kept, ScreeningRequest request, ScreeningResult result, Insight insight)
            throws RefusedRequest {
        this.given = given;
        this.kept = kept;
        this.first = new Snapshot(0, Work.of(request), null, request, result, insight);
        this.now = first;
        this.unanswered = first;
        become(snapshot(kept.history().files(), kept.history().revision()));
    }

    public SessionInput given() {
        return given;
    }

    public Wording wording() {
        return given.wording();
    }

    /** Returns the screening without lists and answers, by the current pack. */
    public Snapshot first() {
        return first;
    }

    public Snapshot now() {
        return now;
    }

    /** Calls a function with each later state of the work. It must return at once. */
    public void follow(Consumer<Snapshot> follower) {
        followers.add(follower);
    }

    /** Shows a state after the history has it. */
    private Snapshot become(Snapshot next) {
        undoable = kept.history().undoable();
        redoable = kept.history().redoable();
        now = next;
        followers.forEach(one -> one.accept(next));
        return next;
    }

    /** Returns the current screening without the answers, with which their effect is compared. */
    public synchronized Snapshot unanswered() throws RefusedRequest {
        Work work = now.work();
        if (!work.isOverBaseOf(unanswered.work())) {
            unanswered = work.answers() == null
                    ? now
                    : screened(now.revision(), work.with(work.files().with(KeptWork.ANSWERS, null)));
        }
        return unanswered;
    }

    /**
     * Changes the files of the work, screens them and keeps the step. Nothing changes if that fails.
     *
     * @param what the step, as the user undoes it, such as “answers”
     * @param continues whether the step joins one of the same name just before it, so that both are undone together
     */
    public synchronized Snapshot change(Message what, boolean continues, Change change) throws RefusedRequest {
        WorkFiles before = kept.history().files();
        JournalEntry step =
                new JournalEntry(Kind.STEP, given.wording().say(what), continues, before.editsTo(change.of(before)));
        return add(step, () -> kept.add(step));
    }

    /** A change of the files of the work. */
    @FunctionalInterface
    public interface Change {
        WorkFiles of(WorkFiles files) throws RefusedRequest;
    }

    private Snapshot add(JournalEntry entry, Write write) throws RefusedRequest {
        Snapshot next = snapshot(kept.history().after(entry), kept.history().revision() + 1);
        keep(write);
        return become(next);
    }

    private Snapshot add(Kind kind) throws RefusedRequest {
        JournalEntry entry = JournalEntry.of(kind);
        return add(entry, () -> kept.add(entry));
    }

    private interface Write {
        void run() throws IOException;
    }

    private void keep(JournalEntry entry) throws RefusedRequest {
        keep(() -> kept.add(entry));
    }

    private static void keep(Write write) throws RefusedRequest {
        try {
            write.run();
        } catch (IOException e) {
            throw new RefusedRequest(
                    Status.FAILED,
                    Message.of("the workspace cannot be written: %s", String.valueOf(e.getMessage()))
                            .with(Message.of("nothing was changed")));
        }
    }

    /** Returns what changed on disk, or cannot be read there; null if nothing did. */
    @Nullable
    public String news() {
        return news;
    }

    /** Shows what changed on disk, or cannot be read there; null for nothing. */
    public void tell(@Nullable Message what) {
        news = what == null ? null : given.wording().say(what);
    }

    /** Returns the step that {@link #undo} undoes; null if there is none. */
    @Nullable
    public String undoable() {
        return undoable;
    }

    /** Returns the step that {@link #redo} repeats; null if there is none. */
    @Nullable
    public String redoable() {
        return redoable;
    }

    /** Undoes the last step, if there is one. */
    public synchronized Snapshot undo() throws RefusedRequest {
        return undoable == null ? now : add(Kind.UNDO);
    }

    /** Repeats the step that was undone last, if there is one. */
    public synchronized Snapshot redo() throws RefusedRequest {
        return redoable == null ? now : add(Kind.REDO);
    }

    /**
     * Takes over what other programs changed in the files of the work, as a step that can be undone.
     *
     * @return whether anything was changed
     */
    public synchronized boolean takeOver() throws RefusedRequest {
        try {
            List<FileEdit> edits = kept.changedOnDisk();
            if (edits.isEmpty()) {
                return false;
            }
            Message what = Message.of(
                    "changed on disk: %s", edits.stream().map(FileEdit::name).toList());
            JournalEntry step = new JournalEntry(Kind.STEP, given.wording().say(what), false, edits);
            add(step, () -> kept.addWritten(step));
            tell(what);
            return true;
        } catch (IOException e) {
            throw new RefusedRequest(
                    Status.FAILED, Message.of("the workspace cannot be read: %s", String.valueOf(e.getMessage())));
        }
    }

    /** Keeps files of the pack that are about to be written, so that all are, even if the program is killed. */
    public synchronized void saving(WorkFiles files) throws RefusedRequest {
        keep(() -> kept.saving(files));
    }

    /** Keeps that the files were written, or will not be. */
    public synchronized void saved() throws RefusedRequest {
        keep(kept::saved);
    }

    /** Keeps a file that undo leaves alone, such as the unsaved edits of rules. */
    public synchronized void keepBeside(String name, byte @Nullable [] content) throws RefusedRequest {
        WorkFiles files = kept.history().files();
        List<FileEdit> edits = files.editsTo(files.with(name, content));
        if (!edits.isEmpty()) {
            keep(JournalEntry.of(Kind.CHANGE, edits));
        }
    }

    /** Returns a file that {@link #keepBeside} kept; null if there is none. */
    public synchronized byte @Nullable [] keptBeside(String name) {
        return kept.history().files().get(name);
    }

    /**
     * Screens with another pack in all states of the work, since its files changed. This is no step that can be undone.
     *
     * @param read the pack, and the universe as it reads it
     */
    public synchronized Snapshot reread(ScreeningRequest read) throws RefusedRequest {
        Work over = now.work().over(read);
        Snapshot begun = screened(0, Work.of(read));
        JournalEntry nothing = JournalEntry.of(Kind.CHANGE, List.of());
        Snapshot next = over.screensAs(begun.work())
                ? begun.at(kept.history().revision() + 1, over)
                : screened(kept.history().revision() + 1, over);
        keep(nothing);
        first = begun;
        return become(next);
    }

    /** Returns the request for the screening of a state of the work, with its answers. */
    public static ScreeningRequest request(Work work) throws RefusedRequest {
        try {
            LaidAnswers laid = work.laid();
            return laid == null ? work.base() : work.base().over(laid.universe());
        } catch (UnreadableTable e) {
            throw new RefusedRequest(Status.UNPROCESSABLE, e.problem().what());
        }
    }

    private Snapshot snapshot(WorkFiles files, long revision) throws RefusedRequest {
        Work work = work(files);
        Snapshot before = now;
        return work.screensAs(before.work()) ? before.at(revision, work) : screened(revision, work);
    }

    private Work work(WorkFiles files) throws RefusedRequest {
        Work before = now.work();
        return before.hasCandidatesOf(files)
                ? before.with(files)
                : before.with(files).adding(given.candidates().in(files, before.given()));
    }

    private Snapshot screened(long revision, Work work) throws RefusedRequest {
        try {
            LaidAnswers laid = work.laid();
            ScreeningRequest request = laid == null ? work.base() : work.base().over(laid.universe());
            ScreeningResult result = request.screen(Progress.NONE);
            return new Snapshot(revision, work, laid, request, result, Insight.of(result));
        } catch (UnreadableTable e) {
            throw new RefusedRequest(Status.UNPROCESSABLE, e.problem().what());
        } catch (PackException e) {
            throw new RefusedRequest(Status.UNPROCESSABLE, e.problems().get(0).what());
        }
    }
}
