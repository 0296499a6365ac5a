package dev.winnow.report.internal.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.value.ScoreInterval;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class BarsTest {

    @Test
    void certainPartsAreSolidAndPossiblePartsShaded() {
        assertThat(draw("30", "70")).isEqualTo("▕███░░░░   ▏");
    }

    @Test
    void aBarNeverExceedsTheCertainScore() {
        assertThat(draw("39.9", "40.1")).isEqualTo("▕███░░     ▏");
    }

    @Test
    void anExactScoreHasNoShadedPart() {
        assertThat(draw("42", "42")).isEqualTo("▕████      ▏");
        assertThat(draw("0", "0")).isEqualTo("▕          ▏");
        assertThat(draw("100", "100")).isEqualTo("▕██████████▏");
    }

    private static String draw(String low, String high) {
        return Bars.draw(new ScoreInterval(new BigDecimal(low), new BigDecimal(high)), 10);
    }
}
