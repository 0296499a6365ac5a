package dev.winnow.web.internal.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The files of a user's work by name, relative to the workspace: {@code lists/offers.xlsx}. Immutable. */
public final class WorkFiles {

    /** No files. */
    public static final WorkFiles NONE = new WorkFiles(Collections.emptyNavigableMap());

    private final NavigableMap<String, byte[]> contents;

    private WorkFiles(NavigableMap<String, byte[]> contents) {
        this.contents = contents;
    }

    /** Returns the content of a file, which is not copied; null if there is none. */
    public byte @Nullable [] get(String name) {
        return contents.get(name);
    }

    /** Returns the names of all files, sorted. */
    public NavigableSet<String> names() {
        return Collections.unmodifiableNavigableSet(contents.navigableKeySet());
    }

    /** Returns the number of bytes of all files. */
    public long size() {
        return contents.values().stream().mapToLong(content -> content.length).sum();
    }

    /**
     * Returns these files with another content of one.
     *
     * @param content the content, which is not copied; null to remove the file
     */
    public WorkFiles with(String name, byte @Nullable [] content) {
        NavigableMap<String, byte[]> changed = new TreeMap<>(contents);
        if (content == null) {
            changed.remove(name);
        } else {
            changed.put(name, content);
        }
        return new WorkFiles(changed);
    }

    /** Returns the files whose names start with a prefix, such as {@code lists/}. */
    public WorkFiles within(String prefix) {
        return new WorkFiles(contents.subMap(prefix, true, prefix + Character.MAX_VALUE, false));
    }

    /** Returns the edits that make other files of these. */
    public List<FileEdit> editsTo(WorkFiles other) {
        NavigableSet<String> names = new TreeSet<>(contents.keySet());
        names.addAll(other.contents.keySet());
        List<FileEdit> edits = new ArrayList<>();
        for (String name : names) {
            byte[] before = get(name);
            byte[] after = other.get(name);
            if (!Arrays.equals(before, after)) {
                edits.add(FileEdit.between(name, before, after));
            }
        }
        return edits;
    }

    /** Returns these files after edits. */
    public WorkFiles edited(List<FileEdit> edits) {
        WorkFiles edited = this;
        for (FileEdit edit : edits) {
            edited = edited.with(edit.name(), edit.applied(edited.get(edit.name())));
        }
        return edited;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof WorkFiles files
                        && contents.keySet().equals(files.contents.keySet())
                        && contents.entrySet().stream()
                                .allMatch(one -> Arrays.equals(one.getValue(), files.get(one.getKey()))));
    }

    @Override
    public int hashCode() {
        return contents.keySet().hashCode();
    }
}
