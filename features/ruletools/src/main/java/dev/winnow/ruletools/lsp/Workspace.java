package dev.winnow.ruletools.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.winnow.ruletools.lsp.Document.Kind;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.jspecify.annotations.Nullable;

/**
 * The packs and universes in the folders of the editor, and which belong together: those that the initialization options
 * {@code pack} and {@code universe} name; those of the same name, such as {@code rules/battery} and {@code
 * seeds/battery}; and all universes with the only pack. Thread-safe.
 */
final class Workspace {

    /** Number of levels below a folder of the editor that are searched. */
    private static final int DEPTH = 5;

    private static final int MOST_FOLDERS = 5_000;

    private final List<Path> roots;
    private final @Nullable Path pack;
    private final @Nullable Path universe;
    private @Nullable Map<Kind, Set<Path>> known;

    private Workspace(List<Path> roots, @Nullable Path pack, @Nullable Path universe) {
        this.roots = roots;
        this.pack = pack;
        this.universe = universe;
    }

    /** A workspace without folders. */
    static Workspace none() {
        return new Workspace(List.of(), null, null);
    }

    /** The workspace of an editor. */
    @SuppressWarnings("deprecation") // older editors give only a root
    static Workspace of(InitializeParams params) {
        List<WorkspaceFolder> folders = Objects.requireNonNullElse(params.getWorkspaceFolders(), List.of());
        Stream<String> uris = folders.isEmpty()
                ? Stream.ofNullable(params.getRootUri())
                : folders.stream().map(WorkspaceFolder::getUri);
        List<Path> roots = uris.map(Document::path).filter(Objects::nonNull).toList();
        JsonObject options = params.getInitializationOptions() instanceof JsonObject given ? given : new JsonObject();
        return new Workspace(roots, option(options, "pack", roots), option(options, "universe", roots));
    }

    private static @Nullable Path option(JsonObject options, String name, List<Path> roots) {
        JsonElement value = options.get(name);
        String text = value != null && value.isJsonPrimitive() ? value.getAsString() : "";
        try {
            Path path = Path.of(text);
            return text.isBlank()
                    ? null
                    : (roots.isEmpty() ? path : roots.get(0).resolve(path))
                            .toAbsolutePath()
                            .normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Returns the pack that a universe is screened by; null if it is not known. */
    @Nullable
    Path packOf(Path folder) {
        Path beside = beside(folder, "rules");
        List<Path> packs = known(Kind.PACK);
        if (pack != null && (universe == null || universe.equals(folder))) {
            return pack;
        }
        return beside != null && Kind.PACK.is(beside)
                ? beside
                : packs.stream()
                        .filter(one -> one.endsWith(folder.getFileName()))
                        .findFirst()
                        .orElse(packs.size() == 1 ? packs.get(0) : null);
    }

    /** Returns the universes that a pack screens, the one named by an option first. */
    List<Path> universesOf(Path folder) {
        Set<Path> universes = new LinkedHashSet<>();
        Path beside = beside(folder, "seeds");
        if (universe != null && (pack == null || pack.equals(folder))) {
            universes.add(universe);
        }
        if (beside != null && Kind.UNIVERSE.is(beside)) {
            universes.add(beside);
        }
        known(Kind.UNIVERSE).stream().filter(one -> folder.equals(packOf(one))).forEach(universes::add);
        return List.copyOf(universes);
    }

    /** Returns the folder of the same name in a folder beside the parent; null if there is no parent. */
    private static @Nullable Path beside(Path folder, String parent) {
        Path above = folder.getParent();
        Path top = above == null ? null : above.getParent();
        return top == null ? null : top.resolve(parent).resolve(folder.getFileName());
    }

    /** Forgets the folders found, since some were added or deleted. */
    synchronized void changed() {
        known = null;
    }

    private synchronized List<Path> known(Kind kind) {
        Map<Kind, Set<Path>> found = known;
        if (found == null) {
            found = new EnumMap<>(Kind.class);
            for (Kind one : Kind.values()) {
                found.put(one, new TreeSet<>());
            }
            for (Path root : roots) {
                search(root, found);
            }
            known = found;
        }
        return List.copyOf(Objects.requireNonNull(found.get(kind)));
    }

    private static void search(Path root, Map<Kind, Set<Path>> found) {
        List<Path> visited = new ArrayList<>();
        try {
            Files.walkFileTree(root, Set.of(), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = String.valueOf(folder.getFileName());
                    boolean passed = !folder.equals(root)
                            && (name.startsWith(".") || name.equals("node_modules") || name.equals("target"));
                    visited.add(folder);
                    return visited.size() > MOST_FOLDERS
                            ? FileVisitResult.TERMINATE
                            : passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found.forEach((kind, folders) -> {
                        if (file.endsWith(kind.main)) {
                            folders.add(file.getParent());
                        }
                    });
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // a folder that cannot be searched has no packs
        }
    }
}
