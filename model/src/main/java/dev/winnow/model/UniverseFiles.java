package dev.winnow.model;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the files of a universe: every YAML and JSON file in a folder, except in hidden folders. */
final class UniverseFiles {

    private final boolean own;
    private final List<Problem> problems;
    private final List<Paper> papers = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();

    UniverseFiles(boolean own, List<Problem> problems) {
        this.own = own;
        this.problems = problems;
    }

    List<Paper> read(List<Path> paths) {
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                folder(path);
            } else {
                Path name = path.getFileName();
                read(path, name == null ? "" : name.toString());
            }
        }
        return papers;
    }

    private void folder(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                    return hidden(inner) && !inner.equals(folder)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!hidden(file) && readable(file)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    problems.add(Problem.at(Place.file(TextFile.shown(file)), "this cannot be read"));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            problems.add(Problem.at(Place.file(TextFile.shown(folder)), "the folder cannot be read"));
        }
        if (files.isEmpty()) {
            problems.add(new Problem(
                    Place.file(TextFile.shown(folder)),
                    "the folder holds no universe file",
                    0,
                    "maybe a file that ends in `.yaml`, `.yml` or `.json`?"));
        }
        files.sort(Comparator.comparing(TextFile::shown));
        files.forEach(file -> read(file, TextFile.shown(folder.relativize(file))));
    }

    private static boolean hidden(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().startsWith(".");
    }

    private static boolean readable(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    private void read(Path file, String name) {
        if (!seen.add(file.toAbsolutePath().normalize())) {
            return;
        }
        TextFile text = TextFile.read(file, TextFile.shown(file), problems);
        if (text != null) {
            papers.add(new Paper(name, text.digest(), text.parse(problems), own));
        }
    }
}
