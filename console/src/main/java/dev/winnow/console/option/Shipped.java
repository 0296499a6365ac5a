package dev.winnow.console.option;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.internal.layout.Columns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds packs and universes by path, or by the name of one that ships with winnow. In a checkout, shipped ones are
 * folders below the property {@code winnow.home}; elsewhere they are resources, readable until this is closed.
 */
public final class Shipped implements AutoCloseable {

    /** The pack and the universe used by default. */
    public static final String DEFAULT = "semiconductor";

    private final @Nullable Path home;
    private final Map<Path, FileSystem> jars = new HashMap<>();

    public Shipped() {
        String property = System.getProperty("winnow.home");
        this.home = property == null || property.isEmpty() ? null : shortened(Path.of(property));
    }

    /** Kinds of shipped folders. */
    public enum Kind {
        RULES("rules"),
        SEEDS("seeds");

        private final String folder;

        Kind(String folder) {
            this.folder = folder;
        }
    }

    /** Returns the path of a pack or universe. A missing one is returned as named, so that its reader reports it. */
    public Path find(Kind kind, @Nullable String named) {
        if (named == null) {
            return shipped(kind, DEFAULT)
                    .orElseThrow(() -> new Refusal(
                            Exit.USAGE,
                            kind == Kind.RULES
                                    ? Message.of("no pack ships with this build; give one")
                                    : Message.of("no universe ships with this build; give one")));
        }
        Path path = path(named);
        if (Files.exists(path) || path.getNameCount() != 1 || path.isAbsolute()) {
            return ofKind(kind, path, named);
        }
        return shipped(kind, named).orElseGet(() -> {
            if (shipped(kind == Kind.RULES ? Kind.SEEDS : Kind.RULES, named).isPresent()) {
                throw ofOtherKind(kind, named);
            }
            Message advice = Nearest.advice(named, names(kind));
            if (advice == null) {
                return path;
            }
            throw new Refusal(
                    Exit.PROBLEMS,
                    (kind == Kind.RULES
                                    ? Message.of("`%s` is neither a path nor a shipped pack", named)
                                    : Message.of("`%s` is neither a path nor a shipped universe", named))
                            .with(advice));
        });
    }

    /** Returns the path of a folder; refuses one that is clearly of the other kind. */
    private static Path ofKind(Kind kind, Path path, String named) {
        boolean pack = Files.isRegularFile(path.resolve("pack.yaml"));
        boolean universe = Files.isRegularFile(path.resolve("universe.yaml"));
        if (kind == Kind.RULES && universe && !pack) {
            throw ofOtherKind(kind, named);
        }
        if (kind == Kind.SEEDS && pack && !universe) {
            throw ofOtherKind(kind, named);
        }
        return path;
    }

    private static Refusal ofOtherKind(Kind kind, String named) {
        return new Refusal(
                Exit.PROBLEMS,
                kind == Kind.RULES
                        ? Message.of("`%s` is a universe, not a pack", named)
                        : Message.of("`%s` is a pack, not a universe", named));
    }

    /** Converts a word on the command line to a path. */
    public static Path path(String named) {
        try {
            if (!named.isBlank()) {
                return Path.of(named);
            }
        } catch (InvalidPathException e) {
            // reported below
        }
        throw new Refusal(Exit.PROBLEMS, Message.of("`%s` is not a path", Columns.clean(named)));
    }

    /**
     * Returns the facts that a universe may state: those declared by the given packs and by the shipped ones, so that a
     * universe of one pack can be read for another. A given pack takes precedence over a shipped one.
     *
     * @param packs the folders of the requested packs
     * @param problems receives problems in their vocabularies and contradictions between them
     */
    public Vocabulary vocabulary(List<Path> packs, Consumer<List<Problem>> problems) {
        List<Problem> found = new ArrayList<>();
        Vocabulary all = Vocabulary.core();
        for (Path pack : packs) {
            if (!Files.isDirectory(pack)) {
                found.add(Problem.at(Place.file(pack.toString()), "rule pack not found"));
            }
            all = all.and(Vocabulary.read(pack, found), found);
        }
        problems.accept(found);
        for (Vocabulary shipped : vocabularies()) {
            all = all.and(shipped, new ArrayList<>());
        }
        return all;
    }

    /** Returns the vocabulary of each shipped pack, in order of their names. */
    List<Vocabulary> vocabularies() {
        List<Vocabulary> each = new ArrayList<>();
        for (Path folder : folders(Kind.RULES)) {
            for (String name : names(Kind.RULES)) {
                Path pack = folder.resolve(name);
                if (isShipped(pack)) {
                    each.add(Vocabulary.read(pack, new ArrayList<>()));
                }
            }
        }
        return each;
    }

    /** Returns the facts that a universe may state when a pack screens it; its problems are reported with the pack. */
    public Vocabulary vocabulary(@Nullable String named) {
        return vocabulary(List.of(find(Kind.RULES, named)), problems -> {});
    }

    /** Returns the path of a shipped pack or universe. */
    public Optional<Path> shipped(Kind kind, String name) {
        return folders(kind).stream()
                .map(folder -> folder.resolve(name))
                .filter(Shipped::isShipped)
                .findFirst();
    }

    /** Excludes the output folder of a build, which is beside them. */
    private static boolean isShipped(Path folder) {
        return Files.isDirectory(folder) && !folder.endsWith("target");
    }

    /** Suggests a shipped name similar to a word; null if there is none. */
    public @Nullable Message nearest(String word) {
        List<String> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            all.addAll(names(kind));
        }
        return Nearest.advice(word, all);
    }

    /** Returns the names of shipped packs or universes, sorted. */
    public List<String> names(Kind kind) {
        List<String> names = new ArrayList<>();
        for (Path folder : folders(kind)) {
            try (Stream<Path> children = Files.list(folder)) {
                children.filter(Shipped::isShipped)
                        .map(child -> String.valueOf(child.getFileName()).replace("/", ""))
                        .forEach(names::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Collections.sort(names);
        return names;
    }

    private List<Path> folders(Kind kind) {
        if (home != null) {
            Path folder = home.resolve(kind.folder);
            return Files.isDirectory(folder) ? List.of(folder) : List.of();
        }
        List<Path> folders = new ArrayList<>();
        try {
            for (URL url : Collections.list(Shipped.class.getClassLoader().getResources("dev/winnow/" + kind.folder))) {
                folders.add(opened(url.toURI()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return folders;
    }

    /** Converts a URI such as {@code jar:file:/…/x.jar!/dev/winnow/rules} to a path inside the jar. */
    private Path opened(URI uri) throws IOException {
        if (!"jar".equals(uri.getScheme())) {
            return Path.of(uri);
        }
        String whole = uri.getRawSchemeSpecificPart();
        int end = whole.indexOf("!/");
        Path jar = Path.of(URI.create(whole.substring(0, end)));
        FileSystem open = jars.get(jar);
        if (open == null) {
            open = FileSystems.newFileSystem(jar);
            jars.put(jar, open);
        }
        return open.getPath(whole.substring(end + 1));
    }

    /** Returns the path relative to the working directory if it is below it. */
    private static Path shortened(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path whole = path.toAbsolutePath().normalize();
        return whole.startsWith(here) ? here.relativize(whole) : whole;
    }

    @Override
    public void close() {
        for (FileSystem jar : jars.values()) {
            try {
                jar.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
