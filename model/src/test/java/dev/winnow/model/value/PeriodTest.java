package dev.winnow.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2025, 2025-01-01, 2025-12-31",
        "2025-H1, 2025-01-01, 2025-06-30",
        "2025-H2, 2025-07-01, 2025-12-31",
        "2025-Q1, 2025-01-01, 2025-03-31",
        "2025-Q3, 2025-07-01, 2025-09-30",
        "2024-02, 2024-02-01, 2024-02-29",
        "2025-03-30, 2025-03-30, 2025-03-30",
    })
    void aDateIsAsLongAsItIsGiven(String text, String first, String last) {
        Period period = Period.parse("decided", Node.scalar(Place.file("a"), text), new ArrayList<>());

        assertThat(period).isNotNull();
        assertThat(period.first()).hasToString(first);
        assertThat(period.last()).hasToString(last);
    }

    @Test
    void aDayHasPlainDigits() {
        List<Problem> problems = new ArrayList<>();

        assertThat(Period.parse("decided", Node.scalar(Place.file("a"), "2025-03-0¹"), problems))
                .isNull();
        assertThat(problems.get(0).what()).hasToString("`2025-03-0¹` contains `¹`, which is not a plain digit");
    }

    @Test
    void aYearHasTwoHalves() {
        List<Problem> problems = new ArrayList<>();

        assertThat(Period.parse("decided", Node.scalar(Place.file("a"), "2025-H3"), problems))
                .isNull();
        assertThat(problems.get(0).what()).hasToString("`2025-H3` is not a date: a year has two halves");
    }
}
