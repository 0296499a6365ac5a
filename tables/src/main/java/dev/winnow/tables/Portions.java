package dev.winnow.tables;

import dev.winnow.model.EntryKind;
import dev.winnow.model.Node;
import dev.winnow.model.Problem;
import dev.winnow.model.Universe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tables of projects that are too long to be kept: they are read twice. First all that they say of cities, chains and
 * words, and the projects that have landed in a city, since what others find there hangs on them. Then the other projects,
 * a portion at a time.
 */
public final class Portions {

    private static final int SIZE = 2_000;
    private static final int BUFFER = 1 << 16;

    private final List<Path> files;
    private final boolean own;
    private final Universe base;
    private final Universe ground;
    private long open;

    private Portions(List<Path> files, boolean own, Universe base) {
        this.files = List.copyOf(files);
        this.own = own;
        this.base = base;
        this.ground = base.with(new Gathering(base, this::isKept).read(files), own, List.of());
    }

    /**
     * Reads tables for the first time. What is wrong in them is told the second time.
     *
     * @param base the universe whose cities, chains and words the rows may name
     * @param own whether their projects are own candidates, which {@link Universe.ProjectEntry#own} tells
     */
    public static Portions of(List<Path> files, Universe base, boolean own) {
        return new Portions(files, own, base);
    }

    private boolean isKept(Entry entry) {
        boolean kept = !isOpen(entry);
        open += kept ? 0 : 1;
        return kept;
    }

    private static boolean isOpen(Entry entry) {
        return entry.kind().equals(EntryKind.PROJECTS)
                && (!entry.node().isMap() || entry.node().get("city") == null);
    }

    /** The universe with all that is kept: everything but open projects. */
    public Universe ground() {
        return ground;
    }

    /** How many open projects the tables hold. */
    public long open() {
        return open;
    }

    /** SHA-256 over the base and the bytes of the tables, in hexadecimal. */
    public String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(base.digest().getBytes(StandardCharsets.UTF_8));
            byte[] buffer = new byte[BUFFER];
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        digest.update(buffer, 0, read);
                    }
                } catch (IOException e) {
                    // said when the tables are read
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Takes portions, and what is to be said of the rows between. */
    public interface Taker {

        /**
         * Takes a portion.
         *
         * @param universe the ground with the portion's projects
         * @param projects what the tables say of each, by id
         * @return whether to read on
         */
        boolean take(Universe universe, Map<String, Node> projects);

        /** Something was wrong, and left out. */
        void problem(Problem problem);

        /** Something is to be known. */
        void note(Problem note);
    }

    /** Reads the tables again, and hands over their open projects in portions, in the order of the files. */
    public void read(Taker taker) {
        Reading reading = new Reading(taker);
        try {
            new Import(base, HeadingMap.NONE, null, null, reading).run(files, reading);
            reading.hand();
        } catch (Enough e) {
            // the taker wants no more
        } catch (IOException e) {
            files.forEach(file -> taker.problem(Complaint.unreadable(file.toString())));
        }
    }

    /** Projects by their ids, from a portion or the ground. */
    public Universe of(Collection<Node> projects) {
        return projects.isEmpty() ? ground : ground.withPortion(document(projects), own);
    }

    private static Node document(Collection<Node> projects) {
        Node document = Entries.document(projects.stream()
                .map(node -> new Entry(EntryKind.PROJECTS, null, node))
                .toList());
        if (document == null) {
            throw new IllegalArgumentException("no projects");
        }
        return document;
    }

    /** Ends the reading where nobody wants more of it. */
    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final class Reading implements ImportWatch, EntryWriter {

        private final Taker taker;
        private final Map<String, Node> portion = new LinkedHashMap<>();

        Reading(Taker taker) {
            this.taker = taker;
        }

        @Override
        public void table(ImportedTable table) {
            Gathering.strange(table).forEach(taker::note);
        }

        @Override
        public void note(Problem note) {
            taker.note(note);
        }

        @Override
        public void problem(Problem problem) {
            taker.problem(problem);
        }

        @Override
        public void refused(RefusedRow row) {
            row.problems().forEach(taker::problem);
        }

        @Override
        public void write(EntryKind kind, @Nullable String holder, Node entry) throws IOException {
            Entry whole = new Entry(kind, holder, entry);
            if (isOpen(whole)) {
                portion.put(whole.id(), entry);
                if (portion.size() == SIZE) {
                    hand();
                }
            }
        }

        void hand() throws IOException {
            if (!portion.isEmpty()) {
                boolean more = taker.take(of(portion.values()), portion);
                portion.clear();
                if (!more) {
                    throw new Enough();
                }
            }
        }

        @Override
        public void close() {}
    }
}
