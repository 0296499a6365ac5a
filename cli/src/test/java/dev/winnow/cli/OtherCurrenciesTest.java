package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.console.Run;
import dev.winnow.console.terminal.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list in rupees (crore, lakh) and one in dollars, screened by a pack in yuan. */
class OtherCurrenciesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INDIA = "src/test/resources/rates/india.csv";
    private static final String AMERICA = "src/test/resources/rates/america.csv";
    private static final String RUPEES = "INR=0.083@2025-12-31";
    private static final String DOLLARS = "USD=7.1@2025-12-31";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({INDIA + "," + RUPEES, AMERICA + "," + DOLLARS, INDIA + ",src/test/resources/rates/rates.yaml"})
    void aListInAnotherCurrencyIsRanked(String list, String rate) throws IOException {
        Run run = winnow("screen", "--project", list, "--city", "qingdao", "--rate", rate, "-f", "json", "-q");

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        JsonNode assessments = JSON.readTree(run.out()).get("assessments");
        assertThat(assessments)
                .hasSize(15)
                .allSatisfy(one -> assertThat(one.get("rank").asInt()).isPositive());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                INDIA + "|" + RUPEES + "|dholera-fab|investment|91,526 crore ₹|75966.58",
                INDIA + "|" + RUPEES + "|asip-andhra|fundingNeed|46,80,00,000 rupees|38.844",
                AMERICA + "|" + DOLLARS + "|lone-star-analog|investment|$30B|213000",
                AMERICA + "|" + DOLLARS + "|ohio-one|fundingNeed|2,000 mn $|14200"
            })
    void aConvertedAmountShowsTheOriginal(
            String list, String rate, String project, String fact, String written, double millions) throws IOException {
        JsonNode said = said(project, fact, "-u", "semiconductor", "-u", list, "--rate", rate);

        assertThat(said.get("low").doubleValue()).isEqualTo(millions);
        assertThat(said.at("/converted/written").textValue()).isEqualTo(written);
        assertThat(said.at("/converted/to").textValue()).isEqualTo("CNY");
        assertThat(said.at("/converted/asOf").textValue()).isEqualTo("2025-12-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "json", "ndjson", "xlsx"})
    void exportedAmountsAreReadBackWithTheirRate(String form) throws IOException {
        String file = folder.resolve("list." + form).toString();
        assertThat(winnow("import", INDIA, "--rate", RUPEES, "-o", file).exit()).isEqualTo(Exit.DONE);

        JsonNode said = said("dholera-fab", "investment", "-u", "semiconductor", "-u", file);

        assertThat(said.get("low").doubleValue()).isEqualTo(75966.58);
        assertThat(said.at("/converted/written").textValue()).isEqualTo("91,526 crore ₹");
    }

    @Test
    void aUniverseInDollarsIsScreenedByAPackInYuan() throws IOException {
        Path universe = Files.writeString(folder.resolve("pune.yaml"), """
                universe: {name: pune, asOf: 2025-12-31, currency: USD}
                tracks: [{id: integrated-circuits, name: Integrated circuits}]
                cities:
                  - id: pune
                    funds: [{id: state-fund, tracks: [integrated-circuits], available: $200 mn}]
                    complete: [funds]
                projects: [{id: fab, track: integrated-circuits, fundingNeed: $37 mn}]
                """);
        String path = universe.toString();

        assertThat(winnow("explain", "fab", "pune", "-u", path, "-q").err())
                .contains("the pack's currency is yuan, but the universe `pune` uses USD")
                .contains("give an exchange rate with its date, such as `--rate USD=…@2025-12-31`");
        assertThat(winnow("explain", "fab", "pune", "-u", path, "--rate", DOLLARS, "-q")
                        .out()
                        .replaceAll("\\s+", " "))
                .contains(
                        "the project’s funding need: 262.7 mn yuan; converted from $37 mn at 1 USD = 7.1 yuan (2025-12-31)");
        assertThat(winnow("explain", "fab", "pune", "-u", path, "--rate", DOLLARS, "-q", "--lang", "zh")
                        .out())
                .contains("由 $37 mn 折算");
    }

    @Test
    void withoutARateAForeignHeadingIsRefusedWithTheOption() {
        assertThat(winnow("import", INDIA).err())
                .contains("the heading `Investment (₹ crore)` gives amounts in INR; the universe counts in yuan")
                .contains("such as `--rate INR=…@2025-12-31`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USD=7.1|`USD=7.1` is not a rate; write currency, rate and day, such as `--rate USD=7.1@2025-12-31`",
                "XYZ=7.1@2025-12-31|`XYZ=7.1@2025-12-31` is not a rate; the currency is one of `CNY`, `USD`",
                "USD=7.1@2025|`2025` is not a date; did you mean `2025-12-31`?"
            })
    void anInvalidRateIsRefusedBeforeReading(String rate, String said) {
        Run run = winnow("screen", "--rate", rate);

        assertThat(run.exit()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).contains(said);
    }

    private static JsonNode said(String project, String fact, String... universe) throws IOException {
        List<String> command = new ArrayList<>(List.of("evidence", project, "-f", "json"));
        command.addAll(List.of(universe));
        JsonNode facts =
                JSON.readTree(winnow(command.toArray(String[]::new)).out()).at("/subjects/0/facts");
        return StreamSupport.stream(facts.spliterator(), false)
                .filter(one -> one.get("fact").textValue().equals(fact))
                .findFirst()
                .orElseThrow();
    }

    private static Run winnow(String... arguments) {
        return Run.winnow(arguments);
    }

    @Test
    void aConvertedBudgetIsReported() throws IOException {
        Run.assumeBuilt("portfolio");
        String[] words = {"portfolio", "--budget", "1 bn USD", "--city", "qingdao", "--draws", "0", "--rate", DOLLARS};
        Run run = winnow(words);
        Path plan = Files.writeString(folder.resolve("plan.yaml"), "budget: $1 bn\n");

        assertThat(run.err()).contains("--budget: `1 bn USD` counts as 7.1 bn yuan, at 1 USD = 7.1 yuan (2025-12-31)");
        assertThat(run.out()).contains("A budget of 7.1 bn yuan");
        assertThat(winnow("portfolio", plan.toString(), "--city", "qingdao", "--draws", "0", "--rate", DOLLARS)
                        .out())
                .isEqualTo(run.out());
        assertThat(winnow("portfolio", plan.toString(), "--city", "qingdao").err())
                .contains("`$1 bn` is not in yuan")
                .contains("such as `--rate USD=…@2025-12-31`");
    }

    @Test
    void aConvertedAssumptionIsReported() {
        String[] words = {"explain", "wuyuan", "qingdao", "--assume", "wuyuan.fundingNeed=$5 mn", "-f", "json"};
        List<String> rated = new ArrayList<>(List.of(words));
        rated.addAll(List.of("--rate", DOLLARS));
        Run run = winnow(rated.toArray(String[]::new));

        assertThat(run.err()).contains("`$5 mn` counts as 35.5 mn yuan, at 1 USD = 7.1 yuan (2025-12-31)");
        assertThat(run.out()).contains("35.5 mn yuan");
        assertThat(winnow(words).err())
                .contains("`$5 mn` is not in yuan; give a rate with its day, such as `--rate USD=…@2025-12-31`");
    }

    /** A pack in yuan compares two editions of a universe in dollars. */
    @Test
    void editionsInAnotherCurrencyAreCompared() throws IOException {
        Run.assumeBuilt("compare");
        String universe = """
                universe: {name: pune, asOf: 2025-12-31, currency: USD}
                tracks: [{id: integrated-circuits, name: Integrated circuits}]
                cities:
                  - id: pune
                    funds: [{id: state-fund, tracks: [integrated-circuits], available: $200 mn}]
                    complete: [funds]
                projects: [{id: fab, track: integrated-circuits, fundingNeed: $37 mn}]
                """;
        String old = Files.writeString(folder.resolve("old.yaml"), universe).toString();
        String recent = Files.writeString(folder.resolve("new.yaml"), universe.replace("$37 mn", "$370 mn"))
                .toString();

        assertThat(winnow("compare", old, recent).err())
                .contains("the pack's currency is yuan, but the universe `pune` uses USD")
                .contains("such as `--rate USD=…@2025-12-31`");
        for (String rate : List.of(DOLLARS, "src/test/resources/rates/rates.yaml")) {
            Run run = winnow("compare", old, recent, "--rate", rate, "--all");
            assertThat(run.exit()).isEqualTo(Exit.DONE);
            assertThat(run.out()).contains("fab");
        }
    }
}
