package dev.winnow.analysis.internal.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.analysis.internal.agreement.Agreement.Withheld;
import dev.winnow.analysis.internal.agreement.Ratings.Difference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Published tables of judgements, with their published agreement. */
class AgreementTest {

    private static final Offset<Double> FOUR_DIGITS = within(0.00005);

    /** K. Krippendorff, 2011, section E: four observers, twelve units; a row per unit, a dot if not observed. */
    private static final String KRIPPENDORFF = "11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 .3..";

    /** A. Hayes and K. Krippendorff, 2007, table 1: forty articles, five observers. */
    private static final String HAYES_AND_KRIPPENDORFF = """
        112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111.
        .100. 0000. 1222. 33223 111.1 111.1 212.2 1233. 1101. 000.0
        0011. 00.00 2333. 0000. 12.22 0111. 00010 1212. 1122. 112.2
        110.0 2121. 22.22 3222. 222.2 223.2 222.2 22.12 2222. 111.1
        """;

    /** J. Fleiss, 1971, table 1: thirty patients, six psychiatrists; a row per patient, the diagnoses 1 to 5. */
    private static final String FLEISS = """
        444444 222555 233335 555555 222444 113333 333355 113334 114444 555555
        144444 124444 222333 144444 224445 333335 111455 111112 224444 133555
        555555 244444 224555 114444 144445 222224 111155 224444 133333 555555
        """;

    /** P. Shrout and J. Fleiss, 1979, table 2: six targets, four judges; 10 is written as A. */
    private static final String SHROUT_AND_FLEISS = "9258 6132 8468 7126 A569 6247";

    @Test
    void krippendorffsExampleHasHisAlphas() {
        assertThat(alpha(Difference.NOMINAL, KRIPPENDORFF)).isCloseTo(0.7434, FOUR_DIGITS);
        assertThat(alpha(Difference.ORDINAL, KRIPPENDORFF)).isCloseTo(0.8154, FOUR_DIGITS);
        assertThat(alpha(Difference.INTERVAL, KRIPPENDORFF)).isCloseTo(0.8491, FOUR_DIGITS);
    }

    @Test
    void theFortyArticlesHaveTheOrdinalAlphaOfHayesAndKrippendorff() {
        assertThat(alpha(Difference.ORDINAL, HAYES_AND_KRIPPENDORFF)).isCloseTo(0.7598, FOUR_DIGITS);
        assertThat(alpha(Difference.NOMINAL, HAYES_AND_KRIPPENDORFF)).isCloseTo(0.4765, FOUR_DIGITS);
        assertThat(alpha(Difference.INTERVAL, HAYES_AND_KRIPPENDORFF)).isCloseTo(0.7574, FOUR_DIGITS);
    }

    @Test
    void thePsychiatristsHaveTheKappaOfFleiss() {
        int judgements = 180;

        double alpha = alpha(Difference.NOMINAL, FLEISS);

        double kappa = 1 - (1 - alpha) * judgements / (judgements - 1); // α corrects κ for the number of judgements
        assertThat(kappa).isCloseTo(0.430, within(0.0005));
    }

    @Test
    void theJudgesHaveTheCorrelationsOfShroutAndFleiss() {
        IntraclassCorrelation correlation = Objects.requireNonNull(
                of(Difference.INTERVAL, SHROUT_AND_FLEISS).correlation());

        assertThat(correlation.single()).isCloseTo(0.2898, FOUR_DIGITS);
        assertThat(correlation.mean()).isCloseTo(0.6201, FOUR_DIGITS);
        assertThat(correlation.projects()).isEqualTo(6);
    }

    /** The limits that psych (R) publishes for the same table, by McGraw and Wong. */
    @Test
    void theCorrelationsOfShroutAndFleissHaveThePublishedIntervals() {
        IntraclassCorrelation correlation = Objects.requireNonNull(
                of(Difference.INTERVAL, SHROUT_AND_FLEISS).correlation());

        assertThat(correlation.ofSingle().low()).isCloseTo(0.019, within(0.0005));
        assertThat(correlation.ofSingle().high()).isCloseTo(0.761, within(0.0005));
        assertThat(correlation.ofMean().low()).isCloseTo(0.071, within(0.0005));
        assertThat(correlation.ofMean().high()).isCloseTo(0.927, within(0.0005));
    }

    /** K. Gwet's irrCAC (R) publishes AC1 of the table of Krippendorff, with its five values. */
    @Test
    void krippendorffsExampleHasTheCoefficientOfGwet() {
        assertThat(Objects.requireNonNull(of(Difference.NOMINAL, KRIPPENDORFF).gwet()))
                .isCloseTo(0.77544, within(0.000005));
    }

    /** Published with irrCAC too: two abstractors agree on 89 of 100 cases. */
    @Test
    void twoAbstractorsHaveTheCoefficientOfGwet() {
        String cases = "11 ".repeat(13) + "22 ".repeat(20) + "23 ".repeat(7) + "32 ".repeat(4) + "33 ".repeat(56);

        assertThat(Objects.requireNonNull(of(Difference.NOMINAL, cases).gwet())).isCloseTo(0.84933, within(0.000005));
    }

    @Test
    void studentAndFisherHaveTheQuantilesOfTheirTables() {
        assertThat(FDistribution.student(4)).isCloseTo(2.776, within(0.0005));
        assertThat(FDistribution.student(9)).isCloseTo(2.262, within(0.0005));
        assertThat(FDistribution.quantile(0.95, 5, 10)).isCloseTo(3.326, within(0.0005));
        assertThat(FDistribution.quantile(0.975, 9, 27)).isCloseTo(2.631, within(0.0005));
    }

    /** Computed by commons-statistics-distribution 1.1. */
    @Test
    void quantilesHaveTenDigits() {
        assertThat(FDistribution.student(4)).isCloseTo(2.7764451051977934, within(1e-10));
        assertThat(FDistribution.student(399)).isCloseTo(1.9659272959208822, within(1e-10));
        assertThat(FDistribution.quantile(0.975, 9, 27.5)).isCloseTo(2.620548193813758, within(1e-10));
        assertThat(FDistribution.quantile(0.975, 2.25, 600)).isCloseTo(3.5307552228156447, within(1e-10));
    }

    @Test
    void theIntervalContainsAlphaAndDoesNotDependOnTheOrderOfProjects() {
        List<List<@Nullable Double>> turned = new ArrayList<>(rows(HAYES_AND_KRIPPENDORFF));
        Collections.shuffle(turned, new Random(1));
        Agreement once = of(Difference.ORDINAL, HAYES_AND_KRIPPENDORFF);
        Interval again = Objects.requireNonNull(Agreement.of(List.of(new Ratings(Difference.ORDINAL, 0, turned)))
                .interval());

        Interval interval = Objects.requireNonNull(once.interval());
        assertThat(again.low()).isCloseTo(interval.low(), within(1e-9));
        assertThat(again.high()).isCloseTo(interval.high(), within(1e-9));
        double alpha = Objects.requireNonNull(once.alpha());
        assertThat(alpha).isBetween(interval.low(), interval.high());
        assertThat(interval.high() - interval.low()).isBetween(0.1, 0.3);
        assertThat(once.withheld()).isNull();
    }

    @Test
    void anIntervalThatWouldSayTooMuchIsWithheldWithTheReason() {
        String nine = "121 222 321 443 555 121 233 321 444";

        assertThat(of(Difference.ORDINAL, nine).withheld()).isEqualTo(Withheld.FEW_PROJECTS);
        assertThat(of(Difference.ORDINAL, nine + " 121").interval()).isNotNull();
        assertThat(of(Difference.NOMINAL, "111 ".repeat(9) + "122 212 111").withheld())
                .isEqualTo(Withheld.ONE_PREVAILS);
        assertThat(of(Difference.ORDINAL, "111 222 333 444 555 111 222 333 444 555")
                        .withheld())
                .isEqualTo(Withheld.NO_SPREAD);
        assertThat(of(Difference.ORDINAL, "333 ".repeat(12)).withheld()).isEqualTo(Withheld.UNDEFINED);
    }

    @Test
    void samplesWithoutSpreadAreCounted() {
        Agreement agreement = of(Difference.NOMINAL, "111 ".repeat(11) + "122");

        assertThat(agreement.withoutSpread()).isEqualTo(1);
        assertThat(agreement.interval()).isNull();
    }

    @Test
    void onlyJudgementsInPairsAreEnough() {
        Agreement alone = of(Difference.ORDINAL, "1.. 2.. ..3 .4. 5.. 12. 21.");

        assertThat(alone.ratings()).isEqualTo(9);
        assertThat(alone.pairable()).isEqualTo(4);
        assertThat(alone.projects()).isEqualTo(2);
        assertThat(alone.assessors()).isEqualTo(2);
        assertThat(alone.isEnough()).isFalse();
    }

    @Test
    void theOrderOfProjectsAndAssessorsDoesNotMatter() {
        List<List<@Nullable Double>> rows = rows(HAYES_AND_KRIPPENDORFF);
        List<List<@Nullable Double>> turned = new ArrayList<>(rows);
        Collections.shuffle(turned, new Random(1));
        turned.replaceAll(row -> {
            List<@Nullable Double> back = new ArrayList<>(row);
            Collections.reverse(back);
            return back;
        });

        for (Difference difference : Difference.values()) {
            assertThat(Objects.requireNonNull(Alpha.of(new Ratings(difference, 0, turned))))
                    .isCloseTo(Objects.requireNonNull(Alpha.of(new Ratings(difference, 0, rows))), within(1e-12));
        }
    }

    @Test
    void equalJudgementsHaveNoAlphaBecauseNoDisagreementIsPossible() {
        Agreement agreement = of(Difference.ORDINAL, "333 333 333 333 333");

        assertThat(agreement.alpha()).isNull();
        assertThat(agreement.interval()).isNull();
        assertThat(agreement.correlation()).isNull();
        assertThat(agreement.ratings()).isEqualTo(15);
    }

    @Test
    void fullAgreementOnDifferentProjectsIsOne() {
        Agreement agreement = of(Difference.ORDINAL, "111 222 333 444 555");

        assertThat(agreement.alpha()).isEqualTo(1);
        assertThat(Objects.requireNonNull(agreement.correlation()).single()).isEqualTo(1);
    }

    @Test
    void fewerThanFiveProjectsOrThreeAssessorsSayNothing() {
        assertThat(of(Difference.ORDINAL, "123 222 321 443").isEnough()).isFalse();
        assertThat(of(Difference.ORDINAL, "12. 22. 32. 44. 55. 12.").isEnough()).isFalse();
        assertThat(of(Difference.ORDINAL, "123 222 321 443 555").isEnough()).isTrue();
    }

    @Test
    void severalFactsHaveTheMeanOfTheirAlphasWeightedByTheirJudgements() {
        Ratings full = new Ratings(Difference.ORDINAL, 0, rows("11 22 33 44"));
        Ratings half = new Ratings(Difference.INTERVAL, 0, rows("12 .. 21 .."));

        double own = Objects.requireNonNull(Alpha.of(half));
        Agreement both = Agreement.of(List.of(full, half));

        assertThat(own).isCloseTo(-0.5, within(1e-12));
        assertThat(Objects.requireNonNull(both.alpha())).isCloseTo((8 * 1 + 4 * own) / 12, within(1e-12));
        assertThat(both.projects()).isEqualTo(4);
        assertThat(both.pairable()).isEqualTo(12);
        assertThat(both.correlation()).isNull();
    }

    private static double alpha(Difference difference, String table) {
        return Objects.requireNonNull(Alpha.of(new Ratings(difference, 0, rows(table))));
    }

    private static Agreement of(Difference difference, String table) {
        return Agreement.of(List.of(new Ratings(difference, 0, rows(table))));
    }

    private static List<List<@Nullable Double>> rows(String table) {
        return Arrays.stream(table.strip().split("\\s+"))
                .map(AgreementTest::row)
                .toList();
    }

    private static List<@Nullable Double> row(String text) {
        List<@Nullable Double> row = new ArrayList<>();
        for (char one : text.toCharArray()) {
            row.add(one == '.' ? null : Double.valueOf(Character.digit(one, 16)));
        }
        return row;
    }
}
