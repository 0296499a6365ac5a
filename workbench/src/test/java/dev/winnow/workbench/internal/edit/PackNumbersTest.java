package dev.winnow.workbench.internal.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.workbench.internal.edit.PackNumber.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackNumbersTest {

    private static List<PackNumber> numbers(String file, String text) {
        return PackNumbers.of(PackFiles.of("bakery", Map.of(file, text), new ArrayList<>()));
    }

    private static PackNumber limit(String value) {
        return numbers("limits.yaml", "limits:\n  - {id: scale, values: [{value: " + value + "}]}\n")
                .get(0);
    }

    @Test
    void aLimitHasTheUnitAndTheSourceOfItsValue() {
        PackNumber one = numbers("limits.yaml", """
                limits:
                  - id: scale
                    title: Large output
                    values: [{from: 2020-01-01, value: 300 bn yuan, source: § 2}]
                """).get(0);
        assertThat(one)
                .isEqualTo(new PackNumber(
                        Kind.LIMIT,
                        "LIMIT scale 2020-01-01",
                        "scale",
                        "Large output",
                        "",
                        "limits.yaml",
                        4,
                        40,
                        "300",
                        "bn yuan",
                        "2020-01-01",
                        "§ 2",
                        null));
    }

    @Test
    void separatorsBelongToANumber() {
        PackNumber one = limit("\"100,000,000\"");
        assertThat(one.text()).isEqualTo("100,000,000");
        assertThat(one.value()).isEqualByComparingTo("100000000");
    }

    @Test
    void weightsAndThresholdsAreNumbersOfThePack() {
        assertThat(numbers("pack.yaml", """
                criteria:
                  - {id: demand, title: Demand, side: project, weight: 45}
                thresholds: {recommend: 50, decline: 25}
                """))
                .extracting(PackNumber::key, PackNumber::group, PackNumber::text)
                .containsExactly(
                        tuple("WEIGHT demand", "project", "45"),
                        tuple("THRESHOLD recommend", "", "50"),
                        tuple("THRESHOLD decline", "", "25"));
    }

    @Test
    void pointsAreFoundInRules() {
        PackNumber one = numbers("demand.drl", """
                rule "large-market"
                  @title("Large")
                  @points(25)
                when
                then
                end
                """).get(0);
        assertThat(List.of(one.kind(), one.of(), one.title(), one.line(), one.column(), one.text()))
                .containsExactly(Kind.POINTS, "large-market", "Large", 3, 11, "25");
    }

    @Test
    void anAssumedIntervalHasTwoNumbers() {
        assertThat(numbers("assumptions.yaml", """
                assumptions:
                  - {fact: project.yieldRate, value: 92–96 %, reason: usual}
                """))
                .extracting(PackNumber::text)
                .containsExactly("92", "96");
    }

    @Test
    void aDateIsNoNumber() {
        assertThat(numbers("assumptions.yaml", """
                assumptions:
                  - {fact: project.started, value: 2025-06, reason: usual}
                """)).isEmpty();
    }

    @Test
    void partsThatCannotBeReadAreLeftOut() {
        assertThat(numbers("limits.yaml", "limits: [1, {id: x}, {values: [{value: [2]}]}]"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0, 4, 1",
        "48, 0, 96, 1",
        "300 bn yuan, 0, 600, 5",
        "70 %, 0, 100, 1",
        "2.75, 0, 5.5, 0.01",
        "1234, 0, 2468, 1",
        "0, 0, 1, 1"
    })
    void aSliderReachesTheValue(String value, BigDecimal low, BigDecimal high, BigDecimal step) {
        PackNumber one = limit(value);
        assertThat(one.low()).isEqualByComparingTo(low);
        assertThat(one.high()).isEqualByComparingTo(high);
        assertThat(one.step()).isEqualByComparingTo(step);
    }

    @Test
    void keysAreUnique() {
        List<PackNumber> all = numbers("assumptions.yaml", """
                assumptions:
                  - {fact: project.yieldRate, value: 92–96 %}
                  - {fact: project.yieldRate, value: 80 %}
                """);
        assertThat(new HashSet<>(all.stream().map(PackNumber::key).toList())).hasSize(3);
    }
}
