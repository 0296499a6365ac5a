package dev.winnow.serve.internal.rules;

import dev.winnow.language.PackException;
import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Status;
import dev.winnow.workbench.internal.edit.LineEnds;
import dev.winnow.workbench.internal.edit.MergedText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The unsaved edits of the files of a pack. Files are named relative to the pack's folder, such as
 * {@code cases/demand.yaml}. Thread-safe.
 */
public final class RuleDraft {

    private static final Pattern NEW_FILE = Pattern.compile("(cases/)?[A-Za-z0-9][A-Za-z0-9_-]*\\.(drl|yaml)");

    private final Path folder;
    private State now;

    /** The last reading, whose parsed files later readings take over. */
    private volatile @Nullable PackFiles last;

    private final Keeping keeping;

    /** Keeps edits over the end of the program. */
    public interface Keeping {

        /** Keeps nothing. */
        Keeping NOTHING = edits -> {};

        /**
         * Keeps the edits.
         *
         * @param edits the edits as a file; null if there are none
         */
        void keep(byte @Nullable [] edits) throws RefusedRequest;

        /**
         * Keeps the texts of files that are about to be saved, so that all are, even if the program is killed.
         *
         * @param texts the texts by name
         */
        default void saving(Map<String, String> texts) throws RefusedRequest {}

        /** Keeps that the files were saved, or will not be. */
        default void saved() throws RefusedRequest {}
    }

    /**
     * Begins with edits that were kept.
     *
     * @param edits the edits as a file; null if there are none
     * @param keeping keeps the edits at each change, before it is shown
     */
    public RuleDraft(Path folder, byte @Nullable [] edits, Keeping keeping) {
        this.folder = folder;
        this.keeping = keeping;
        this.now = new State(0, KeptEdits.read(edits));
    }

    /**
     * An edited file.
     *
     * @param text its whole text, with the line ends of the file
     * @param base the digest of the file on disk that the edits began with; empty if there was none
     * @param original the text of that file; null if there was none, or it is no longer known
     */
    record Edited(String text, String base, @Nullable String original) {}

    /**
     * The edits at a time. Immutable.
     *
     * @param revision a number that grows with each change
     * @param edited the edited files by name
     */
    record State(long revision, NavigableMap<String, Edited> edited) {

        State {
            edited = Collections.unmodifiableNavigableMap(new TreeMap<>(edited));
        }

        Map<String, String> texts() {
            Map<String, String> texts = new TreeMap<>();
            edited.forEach((name, one) -> texts.put(name, one.text()));
            return texts;
        }
    }

    /**
     * The files of the pack with the edits, as they would be saved.
     *
     * @param revision the revision of the edits
     * @param files the files
     * @param opening the problems found while the files were opened
     * @param edited the names of the edited files
     */
    public record Files(long revision, PackFiles files, List<Problem> opening, List<String> edited) {

        public Files {
            opening = List.copyOf(opening);
            edited = List.copyOf(edited);
        }
    }

    synchronized State now() {
        return now;
    }

    /** Returns the folder of the pack. */
    public Path folder() {
        return folder;
    }

    Keeping keeping() {
        return keeping;
    }

    /** Returns a number that grows with each change. */
    public long revision() {
        return now().revision();
    }

    /**
     * Requires that nothing was edited since texts were made, which would replace the newer edits.
     *
     * @param revision the revision of the edits from which the texts were made
     */
    private void requireNoneSince(long revision) throws RefusedRequest {
        if (now.revision() != revision) {
            throw new RefusedRequest(
                    Status.CONFLICT,
                    Message.of("the files or their edits changed in the meantime; look at them again"));
        }
    }

    /** Reads the files of the pack with the edits. */
    public Files files() throws RefusedRequest {
        State state = now();
        List<Problem> opening = new ArrayList<>();
        try {
            PackFiles files = PackFiles.read(folder, state.texts(), opening).keepingParsed(last);
            last = files;
            return new Files(
                    state.revision(), files, opening, List.copyOf(state.edited().keySet()));
        } catch (PackException e) {
            throw new RefusedRequest(Status.CONFLICT, e.problems().get(0).what());
        }
    }

    /** Reads the files of the pack as they are on disk. */
    public PackFiles onDisk() throws RefusedRequest {
        try {
            return PackFiles.read(folder, new ArrayList<>());
        } catch (PackException e) {
            throw new RefusedRequest(Status.CONFLICT, e.problems().get(0).what());
        }
    }

    /**
     * Replaces the texts of files of the pack. A file whose text becomes that of the disk is no longer edited.
     *
     * @param texts texts by name; line ends become those of each file
     * @param revision the revision of the edits from which the texts were made
     * @throws RefusedRequest if the pack has no such file, a text is too large, or there are newer edits; nothing
     *     changes then
     */
    synchronized void put(Map<String, String> texts, long revision) throws RefusedRequest {
        requireNoneSince(revision);
        put(texts, Map.of(), Map.of());
    }

    /**
     * Replaces the texts of files of the pack.
     *
     * @param texts texts by name; line ends become those of each file
     * @param seen the digest of the file on disk that the author of a text saw, by name; used for a file without edits
     * @param was the text that its author had before, by name; with another one, the edits of both are merged
     * @return the names of the merged files
     * @throws RefusedRequest if both edited the same lines; nothing changes then
     */
    synchronized List<String> put(Map<String, String> texts, Map<String, String> seen, Map<String, String> was)
            throws RefusedRequest {
        PackFiles disk = onDisk();
        for (String name : texts.keySet()) {
            if (disk.raw(name) == null && !now.edited().containsKey(name)) {
                throw unknown(name);
            }
        }
        Map<String, String> all = new TreeMap<>(texts);
        List<String> merged = new ArrayList<>();
        for (Map.Entry<String, String> one : was.entrySet()) {
            String name = one.getKey();
            Edited edited = now.edited().get(name);
            String present =
                    LineEnds.plain(Objects.requireNonNullElse(edited == null ? disk.raw(name) : edited.text(), ""));
            String text = LineEnds.plain(Objects.requireNonNullElse(texts.get(name), present));
            if (!one.getValue().equals(present) && !text.equals(present)) {
                MergedText both = MergedText.of(one.getValue(), text, present);
                if (both.overlaps() > 0) {
                    throw new RefusedRequest(
                            Status.CONFLICT, Message.of("another page or program edited the same lines of `%s`", name));
                }
                all.put(name, both.text());
                merged.add(name);
            }
        }
        replace(disk, now.edited(), all, seen);
        return merged;
    }

    /**
     * Adds files to the pack, or replaces their texts.
     *
     * @param revision the revision of the edits from which the texts were made
     * @throws RefusedRequest if a name does not belong in a pack, a text is too large, or there are newer edits; nothing
     *     changes then
     */
    synchronized void add(Map<String, String> texts, long revision) throws RefusedRequest {
        requireNoneSince(revision);
        PackFiles disk = onDisk();
        for (String name : texts.keySet()) {
            if (disk.raw(name) == null && !NEW_FILE.matcher(name).matches()) {
                throw unknown(name);
            }
        }
        replace(disk, now.edited(), texts, Map.of());
    }

    /** Replaces texts among the given edits. If one is refused, nothing changes. */
    private void replace(
            PackFiles disk, NavigableMap<String, Edited> edited, Map<String, String> texts, Map<String, String> seen)
            throws RefusedRequest {
        List<Problem> problems = new ArrayList<>();
        PackFiles.of(folder.toString(), texts, problems);
        if (!problems.isEmpty()) {
            throw new RefusedRequest(Status.UNPROCESSABLE, problems.get(0).what());
        }
        NavigableMap<String, Edited> next = new TreeMap<>(edited);
        texts.forEach((name, text) -> {
            String saved = disk.raw(name);
            Edited before = next.get(name);
            String digest = Digest.of(saved);
            String base = before != null ? before.base() : seen.getOrDefault(name, digest);
            String original = before != null ? before.original() : base.equals(digest) ? saved : null;
            String after = LineEnds.like(LineEnds.plain(text), before != null ? before.text() : saved);
            if (after.equals(saved)) {
                next.remove(name);
            } else {
                next.put(name, new Edited(after, base, original));
            }
        });
        become(next);
    }

    /**
     * Resolves a conflict: replaces the edit of a file by a text based on the version on disk.
     *
     * @param text the whole text
     * @param seen the digest of the file on disk, as the user saw it; empty if it is not there
     * @throws RefusedRequest if the file on disk is another one by now, or the text is too large; nothing changes then
     */
    synchronized void settle(String name, String text, String seen) throws RefusedRequest {
        Edited before = now.edited().get(name);
        if (before == null) {
            throw unknown(name);
        }
        PackFiles disk = onDisk();
        if (!Digest.of(disk.raw(name)).equals(seen)) {
            throw new RefusedRequest(Status.CONFLICT, Message.of("`%s` has been changed in the meantime", name));
        }
        NavigableMap<String, Edited> next = new TreeMap<>(now.edited());
        next.put(name, new Edited(before.text(), seen, disk.raw(name)));
        replace(disk, next, Map.of(name, text), Map.of());
    }

    /** Removes the edits of files. */
    synchronized void discard(Collection<String> names) throws RefusedRequest {
        NavigableMap<String, Edited> next = new TreeMap<>(now.edited());
        names.forEach(next::remove);
        become(next);
    }

    /**
     * Ends the edits that were saved. A file that was edited again meanwhile stays edited.
     *
     * @param from the edits that were saved
     * @param written the texts that were written, by name
     */
    synchronized void saved(State from, Map<String, String> written) throws RefusedRequest {
        NavigableMap<String, Edited> next = new TreeMap<>(now.edited());
        written.forEach((name, text) -> next.computeIfPresent(
                name,
                (same, one) ->
                        one.equals(from.edited().get(name)) ? null : new Edited(one.text(), Digest.of(text), text)));
        become(next);
    }

    private void become(NavigableMap<String, Edited> edited) throws RefusedRequest {
        if (!edited.equals(now.edited())) {
            keeping.keep(KeptEdits.write(edited));
            now = new State(now.revision() + 1, edited);
        }
    }

    static RefusedRequest unknown(@Nullable String name) {
        return new RefusedRequest(Status.NOT_FOUND, Message.of("the pack has no file `%s`", String.valueOf(name)));
    }
}
