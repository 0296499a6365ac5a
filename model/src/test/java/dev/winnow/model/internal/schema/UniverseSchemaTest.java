package dev.winnow.model.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.internal.history.Origin;
import dev.winnow.model.internal.read.ProjectReader;
import dev.winnow.model.source.Language;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.DeclaredList;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.RecordShape;
import dev.winnow.model.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class UniverseSchemaTest {

    private static final Pattern PARAMETER =
            Pattern.compile("@param (\\w+) (.*?)(?=\\n \\* @|\\n \\*/|\\n \\*\\n)", Pattern.DOTALL);

    @Test
    void editorsShowTheJavadocOfAComponent() throws IOException, ClassNotFoundException {
        Map<String, String> stated = new TreeMap<>();
        Map<String, String> meant = new TreeMap<>();
        List<DeclaredList> types = new ArrayList<>(Vocabulary.types().values());
        types.add(Objects.requireNonNull(Vocabulary.core().described("outcome")));
        for (DeclaredList type : types) {
            for (DeclaredProperty property : type.properties()) {
                if (property.note() != null
                        && isComponent(type.row(), property.component().name())) {
                    String key = type.row() + "." + property.component().name();
                    stated.put(key, property.note().inLanguage(Language.EN));
                    meant.put(key, javadoc(type.row(), property.component().name()));
                }
            }
        }
        assertThat(stated).isEqualTo(meant).hasSizeGreaterThan(30);
    }

    @Test
    void everyAllowedKeyIsInTheSchema() {
        Map<?, ?> definitions = (Map<?, ?>) Objects.requireNonNull(
                UniverseSchema.schema(ShippedFacts.VOCABULARY).get("$defs"));
        assertThat(properties(definitions, "project"))
                .containsAll(ShippedFacts.VOCABULARY.project().stated().stream()
                        .map(Component::name)
                        .toList())
                .containsAll(ProjectReader.OTHERS)
                .containsAll(Origin.KEYS);
        for (RecordShape<?> row : ShippedFacts.VOCABULARY.rows().values()) {
            assertThat(properties(definitions, row.list()))
                    .containsAll(row.stated().stream().map(Component::name).toList());
        }
    }

    private static Iterable<String> properties(Map<?, ?> definitions, String name) {
        Map<?, ?> definition = (Map<?, ?>) Objects.requireNonNull(definitions.get(name));
        return ((Map<?, ?>) Objects.requireNonNull(definition.get("properties")))
                .keySet().stream().map(String::valueOf).toList();
    }

    /** Whether a fact is a component of a record; others are declared values. */
    private static boolean isComponent(String type, String name) throws ClassNotFoundException {
        return Arrays.stream(Class.forName("dev.winnow.model.domain." + type).getRecordComponents())
                .anyMatch(one -> one.getName().equals(name));
    }

    private static String javadoc(String type, String component) throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/winnow/model/domain", type + ".java"));
        for (MatchResult parameter : PARAMETER.matcher(source).results().toList()) {
            if (parameter.group(1).equals(component)) {
                return parameter
                        .group(2)
                        .replaceAll("\\s*\\n \\*\\s*", " ")
                        .replaceAll("\\{@(?:code|link) ([^}]*)\\}", "$1")
                        .strip();
            }
        }
        throw new IllegalStateException(type + " says nothing of " + component);
    }
}
