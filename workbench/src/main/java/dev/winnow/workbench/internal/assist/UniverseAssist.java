package dev.winnow.workbench.internal.assist;

import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.internal.history.SourceFile;
import dev.winnow.model.internal.read.UniverseFiles;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.workbench.internal.assist.Diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A universe as it is being edited: the files of a folder, some replaced by unsaved texts. Files are named relative to
 * the folder, such as {@code projects/sien.yaml}; positions count from 0, in UTF-16 units. Unknown files and positions
 * give empty results. Not thread-safe.
 */
public final class UniverseAssist {

    private final Path folder;
    private final Map<String, String> unsaved;
    private final List<SourceFile> files;
    private final List<Problem> unread;
    private final Vocabulary others;
    private final Universe universe;
    private final FactTypes types;
    private @Nullable List<Occurrence> occurrences;

    private UniverseAssist(
            Path folder,
            Map<String, String> unsaved,
            List<SourceFile> files,
            List<Problem> unread,
            Vocabulary own,
            Vocabulary others) {
        this.folder = folder;
        this.unsaved = unsaved;
        this.files = files;
        this.unread = unread;
        this.others = others;
        this.types = FactTypes.of(own);
        this.universe = stating(own);
    }

    /**
     * Reads a universe.
     *
     * @param folder the universe's folder
     * @param unsaved the texts that replace files, by name
     * @param own the facts of the pack that it is screened by
     * @param others the facts of other packs, which count if it states facts that the pack does not declare
     * @return the universe
     */
    public static UniverseAssist read(Path folder, Map<String, String> unsaved, Vocabulary own, Vocabulary others) {
        List<Problem> unread = new ArrayList<>();
        List<SourceFile> files = new ArrayList<>(new UniverseFiles(false, unread).read(List.of(folder)));
        new TreeMap<>(unsaved).forEach((name, text) -> {
            String shown = TextFile.shown(folder.resolve(name));
            files.removeIf(file -> file.name().equals(name));
            unread.removeIf(problem -> problem.place().file().equals(shown));
            new UniverseFiles(false, unread)
                    .parse(Map.of(shown, text))
                    .forEach(file -> files.add(new SourceFile(name, file.read(), file.root(), false)));
        });
        return new UniverseAssist(folder, Map.copyOf(unsaved), files, unread, own, others);
    }

    /** Returns the universe with the facts that its files state, as commands read it. */
    private Universe stating(Vocabulary own) {
        String name = String.valueOf(folder.getFileName());
        Universe stating = Universe.of(own, name, true, files, unread);
        return stating.problems().isEmpty() ? stating : stating.with(own.and(others, new ArrayList<>()));
    }

    /** {@return the universe} */
    public Universe universe() {
        return universe;
    }

    /** {@return the problems of its files, and disagreements between its sources as warnings} */
    public List<Diagnostic> diagnostics() {
        return diagnostics(universe);
    }

    private List<Diagnostic> diagnostics(Universe read) {
        String path = TextFile.shown(folder);
        return Stream.concat(
                        read.problems().stream().map(one -> Diagnostic.of(one, path, Severity.ERROR, null)),
                        read.conflicts().stream().map(one -> Diagnostic.of(one, path, Severity.WARNING, null)))
                .toList();
    }

    /**
     * {@return the words that can be written at a position of an unsaved text}
     *
     * @param file the file
     * @param line the line
     * @param character the character that the cursor is before
     */
    public List<Completion> completions(String file, int line, int character) {
        Cursor at = Cursor.of(unsaved.get(file), line, character);
        return at == null ? List.of() : new FactCompletions(types, readable(file)::called).of(at);
    }

    /** Returns the universe; as it is saved if the text of a file cannot be parsed while it is being typed. */
    private Universe readable(String file) {
        boolean parsed = files.stream().anyMatch(one -> one.name().equals(file) && one.root() != null);
        return parsed ? universe : Universe.read(types.vocabulary(), folder);
    }

    /**
     * {@return the type and name of the fact named at a position, such as {@code Project.yieldRate}; null if there is none}
     *
     * @param file the file
     * @param line the line
     * @param character the character
     */
    public @Nullable String fact(String file, int line, int character) {
        return occurrences().stream()
                .filter(one -> one.at().file().equals(file) && one.at().span().contains(line, character))
                .map(Occurrence::name)
                .findFirst()
                .orElse(null);
    }

    /**
     * {@return the place of the name of a fact at a position; null if there is none}
     *
     * @param file the file
     * @param line the line
     * @param character the character
     */
    public @Nullable Location named(String file, int line, int character) {
        return occurrences().stream()
                .map(Occurrence::at)
                .filter(at -> at.file().equals(file) && at.span().contains(line, character))
                .findFirst()
                .orElse(null);
    }

    /**
     * {@return the places that name a fact}
     *
     * @param fact its type and name: {@code Project.yieldRate}
     */
    public List<Location> references(String fact) {
        return occurrences().stream()
                .filter(one -> one.name().equals(fact))
                .map(Occurrence::at)
                .distinct()
                .toList();
    }

    private List<Occurrence> occurrences() {
        List<Occurrence> known = occurrences;
        if (known == null) {
            known = new ArrayList<>();
            for (SourceFile file : files) {
                Node root = file.root();
                if (root != null && root.isMap()) {
                    known.addAll(Occurrences.of(types, file.name(), root));
                }
            }
            occurrences = known;
        }
        return known;
    }

    /** Returns the reason for not renaming a fact; null if there is none. */
    @Nullable
    Message obstacle(String fact, Rename rename, Vocabulary renamed) {
        List<Location> places = references(fact);
        Map<String, String> changed = rename.applied(places, this::text);
        if (changed == null) {
            return Message.of("`%s` is written in a form that cannot be renamed", rename.old());
        }
        Map<String, String> texts = new TreeMap<>(unsaved);
        texts.putAll(changed);
        // Another pack may declare the old name, with which a place left behind would be no problem.
        UniverseAssist before = read(folder, unsaved, types.vocabulary(), Vocabulary.core());
        UniverseAssist after = read(folder, texts, renamed, Vocabulary.core());
        return rename.obstacle(
                Message.of("the universe `%s`", universe.name()), before.diagnostics(), after.diagnostics());
    }

    private @Nullable String text(String file) {
        String text = unsaved.get(file);
        try {
            return text != null ? text : Files.readString(folder.resolve(file));
        } catch (IOException e) {
            return null;
        }
    }
}
