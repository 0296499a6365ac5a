package dev.winnow.workbench.internal.edit;

import dev.winnow.model.source.FailedWrite;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A proposed change to the files of a rule pack. Nothing is written before {@link #write}, which writes all files or
 * none.
 *
 * @param changes the files that would change, in reading order
 * @param problems the problems that prevent changes; the files they name are not among the changes
 * @param complaint the problem with the request, with advice, in which case there are no changes; null if there is none
 * @param obstacle the file that cannot be extended automatically, and the reason; null if there is none. With an
 *     obstacle, the changes must be pasted by hand and cannot be written
 */
public record Draft(
        List<Change> changes,
        List<Problem> problems,
        @Nullable Message complaint,
        @Nullable Message obstacle) {

    /**
     * A file that would change.
     *
     * @param path its path
     * @param before its present content, with its own line ends; null if it does not exist
     * @param after its content after the change; empty if there is an obstacle
     * @param added the added text; empty if the file is reformatted
     * @param under the key of the list that receives the text; null if it is appended to the file
     */
    public record Change(
            Path path,
            @Nullable String before,
            String after,
            String added,
            @Nullable String under) {}

    /** Copies its lists. */
    public Draft {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    /**
     * Returns a draft without changes for an invalid request.
     *
     * @param complaint the problem with the request, with advice
     * @return the draft
     */
    public static Draft refused(Message complaint) {
        return new Draft(List.of(), List.of(), complaint, null);
    }

    /**
     * Returns a draft without changes for files that cannot be changed.
     *
     * @param problems the problems that prevent the change
     * @return the draft
     */
    public static Draft refused(List<Problem> problems) {
        return new Draft(List.of(), problems, null, null);
    }

    /** Returns the files that would change. */
    public List<Path> files() {
        return changes.stream().map(Change::path).toList();
    }

    /**
     * Writes all files, or none if one of them cannot be written.
     *
     * @throws IOException if a file cannot be written, or has changed since the draft was made
     * @throws IllegalStateException if there is an obstacle
     */
    public void write() throws IOException {
        if (obstacle != null) {
            throw new IllegalStateException(obstacle.toString());
        }
        Map<Path, Path> parts = new LinkedHashMap<>();
        Deque<Path> folders = new ArrayDeque<>();
        List<Change> done = new ArrayList<>();
        try {
            for (Change change : changes) {
                unchanged(change);
                Path path = change.path().toAbsolutePath();
                makeFolder(path.getParent(), folders);
                Path part = path.resolveSibling("." + path.getFileName() + ".part");
                parts.put(change.path(), part);
                // A new file: a link of that name is replaced, not followed.
                Files.deleteIfExists(part);
                Files.writeString(part, change.after(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                keepPermissions(change, part);
            }
            for (Change change : changes) {
                move(parts.getOrDefault(change.path(), change.path()), change);
                done.add(change);
            }
        } catch (IOException e) {
            takeBack(done, folders, parts);
            throw e;
        }
    }

    private static void unchanged(Change change) throws IOException {
        boolean there = Files.exists(change.path());
        if (change.before() == null && there) {
            throw new FileAlreadyExistsException(change.path().toString(), null, "it is there already");
        }
        if (change.before() != null && !(there && change.before().equals(Files.readString(change.path())))) {
            throw new FailedWrite(Message.of("`%s` has been changed in the meantime", change.path()));
        }
    }

    private static void makeFolder(@Nullable Path folder, Deque<Path> made) throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            makeFolder(folder.getParent(), made);
            Files.createDirectory(folder);
            made.push(folder);
        }
    }

    /**
     * Copies the permissions of the replaced file. They are read from the file, not from its file store, which does not
     * exist in a chroot whose root is no mount point.
     */
    private static void keepPermissions(Change change, Path part) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(part, PosixFileAttributeView.class);
        if (change.before() == null || view == null) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(change.path());
        // A file system without permissions refuses to set them on any file.
        if (!view.readAttributes().permissions().equals(permissions)) {
            view.setPermissions(permissions);
        }
    }

    private static void move(Path part, Change change) throws IOException {
        if (change.before() == null) {
            Files.move(part, change.path());
            return;
        }
        try {
            Files.move(part, change.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, change.path(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void takeBack(List<Change> done, Deque<Path> folders, Map<Path, Path> parts) throws IOException {
        for (Path part : parts.values()) {
            Files.deleteIfExists(part);
        }
        for (Change change : done) {
            String before = change.before();
            if (before == null) {
                Files.deleteIfExists(change.path());
            } else {
                Files.writeString(change.path(), before);
            }
        }
        for (Path folder : folders) {
            Files.deleteIfExists(folder);
        }
    }
}
