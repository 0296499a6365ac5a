package dev.winnow.serve.internal.rules;

import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.model.source.FailedWrite;
import dev.winnow.model.source.Message;
import dev.winnow.serve.internal.rules.RuleDraft.Edited;
import dev.winnow.serve.internal.rules.RuleDraft.State;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.workbench.internal.edit.Draft;
import dev.winnow.workbench.internal.edit.RuleFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files as saving would write them: the unsaved edits, with rule files formatted.
 *
 * @param state the edits
 * @param disk the files on disk
 * @param changes the files to write
 * @param conflicts the names of edited files that changed on disk after their edits began; they are not written
 */
record SavePlan(State state, PackFiles disk, List<Change> changes, List<String> conflicts) {

    private static final String RULES = ".drl";

    /**
     * A file to write.
     *
     * @param before the file on disk; null if there is none
     */
    record Change(String name, @Nullable String before, String after) {}

    static SavePlan of(RuleDraft draft) throws RefusedRequest {
        State state = draft.now();
        PackFiles disk = draft.onDisk();
        PackFiles files = disk.with(state.texts());
        List<Change> changes = new ArrayList<>();
        List<String> conflicts = new ArrayList<>();
        state.edited().forEach((name, one) -> {
            if (one.base().equals(Digest.of(disk.raw(name)))) {
                changes.add(new Change(name, disk.raw(name), formatted(files, name, one)));
            } else {
                conflicts.add(name);
            }
        });
        return new SavePlan(state, disk, changes, conflicts);
    }

    private static String formatted(PackFiles files, String name, Edited one) {
        String formatted = name.endsWith(RULES)
                ? RuleFormat.formatted(files, name.substring(0, name.length() - RULES.length()))
                : null;
        return formatted == null ? one.text() : formatted;
    }

    /** Returns a digest of the changes, by which a request to save names the plan that the user saw. */
    String digest() {
        StringBuilder all = new StringBuilder();
        for (Change one : changes) {
            all.append(one.name())
                    .append(' ')
                    .append(Digest.of(one.before()))
                    .append(' ')
                    .append(Digest.of(one.after()))
                    .append('\n');
        }
        return Digest.of(all.toString());
    }

    /** Returns the texts to write by name. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        changes.forEach(one -> texts.put(one.name(), one.after()));
        return texts;
    }

    /**
     * Writes all files or none. Links are not followed.
     *
     * @throws IOException if a file cannot be written, or has changed since the plan was made
     */
    void write() throws IOException {
        List<Draft.Change> writes = new ArrayList<>();
        for (Change one : changes) {
            Path path = disk.path(one.name());
            for (Path at = path; at != null && !at.equals(disk.path("")); at = at.getParent()) {
                if (Files.isSymbolicLink(at)) {
                    throw new FailedWrite(Message.of("`%s` is a link; links are not allowed in a pack", one.name()));
                }
            }
            if (!one.after().equals(one.before())) {
                writes.add(new Draft.Change(path, one.before(), one.after(), "", null));
            }
        }
        new Draft(writes, List.of(), null, null).write();
    }
}
