package dev.winnow.tables.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns match file names. */
class NamePatternTest {

    @ParameterizedTest
    @CsvSource({
        "*.csv, list.csv, true",
        "*.csv, list.csvx, false",
        "li?t.csv, list.csv, true",
        "li?t.csv, lit.csv, false",
        "list, list, true",
        "*, list, true",
        "**a*, banana, true",
        "*an*an*, banana, true",
        "*an*an, banana, false",
        "?*, '', false",
        "*, '', true",
        "[a].csv, [a].csv, true"
    })
    void patternsMatchWholeNames(String pattern, String name, boolean matches) {
        assertThat(NamePattern.matches(pattern, name)).isEqualTo(matches);
    }
}
