package dev.winnow.compare.difference;

import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.report.internal.layout.Columns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder or file at a git revision, extracted to a temporary folder that is deleted on close. */
public final class Revision implements AutoCloseable {

    private static final int MOST_FILES = 20_000;
    private static final long LARGEST = 64L * 1024 * 1024;

    private final Path place;
    private final Path laidOut;
    private final String name;

    private Revision(Path place, Path laidOut, String name) {
        this.place = place;
        this.laidOut = laidOut;
        this.name = name;
    }

    /** A file at a revision. */
    private record Blob(String object, String path) {}

    /**
     * Reads {@code REV:PATH} in the syntax of git.
     *
     * @param name the name as the user wrote it
     */
    public static Revision of(String name) {
        int colon = name.indexOf(':');
        Git git = new Git(Path.of("").toAbsolutePath());
        String top = top(git, name);
        String commit = commit(git, name.substring(0, colon), name);
        String path = name.substring(colon + 1).replaceAll("/+$", "");
        return lay(git, commit, path, name.replaceAll("/+$", ""), last(path, top));
    }

    /**
     * Reads a folder or file at a revision.
     *
     * @param there its current path
     */
    public static Revision of(String revision, Path there) {
        Path whole = there.toAbsolutePath().normalize();
        boolean isFolder = Files.isDirectory(whole);
        Path folder = isFolder ? whole : Objects.requireNonNull(whole.getParent());
        Git git = new Git(folder);
        String top = top(git, revision);
        String prefix = Objects.requireNonNullElse(git.line("rev-parse", "--show-prefix"), "");
        String path = isFolder ? prefix.replaceAll("/+$", "") : prefix + whole.getFileName();
        String commit = commit(git, revision, revision);
        return lay(git, commit, path, revision + ":" + path, last(path, top));
    }

    /** Whether a word may name a revision of the checkout that contains a folder or file. */
    public static boolean isOne(String word, Path there) {
        Path whole = there.toAbsolutePath().normalize();
        Path folder = Files.isDirectory(whole) ? whole : whole.getParent();
        return folder != null
                && Files.isDirectory(folder)
                && new Git(folder).line("rev-parse", "--verify", "--quiet", "--end-of-options", word + "^{commit}")
                        != null;
    }

    private static String top(Git git, String shown) {
        String top = git.line("rev-parse", "--show-toplevel");
        if (top == null) {
            throw new Refusal(
                    Exit.PROBLEMS,
                    Message.of("`%s` names a revision, but this is not a git checkout", Columns.clean(shown)));
        }
        return top;
    }

    private static String commit(Git git, String revision, String shown) {
        String commit = revision.isBlank()
                ? null
                : git.line("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}");
        if (commit == null || !commit.matches("[0-9a-f]{40,64}")) {
            throw new Refusal(
                    Exit.PROBLEMS,
                    shown.equals(revision)
                            ? Message.of("unknown revision `%s`", Columns.clean(revision))
                            : Message.of(
                                    "unknown revision `%s` in `%s`", Columns.clean(revision), Columns.clean(shown)));
        }
        return commit;
    }

    private static String last(String path, String top) {
        String whole = path.isEmpty() || path.equals(".") ? top : path;
        return whole.substring(whole.lastIndexOf('/') + 1);
    }

    private static Revision lay(Git git, String commit, String path, String name, String last) {
        String object = git.line("rev-parse", "--verify", "--quiet", "--end-of-options", commit + ":" + path);
        String type = object == null ? null : git.line("cat-file", "-t", object);
        if (object == null || type == null || last.isEmpty() || last.equals("..")) {
            throw new Refusal(Exit.PROBLEMS, Message.of("`%s` does not exist at this revision", Columns.clean(name)));
        }
        List<Blob> blobs = type.equals("tree") ? blobs(git, object, name) : List.of(new Blob(object, ""));
        Path place = null;
        try {
            place = Files.createTempDirectory("winnow-revision");
            Path laidOut = place.resolve(last);
            if (type.equals("tree")) {
                Files.createDirectory(laidOut);
            }
            fill(git, blobs, place, laidOut, name);
            return new Revision(place, laidOut, name);
        } catch (IOException | RuntimeException e) {
            delete(place);
            throw e instanceof RuntimeException refused
                    ? refused
                    : new Refusal(
                            Exit.COULD_NOT_RUN,
                            Message.of(
                                    "cannot extract `%s`: %s",
                                    Columns.clean(name), PrintOptions.reason((IOException) e)));
        }
    }

    private static List<Blob> blobs(Git git, String tree, String name) {
        byte[] listing = git.ask(null, "ls-tree", "--full-tree", "-r", "-l", "-z", tree);
        if (listing == null) {
            throw new Refusal(Exit.COULD_NOT_RUN, Message.of("git cannot list `%s`", Columns.clean(name)));
        }
        List<Blob> blobs = new ArrayList<>();
        long whole = 0;
        for (String entry : new String(listing, StandardCharsets.UTF_8).split("\0", -1)) {
            if (entry.isEmpty()) {
                continue;
            }
            String[] words = entry.substring(0, entry.indexOf('\t')).trim().split(" +", -1);
            String path = entry.substring(entry.indexOf('\t') + 1);
            if (!words[0].startsWith("100")) {
                throw new Refusal(
                        Exit.PROBLEMS,
                        Message.of(
                                "`%s` is a link; replace it with the file itself", Columns.clean(name + "/" + path)));
            }
            whole += Long.parseLong(words[3]);
            blobs.add(new Blob(words[2], path));
        }
        if (blobs.size() > MOST_FILES || whole > LARGEST) {
            throw new Refusal(
                    Exit.PROBLEMS,
                    Message.of("`%s` is too large: more than 20,000 files or 64 MB", Columns.clean(name)));
        }
        return blobs;
    }

    private static void fill(Git git, List<Blob> blobs, Path place, Path laidOut, String name) throws IOException {
        Path asked = place.resolve(".asked");
        Files.write(asked, blobs.stream().map(Blob::object).toList(), StandardCharsets.US_ASCII);
        byte[] answer = git.ask(asked, "cat-file", "--batch");
        Files.delete(asked);
        int at = 0;
        for (Blob blob : blobs) {
            int end = at;
            while (answer != null && end < answer.length && answer[end] != '\n') {
                end++;
            }
            String[] words = answer == null
                    ? new String[0]
                    : new String(answer, at, end - at, StandardCharsets.US_ASCII).split(" ", -1);
            if (answer == null || words.length != 3) {
                throw new Refusal(Exit.COULD_NOT_RUN, Message.of("git has no content for `%s`", Columns.clean(name)));
            }
            int size = Integer.parseInt(words[2]);
            Path file = blob.path().isEmpty()
                    ? laidOut
                    : laidOut.resolve(blob.path()).normalize();
            if (!file.startsWith(laidOut)) {
                throw new Refusal(
                        Exit.PROBLEMS, Message.of("`%s` is not a path", Columns.clean(name + "/" + blob.path())));
            }
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, Arrays.copyOfRange(answer, end + 1, end + 1 + size));
            at = end + 1 + size + 1;
        }
    }

    /** Returns the extracted folder or file. */
    public Path path() {
        return laidOut;
    }

    /** Returns the name of a file as the user knows it, such as {@code HEAD:rules/battery/limits.yaml}. */
    public String shown(String file) {
        String prefix = laidOut.toString().replace('\\', '/');
        return file.equals(prefix) || file.startsWith(prefix + "/") ? name + file.substring(prefix.length()) : file;
    }

    @Override
    public void close() {
        delete(place);
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
