package dev.winnow.records.internal.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** New files and folders that only their owner may read, where the file system has owners: decisions name people. */
final class OwnerOnly {

    private OwnerOnly() {}

    /** Creates a folder and its missing parents; an existing one keeps its permissions. */
    static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, permissions(folder, "rwx------"));
    }

    /** Creates an empty file; an existing one keeps its permissions. */
    static void file(Path file) throws IOException {
        try {
            Files.createFile(file, permissions(file, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            return; // its owner has decided who may read it
        }
    }

    private static FileAttribute<?>[] permissions(Path path, String allowed) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(allowed))
                }
                : new FileAttribute<?>[0];
    }
}
