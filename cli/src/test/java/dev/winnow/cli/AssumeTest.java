package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.console.Run;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An assumption on the command line overrides one of the pack, and yields to a known fact. */
class AssumeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode explained(String... assumed) throws IOException {
        StringBuilder command = new StringBuilder("explain sien qingdao -q -f json --samples 50");
        for (String one : assumed) {
            command.append(" --assume ").append(one);
        }
        return JSON.readTree(Run.winnow(command.toString().split(" ")).out()).at("/assessments/0");
    }

    private static JsonNode assumed(JsonNode assessment, String fact) {
        for (JsonNode one : assessment.at("/base/assumed")) {
            if (one.get("fact").textValue().equals(fact)) {
                return one;
            }
        }
        throw new AssertionError(fact + " is not assumed");
    }

    @ParameterizedTest
    @CsvSource({
        "sien.ownsTechnology=no, project.ownsTechnology, no",
        "ownsTechnology=no, project.ownsTechnology, no",
        "project.ownsTechnology=false, project.ownsTechnology, no",
        "sien.fundingNeed=3bnyuan, project.fundingNeed, 3 bn yuan",
        "'project.technologyPartners=[Infineon]', project.technologyPartners, Infineon",
        "qingdao.leadUsers=nothing-unlisted, city.leadUsers, nothing unlisted",
        "city.funds.core-park-2024.available=5bnyuan, city.funds.core-park-2024.available, 5 bn yuan",
        "qingdao.funds.core-park-2024.available=5bnyuan, city.funds.core-park-2024.available, 5 bn yuan"
    })
    void aFactIsAssumedForOneSubjectOrAll(String option, String fact, String value) throws IOException {
        JsonNode assumed = assumed(explained(option), fact);

        assertThat(assumed.get("value").textValue()).isEqualTo(value);
        assertThat(assumed.get("reason").textValue()).isEqualTo("--assume");
    }

    @Test
    void specificAssumptionsOverrideGeneralOnes() throws IOException {
        JsonNode assessment = explained("ownsTechnology=no", "sien.ownsTechnology=yes");

        assertThat(assumed(assessment, "project.ownsTechnology").get("value").textValue())
                .isEqualTo("yes");
    }

    @Test
    void anEmptyListCanBeAssumed() throws IOException {
        assertThat(explained().at("/base/because").textValue()).isEqualTo("CLEAR");
        assertThat(explained("fundingSecured=unknown").at("/base/because").textValue())
                .isEqualTo("ON_CONDITION");
    }

    @Test
    void soundAssessmentsAreUnchanged() throws IOException {
        JsonNode before = explained();
        JsonNode after = explained("ownsTechnology=no", "sien.fundingSecured=no");

        assertThat(after.at("/base/verdict").textValue()).isEqualTo("HOLD");
        for (String member :
                new String[] {"verdict", "because", "score", "rank", "findings", "undetermined", "questions"}) {
            assertThat(after.get(member)).isEqualTo(before.get(member));
        }
    }

    @Test
    void anAssumptionOnAKnownFactIsReported() {
        Run run = Run.winnow("explain", "sien", "qingdao", "--samples", "50", "--assume", "sien.yieldRate=70 %");

        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains("note: --assume sien.yieldRate=70 %: this assumption fills nothing: where it applies,"
                        + " `project.yieldRate` is known\n");
    }

    @Test
    void listItemsAreSeparatedAsInCells() {
        String base = "explain boe qingdao -q -f json --samples 50 --assume boe.endMarkets=";
        String before = Run.winnow("explain boe qingdao -q -f json --samples 50".split(" "))
                .out();
        String commas = Run.winnow((base + "[consumer-electronics,automotive]").split(" "))
                .out();

        assertThat(commas).isNotEqualTo(before);
        for (String separated : new String[] {"consumer-electronics;automotive", "[consumer-electronics，automotive]"}) {
            assertThat(Run.winnow((base + separated).split(" ")).out()).isEqualTo(commas);
        }
    }

    @Test
    void anAssumedFirmThatNoFactNamesIsReported() {
        String told = "no fact names a firm `Nimbus Ventures`: it counts as an unknown firm";

        assertThat(Run.winnow(
                                "explain",
                                "hisense-xinxin",
                                "qingdao",
                                "--samples",
                                "50",
                                "--assume",
                                "hisense-xinxin.coInvestors=Nimbus Ventures")
                        .err())
                .contains(told);
        assertThat(Run.winnow(
                                "explain",
                                "hisense-xinxin",
                                "qingdao",
                                "--samples",
                                "50",
                                "--assume",
                                "hisense-xinxin.coInvestors=Aucma 澳柯玛")
                        .err())
                .doesNotContain("no fact names");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x | `--assume x`: a fact and a value are needed; did you mean `FACT=VALUE`?",
                "project.yeildRate=92% | `--assume project.yeildRate=92%`: `project.yeildRate` is not a fact that can be"
                        + " assumed; did you mean `project.yieldRate`?",
                "yeildRate=92% | `--assume yeildRate=92%`: `project.yeildRate` is not a fact that can be assumed;"
                        + " did you mean `project.yieldRate`?",
                "sein.yieldRate=92% | unknown project or city `sein`; did you mean `sien`?",
                "sien.fundingNeed=30 | `--assume sien.fundingNeed=30`: `30` has no unit of money; did you mean `30 yuan` or"
                        + " `30 mn yuan`?",
                "sien.deliversTo=[edaa] | `--assume sien.deliversTo=[edaa]`: `edaa` is not a chain link of this universe;"
                        + " did you mean `eda`?",
                "city.funds.core-prk-2024.available=1bnyuan | no city has `core-prk-2024` among its `funds`; did you mean"
                        + " `core-park-2024`?",
                "qingdao.presences.edaa.held=yes | `--assume qingdao.presences.edaa.held=yes`: `edaa` is not a chain"
                        + " link of this universe; did you mean `eda`?",
                "city.funds=none | `--assume city.funds=none`: `city.funds` is a list of rows, for which no value can"
                        + " be assumed; did you mean `nothing-unlisted: true`?"
            })
    void wrongUsageIsReported(String option, String message) {
        Run run = Run.winnow("screen", "--assume", option);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).endsWith("winnow: " + message + "\n");
    }
}
