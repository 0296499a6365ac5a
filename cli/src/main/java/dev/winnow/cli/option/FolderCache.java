package dev.winnow.cli.option;

import dev.winnow.model.source.Cache;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A cache in a folder of its user alone, one small file for each entry. The launcher names one for each build of winnow and each
 * JDK, so that what is found was worked out by the same code.
 *
 * <p>What is not whole counts as absent, and what cannot be written is done without. Nobody waits for a lock: two processes that
 * keep the same entry write the same bytes, each beside its place first.
 */
public final class FolderCache implements Cache {

    /** The system property that names the folder. */
    public static final String PROPERTY = "winnow.cache";

    private static final int MOST_FILES = 1_000;
    private static final int LEFT_FILES = 500;

    private static final Set<PosixFilePermission> OF_OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path folder;
    private final File place;

    private FolderCache(Path folder) {
        this.folder = folder;
        this.place = folder.toFile();
    }

    /** The one that the launcher names; one that finds nothing if it names none. */
    public static Cache ofLauncher() {
        String named = System.getProperty(PROPERTY);
        return named == null || named.isEmpty() ? Cache.NONE : in(Path.of(named));
    }

    /** A cache in a folder, which need not be there yet; one that finds nothing if others than its user can write to it. */
    static Cache in(Path folder) {
        return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS) || isPrivate(folder)
                ? new FolderCache(folder)
                : Cache.NONE;
    }

    private static boolean isPrivate(Path folder) {
        try {
            PosixFileAttributes attributes =
                    Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isDirectory()
                    && attributes.owner().getName().equals(System.getProperty("user.name"))
                    && attributes.permissions().stream().noneMatch(OF_OTHERS::contains);
        } catch (IOException e) {
            return false;
        } catch (UnsupportedOperationException e) {
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS); // a system without owners and permissions
        }
    }

    private static String name(String kind, String digest) {
        return kind + "-" + digest;
    }

    @Override
    public byte @Nullable [] find(String kind, String digest) {
        File file = new File(place, name(kind, digest));
        try (InputStream in = new FileInputStream(file)) {
            byte[] bytes = in.readAllBytes();
            if (bytes.length < Integer.BYTES) {
                return null;
            }
            int sum = ByteBuffer.wrap(bytes).getInt();
            return sum == sum(bytes, Integer.BYTES) ? Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length) : null;
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public void keep(String kind, String digest, byte[] content) {
        byte[] bytes = new byte[Integer.BYTES + content.length];
        System.arraycopy(content, 0, bytes, Integer.BYTES, content.length);
        ByteBuffer.wrap(bytes).putInt(sum(bytes, Integer.BYTES));
        String name = name(kind, digest);
        Path draft = folder.resolve("." + name + "." + ProcessHandle.current().pid() + "-"
                + Thread.currentThread().getId());
        try {
            create();
            try {
                Files.write(draft, bytes);
                Files.move(draft, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
            makeRoom();
        } catch (IOException e) {
            // It is worked out again next time.
        }
    }

    private void create() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ours = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        Files.createDirectories(folder, ours);
    }

    /** What was written first goes first. */
    private void makeRoom() throws IOException {
        String[] names = place.list();
        if (names == null || names.length <= MOST_FILES) {
            return;
        }
        List<File> oldest;
        try (Stream<Path> files = Files.list(folder)) {
            oldest = files.map(Path::toFile)
                    .sorted(Comparator.comparingLong(File::lastModified))
                    .toList();
        }
        for (File file : oldest.subList(0, Math.max(0, oldest.size() - LEFT_FILES))) {
            Files.deleteIfExists(file.toPath());
        }
    }

    private static int sum(byte[] bytes, int from) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, bytes.length - from);
        return (int) sum.getValue();
    }
}
