package dev.winnow.engine.internal.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.RulePack;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.ShippedFacts;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A city without a landed project's own presences otherwise equals the whole city. */
class EvaluationContextTest {

    private static final RulePack PACK = RulePack.draft(Path.of("../rules/semiconductor"));
    private static final Universe UNIVERSE = Universe.read(ShippedFacts.VOCABULARY, Path.of("../seeds/semiconductor"));

    private final Facts facts = UNIVERSE.inHindsight(UNIVERSE.asOf());
    private final City city = Objects.requireNonNull(facts.city("qingdao"));
    private final EvaluationContext whole = context(null);

    private EvaluationContext context(@Nullable String except) {
        return EvaluationContext.of(facts, city, PACK.limitTable().on(facts.asOf()), except);
    }

    private FactType type(Class<?> record) {
        return Objects.requireNonNull(FactTypes.of(facts.vocabulary()).type(record.getSimpleName()));
    }

    @Test
    void withoutEqualsAContextCreatedWithoutTheProject() {
        assertThat(facts.present("qingdao")).hasSizeGreaterThan(5).allSatisfy(project -> {
            EvaluationContext without = whole.without(project);
            assertThat(without.rows()).isEqualTo(context(project).rows());
            assertThat(without.byType()).isEqualTo(context(project).byType());
        });
    }

    @Test
    void rulesThatReadNoPresencesShareTheirRows() {
        EvaluationContext without = whole.without("sien");
        assertThat(without.whole()).isSameAs(whole);
        assertThat(without.isWholeIn(List.of(type(City.class)))).isTrue();
        assertThat(without.isWholeIn(List.of(type(City.class), type(Presence.class))))
                .isFalse();
        assertThat(whole.isWholeIn(List.of(type(City.class)))).isFalse();
    }
}
