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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The work of the user of this server, in memory, with the steps that can be undone. All views show its current
 * snapshot. Thread-safe: while a change is screened, readers get the state before it.
 */
public final class Session {

    private static final int MAX_STEPS = 200;

    /** A state to return to, and the step that led away from it. */
    private record Step(Message what, Work work) {}

    private final SessionInput given;
    private volatile Snapshot first;
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private final List<Consumer<Snapshot>> followers = new CopyOnWriteArrayList<>();
    private volatile Snapshot now;
    private volatile @Nullable Message undoable;
    private volatile @Nullable Message redoable;
    private Snapshot unanswered;

    /**
     * Begins with a screening.
     *
     * @param request the request of the screening, with the universe as the pack reads it
     */
    public Session(SessionInput given, ScreeningRequest request, ScreeningResult result, Insight insight) {
        this.given = given;
        this.first = new Snapshot(0, Work.of(request), null, request, result, insight);
        this.now = first;
        this.unanswered = first;
    }

    public SessionInput given() {
        return given;
    }

    public Wording wording() {
        return given.wording();
    }

    /** Returns the screening of the initial work, by the current pack. */
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

    private void become(Snapshot next) {
        undoable = last(done);
        redoable = last(undone);
        now = next;
        followers.forEach(one -> one.accept(next));
    }

    /** Returns the current screening without the answers of this session, with which their effect is compared. */
    public synchronized Snapshot unanswered() throws RefusedRequest {
        Work work = now.work();
        if (!work.isOverBaseOf(unanswered.work())) {
            unanswered = work.answers() == null ? now : screened(work.answered(null));
        }
        return unanswered;
    }

    /**
     * Changes the work and screens it. Nothing changes if that fails.
     *
     * @param what the step, as the user undoes it, such as “answers”
     * @param continues whether the step joins one of the same name just before it, so that both are undone together
     */
    public synchronized Snapshot change(Message what, boolean continues, UnaryOperator<Work> change)
            throws RefusedRequest {
        Work before = now.work();
        Snapshot next = screened(change.apply(before));
        if (!(continues && !done.isEmpty() && done.getLast().what().equals(what))) {
            done.addLast(new Step(what, before));
            if (done.size() > MAX_STEPS) {
                done.removeFirst();
            }
        }
        undone.clear();
        become(next);
        return next;
    }

    /** Returns the step that {@link #undo} undoes; null if there is none. */
    @Nullable
    public Message undoable() {
        return undoable;
    }

    /** Returns the step that {@link #redo} repeats; null if there is none. */
    @Nullable
    public Message redoable() {
        return redoable;
    }

    /** Undoes the last step, if there is one. */
    public synchronized Snapshot undo() throws RefusedRequest {
        return move(done, undone);
    }

    /** Repeats the step that was undone last, if there is one. */
    public synchronized Snapshot redo() throws RefusedRequest {
        return move(undone, done);
    }

    /**
     * Screens with another pack in all states of the work, since its files changed. This is no step that can be undone.
     *
     * @param read the pack, and the universe as it reads it
     */
    public synchronized Snapshot reread(ScreeningRequest read) throws RefusedRequest {
        UnaryOperator<Work> over = Work.allOver(read);
        Snapshot next = screened(over.apply(now.work()));
        Snapshot begun = done.isEmpty() ? next : screened(Work.of(read));
        for (Deque<Step> steps : List.of(done, undone)) {
            List<Step> again = steps.stream()
                    .map(step -> new Step(step.what(), over.apply(step.work())))
                    .toList();
            steps.clear();
            steps.addAll(again);
        }
        first = begun;
        become(next);
        return next;
    }

    private static @Nullable Message last(Deque<Step> steps) {
        return steps.isEmpty() ? null : steps.getLast().what();
    }

    private Snapshot move(Deque<Step> from, Deque<Step> to) throws RefusedRequest {
        Step step = from.peekLast();
        if (step != null) {
            Snapshot next = screened(step.work());
            from.removeLast();
            to.addLast(new Step(step.what(), now.work()));
            become(next);
        }
        return now;
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

    private Snapshot screened(Work work) throws RefusedRequest {
        try {
            LaidAnswers laid = work.laid();
            ScreeningRequest request = laid == null ? work.base() : work.base().over(laid.universe());
            ScreeningResult result = request.screen(Progress.NONE);
            return new Snapshot(now.revision() + 1, work, laid, request, result, Insight.of(result));
        } catch (UnreadableTable e) {
            throw new RefusedRequest(Status.UNPROCESSABLE, e.problem().what());
        } catch (PackException e) {
            throw new RefusedRequest(Status.UNPROCESSABLE, e.problems().get(0).what());
        }
    }
}
