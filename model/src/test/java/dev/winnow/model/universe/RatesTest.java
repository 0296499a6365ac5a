package dev.winnow.model.universe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.domain.Project;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {

    private static final String RUPEES =
            "{currency: INR, in: CNY, rate: 0.08, asOf: 2025-12-31, source: central parity}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        3,300 crore INR      | 2.64 bn yuan
        ₹3,300 crore         | 2.64 bn yuan
        Rs. 3,300 Cr         | 2.64 bn yuan
        Rs 500 lakh          | 4 mn yuan
        ₹1.2 lakh crore      | 96 bn yuan
        INR 2,00,000 lakh    | 1.6 bn yuan
        46,80,00,000 rupees  | 37.44 mn yuan
        approx. ₹200 crore   | about 160 mn yuan
        ₹25-30 crore         | 20 mn yuan–24 mn yuan
        3亿卢比               | 24 mn yuan
        over ₹500 crore      | over 400 mn yuan
        """)
    void rupeesAreCountedInYuan(String written, String counted) {
        Universe universe = universe("", "rates: [" + RUPEES + "]\n", written);
        assertThat(universe.problems()).isEmpty();
        assertThat(investment(universe)).hasToString(counted);
    }

    @Test
    void aConvertedAmountKeepsItsTextAndItsRate() {
        Figure investment = investment(universe("", "rates: [" + RUPEES + "]\n", "₹3,300 crore"));
        Evidence evidence = Objects.requireNonNull(investment.evidence());
        assertThat(Objects.requireNonNull(evidence.conversion()).words())
                .hasToString("converted from ₹3,300 crore at 1 INR = 0.08 yuan (2025-12-31, central parity)");
    }

    @Test
    void noRateIsChainedOrInverted() {
        String rates = """
                rates:
                  - {currency: EUR, in: USD, rate: 1.1, asOf: 2025-12-31}
                  - {currency: USD, in: CNY, rate: 7, asOf: 2025-12-31}
                """;
        assertThat(said(universe("", rates, "1 bn EUR")))
                .containsExactly(
                        "`1 bn EUR` is not in yuan; give a rate with its day, such as" + " `--rate EUR=…@2025-12-31`");
        assertThat(said(universe(", currency: USD", rates, "1 bn yuan"))).hasSize(1);
    }

    @Test
    void aUniverseIsCountedInAnotherCurrencyWhereItGivesARate() {
        Universe dollars = universe(
                ", currency: USD", "rates: [{currency: USD, in: CNY, rate: 7, asOf: 2025-12-31}]\n", "3 bn USD");
        assertThat(investment(dollars)).hasToString("3 bn USD");
        assertThat(investment(dollars.countedIn(Unit.MONEY))).hasToString("21 bn yuan");
        assertThat(dollars.countedIn(Unit.EUR)).isSameAs(dollars);
    }

    @Test
    void twoDifferentRatesOfACurrencyAreAMistake() {
        assertThat(universe("", "rates: [" + RUPEES + ", " + RUPEES + "]\n", "₹1 crore")
                        .problems())
                .isEmpty();
        assertThat(said(universe("", "rates: [" + RUPEES + ", " + RUPEES.replace("0.08", "0.09") + "]\n", "₹1 crore")))
                .containsExactly("another rate from INR to yuan is given at u.yaml:2:9");
    }

    @Test
    void aRateHasItsDayAndCurrencies() {
        assertThat(said(universe("", "rates: [{currency: USD, rate: 7.1}]\n", "1 bn yuan")))
                .containsExactly(
                        "a rate needs `asOf`; such as `{currency: USD, in: CNY, rate: 7.1, asOf: 2025-12-31}`",
                        "a rate needs `in`; did you mean `in: CNY`?");
    }

    private static Universe universe(String header, String rates, String investment) {
        return Universe.parse(Map.of("u.yaml", """
                universe: {name: coast, asOf: 2025-12-31%s}
                %sprojects:
                  - {id: gale, investment: "%s"}
                """.formatted(header, rates, investment)));
    }

    private static Figure investment(Universe universe) {
        Project project = universe.inHindsight(universe.asOf()).project("gale");
        return Objects.requireNonNull(Objects.requireNonNull(project).investment());
    }

    private static List<String> said(Universe universe) {
        return universe.problems().stream()
                .map(problem -> problem.what() + (problem.advice() == null ? "" : "; " + problem.advice()))
                .toList();
    }
}
