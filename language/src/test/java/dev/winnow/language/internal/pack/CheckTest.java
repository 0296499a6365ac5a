package dev.winnow.language.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** Names and advice of the checks. */
class CheckTest {

    @Test
    void eachAdvisesACorrection() {
        assertThat(Arrays.stream(Check.values()).map(check -> check.meaning().toString()))
                .allSatisfy(meaning ->
                        assertThat(meaning).endsWith(".").contains(":").hasSizeLessThan(220));
    }

    @Test
    void eachCheckIsFoundByItsCode() {
        assertThat(Arrays.stream(Check.values()).map(check -> Check.of(check.code())))
                .containsExactlyElementsOf(EnumSet.allOf(Check.class));
    }
}
