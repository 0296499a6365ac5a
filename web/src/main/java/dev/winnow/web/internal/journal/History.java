package dev.winnow.web.internal.journal;

import dev.winnow.web.internal.journal.JournalEntry.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of a work with the steps that can be undone and repeated. Equal entries give equal histories.
 * Not thread-safe.
 */
public final class History {

    private static final int MAX_STEPS = 5_000;

    /** Maximum number of bytes that the steps keep. */
    private static final long MAX_BYTES = 200_000_000;

    /** A step, with the edits that undo and repeat it. */
    private record Step(String what, List<FileEdit> back, List<FileEdit> forth) {

        private long bytes() {
            return bytes(back) + bytes(forth);
        }

        private static long bytes(List<FileEdit> edits) {
            return edits.stream()
                    .mapToLong(edit -> edit.middle() == null ? 0 : edit.middle().length)
                    .sum();
        }
    }

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private WorkFiles files = WorkFiles.NONE;
    private List<FileEdit> saving = List.of();
    private long revision;
    private long bytes;

    /** Returns the files as they are now. */
    public WorkFiles files() {
        return files;
    }

    /** Returns the number of entries so far. */
    public long revision() {
        return revision;
    }

    /** Whether nothing was added yet. */
    boolean isNew() {
        return files.names().isEmpty() && done.isEmpty() && undone.isEmpty();
    }

    /** Returns the step that is undone next; null if there is none. */
    public @Nullable String undoable() {
        return done.isEmpty() ? null : done.getLast().what();
    }

    /** Returns the step that is repeated next; null if there is none. */
    public @Nullable String redoable() {
        return undone.isEmpty() ? null : undone.getLast().what();
    }

    /** Returns the files of a save that was begun and not ended; empty if there is none. */
    public List<FileEdit> saving() {
        return saving;
    }

    /** Returns the files as an entry leaves them. Nothing changes. */
    public WorkFiles after(JournalEntry entry) {
        return switch (entry.kind()) {
            case STEP, CHANGE -> files.edited(entry.edits());
            case UNDO -> done.isEmpty() ? files : files.edited(done.getLast().back());
            case REDO ->
                undone.isEmpty() ? files : files.edited(undone.getLast().forth());
            case SAVE, SAVED -> files;
        };
    }

    /** Adds an entry. */
    public void add(JournalEntry entry) {
        WorkFiles next = after(entry);
        switch (entry.kind()) {
            case STEP -> step(entry, next);
            case UNDO -> move(done, undone);
            case REDO -> move(undone, done);
            case SAVE -> saving = entry.edits();
            case SAVED -> saving = List.of();
            case CHANGE -> {}
        }
        files = next;
        revision++;
    }

    private void step(JournalEntry entry, WorkFiles next) {
        WorkFiles before = files;
        if (entry.joins() && !done.isEmpty() && done.getLast().what().equals(entry.what())) {
            Step joined = done.removeLast();
            bytes -= joined.bytes();
            before = files.edited(joined.back());
        }
        Step step = new Step(entry.what(), next.editsTo(before), before.editsTo(next));
        done.addLast(step);
        bytes += step.bytes();
        undone.forEach(one -> bytes -= one.bytes());
        undone.clear();
        while (done.size() > MAX_STEPS || (bytes > MAX_BYTES && done.size() > 1)) {
            bytes -= done.removeFirst().bytes();
        }
    }

    private static void move(Deque<Step> from, Deque<Step> to) {
        if (!from.isEmpty()) {
            to.addLast(from.removeLast());
        }
    }

    /** Returns the fewest entries that give an equal history, apart from its revision. */
    List<JournalEntry> entries() {
        WorkFiles start = files;
        for (Step step : (Iterable<Step>) done::descendingIterator) {
            start = start.edited(step.back());
        }
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(JournalEntry.of(Kind.CHANGE, WorkFiles.NONE.editsTo(start)));
        done.forEach(step -> entries.add(new JournalEntry(Kind.STEP, step.what(), false, step.forth())));
        undone.descendingIterator()
                .forEachRemaining(step -> entries.add(new JournalEntry(Kind.STEP, step.what(), false, step.forth())));
        for (int i = 0; i < undone.size(); i++) {
            entries.add(JournalEntry.of(Kind.UNDO));
        }
        if (!saving.isEmpty()) {
            entries.add(JournalEntry.of(Kind.SAVE, saving));
        }
        return entries;
    }

    /** Begins with another revision, which a compacted journal keeps. */
    void beginAt(long number) {
        revision = number;
    }
}
