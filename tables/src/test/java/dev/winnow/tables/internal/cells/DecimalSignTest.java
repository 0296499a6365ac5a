package dev.winnow.tables.internal.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalSignTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234        | OPEN",
                "1.234        | OPEN",
                "400          | OPEN",
                "1.234,5      | COMMA_ONCE",
                "12,5         | COMMA_ONCE",
                "0,125        | COMMA_ONCE",
                "1234,567     | COMMA_ONCE",
                "1.234.567    | COMMA_ONCE",
                "1,234.5      | POINT_ONCE",
                "12.5         | POINT_ONCE",
                "0.125        | POINT_ONCE",
                "1,234,567    | POINT_ONCE",
                "约1.234,5万元 | COMMA_ONCE",
                "12,5;1,234   | COMMA_ONCE",
                "12,5;12.5    | OPEN",
                "12,5;0,25;1,234 | COMMA",
                "12.5;0.25;1.234 | POINT",
                "1 234,567;2 500,125 | COMMA",
                "1,23,456;2.5 | POINT",
                "12,5 - 13,75 | COMMA_ONCE",
            })
    void decimalSignsAreDetectedByColumn(String cells, DecimalSign sign) {
        assertThat(DecimalSign.of(List.of(cells.split(";")), false)).isEqualTo(sign);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,5     | 1234.5",
                "over 12,5 % | over 12.5 %",
                "1.234       | 1234",
                "1.200-1.400 | 1200-1400",
                "400         | 400"
            })
    void numbersWithDecimalCommasAreWrittenWithPoints(String cell, String points) {
        assertThat(DecimalSign.inPoints(cell)).isEqualTo(points);
    }
}
