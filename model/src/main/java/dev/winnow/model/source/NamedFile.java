package dev.winnow.model.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that a document names, in the folder of the document or below it. The sender of a document must not be able to
 * have other files of its reader opened, since messages quote their lines.
 */
@Internal
public final class NamedFile {

    private static final Message BESIDE = Message.of("copy the file into the folder of this one, and write its name");

    private NamedFile() {}

    /**
     * Returns the path of a file that need not exist.
     *
     * @param folder the folder of the document; null for the working folder
     * @param named the node with the name; a scalar
     * @param problems receives the problem of a name that leads out of the folder
     * @return null if there is a problem
     */
    public static @Nullable Path in(@Nullable Path folder, Node named, List<Problem> problems) {
        String name = named.text().strip();
        Path path = path(folder, name);
        if (path == null) {
            problems.add(named.problem(Message.of("`%s` is not in the folder of this file", name), BESIDE));
        } else if (isLinkedOut(folder, path)) {
            problems.add(named.problem(Message.of("`%s` is a link out of the folder of this file", name), BESIDE));
            return null;
        }
        return path;
    }

    /** Returns the path of a name; null if it is absolute, steps upwards, or is no path. Knows the forms of Windows. */
    private static @Nullable Path path(@Nullable Path folder, String name) {
        if (name.isEmpty() || name.indexOf(':') >= 0 || name.indexOf('\\') >= 0 || name.startsWith("/")) {
            return null;
        }
        for (String part : name.split("/", -1)) {
            if (part.equals("..")) {
                return null;
            }
        }
        try {
            return folder == null ? Path.of(name) : folder.resolve(name);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Whether a path, whose last parts need not exist, leads out of a folder by links. */
    public static boolean isLinkedOut(@Nullable Path folder, Path path) {
        try {
            Path whole = (folder == null ? path.getFileSystem().getPath("") : folder).toRealPath();
            Path existing = path.toAbsolutePath();
            while (existing.getParent() != null && Files.notExists(existing)) {
                existing = existing.getParent();
            }
            return !existing.toRealPath().startsWith(whole);
        } catch (IOException e) {
            return false; // the file cannot be read, which is reported where it is read
        }
    }
}
