package dev.winnow.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.source.Language;
import dev.winnow.model.value.RatingLevels.Level;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ratings as people write them, on a scale from 1 to 5 and on one with three named levels. */
class RatingLevelsTest {

    private static final Level PLAIN = new Level(null, null, List.of());
    private static final Unit FIVE = Unit.rating(new RatingLevels(1, List.of(PLAIN, PLAIN, PLAIN, PLAIN, PLAIN)));
    private static final RatingLevels NAMED = new RatingLevels(
            1,
            List.of(
                    new Level("weak", "弱", List.of("poor")),
                    new Level("adequate", "一般", List.of()),
                    new Level("strong", "强", List.of())));
    private static final Unit THREE = Unit.rating(NAMED);

    private static String read(String text, Unit unit) {
        FigureText.Reading reading = FigureText.parse(text, unit, null);
        Figure figure = reading.figure();
        return figure == null
                ? reading.what() + "; " + reading.advice()
                : figure.low().decimal().toPlainString() + "-"
                        + figure.high().decimal().toPlainString();
    }

    @ParameterizedTest
    @CsvSource({
        "4, 4-4",
        "4 of 5, 4-4",
        "4/5, 4-4",
        "4 out of 5, 4-4",
        "４, 4-4",
        "四, 4-4",
        "level 4, 4-4",
        "第4级, 4-4",
        "4分, 4-4",
        "4分（满分5分）, 4-4",
        "2–4, 2-4",
        "2 to 4 of 5, 2-4",
        "over 3, 3-5",
        "at most 2, 1-2",
        "3分以上, 3-5",
        "4.0, 4-4"
    })
    void aLevelIsReadInItsUsualForms(String text, String levels) {
        assertThat(read(text, FIVE)).isEqualTo(levels);
    }

    @ParameterizedTest
    @CsvSource({
        "strong, 3-3",
        "Strong, 3-3",
        "强, 3-3",
        "poor, 1-1",
        "3, 3-3",
        "3 of 3 (strong), 3-3",
        "3 (strong), 3-3",
        "2分（满分3分，一般）, 2-2",
        "一般（第2级，最高3级）, 2-2",
        "weak–adequate, 1-2",
        "weak to strong, 1-3",
        "at least adequate, 2-3",
        "弱至一般, 1-2"
    })
    void aNamedLevelIsReadByItsNameInEitherLanguageOrByItsNumber(String text, String levels) {
        assertThat(read(text, THREE)).isEqualTo(levels);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7|`7` is outside the scale from 1 to 5; the nearest level is `5`",
                "0|`0` is outside the scale from 1 to 5; the nearest level is `1`",
                "over 6|`over 6` is outside the scale from 1 to 5; the nearest level is `5`",
                "3.5|`3.5` is between two levels; did you mean `3` or `4`?",
                "4 of 7|`4 of 7` is on another scale; write a level from 1 to 5",
                "4分（满分10分）|`4分（满分10分）` is on another scale; write a level from 1 to 5",
                "about 4|`about 4` is not a level from 1 to 5; write a level, or a range such as `1–2`",
                "80 %|`80 %` is not a level from 1 to 5; write a whole number from 1 to 5",
                "good|`good` is not a level from 1 to 5; write a whole number from 1 to 5",
                "-1|`-1` is not a level from 1 to 5; write a whole number from 1 to 5"
            })
    void aTextThatIsNoLevelIsRefusedWithTheNearest(String text, String message) {
        assertThat(read(text, FIVE)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "storng|`storng` is not a level from 1 to 3; did you mean `strong`?",
                "superb|`superb` is not a level from 1 to 3; it is one of `weak`, `adequate`, `strong`",
                "3 (weak)|`3 (weak)` names two different levels; keep one of them, and write the rest in `note`"
            })
    void aMisspeltNameIsRefusedWithTheNearest(String text, String message) {
        assertThat(read(text, THREE)).isEqualTo(message);
    }

    @Test
    void aLevelIsWrittenWithTheEndOfItsScaleAndItsName() {
        assertThat(Figure.exactly(4, FIVE)).hasToString("4 of 5");
        assertThat(Figure.exactly(4, FIVE).write(Language.ZH)).isEqualTo("4分（满分5分）");
        assertThat(Figure.exactly(3, THREE)).hasToString("3 of 3 (strong)");
        assertThat(Figure.exactly(3, THREE).write(Language.ZH)).isEqualTo("强（第3级，最高3级）");
        assertThat(NAMED.whole()).hasToString("1–3 of 3 (weak–strong)");
        assertThat(NAMED.whole().write(Language.ZH)).isEqualTo("弱～强（第1～3级，最高3级）");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EN", "ZH"})
    void everyRangeOfLevelsIsReadAsItIsWritten(String language) {
        for (Unit unit : List.of(FIVE, THREE)) {
            RatingLevels levels = Objects.requireNonNull(unit.levels());
            for (Figure low : levels.each()) {
                for (Figure high : levels.each()) {
                    if (low.compareTo(high) <= 0) {
                        Figure range = Figure.between(low.low(), high.high(), unit);
                        assertThat(FigureText.parse(range.write(Language.valueOf(language)), unit, null)
                                        .figure())
                                .isEqualTo(range);
                    }
                }
            }
        }
    }

    @Test
    void theLevelsOfAScaleAreConsecutive() {
        assertThat(Objects.requireNonNull(FIVE.levels()).each().stream()
                        .map(Figure::toString)
                        .collect(Collectors.joining(", ")))
                .isEqualTo("1 of 5, 2 of 5, 3 of 5, 4 of 5, 5 of 5");
    }

    @Test
    void aSumOfRatingsIsAPlainNumber() {
        Figure sum = Figure.sum(Figure.exactly(4, FIVE), Figure.exactly(3, FIVE));
        assertThat(sum).isEqualTo(Figure.exactly(7, Unit.NUMBER));
    }
}
