package dev.winnow.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.report.i18n.Numbers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.000, 0",
        "-0.05, -0.05",
        "1.50, 1.5",
        "12.000000, 12",
        "0.0000005, 0",
        "0.0000015, 0.000002",
        "1E+3, 1000",
        "999999999999999999, 999999999999999999",
        "-99999999999.9999999, -100000000000",
        "12345678901234567890.5, 12345678901234567890.5"
    })
    void numbersHaveAtMostSixDecimalsAndNoTrailingZeros(BigDecimal number, String written) throws IOException {
        assertThat(written(number)).isEqualTo(written);
    }

    @Test
    void numbersOfEveryLengthEqualThoseForReaders() throws IOException {
        Random random = new Random(7);
        for (int bits = 1; bits < 80; bits++) {
            for (int scale = -2; scale < 9; scale++) {
                BigInteger digits = new BigInteger(bits, random);
                BigDecimal number = new BigDecimal(random.nextBoolean() ? digits : digits.negate(), scale);
                assertThat(written(number)).as(number.toString()).isEqualTo(Numbers.contract(number));
            }
        }
    }

    private static String written(BigDecimal number) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Contract.writeLines(List.of(number).iterator(), out);
        return out.toString(StandardCharsets.UTF_8).strip();
    }
}
