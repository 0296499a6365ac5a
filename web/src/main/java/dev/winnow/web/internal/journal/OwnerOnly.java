package dev.winnow.web.internal.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Files and folders that only their owner can read, on systems with such permissions. */
public final class OwnerOnly {

    private static final String FILE = "rw-------";
    private static final String FOLDER = "rwx------";

    private OwnerOnly() {}

    /** Makes an empty file, unless there is one. */
    public static Path file(Path file) throws IOException {
        try {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    ? file
                    : Files.createFile(file, permissions(file, FILE));
        } catch (FileAlreadyExistsException e) {
            return file;
        }
    }

    /** Makes a folder with those above it, unless there is one. */
    public static Path folder(Path folder) throws IOException {
        return Files.isDirectory(folder) ? folder : Files.createDirectories(folder, permissions(folder, FOLDER));
    }

    /** Writes a file beside its place and moves it there, so that a reader sees the old content or the new one. */
    public static void write(Path file, byte[] content) throws IOException {
        folder(above(file));
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.deleteIfExists(part); // a link of that name is removed, not followed
        Files.write(file(part), content, StandardOpenOption.WRITE);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes the entry of a file in its folder outlast a power cut, where the system can. */
    static void syncFolder(Path file) {
        try (FileChannel folder = FileChannel.open(above(file), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // folders cannot be opened on Windows, which keeps their entries itself
        }
    }

    private static Path above(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        boolean has = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return has
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Takes the permissions of others away from a folder. */
    public static void close(Path folder) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(FOLDER));
        }
    }
}
