package dev.winnow.tables.internal.headings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.ShippedFacts;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.value.Period;
import dev.winnow.model.value.Unit;
import dev.winnow.tables.Imported;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells below a heading of dates: each is a date, or is asked about. */
class DateCellsTest {

    private static final CellReader CELLS = new CellReader(
            Objects.requireNonNull(
                    Key.parse("decided", EntryKinds.of(ShippedFacts.VOCABULARY).projects())),
            null,
            NameLookup.of(Imported.CHIPS),
            Unit.MONEY);

    /** The date of a cell, or the problem in the words of its message and advice. */
    private static String meaning(String cell) {
        CellReader.Reading read = CELLS.read(cell);
        if (read.wrong() != null) {
            return said(read.wrong().apply(Place.file("a")));
        }
        List<Problem> problems = new ArrayList<>();
        Period.parse("decided", Node.scalar(Place.file("a"), String.valueOf(read.text())), problems);
        return problems.isEmpty() ? String.valueOf(read.text()) : said(problems.get(0));
    }

    private static String said(Problem problem) {
        return problem.what() + (problem.advice() == null ? "" : "; " + problem.advice());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2025年3月5日         | 2025-03-05
        2025年3月5           | 2025-03-05
        2025年 3月 5日       | 2025-03-05
        2025-3-5日          | 2025-03-05
        2025.3.5号          | 2025-03-05
        2025/3月            | 2025-03
        2025.3月            | 2025-03
        2025.3              | 2025-03
        二〇二五年三月五日      | 2025-03-05
        2025年3月5日 14:30   | 2025-03-05
        2025-03-05T14:30:00+08:00 | 2025-03-05
        2025年 3月          | 2025-03
        2025年第三季度        | 2025-Q3
        2025Q3              | 2025-Q3
        2025H1              | 2025-H1
        2025年上半年          | 2025-H1
        2025年 상반기        | 2025-H1
        2025년 3월 5일       | 2025-03-05
        2025년 3월           | 2025-03
        2025년 1분기         | 2025-Q1
        2025년               | 2025
        令和7年3月            | 2025-03
        令和7年3月5日         | 2025-03-05
        令和元年5月1日         | 2019-05-01
        平成31年4月           | 2019-04
        民國114年3月          | 2025-03
        5. März 2025        | 2025-03-05
        5. Mrz. 2025        | 2025-03-05
        März 2025           | 2025-03
        1. Quartal 2025     | 2025-Q1
        2. Halbjahr 2025    | 2025-H2
        Ende 2025           | 2025-12
        5 mars 2025         | 2025-03-05
        1er août 2025       | 2025-08-01
        févr. 2025          | 2025-02
        3e trimestre 2025   | 2025-Q3
        1er semestre 2025   | 2025-H1
        fin 2025            | 2025-12
        5 de marzo de 2025  | 2025-03-05
        marzo de 2025       | 2025-03
        5 dic. 2025         | 2025-12-05
        segundo semestre de 2025 | 2025-H2
        Sept. 5, 2025       | 2025-09-05
        5th of March 2025   | 2025-03-05
        2025 March          | 2025-03
        2025-Mar-05         | 2025-03-05
        5-Mar-2025          | 2025-03-05
        """)
    void aDayIsADayInAnyOfSixLanguages(String cell, String date) {
        assertThat(meaning(cell)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2025年3-5月           | 2025-03 | 2025-05
        2025年1-12月          | 2025-01 | 2025-12
        2025年1月-12月        | 2025-01 | 2025-12
        2025.3-5月           | 2025-03 | 2025-05
        2025-3-5月           | 2025-03 | 2025-05
        2025年3/5月           | 2025-03 | 2025-05
        2025年三至五月         | 2025-03 | 2025-05
        2025年3月至5月        | 2025-03 | 2025-05
        自2025年3月至5月      | 2025-03 | 2025-05
        2025年3～5月份        | 2025-03 | 2025-05
        2025年11月-2026年2月  | 2025-11 | 2026-02
        2025年3月5-8日        | 2025-03-05 | 2025-03-08
        2025年3月5日-8日      | 2025-03-05 | 2025-03-08
        2025年3月5日—4月8日   | 2025-03-05 | 2025-04-08
        2025年1-3季度         | 2025-Q1 | 2025-Q3
        2025年一至三季度       | 2025-Q1 | 2025-Q3
        2025Q1-Q3           | 2025-Q1 | 2025-Q3
        Q1-Q3 2025          | 2025-Q1 | 2025-Q3
        2025Q4-2026Q1       | 2025-Q4 | 2026-Q1
        2025年上半年至下半年    | 2025-H1 | 2025-H2
        March–May 2025      | 2025-03 | 2025-05
        March to May 2025   | 2025-03 | 2025-05
        from March until May 2025 | 2025-03 | 2025-05
        between March and May 2025 | 2025-03 | 2025-05
        Nov 2025 - Feb 2026 | 2025-11 | 2026-02
        5-8 March 2025      | 2025-03-05 | 2025-03-08
        5 March – 8 May 2025 | 2025-03-05 | 2025-05-08
        March 5–8, 2025     | 2025-03-05 | 2025-03-08
        März bis Mai 2025   | 2025-03 | 2025-05
        mars à mai 2025     | 2025-03 | 2025-05
        de marzo a mayo de 2025 | 2025-03 | 2025-05
        2025년 3월~5월       | 2025-03 | 2025-05
        2025년 3~5월         | 2025-03 | 2025-05
        2025年3月から5月まで   | 2025-03 | 2025-05
        令和7年3月～5月       | 2025-03 | 2025-05
        2025-03-01~2025-12-31 | 2025-03-01 | 2025-12-31
        2025.03.01-2025.12.31 | 2025-03-01 | 2025-12-31
        2025-03-01-2025-12-31 | 2025-03-01 | 2025-12-31
        2025/3/1 - 12/31    | 2025-03-01 | 2025-12-31
        2025-03/2025-05     | 2025-03 | 2025-05
        2024-2025年          | 2024 | 2025
        2024/2025           | 2024 | 2025
        2024/25             | 2024 | 2025
        2024-25             | 2024 | 2025
        """)
    void aPeriodIsNoDayAndBothItsEndsAreOffered(String cell, String first, String last) {
        assertThat(meaning(cell))
                .isEqualTo("expected a date, found the period `" + cell + "`; did you mean `" + first + "` or `" + last
                        + "`?");
    }

    @ParameterizedTest
    @CsvSource({"2025-03/05", "2025年3-5", "2025年3/5", "2025.3-5", "2025/3-5", "2025.03-05"})
    void aTextThatCanBeADayOrAPeriodIsAskedAbout(String cell) {
        assertThat(meaning(cell))
                .isEqualTo("expected a date, found the period `" + cell
                        + "`; did you mean `2025-03` or `2025-05` or `2025-03-05`?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        3月至5月      | `3月至5月` has no year; write the year, as in `2025-03`
        3月5日        | `3月5日` has no year; write the year, as in `2025-03`
        March–May    | `March–May` has no year; write the year, as in `2025-03`
        5 March      | `5 March` has no year; write the year, as in `2025-03`
        FY2025       | `FY2025` has no exact first and last day; did you mean `2025`?
        2025年第3四半期 | `2025年第3四半期` has no exact first and last day; did you mean `2025-Q3`?
        Mitte 2025   | `Mitte 2025` has no exact first and last day; did you mean `2025-06` or `2025-Q2` or `2025`?
        2025年3.5月   | `2025年3.5月` is not a date; did you mean `2018-03-30`, `2018-03` or `2018`?
        2025年3、5月   | `2025年3、5月` is not a date; did you mean `2018-03-30`, `2018-03` or `2018`?
        before March 2025 | `before March 2025` is not a date; did you mean `2018-03-30`, `2018-03` or `2018`?
        2025年3月前    | `2025年3月前` is not a date; did you mean `2018-03-30`, `2018-03` or `2018`?
        2025年起      | `2025年起` is not a date; did you mean `2018-03-30`, `2018-03` or `2018`?
        2025年13月    | `2025-13` is not a date: a year has months 01 to 12
        2025年2月30日 | `2025-02-30` is not a date: February 2025 has 28 days
        2025-5-3月    | `2025-5-3月` is not a date; did you mean `2018-03-30`, `2018-03` or `2018`?
        60           | `60` is not a date; did you mean `2018-03-30`, `2018-03` or `2018`?
        5 ma 2025    | `5 ma 2025` is not a date; did you mean `2018-03-30`, `2018-03` or `2018`?
        juin-ju 2025 | `juin-ju 2025` is not a date; did you mean `2018-03-30`, `2018-03` or `2018`?
        """)
    void anythingElseIsNoDate(String cell, String message) {
        assertThat(meaning(cell)).isEqualTo(message);
    }

    private record Writing(String months, BiFunction<Integer, Integer, String> text) {}

    /** Ways to write the months from one to another of 2025. */
    private static final List<Writing> PERIODS = List.of(
            new Writing("年-月", (a, b) -> "2025年" + a + "-" + b + "月"),
            new Writing("年～月", (a, b) -> "2025年" + a + "～" + b + "月"),
            new Writing("年至月", (a, b) -> "2025年" + a + "月至" + b + "月"),
            new Writing("full", (a, b) -> "2025年" + a + "月-2025年" + b + "月"),
            new Writing("points", (a, b) -> "2025." + a + "-2025." + b),
            new Writing("points, 月", (a, b) -> "2025." + a + "-" + b + "月"),
            new Writing("hyphens", (a, b) -> String.format(Locale.ROOT, "2025-%02d–2025-%02d", a, b)),
            new Writing("Korean", (a, b) -> "2025년 " + a + "월 ~ " + b + "월"));

    @Test
    void everyPeriodOfMonthsIsReadAlikeInEachWriting() {
        for (int first = 1; first <= 11; first++) {
            for (int last = first + 1; last <= 12; last++) {
                for (Writing writing : PERIODS) {
                    String cell = writing.text.apply(first, last);
                    assertThat(meaning(cell))
                            .as(writing.months)
                            .isEqualTo(String.format(
                                    Locale.ROOT,
                                    "expected a date, found the period `%s`; did you mean `2025-%02d` or `2025-%02d`?",
                                    cell,
                                    first,
                                    last));
                }
            }
        }
    }
}
