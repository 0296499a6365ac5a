package dev.winnow.ruletools.lsp;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of a rule pack or of a universe.
 *
 * @param folder the folder of the pack or universe
 * @param name the file's name, relative to the folder
 */
record Document(Folder folder, String name) {

    /** Number of folders above a file in which a universe is looked for. */
    private static final int DEPTH = 6;

    /**
     * The folder of a rule pack or of a universe.
     *
     * @param path its path
     * @param kind the kind of its files
     */
    record Folder(Path path, Kind kind) {

        static Folder pack(Path path) {
            return new Folder(path, Kind.PACK);
        }

        static Folder universe(Path path) {
            return new Folder(path, Kind.UNIVERSE);
        }

        boolean isPack() {
            return kind == Kind.PACK;
        }
    }

    /** The kind of a folder, known by its main file. */
    enum Kind {
        PACK("pack.yaml"),
        UNIVERSE("universe.yaml");

        final String main;

        Kind(String main) {
            this.main = main;
        }

        boolean is(Path folder) {
            return Files.isRegularFile(folder.resolve(main));
        }
    }

    /** Returns the document of a URI; null if it is in no folder with a pack.yaml or a universe.yaml. */
    static @Nullable Document of(String uri) {
        Path path = path(uri);
        Path parent = path == null ? null : path.getParent();
        if (path == null || parent == null) {
            return null;
        }
        String name = String.valueOf(path.getFileName());
        Path above = parent.getParent();
        if (above != null && parent.endsWith("cases") && Kind.PACK.is(above)) {
            return new Document(Folder.pack(above), "cases/" + name);
        }
        return name.equals(Kind.PACK.main) || Kind.PACK.is(parent)
                ? new Document(Folder.pack(parent), name)
                : ofUniverse(path);
    }

    private static @Nullable Document ofUniverse(Path path) {
        String name = String.valueOf(path.getFileName());
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        Path folder = yaml ? path.getParent() : null;
        for (int i = 0; i < DEPTH && folder != null; i++) {
            if (Kind.UNIVERSE.is(folder)) {
                return new Document(
                        Folder.universe(folder),
                        folder.relativize(path).toString().replace('\\', '/'));
            }
            folder = folder.getParent();
        }
        return null;
    }

    /** Returns the path of a URI; null if it names no file, such as {@code untitled:1}. */
    static @Nullable Path path(String uri) {
        try {
            return Path.of(URI.create(uri)).toAbsolutePath().normalize();
        } catch (IllegalArgumentException | FileSystemNotFoundException | SecurityException e) {
            return null;
        }
    }

    Path path() {
        return folder.path().resolve(name);
    }
}
