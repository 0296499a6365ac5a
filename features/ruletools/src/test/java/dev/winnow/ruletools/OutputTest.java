package dev.winnow.ruletools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.OutputContracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON of each command of the feature matches its schema. */
class OutputTest {

    private static final Map<String, String> UNIVERSES = Map.of(
            "semiconductor", "semiconductor",
            "battery", "illustrative",
            "chips-act", "chips-act",
            "data-centre", "data-centre");

    static Stream<String> commandLines() {
        Stream<String> ofPacks = UNIVERSES.entrySet().stream()
                .flatMap(pack -> Stream.of(
                        "rules check " + pack.getKey() + " -u " + pack.getValue(),
                        "rules list " + pack.getKey(),
                        "rules test " + pack.getKey() + " --coverage"));
        return Stream.concat(ofPacks, Stream.of("rules mutate battery -k yield-below-floor"));
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void outputMatchesItsSchemaAndIsReadBack(String line) throws IOException {
        OutputContracts.assertMatches(line);
    }

    @Test
    void failingCasesMatchTheSchema() throws IOException {
        String tests = Files.readString(Path.of("src/test/resources/golden/samples/tests.json"));
        assertThat(OutputContracts.refusals(OutputContracts.named("rules-test"), tests))
                .isEqualTo(List.of());
    }
}
