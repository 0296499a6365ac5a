package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.language.vocabulary.FactTypes;
import dev.winnow.model.domain.CityList;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The oracle lists the types by itself; it knows the same as the engine. */
class TypesTest {

    @Test
    void theOracleKnowsEveryTypeThatRulesMayMatch() {
        assertThat(Types.LISTS).containsExactlyInAnyOrderElementsOf(CityList.TYPES);
        assertThat(Types.CORE.all().stream().map(Shape::name))
                .containsExactlyInAnyOrderElementsOf(
                        FactTypes.of(Vocabulary.core()).names());
    }

    @Test
    void itKnowsWhatAPackDeclaresAsTheEngineDoes() {
        List<Problem> problems = new ArrayList<>();
        FactTypes known = FactTypes.of(Vocabulary.read(Packs.dense(), problems));
        Types types = Types.of(Declarations.read(Packs.dense()));
        assertThat(problems).isEmpty();
        assertThat(types.all().stream().map(Shape::name)).containsExactlyInAnyOrderElementsOf(known.names());
        for (Shape shape : types.all()) {
            assertThat(shape.traits().stream().map(Trait::name))
                    .as(shape.name())
                    .containsAll(Objects.requireNonNull(known.type(shape.name()))
                            .properties()
                            .keySet());
        }
    }
}
