package dev.winnow.model.universe;

import dev.winnow.model.history.SourceFile;
import dev.winnow.model.read.Entries;
import dev.winnow.model.read.HeaderReader;
import dev.winnow.model.source.Node;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether candidates can join a universe that is not read again. */
final class Joining {

    private Joining() {}

    /**
     * Whether what a universe holds is read alike with some files of candidates and without them.
     *
     * @param fresh the files of the candidates
     */
    static boolean areApart(Universe universe, List<SourceFile> fresh) {
        StatementStore store = universe.store();
        if (store.header().asOf() == null || !fresh.stream().allMatch(file -> isOfProjects(file.root()))) {
            return false;
        }
        Set<String> ids = new Entries(fresh, Map.of()).of("projects").keySet();
        if (store.problems().isEmpty()) {
            return Collections.disjoint(store.projects().keySet(), ids);
        }
        // What is said here of a project that is not may be said of one of them.
        return Collections.disjoint(universe.entries().of("projects").keySet(), ids)
                && universe.sourceFiles().stream()
                        .noneMatch(file -> states(file.root(), "answers") || states(file.root(), "facts"));
    }

    private static boolean isOfProjects(@Nullable Node root) {
        return root == null
                || (root.isMap()
                        && root.each().stream().allMatch(field -> switch (field.key()) {
                            case "projects" -> true;
                            case "universe" ->
                                field.value().isMap()
                                        && field.value().each().stream()
                                                .allMatch(one -> HeaderReader.KEYS.contains(one.key())
                                                        && !one.key().equals("illustrative"));
                            default -> false;
                        }));
    }

    private static boolean states(@Nullable Node root, String list) {
        return root != null && root.get(list) != null;
    }
}
