package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.vocabulary.RecordShape;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle's own list of types equals the engine's. */
class TypesTest {

    @Test
    void oracleKnowsEveryTypeThatRulesMayMatch() {
        assertThat(Types.LISTS.stream().map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(Vocabulary.core().rows().values().stream()
                        .map(RecordShape::name)
                        .toList());
        assertThat(Types.CORE.all().stream().map(Shape::name))
                .containsExactlyInAnyOrderElementsOf(
                        FactTypes.of(Vocabulary.core()).names());
    }

    @Test
    void oracleAndEngineReadTheSameDeclarations() {
        assertKnown(Declarations.read(Packs.dense()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void oracleAndEngineReadTheSameRandomDeclarations(long seed) {
        assertKnown(Declarations.parse(RandomVocabulary.yaml(seed)));
    }

    private static void assertKnown(Declarations declarations) {
        Types types = Types.of(declarations);
        FactTypes engine = FactTypes.of(types.vocabulary());

        assertThat(types.all().stream().map(Shape::name)).containsExactlyInAnyOrderElementsOf(engine.names());
        for (String name : engine.names()) {
            FactType type = Objects.requireNonNull(engine.type(name));
            Shape shape = types.shape(name);
            List<FactType.Property> declared = type.properties().values().stream()
                    .filter(property -> property.declared() != null)
                    .toList();
            assertThat(declared.stream().map(property -> attributes(shape.trait(property.name()))))
                    .as(name)
                    .isEqualTo(declared.stream().map(TypesTest::attributes).toList());
            assertThat(shape.traits()).hasSameSizeAs(traits(type));
            if (type.list() != null) {
                assertThat(List.of(shape.list(), shape.key())).isEqualTo(List.of(type.list(), type.key()));
            }
        }
    }

    /** All properties, including those that the engine hides from rules. */
    private static List<String> traits(FactType type) {
        List<String> traits = new ArrayList<>(type.properties().keySet());
        if (type.record() == Project.class) {
            traits.add(Vocabulary.MILESTONES_COMPLETE);
        }
        if (type.record() == Presence.class) {
            traits.addAll(List.of("holders", "since"));
        }
        if (type.record() == Coverage.class) {
            traits.add("since");
        }
        return traits;
    }

    private static List<Object> attributes(Trait trait) {
        return List.of(
                trait.name(),
                trait.kind().name(),
                String.valueOf(trait.unit()),
                String.valueOf(trait.refers()),
                trait.words());
    }

    private static List<Object> attributes(FactType.Property property) {
        return List.of(
                property.name(),
                property.value().kind().name(),
                String.valueOf(property.value().unit()),
                String.valueOf(property.refers()),
                property.words());
    }
}
