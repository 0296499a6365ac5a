package dev.winnow.engine.compile;

import dev.winnow.language.pack.Memory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cache of compiled rules in a folder, so that the same rules are compiled once on a machine.
 *
 * <p>It is optional: entries that cannot be read are compiled again, and entries that cannot be written are left out.
 * The key of an entry is a digest of the rules, of winnow's own code and of the versions of Drools and Java, so that
 * entries never become stale. Any number of processes and threads may share a cache. Its classes are checked like newly
 * compiled ones before they are loaded.
 */
public final class PackCache implements Memory {

    /**
     * The contents of a cache.
     *
     * @param entries the number of entries
     * @param bytes their total size in bytes
     */
    public record Holding(int entries, long bytes) {}

    /** A pack of 73 rules takes up 1 MB. */
    private static final long MOST_BYTES = 128L << 20;

    private static final int MOST_ENTRIES = 2_000;
    private static final long LARGEST = 64L << 20;
    private static final Pattern ENTRY = Pattern.compile("[0-9a-f]{64}\\.rules");
    private static final Pattern DRAFT = Pattern.compile("[0-9a-f]{64}\\.rules\\.[0-9a-f-]{36}");

    /** The age from which an unfinished file counts as left behind by a process that ended. */
    private static final Duration DRAFTS_LIVE = Duration.ofHours(1);

    /** The interval at which an entry that is read is marked as used again. */
    private static final Duration USE_COUNTS = Duration.ofDays(1);

    private static final int OTHERS_WRITE = 0022;

    /** Owned by the user of this process, on Linux. */
    private static final Path SELF = Path.of("/proc/self");

    private final @Nullable Path folder;
    private final long most;
    /** Other folders to read from. */
    private final List<Path> others;

    private final String java;
    private @Nullable String edition;

    private PackCache(@Nullable Path folder, long most, List<Path> others, String java) {
        this.folder = folder;
        this.most = most;
        this.others = others;
        this.java = java;
    }

    /** {@return a cache that keeps nothing} */
    public static PackCache none() {
        return new PackCache(null, 0, List.of(), CodeEdition.java());
    }

    /**
     * {@return the cache in a folder, which is created when first needed, with access for its owner alone}
     *
     * <p>A folder that others may write to is not used, as they could replace rules by their own.
     *
     * @param folder the folder of the cache
     */
    public static PackCache at(Path folder) {
        return at(folder, MOST_BYTES);
    }

    /** @param most the number of entries bytes it may hold */
    static PackCache at(Path folder, long most) {
        return new PackCache(folder, most, List.of(), CodeEdition.java());
    }

    /**
     * {@return a cache that also reads the folder of another one without changing it, such as one filled when an
     * application was built}
     *
     * @param other the folder of the other cache
     */
    public PackCache over(Path other) {
        List<Path> more = new ArrayList<>(others);
        more.add(other);
        return new PackCache(folder, most, List.copyOf(more), java);
    }

    /** The same cache as a JVM of another name and version sees it. */
    PackCache on(String otherJava) {
        return new PackCache(folder, most, others, otherJava);
    }

    /** {@return the folder of the cache; null if it keeps nothing} */
    public @Nullable Path folder() {
        return folder;
    }

    /** {@return the contents of the cache; empty if it cannot be read} */
    public Holding holding() {
        List<Kept> kept = folder == null ? List.of() : kept(folder);
        return new Holding(kept.size(), kept.stream().mapToLong(Kept::size).sum());
    }

    /**
     * Deletes all entries.
     *
     * @return what was deleted
     * @throws IOException if something in it cannot be deleted
     */
    public Holding clear() throws IOException {
        int entries = 0;
        long bytes = 0;
        for (Kept one : folder == null ? List.<Kept>of() : kept(folder)) {
            if (Files.deleteIfExists(one.path())) {
                entries++;
                bytes += one.size();
            }
        }
        if (folder != null) {
            for (Path draft : drafts(folder)) {
                Files.deleteIfExists(draft);
            }
        }
        return new Holding(entries, bytes);
    }

    /** The key for what this edition of winnow derives from texts alone; null if the cache keeps nothing. */
    @Nullable
    Digest key(String... texts) {
        if (folder == null && others.isEmpty()) {
            return null;
        }
        try {
            String[] all = new String[texts.length + 1];
            all[0] = edition();
            System.arraycopy(texts, 0, all, 1, texts.length);
            return Digest.of(all);
        } catch (IOException e) {
            return null;
        }
    }

    private synchronized String edition() throws IOException {
        String read = edition;
        if (read == null) {
            read = CodeEdition.read(java);
            edition = read;
        }
        return read;
    }

    /** The entry of a key; null if there is none that is complete and unchanged. */
    @Nullable
    CompiledRules find(Digest key) {
        CompiledRules found = folder == null ? null : find(key, folder, true);
        for (int i = 0; found == null && i < others.size(); i++) {
            found = find(key, others.get(i), false);
        }
        return found;
    }

    private static @Nullable CompiledRules find(Digest key, Path folder, boolean touch) {
        Path path = folder.resolve(key + ".rules");
        try {
            BasicFileAttributes found =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!found.isRegularFile() || found.size() > LARGEST || !isPrivate(folder)) {
                return null;
            }
            byte[] bytes;
            try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
                bytes = in.readNBytes((int) LARGEST);
            }
            CompiledRules rules = CompiledRulesFile.read(key, bytes);
            if (rules != null && touch) {
                use(path, found.lastModifiedTime());
            }
            return rules;
        } catch (IOException | UnsupportedOperationException e) {
            return null;
        }
    }

    @Override
    public boolean knows(String what) {
        Digest key = key("known", what);
        return key != null && find(key) != null;
    }

    @Override
    public void learn(String what) {
        Digest key = key("known", what);
        if (key != null) {
            keep(key, new CompiledRules(List.of(), Map.of()));
        }
    }

    /** Stores rules under a key, replacing an earlier entry. Failures are ignored, as a cache is optional. */
    void keep(Digest key, CompiledRules rules) {
        if (folder == null) {
            return;
        }
        byte[] bytes = CompiledRulesFile.write(key, rules);
        if (bytes.length > Math.min(LARGEST, most)) {
            return;
        }
        Path draft = folder.resolve(key + ".rules." + UUID.randomUUID());
        try {
            make(folder);
            if (!isPrivate(folder)) {
                return;
            }
            try {
                try (OutputStream out =
                        Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    out.write(bytes);
                }
                // Readers see the old file or the complete new one.
                Files.move(draft, folder.resolve(key + ".rules"), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
            makeRoom(folder);
        } catch (IOException | UnsupportedOperationException e) {
            // It is a cache.
        }
    }

    private static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path above = folder.toAbsolutePath().getParent();
        if (above != null) {
            Files.createDirectories(above);
        }
        try {
            Set<PosixFilePermission> own = PosixFilePermissions.fromString("rwx------");
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(own));
        } catch (UnsupportedOperationException e) {
            Files.createDirectory(folder);
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) { // another process may have made it meanwhile
                throw e;
            }
        }
    }

    /**
     * Whether only this user and the system's users can write to a folder. Where there are no such permissions, as on
     * Windows, folders of the user are taken to be private.
     */
    private static boolean isPrivate(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return true;
        }
        Map<String, Object> found = Files.readAttributes(folder, "unix:mode,uid");
        boolean othersWrite = !(found.get("mode") instanceof Integer mode) || (mode & OTHERS_WRITE) != 0;
        Object owner = found.get("uid");
        boolean ours = Objects.equals(owner, 0)
                || !Files.exists(SELF)
                || Objects.equals(owner, Files.getAttribute(SELF, "unix:uid"));
        return ours && !othersWrite;
    }

    private static void use(Path path, FileTime last) {
        long now = System.currentTimeMillis();
        if (now - last.toMillis() > USE_COUNTS.toMillis()) {
            try {
                Files.setLastModifiedTime(path, FileTime.fromMillis(now));
            } catch (IOException e) {
                // Without the mark the entry counts as used less recently than it was.
            }
        }
    }

    /**
     * Deletes the least recently used entries until the rest is small enough, and unfinished files of processes that
     * ended.
     */
    private void makeRoom(Path folder) {
        List<Kept> kept = kept(folder);
        kept.sort(Comparator.comparing(Kept::used).reversed());
        long bytes = 0;
        for (int i = 0; i < kept.size(); i++) {
            bytes += kept.get(i).size();
            if (bytes > most || i >= MOST_ENTRIES) {
                delete(kept.get(i).path());
            }
        }
        long dead = System.currentTimeMillis() - DRAFTS_LIVE.toMillis();
        for (Path draft : drafts(folder)) {
            Kept half = attributes(draft);
            if (half != null && half.used().toMillis() < dead) {
                delete(draft);
            }
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // The next process that makes room deletes it.
        }
    }

    /** An entry, or an unfinished one. */
    private record Kept(Path path, long size, FileTime used) {}

    private static List<Kept> kept(Path folder) {
        List<Kept> kept = new ArrayList<>();
        for (Path path : files(folder, ENTRY)) {
            Kept one = attributes(path);
            if (one != null) {
                kept.add(one);
            }
        }
        return kept;
    }

    private static @Nullable Kept attributes(Path path) {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Kept(path, found.size(), found.lastModifiedTime());
        } catch (IOException e) {
            return null; // deleted since
        }
    }

    private static List<Path> drafts(Path folder) {
        return files(folder, DRAFT);
    }

    private static List<Path> files(Path folder, Pattern named) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path ->
                            named.matcher(String.valueOf(path.getFileName())).matches())
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return List.of();
        }
    }
}
