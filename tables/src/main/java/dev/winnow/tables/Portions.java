package dev.winnow.tables;

import dev.winnow.model.internal.read.StatementReader;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.entries.Entry;
import dev.winnow.tables.internal.entries.EntrySpool;
import dev.winnow.tables.internal.entries.GivenFile;
import dev.winnow.tables.internal.entries.UniverseEntries;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads tables of projects that do not fit into memory. Cities, chains and words are kept, as are projects that have
 * landed in a city, since assessments of other projects depend on them. Open projects are spooled to a temporary file
 * and then delivered in portions.
 */
public final class Portions implements Closeable {

    /** Projects per portion. Three portions are in memory at a time; larger ones gain nothing. */
    private static final int SIZE = 500;

    private final List<Path> files;
    private final boolean own;
    private final Universe base;
    private final EntryKind kind;
    private final Tables.Collector gathering;
    private final Universe ground;
    private final EntrySpool spool = new EntrySpool();
    private long open;

    private Portions(List<Path> files, boolean own, Universe base) {
        this.files = List.copyOf(files);
        this.own = own;
        this.base = base;
        this.kind = EntryKinds.of(base.vocabulary()).projects();
        this.gathering = new Tables.Collector(base, this::isKept);
        this.ground = base.with(gathering.read(files.stream().map(GivenFile::of).toList()), own, List.of());
    }

    /**
     * Reads tables. Their problems are reported when portions are read.
     *
     * @param base the universe whose cities, chains and words rows can name
     * @param own whether the projects are the user's own candidates, see {@link Universe.ProjectEntry#own}
     * @throws UncheckedIOException if projects cannot be written to a temporary file
     */
    public static Portions of(List<Path> files, Universe base, boolean own) {
        return new Portions(files, own, base);
    }

    private boolean isKept(Entry entry) {
        if (!isOpen(entry)) {
            return true;
        }
        open++;
        try {
            if (entry.node().isMap()) {
                spool.add(entry.node());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return false;
    }

    private static boolean isOpen(Entry entry) {
        Node city = entry.node().isMap() ? entry.node().get("city") : null;
        return entry.kind().isProjects() && !entry.node().cracked() && (city == null || StatementReader.unknown(city));
    }

    /** The universe with everything that is kept, without open projects. */
    public Universe ground() {
        return ground;
    }

    /** Number of open projects in the tables. */
    public long open() {
        return open;
    }

    /** SHA-256 of the base universe and the bytes of the tables, in hexadecimal. */
    public String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(base.digest().getBytes(StandardCharsets.UTF_8));
            for (Path file : files) {
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // The error is reported when the tables are read.
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Receives portions, problems and notes. */
    public interface Taker {

        /**
         * Receives a portion.
         *
         * @param projects entries of the tables, by id; {@link Portions#of} makes a universe of them, on any thread
         * @return whether to continue
         */
        boolean take(Map<String, Node> projects);

        /** Receives a problem; the affected part is left out. */
        void problem(Problem problem);

        /** Receives a note that is not a problem. */
        void note(Problem note);
    }

    /** Reports the problems, then delivers open projects in portions, in the order of the files. */
    public void read(Taker receiver) {
        gathering.notes().forEach(receiver::note);
        gathering.problems().forEach(receiver::problem);
        Map<String, Node> coming = new LinkedHashMap<>();
        try {
            spool.each(node -> {
                coming.put(new Entry(kind, null, node).id(), node);
                if (coming.size() == SIZE) {
                    hand(coming, receiver);
                    coming.clear();
                }
            });
            hand(coming, receiver);
        } catch (Enough e) {
            // The receiver stopped the reading.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void hand(Map<String, Node> coming, Taker receiver) throws Enough {
        if (!coming.isEmpty() && !receiver.take(Collections.unmodifiableMap(new LinkedHashMap<>(coming)))) {
            throw new Enough();
        }
    }

    /** The kept universe with some of the projects. */
    public Universe of(Collection<Node> projects) {
        return projects.isEmpty() ? ground : ground.withPortion(document(projects), own);
    }

    private Node document(Collection<Node> projects) {
        Node document = UniverseEntries.document(
                projects.stream().map(node -> new Entry(kind, null, node)).toList());
        if (document == null) {
            throw new IllegalArgumentException("no projects");
        }
        return document;
    }

    /** Stops the reading when the receiver wants no more. */
    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void close() {
        try {
            spool.close();
        } catch (IOException e) {
            // The operating system deletes the file when the process ends.
        }
    }
}
