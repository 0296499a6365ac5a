package dev.winnow.model.vocabulary;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The core facts, which need no pack, as {@code core.yaml} describes them. */
final class CoreFacts {

    /** The file name of their places, which no file of a pack can have. */
    static final String FILE = "winnow:core.yaml";

    private static final CoreFacts ONE = read();

    private final Map<String, DeclaredList> byRow = new LinkedHashMap<>();
    private final Map<String, DeclaredList> byName = new HashMap<>();
    /** The names of types, lists and components in both languages, by key, for all owners. */
    private final Map<String, LocalName> names = new HashMap<>();
    /** The names of the words of closed lists in both languages. */
    private final Map<String, LocalName> words = new HashMap<>();

    private final List<DeclaredList> lists;

    private CoreFacts(VocabularyReader reader) {
        names.putAll(reader.otherNames());
        this.lists = List.copyOf(reader.lists());
        add(whole(Vocabulary.PROJECT, "Project", reader.ofProject(), reader));
        add(whole(Vocabulary.CITY, "City", reader.ofCity(), reader));
        Stream.of(reader.lists(), reader.types(), reader.unseen())
                .flatMap(List::stream)
                .forEach(this::add);
        reader.unseen().forEach(unseen -> byRow.remove(unseen.row()));
    }

    private static DeclaredList whole(
            String name, String row, List<DeclaredProperty> properties, VocabularyReader reader) {
        LocalName called = Objects.requireNonNull(reader.otherNames().get(row), row);
        return DeclaredList.type(
                name, row, called, properties, properties.get(0).place());
    }

    private void add(DeclaredList type) {
        byRow.put(type.row(), type);
        byName.put(type.name(), type);
        names.putIfAbsent(type.name(), type.called());
        names.putIfAbsent(type.row(), type.rowCalled());
        for (DeclaredProperty property : type.properties()) {
            names.putIfAbsent(property.component().name(), property.name());
            words.putAll(property.wordNames());
        }
    }

    private static CoreFacts read() {
        List<Problem> problems = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(CoreFacts.class.getResourceAsStream("core.yaml"))) {
            TextFile text = TextFile.of(FILE, in.readAllBytes(), problems);
            Node root = text == null ? null : text.parse(problems);
            VocabularyReader reader = VocabularyReader.ofCore(problems);
            if (root != null) {
                reader.read(root);
            }
            if (!problems.isEmpty()) {
                throw new IllegalStateException(problems.toString());
            }
            return new CoreFacts(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the types that rules may match, by name: projects and cities, then the lists of cities, then others. */
    static Map<String, DeclaredList> types() {
        return ONE.byRow;
    }

    /** Returns the lists of cities. */
    static List<DeclaredList> lists() {
        return ONE.lists;
    }

    /** Returns the type of an owner of facts: {@code project}, {@code city}, {@code demands}, {@code milestones}. */
    static @Nullable DeclaredList owner(String name) {
        return ONE.byName.get(name);
    }

    /** Returns the name of a type, list or component in a language; the words of its key if it has no name. */
    static String words(String name, Language language) {
        LocalName called = language == Language.ZH ? ONE.names.get(name) : null;
        return called == null ? LocalName.inWords(name) : called.inLanguage(language);
    }

    /** Returns the name of a word of a closed list in a language. */
    static String word(String word, Language language) {
        LocalName called = language == Language.ZH ? ONE.words.get(word) : null;
        return called == null ? word : called.inLanguage(language);
    }
}
