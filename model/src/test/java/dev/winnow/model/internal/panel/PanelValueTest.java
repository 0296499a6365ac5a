package dev.winnow.model.internal.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.Thorough;
import dev.winnow.model.source.Place;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Judged;
import dev.winnow.model.vocabulary.Take;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The judgements of a panel become the value of a fact. */
class PanelValueTest {

    private static final Unit LEVELS =
            Objects.requireNonNull(Objects.requireNonNull(PanelFixture.VOCABULARY.property("project", "team"))
                    .component()
                    .unit());

    private static PanelValue panel(Take take, int atLeast, List<? extends @Nullable Object> values) {
        List<Judgement> judgements = new ArrayList<>();
        for (Object value : values) {
            judgements.add(new Judgement(
                    "a" + judgements.size(), "rye", "project.team", value, "x", null, 1, Place.file("round-1.yaml")));
        }
        return PanelValue.of("rye", "project.team", new Judged(atLeast, take, Amount.of(2)), judgements);
    }

    private static Object value(String text, String kind) {
        return switch (kind) {
            case "flag" -> text.equals("yes");
            case "word" -> text;
            case "share" -> Figure.exactly(text, Unit.SHARE);
            default -> Figure.exactly(text, LEVELS);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "SPREAD, level, 2 4 3, 2–4 of 5",
        "SPREAD, level, 4 4, 4 of 5",
        "SPREAD, flag, yes no yes, null",
        "SPREAD, flag, yes yes, true",
        "MEDIAN, level, 5 2 4, 4 of 5",
        "MEDIAN, level, 5 2 4 3, 3 of 5",
        "MEDIAN, share, 0.1 0.4 0.2 0.3, 25 %",
        "MEDIAN, flag, yes no yes, true",
        "MEDIAN, flag, yes no, null",
        "LOWEST, level, 5 2 4, 2 of 5",
        "LOWEST, flag, yes no yes, false",
        "MAJORITY, flag, yes no yes, true",
        "MAJORITY, flag, yes no, null",
        "SPREAD, word, shared shared, shared",
        "SPREAD, word, shared shared new, null",
        "MAJORITY, word, shared new shared, shared",
        "MAJORITY, word, shared new shared old, null",
    })
    void aValueIsTakenFromJudgements(Take take, String kind, String judgements, String expected) {
        List<Object> values = List.of(judgements.split(" ")).stream()
                .map(one -> value(one, kind))
                .toList();
        assertThat(String.valueOf(panel(take, 1, values).value())).isEqualTo(expected);
    }

    @Test
    void tooFewJudgementsLeaveTheFactUnknown() {
        Figure four = Figure.exactly(4, LEVELS);
        List<@Nullable Object> values = new ArrayList<>(List.of(four, four));
        values.add(null);
        PanelValue few = panel(Take.MEDIAN, 3, values);
        assertThat(few.value()).isNull();
        assertThat(few.missing()).isEqualTo(1);
        assertThat(panel(Take.MEDIAN, 2, values).value()).isEqualTo(four);
    }

    @Test
    void anOutlierIsMarkedAndCounts() {
        PanelValue value = panel(
                Take.SPREAD,
                3,
                List.of(Figure.exactly(1, LEVELS), Figure.exactly(4, LEVELS), Figure.exactly(4, LEVELS)));
        assertThat(value.judgements())
                .filteredOn(value::isOutlier)
                .extracting(Judgement::assessor)
                .containsExactly("a0");
        assertThat(value.value()).hasToString("1–4 of 5");
    }

    @Test
    void noneOfTwoEqualPartiesIsAnOutlier() {
        PanelValue value = panel(
                Take.SPREAD,
                3,
                List.of(
                        Figure.exactly(1, LEVELS),
                        Figure.exactly(1, LEVELS),
                        Figure.exactly(5, LEVELS),
                        Figure.exactly(5, LEVELS)));
        assertThat(value.judgements()).noneMatch(value::isOutlier);
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfJudgementsDoesNotMatter(Take take) {
        Random random = new Random(34);
        for (int i = 0; i < Thorough.count(2_000, 10_000); i++) {
            boolean flags = random.nextBoolean();
            List<Object> values = new ArrayList<>();
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                int low = 1 + random.nextInt(5);
                values.add(
                        flags
                                ? (Object) random.nextBoolean()
                                : Figure.between(Amount.of(low), Amount.of(low + random.nextInt(6 - low)), LEVELS));
            }
            Object expected = panel(take, 1, values).value();
            Collections.shuffle(values, random);
            assertThat(panel(take, 1, values).value()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPanelOfOneGivesTheValueOfItsAssessor(Take take) {
        for (Object value : List.of(true, false, Figure.exactly(3, LEVELS), Figure.exactly("0.35", Unit.SHARE))) {
            assertThat(panel(take, 1, List.of(value)).value()).isEqualTo(value);
        }
    }
}
