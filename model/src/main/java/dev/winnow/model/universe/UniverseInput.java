package dev.winnow.model.universe;

import dev.winnow.model.internal.history.SourceFile;
import dev.winnow.model.internal.read.HeaderReader;
import dev.winnow.model.internal.read.UniverseFiles;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.Sha256;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Vocabulary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of a universe with everything else that its statements depend on. Immutable.
 *
 * @param vocabulary the facts that its files may state
 * @param files its files, in the order given
 * @param unread problems of files that could not be read
 * @param notes the files of its folders that are not read, such as tables, with advice
 * @param fallback its name if no file gives one
 * @param headed whether a file must give the universe a date
 * @param currency the currency in which money is read; null for that of the header
 */
record UniverseInput(
        Vocabulary vocabulary,
        List<SourceFile> files,
        List<Problem> unread,
        List<Problem> notes,
        String fallback,
        boolean headed,
        @Nullable Unit currency) {

    private static final String NAME = "universe";

    UniverseInput {
        files = List.copyOf(files);
        unread = List.copyOf(unread);
        notes = List.copyOf(notes);
    }

    static UniverseInput read(Vocabulary vocabulary, Path... paths) {
        List<Problem> problems = new ArrayList<>();
        UniverseFiles reader = new UniverseFiles(false, problems);
        List<SourceFile> files = reader.read(List.of(paths));
        String name = paths.length == 0 ? NAME : name(paths[0]);
        return new UniverseInput(vocabulary, files, problems, reader.notes(), name, true, null);
    }

    /** Parses texts by file name. */
    static UniverseInput parse(Vocabulary vocabulary, Map<String, String> texts) {
        List<Problem> problems = new ArrayList<>();
        List<SourceFile> files = new UniverseFiles(false, problems).parse(texts);
        return new UniverseInput(vocabulary, files, problems, List.of(), NAME, true, null);
    }

    static UniverseInput of(Vocabulary vocabulary, Node... documents) {
        List<SourceFile> files = new ArrayList<>();
        for (Node document : documents) {
            files.add(SourceFile.of(document, false));
        }
        return new UniverseInput(vocabulary, files, List.of(), List.of(), NAME, false, null);
    }

    private static String name(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        String text = name == null ? "" : name.toString();
        String kebab = HeaderReader.kebab(Files.isDirectory(path) ? text : text.replaceFirst("\\.[^.]*$", ""));
        return kebab.isEmpty() ? NAME : kebab;
    }

    /** Adds own candidates from files or folders. */
    UniverseInput and(Path... candidates) {
        List<Problem> problems = new ArrayList<>();
        UniverseFiles reader = new UniverseFiles(true, problems);
        return and(reader.read(List.of(candidates)), problems, reader.notes());
    }

    /** Adds own candidates from texts by file name. */
    UniverseInput and(Map<String, String> candidates) {
        List<Problem> problems = new ArrayList<>();
        return and(new UniverseFiles(true, problems).parse(candidates), problems);
    }

    UniverseInput and(List<SourceFile> moreFiles, List<Problem> moreUnread) {
        return and(moreFiles, moreUnread, List.of());
    }

    private UniverseInput and(List<SourceFile> moreFiles, List<Problem> moreUnread, List<Problem> moreNotes) {
        return new UniverseInput(
                vocabulary,
                joined(files, moreFiles),
                joined(unread, moreUnread),
                joined(notes, moreNotes),
                fallback,
                headed,
                currency);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }

    /** Returns the same files with the facts of a pack. Where both declare a fact, the pack's declaration counts. */
    UniverseInput with(Vocabulary pack) {
        Vocabulary both = vocabulary.isCore() ? pack : pack.and(vocabulary, new ArrayList<>());
        return new UniverseInput(both, files, unread, notes, fallback, headed, currency);
    }

    /** Returns the same files with money in a currency. */
    UniverseInput in(Unit other) {
        return new UniverseInput(vocabulary, files, unread, notes, fallback, headed, other);
    }

    /** Returns the same files with their digests computed. */
    UniverseInput digested() {
        List<SourceFile> digested = files.stream()
                .map(file -> new SourceFile(file.name(), file.digest(), file.root(), file.own()))
                .toList();
        return new UniverseInput(vocabulary, digested, unread, notes, fallback, headed, currency);
    }

    /** Returns the files marked as own candidates. */
    List<SourceFile> candidates() {
        return files.stream()
                .map(file -> new SourceFile(file.name(), file.read(), file.root(), true))
                .toList();
    }

    /** Whether any file has a list. */
    boolean lists(String list) {
        return files.stream().anyMatch(file -> {
            Node root = file.root();
            return root != null && root.get(list) != null;
        });
    }

    /** Whether a file consists of projects and a header that does not mark them as illustrative. */
    static boolean listsProjectsAlone(SourceFile file) {
        Node root = file.root();
        return root == null
                || (root.isMap()
                        && root.each().stream().allMatch(field -> switch (field.key()) {
                            case "projects" -> true;
                            case "universe" -> isPlainHeader(field.value());
                            default -> false;
                        }));
    }

    private static boolean isPlainHeader(Node header) {
        return header.isMap()
                && header.each().stream()
                        .allMatch(field -> HeaderReader.KEYS.contains(field.key())
                                && !field.key().equals("illustrative"));
    }

    /** Reads all statements. */
    StatementStore read() {
        return new UniverseReader(vocabulary, files, unread).read(fallback, headed, currency);
    }

    /** Returns the SHA-256 over the names and bytes of the files, in hexadecimal, independent of their order. */
    String digest() {
        return Sha256.of(files.stream()
                .map(file -> file.name() + "\n" + file.digest() + "\n")
                .sorted()
                .reduce("", String::concat));
    }
}
