package dev.winnow.report.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.result.Effect;
import dev.winnow.model.source.Language;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every effect has a word in both languages, and there are no words without an effect. */
class EffectWordsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void exactlyTheEffectsHaveWords(Language language) {
        assertThat(Wording.inLanguage(language).beginning("effect.").keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(Effect.values())
                        .map(effect -> "effect." + effect)
                        .toList());
    }
}
