package dev.winnow.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.OutputContracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON of each command of the feature matches its schema. */
class OutputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compare semiconductor semiconductor -u semiconductor",
                "compare battery battery -u illustrative",
                "compare chips-act chips-act -u chips-act",
                "compare data-centre data-centre -u data-centre",
                "gaps qingdao -u semiconductor -r semiconductor",
                "gaps alderbay -u illustrative -r battery",
                "gaps united-states -u chips-act -r chips-act",
                "gaps zhongwei -u data-centre -r data-centre"
            })
    void outputMatchesItsSchemaAndIsReadBack(String line) throws IOException {
        OutputContracts.assertMatches(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"compare battery battery -u illustrative", "gaps qingdao -u semiconductor -r semiconductor"})
    void eachLineMatchesItsSchema(String line) throws IOException {
        OutputContracts.assertLinesMatch(line);
    }

    @Test
    void theGoldenFileMatchesItsSchema() throws IOException {
        String gaps = Files.readString(Path.of("src/test/resources/golden/samples/gaps.json"));
        assertThat(OutputContracts.refusals(OutputContracts.named("gaps"), gaps))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare", "gaps"})
    void goldenLinesMatchTheirSchemas(String command) throws IOException {
        Path lines = Path.of("../../cli/src/test/resources/golden/documents/" + command + ".ndjson");
        for (String line : Files.readAllLines(lines)) {
            assertThat(OutputContracts.refusals(OutputContracts.named(command + "-line"), line))
                    .isEmpty();
        }
    }
}
