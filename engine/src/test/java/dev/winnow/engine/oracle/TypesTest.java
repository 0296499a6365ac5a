package dev.winnow.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.language.vocabulary.FactTypes;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.domain.CityList;
import org.junit.jupiter.api.Test;

/** The oracle lists the types by itself; it knows the same as the engine. */
class TypesTest {

    @Test
    void theOracleKnowsEveryTypeThatRulesMayMatch() {
        assertThat(Types.LISTS).containsExactlyInAnyOrderElementsOf(CityList.TYPES);
        assertThat(Types.CORE.all().stream().map(Shape::name))
                .containsExactlyInAnyOrderElementsOf(
                        FactTypes.of(ShippedFacts.VOCABULARY).names());
    }
}
