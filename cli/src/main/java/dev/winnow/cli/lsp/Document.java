package dev.winnow.cli.lsp;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of a rule pack.
 *
 * @param folder the pack's folder
 * @param name the file's name, relative to the folder
 */
record Document(Path folder, String name) {

    private static final String PACK = "pack.yaml";

    /** Returns the document of a URI; null if it is in no folder with a pack.yaml. */
    static @Nullable Document of(String uri) {
        Path path = path(uri);
        Path parent = path == null ? null : path.getParent();
        if (path == null || parent == null) {
            return null;
        }
        String name = String.valueOf(path.getFileName());
        Path above = parent.getParent();
        if (above != null && parent.endsWith("cases") && Files.isRegularFile(above.resolve(PACK))) {
            return new Document(above, "cases/" + name);
        }
        return name.equals(PACK) || Files.isRegularFile(parent.resolve(PACK)) ? new Document(parent, name) : null;
    }

    /** Returns the path of a URI; null if it names no file, such as {@code untitled:1}. */
    private static @Nullable Path path(String uri) {
        try {
            return Path.of(URI.create(uri)).toAbsolutePath().normalize();
        } catch (IllegalArgumentException | FileSystemNotFoundException | SecurityException e) {
            return null;
        }
    }

    Path path() {
        return folder.resolve(name);
    }
}
