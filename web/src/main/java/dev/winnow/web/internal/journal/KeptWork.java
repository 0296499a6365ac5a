package dev.winnow.web.internal.journal;

import dev.winnow.web.internal.journal.JournalEntry.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The work of a workspace: its journal, and its files in the folder, which commands and other programs read and change.
 * An entry is in the journal before its files are written. Files that a kill or a power cut left behind are written
 * again when the work is opened. Not thread-safe.
 */
public final class KeptWork implements Closeable {

    /** The settings of the workspace, with the use of its lists. */
    public static final String SETTINGS = "workspace.yaml";

    /** The answers, as a file of the form of questions. */
    public static final String ANSWERS = "answers.json";

    /** The folder of the lists of candidates, each with its mapping beside it. */
    public static final String LISTS = "lists/";

    /** The unsaved edits of rules. */
    public static final String DRAFTS = "drafts.json";

    /** The folder of the journal and of the address of the server. */
    public static final String OWN = ".winnow";

    /** Maximum size of a file, as for a list that is dropped. */
    private static final long MAX_BYTES = 40_000_000;

    /** The names of files of a pack. */
    private static final Pattern OF_PACK = Pattern.compile("(cases/)?[A-Za-z0-9][A-Za-z0-9_-]*\\.(drl|yaml)");

    /** The time and the size of a file when it was last written or read. */
    private record Stamp(long time, long size) {}

    private final Journal journal;
    private final @Nullable Path folder;
    private final Map<String, Stamp> seen = new HashMap<>();
    private final Set<String> unwritten = new TreeSet<>();

    private KeptWork(Journal journal, @Nullable Path folder) {
        this.journal = journal;
        this.folder = folder;
    }

    /** Returns a work that ends with the program. */
    public static KeptWork inMemory() {
        return new KeptWork(Journal.inMemory(), null);
    }

    /** Opens the work in a folder without changing anything there; steps end with the program. */
    public static KeptWork reading(Path folder) throws IOException {
        KeptWork work = new KeptWork(Journal.inMemory(), folder);
        WorkFiles files = work.onDisk(false);
        work.journal.add(JournalEntry.of(Kind.CHANGE, WorkFiles.NONE.editsTo(files)));
        return new KeptWork(work.journal, null);
    }

    /** Opens the work in a folder, whose journal other programs then cannot open. */
    public static KeptWork open(Path folder) throws IOException {
        Path file = OwnerOnly.folder(folder.resolve(OWN)).resolve("journal");
        long time = stampOf(file).time();
        JournalStorage storage = JournalFile.open(file);
        Journal journal;
        try {
            journal = Journal.open(storage);
        } catch (IOException e) {
            storage.close();
            throw e;
        }
        KeptWork work = new KeptWork(journal, folder);
        if (journal.history().isNew()) {
            journal.add(JournalEntry.of(Kind.CHANGE, WorkFiles.NONE.editsTo(work.onDisk(false))));
        } else if (!work.endedAt(journal.history().revision())) {
            work.writeLostFiles(time);
        }
        Files.deleteIfExists(ending(folder));
        return work;
    }

    private static Path ending(Path folder) {
        return folder.resolve(OWN).resolve("ended");
    }

    /** Whether the work was closed after an entry, so that all its files were written. */
    private boolean endedAt(long revision) throws IOException {
        Path ended = ending(folder());
        return Files.isRegularFile(ended) && Files.readString(ended).equals(String.valueOf(revision));
    }

    private Path folder() {
        if (folder == null) {
            throw new IllegalStateException("this work has no folder");
        }
        return folder;
    }

    /** Returns the history of the work. */
    public History history() {
        return journal.history();
    }

    /** Keeps an entry and writes the files that it changes. Nothing changes if it cannot be kept. */
    public void add(JournalEntry entry) throws IOException {
        WorkFiles before = history().files();
        journal.add(entry);
        if (folder != null) {
            before.editsTo(history().files()).forEach(edit -> unwritten.add(edit.name()));
            writeUnwritten();
        }
    }

    /** Keeps an entry whose files other programs wrote. They are not written again: they may be newer by now. */
    public void addWritten(JournalEntry entry) throws IOException {
        journal.add(entry);
    }

    /** Writes the files that lag behind the journal. A file that cannot be written is tried again later. */
    private void writeUnwritten() {
        for (String name : List.copyOf(unwritten)) {
            try {
                write(name);
                unwritten.remove(name);
            } catch (IOException e) {
                // the journal has its content
            }
        }
    }

    /** Keeps files outside the work that are about to be written, so that all are, even if the program is killed. */
    public void saving(WorkFiles files) throws IOException {
        journal.add(JournalEntry.of(Kind.SAVE, WorkFiles.NONE.editsTo(files)));
    }

    /**
     * Writes the files of a save that a kill ended, and drops their unsaved edits.
     *
     * @param pack the folder of the pack
     * @param without returns the file of unsaved edits without those of some files
     */
    public void finishSave(Path pack, BiFunction<byte @Nullable [], Set<String>, byte @Nullable []> without)
            throws IOException {
        WorkFiles unended = WorkFiles.NONE.edited(history().saving());
        if (unended.names().isEmpty()) {
            return;
        }
        for (String name : unended.names()) {
            Path file = pack.resolve(name);
            if (!Files.isSymbolicLink(file) && !Files.isSymbolicLink(file.getParent())) {
                OwnerOnly.write(file, Objects.requireNonNull(unended.get(name)));
            }
        }
        WorkFiles files = history().files();
        add(JournalEntry.of(
                Kind.CHANGE, files.editsTo(files.with(DRAFTS, without.apply(files.get(DRAFTS), unended.names())))));
        saved();
    }

    /** Keeps that the files of the save were written, or will not be. */
    public void saved() throws IOException {
        journal.add(JournalEntry.of(Kind.SAVED));
    }

    private void write(String name) throws IOException {
        Path file = folder().resolve(name);
        byte[] content = history().files().get(name);
        if (content == null) {
            Files.deleteIfExists(file);
        } else {
            OwnerOnly.write(file, content);
        }
        stamp(name);
    }

    private void stamp(String name) throws IOException {
        seen.put(name, stampOf(folder().resolve(name)));
    }

    private static Stamp stampOf(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Stamp(0, -1);
        }
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new Stamp(is.lastModifiedTime().toMillis(), is.size());
    }

    /**
     * Writes the files that the program could not write before it ended. A file that is newer than the last entry was
     * changed by others since.
     */
    private void writeLostFiles(long lastEntry) throws IOException {
        WorkFiles disk = onDisk(false);
        for (FileEdit edit : disk.editsTo(history().files())) {
            Stamp stamp = stampOf(folder().resolve(edit.name()));
            if (history().files().get(edit.name()) != null && (stamp.size() <= 0 || stamp.time() <= lastEntry)) {
                write(edit.name());
            }
        }
    }

    /**
     * Returns the edits that other programs made of the files since they were last written or read; empty if there are
     * none.
     */
    public List<FileEdit> changedOnDisk() throws IOException {
        if (folder == null) {
            return List.of();
        }
        writeUnwritten();
        return history().files().editsTo(onDisk(true)).stream()
                .filter(edit -> !unwritten.contains(edit.name()))
                .toList();
    }

    /**
     * Returns the files in the folder.
     *
     * @param trusting whether files with the time and size that were seen last are taken for unchanged
     */
    private WorkFiles onDisk(boolean trusting) throws IOException {
        WorkFiles disk = WorkFiles.NONE;
        for (String name : names()) {
            Path file = folder().resolve(name);
            Stamp stamp = stampOf(file);
            byte[] known = history().files().get(name);
            boolean unchanged = trusting && known != null && stamp.equals(seen.get(name));
            if (stamp.size() >= 0 && stamp.size() <= MAX_BYTES) {
                disk = disk.with(name, unchanged ? known : Files.readAllBytes(file));
            }
            seen.put(name, stamp);
        }
        return disk;
    }

    /** Whether an entry may name a file: one of the work, or of the pack for a save. */
    static boolean isOfWork(String name, Kind kind) {
        if (kind == Kind.SAVE) {
            return OF_PACK.matcher(name).matches();
        }
        String list = name.startsWith(LISTS) ? name.substring(LISTS.length()) : "";
        return List.of(SETTINGS, ANSWERS, DRAFTS).contains(name)
                || !(list.isEmpty() || list.contains("/") || list.contains("\\") || isPassedOver(list));
    }

    /** Whether a file is hidden, or the lock of an office program. */
    public static boolean isPassedOver(String name) {
        return name.startsWith(".") || name.startsWith("~$");
    }

    private Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>(List.of(SETTINGS, ANSWERS, DRAFTS));
        names.addAll(history().files().names());
        Path lists = folder().resolve(LISTS);
        if (Files.isDirectory(lists, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> files = Files.list(lists)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> !isPassedOver(name))
                        .forEach(name -> names.add(LISTS + name));
            }
        }
        return names;
    }

    @Override
    public void close() throws IOException {
        if (folder != null && unwritten.isEmpty()) {
            OwnerOnly.write(ending(folder), String.valueOf(history().revision()).getBytes(StandardCharsets.UTF_8));
        }
        journal.close();
    }
}
