package dev.winnow.language.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Document;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thresholds have dates, units and sources; the latest value at or before the day is in force. */
class LimitTableTest {

    private final List<Problem> problems = new ArrayList<>();

    private LimitTable read(String yaml) {
        return LimitTable.read(Document.parse("limits.yaml", yaml, problems), Unit.MONEY, List.of(), problems);
    }

    private static List<String> on(LimitTable table, String day) {
        return table.on(LocalDate.parse(day)).stream()
                .map(limit -> limit.id() + " " + limit.value())
                .toList();
    }

    @Test
    void theLatestValueAtOrBeforeTheDayIsInForce() {
        LimitTable table = read("""
            limits:
              - id: large-turbine
                values:
                  - {from: 2020, value: 5, source: almanac § 1}
                  - {from: 2010-06-15, value: 3, source: almanac § 1}
                  - {from: 2015-03, value: 4, source: almanac § 1}
            """);

        assertThat(problems).isEmpty();
        assertThat(on(table, "2010-06-14")).isEmpty();
        assertThat(on(table, "2010-06-15")).containsExactly("large-turbine 3");
        assertThat(on(table, "2015-02-28")).containsExactly("large-turbine 3");
        assertThat(on(table, "2015-03-01")).containsExactly("large-turbine 4");
        assertThat(on(table, "2019-12-31")).containsExactly("large-turbine 4");
        assertThat(on(table, "2020-01-01")).containsExactly("large-turbine 5");
        assertThat(on(table, "9999-12-31")).containsExactly("large-turbine 5");
    }

    @Test
    void aValueWithoutADateIsInForceUntilADatedOne() {
        LimitTable table = read("""
            limits:
              - id: large-turbine
                source: almanac § 1
                values: [{from: 2020, value: 5}, {value: 2}]
            """);

        assertThat(problems).isEmpty();
        assertThat(on(table, "1900-01-01")).containsExactly("large-turbine 2");
        assertThat(on(table, "2020-01-01")).containsExactly("large-turbine 5");
    }

    @Test
    void limitsAreInTheOrderOfTheirIds() {
        LimitTable table = read("""
            limits:
              - {id: wind, values: [{value: 2, source: s}]}
              - {id: rain, values: [{value: 1, source: s}]}
            """);
        assertThat(on(table, "2020-01-01")).containsExactly("rain 1", "wind 2");
    }

    @ParameterizedTest
    @CsvSource({
        "30 mn yuan, MONEY, 30 mn yuan",
        "3000万元, MONEY, 30 mn yuan",
        "60 %, SHARE, 60 %",
        "'1,200', NUMBER, '1,200'",
        "0.5, NUMBER, 0.5"
    })
    void theUnitIsInTheValue(String value, String unit, String shown) {
        LimitTable table = read("limits: [{id: much, values: [{value: \"" + value + "\", source: s}]}]\n");

        assertThat(problems).isEmpty();
        assertThat(table.unit("much")).hasToString(unit);
        assertThat(on(table, "2020-01-01")).containsExactly("much " + shown);
    }

    @ParameterizedTest
    @CsvSource({"value: 20 MW,", "value: 20兆瓦,", "value: 20, unit: MW", "value: 20, unit: 兆瓦"})
    void aDeclaredUnitIsGivenInTheValueOrForTheLimit(String value, @Nullable String unit) {
        Unit megawatts = Unit.of("MW", "兆瓦");
        LimitTable table = LimitTable.read(
                Document.parse(
                        "limits.yaml",
                        "limits: [{id: much, " + (unit == null ? "" : unit + ", ") + "values: [{" + value
                                + ", source: s}]}]",
                        problems),
                Unit.MONEY,
                List.of(Unit.of("W", "瓦"), megawatts),
                problems);

        assertThat(problems).isEmpty();
        assertThat(table.unit("much")).isEqualTo(megawatts);
        assertThat(on(table, "2020-01-01")).containsExactly("much 20 MW");
    }

    private LimitTable readLevel(String value) {
        Unit three = Unit.rating(new RatingLevels(1, List.of(level("weak"), level("fair"), level("strong"))));
        Unit two = Unit.rating(new RatingLevels(0, List.of(level("weak"), level("safe"))));
        return LimitTable.read(
                Document.parse(
                        "limits.yaml", "limits: [{id: much, values: [{value: " + value + ", source: s}]}]", problems),
                Unit.MONEY,
                List.of(three, two),
                problems);
    }

    private static RatingLevels.Level level(String name) {
        return new RatingLevels.Level(name, null, List.of());
    }

    @ParameterizedTest
    @CsvSource({"strong, 3 of 3 (strong)", "safe, 1 of 1 (safe)", "3, 3", "2 of 3 (fair), 2 of 3 (fair)"})
    void aLevelIsGivenByItsNameOrNumber(String value, String shown) {
        assertThat(on(readLevel(value), "2020-01-01")).containsExactly("much " + shown);
        assertThat(problems).isEmpty();
    }

    @Test
    void aNameOfLevelsWithDifferentNumbersIsRefused() {
        readLevel("weak");
        assertThat(problems).extracting(Problem::toString).containsExactly("""
            limits.yaml:1:38: `weak` is a level of several scales, with different numbers
               |   limits: [{id: much, values: [{value: weak, source: s}]}]
               |                                        ^^^^ write the number of the level\
            """);
    }

    @Test
    void moneyIsInThePacksCurrency() {
        LimitTable table = LimitTable.read(
                Document.parse(
                        "limits.yaml",
                        "limits: [{id: much, values: [{value: $150 mn, source: s}]},"
                                + " {id: more, unit: money, values: [{value: 1 bn USD, source: s}]}]",
                        problems),
                Unit.USD,
                List.of(),
                problems);
        assertThat(problems).isEmpty();
        assertThat(table.anyMoney()).isTrue();
        assertThat(on(table, "2020-01-01")).containsExactly("more 1 bn USD", "much 150 mn USD");
    }

    @Test
    void theUnitMayBeStated() {
        LimitTable table = read("limits: [{id: much, unit: share, values: [{value: 0.6, source: s}]}]\n");
        assertThat(problems).isEmpty();
        assertThat(table.unit("much")).isEqualTo(Unit.SHARE);
    }

    @Test
    void sourcedAndAssumedValuesAreDistinguished() {
        LimitTable table = read("""
            limits:
              - id: sourced
                values: [{from: 2020, value: 1, source: almanac § 1}]
              - id: assumed
                values: [{value: 1}]
                assumed: true
                reason: the least number that is more than none
              - id: in-part
                values:
                  - {value: 1, source: almanac § 1}
                  - {from: 2020, value: 2, assumed: true, reason: it doubled}
            """);

        assertThat(problems).isEmpty();
        assertThat(table.on(LocalDate.parse("2021-01-01")))
                .extracting(
                        limit -> limit.id() + ": " + limit.value().evidence().source())
                .containsExactly("assumed: assumed", "in-part: assumed", "sourced: almanac § 1");
    }

    @Test
    void aLimitWithAMistakeIsStillKnown() {
        LimitTable table = read("limits: [{id: much, values: [{value: over 3, source: s}]}]\n");

        assertThat(problems).hasSize(1);
        assertThat(table.knows("much")).isTrue();
        assertThat(table.unit("much")).isNull();
        assertThat(table.knows("more")).isFalse();
    }

    @Test
    void ifTheFileCannotBeReadNoLimitIsReportedAsUnknown() {
        assertThat(LimitTable.read(null, Unit.MONEY, List.of(), problems).knows("anything"))
                .isTrue();
        assertThat(read("limits: [{idd: much}]\n").knows("anything")).isTrue();
    }
}
