package dev.winnow.model.internal.read;

import dev.winnow.model.internal.history.SourceFile;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the files of a universe. In a folder these are all YAML and JSON files outside hidden folders. */
public final class UniverseFiles {

    private static final int MOST_BESIDE = 10_000;

    private final boolean own;
    private final List<Problem> problems;
    private final List<SourceFile> sourceFiles = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();

    public UniverseFiles(boolean own, List<Problem> problems) {
        this.own = own;
        this.problems = problems;
    }

    public List<SourceFile> read(List<Path> paths) {
        for (Path path : paths) {
            if (path.toString().isBlank()) {
                // The JDK resolves the empty path to the working directory, and all of it would be read.
                problems.add(new Problem(
                        Place.file("."),
                        Message.of("an empty path names no universe"),
                        0,
                        Message.of("write `%s` for this folder", ".")));
            } else if (Files.notExists(path)) {
                problems.add(new Problem(Place.file(TextFile.shown(path)), missing(path), 0, nearest(path)));
            } else if (Files.isDirectory(path)) {
                folder(path);
            } else {
                Path name = path.getFileName();
                read(path, name == null ? "" : name.toString());
            }
        }
        return sourceFiles;
    }

    /** Returns the unread files of the folders, with advice, sorted by path. */
    public List<Problem> notes() {
        return notes;
    }

    /** Reads texts as files, by file name. */
    public List<SourceFile> parse(Map<String, String> files) {
        new TreeMap<>(files).forEach((file, content) -> {
            TextFile text = TextFile.of(file, content, problems);
            if (text != null) {
                sourceFiles.add(new SourceFile(file, text.digest(), text.parse(problems), own));
            }
        });
        return sourceFiles;
    }

    private static Message missing(Path path) {
        return readable(path) ? Message.of("there is no such file") : Message.of("there is no such file or folder");
    }

    /** Returns advice with files of a similar name beside a missing path. */
    private static @Nullable Message nearest(Path path) {
        Path name = path.getFileName();
        Path parent = path.getParent();
        try (Stream<Path> beside =
                Files.list(parent == null ? path.getFileSystem().getPath("") : parent)) {
            List<String> names = beside.limit(MOST_BESIDE)
                    .filter(one -> !hidden(one) && (Files.isDirectory(one) || readable(one)))
                    .map(one -> String.valueOf(one.getFileName()))
                    .toList();
            String near = name == null ? null : Nearest.of(name.toString(), names);
            return near == null ? null : Message.of("did you mean `%s`?", TextFile.shown(path.resolveSibling(near)));
        } catch (IOException | RuntimeException e) {
            return null; // advice is optional
        }
    }

    private void folder(Path folder) {
        List<Path> files = new ArrayList<>();
        Set<Path> others = new TreeSet<>(Comparator.comparing(TextFile::shown));
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
                    if (!hidden(file)) {
                        (readable(file) ? files : others).add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    problems.add(Problem.at(Place.file(TextFile.shown(file)), "this path cannot be read"));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            problems.add(Problem.at(Place.file(TextFile.shown(folder)), "the folder cannot be read"));
        }
        Set<Path> mapped = leaveMapped(files);
        others.addAll(mapped);
        if (files.isEmpty()) {
            problems.add(new Problem(
                    Place.file(TextFile.shown(folder)),
                    Message.of("the folder contains no universe file"),
                    0,
                    others.stream()
                            .filter(file -> mapped.contains(file) || UnreadFile.isTable(file))
                            .findFirst()
                            .map(table -> Message.of("name a table in it: `%s`", TextFile.shown(table)))
                            .orElse(Message.of(
                                    "name a file that ends in `%s`, `%s` or `%s`", ".yaml", ".yml", ".json"))));
        } else {
            for (Path file : others) {
                Problem note = UnreadFile.note(file, mapped.contains(file), own);
                if (note != null && !notes.contains(note)) {
                    notes.add(note);
                }
            }
        }
        files.sort((one, other) -> TextFile.shown(one).compareTo(TextFile.shown(other)));
        files.forEach(file -> read(file, TextFile.shown(folder.relativize(file))));
    }

    /**
     * Leaves out mappings of tables, and mapped documents, which are read as tables.
     *
     * @return the files that mappings are about
     */
    private static Set<Path> leaveMapped(List<Path> files) {
        Set<Path> mapped = new HashSet<>();
        for (Path file : List.copyOf(files)) { // a loop, because it runs at every start
            if (UnreadFile.isMapping(file)) {
                files.remove(file);
                mapped.add(UnreadFile.mapped(file));
            }
        }
        files.removeAll(mapped);
        return mapped;
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
            sourceFiles.add(new SourceFile(name, text.digest(), text.parse(problems), own, file));
        }
    }
}
