package dev.winnow.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentTest {

    private static Exponent measured(DoubleUnaryOperator cost) {
        Exponent exponent = new Exponent();
        for (double size : new double[] {10, 30, 100, 300, 1_000}) {
            exponent.add(size, cost.applyAsDouble(size));
        }
        return exponent;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 2})
    void aPowerIsFound(double power) {
        Exponent exponent = measured(size -> 7 * Math.pow(size, power));

        assertThat(exponent.overall()).isCloseTo(power, within(1e-9));
        assertThat(exponent.last()).isCloseTo(power, within(1e-9));
    }

    @Test
    void constantCostsMatterLeastBetweenTheLargestSizes() {
        Exponent exponent = measured(size -> 100 + size);

        assertThat(exponent.overall()).isBetween(0.3, 0.6);
        assertThat(exponent.last()).isBetween(0.8, 1.0);
        assertThat(exponent.words()).matches("\\*\\*0\\.\\d\\d\\*\\*, between the two largest 0\\.\\d\\d");
    }

    @Test
    void oneSizeGivesNoPower() {
        Exponent exponent = new Exponent();
        exponent.add(10, 5);

        assertThat(exponent.words()).isEqualTo("too few sizes");
    }
}
