package dev.winnow.papers.letter;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.NamedFile;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import dev.winnow.records.internal.entry.LetterKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The templates of one language and the letterhead: those of a bureau's folder, and the shipped ones for kinds that the
 * folder lacks.
 */
public final class LetterTemplates {

    private static final String LETTERHEAD = "letterhead.yaml";
    private static final String ENDING = ".txt";

    private final Map<LetterKind, LetterTemplate> templates;
    private final Letterhead letterhead;

    private LetterTemplates(Map<LetterKind, LetterTemplate> templates, Letterhead letterhead) {
        this.templates = templates;
        this.letterhead = letterhead;
    }

    /** Returns the shipped templates. */
    public static LetterTemplates shipped(Language language) {
        return new LetterTemplates(new EnumMap<>(LetterKind.class), Letterhead.NONE).with(language);
    }

    /**
     * Reads the templates of a folder. A template with problems is replaced by the shipped one.
     *
     * @param shown the path of the folder as the user gave it
     */
    public static LetterTemplates read(Path folder, String shown, Language language, List<Problem> problems) {
        Map<LetterKind, LetterTemplate> templates = new EnumMap<>(LetterKind.class);
        Letterhead letterhead = Letterhead.NONE;
        for (String name : files(folder, shown, problems)) {
            String path = shown + "/" + name;
            if (NamedFile.isLinkedOut(folder, folder.resolve(name))) {
                problems.add(Problem.at(Place.file(path), "this is a link out of the folder of templates")
                        .with(Message.of("copy the file itself here")));
                continue;
            }
            TextFile file = TextFile.read(folder.resolve(name), path, problems);
            if (file == null) {
                continue;
            }
            if (name.equals(LETTERHEAD)) {
                letterhead = Letterhead.read(file, language, problems);
                continue;
            }
            for (Language one : Language.values()) {
                for (LetterKind kind : LetterKind.values()) {
                    LetterTemplate template =
                            name.equals(name(kind, one)) ? LetterTemplate.read(file, kind, problems) : null;
                    if (template != null && one == language) {
                        templates.put(kind, template);
                    }
                }
            }
        }
        return new LetterTemplates(templates, letterhead).with(language);
    }

    private static List<String> files(Path folder, String shown, List<Problem> problems) {
        List<String> names = new ArrayList<>();
        List<String> known = names();
        try (Stream<Path> files = Files.list(folder)) {
            for (String name : new TreeSet<>(
                    files.map(file -> String.valueOf(file.getFileName())).toList())) {
                if (known.contains(name)) {
                    names.add(name);
                } else if (!name.startsWith(".")) {
                    problems.add(Problem.at(Place.file(shown + "/" + name), "this is no template of a letter")
                            .with(Nearest.oneOf(name, known)));
                }
            }
        } catch (IOException e) {
            problems.add(Problem.at(Place.file(shown), "the folder of templates cannot be read"));
        }
        return names;
    }

    private LetterTemplates with(Language language) {
        List<Problem> none = new ArrayList<>();
        for (LetterKind kind : LetterKind.values()) {
            String name = name(kind, language);
            templates.computeIfAbsent(
                    kind,
                    any -> Objects.requireNonNull(
                            LetterTemplate.read(
                                    Objects.requireNonNull(TextFile.of(name, text(name), none)), kind, none),
                            () -> none.toString()));
        }
        return this;
    }

    /** Returns the names of all files that a folder of templates may contain. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (LetterKind kind : LetterKind.values()) {
            for (Language language : Language.values()) {
                names.add(name(kind, language));
            }
        }
        names.add(LETTERHEAD);
        return List.copyOf(names);
    }

    private static String name(LetterKind kind, Language language) {
        return file(kind.word(), language);
    }

    /** Returns the file of a template in a language: {@code declined.zh.txt}; a word with an ending is a file already. */
    public static String file(String word, Language language) {
        return word.contains(".") ? word : word + (language == Language.EN ? "" : "." + language.tag()) + ENDING;
    }

    /**
     * Returns the text of a shipped file.
     *
     * @param name a name of {@link #names}
     */
    public static String text(String name) {
        try (InputStream in = Objects.requireNonNull(LetterTemplates.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LetterTemplate of(LetterKind kind) {
        return Objects.requireNonNull(templates.get(kind));
    }

    Letterhead letterhead() {
        return letterhead;
    }

    /** Returns the name of the bureau; null if the letterhead does not give it. */
    public @Nullable String bureau() {
        return letterhead.values().get("bureau");
    }

    /** Returns the parts of the letterhead that are not given, by placeholder. */
    public List<String> blanks() {
        return Letterhead.KEYS.stream()
                .filter(key -> !letterhead.values().containsKey(key))
                .toList();
    }
}
