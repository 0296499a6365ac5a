package dev.winnow.past;

import dev.winnow.console.OutputContracts;
import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON of each command of the feature matches its schema. */
class OutputTest {

    static List<String> commandLines() {
        Path examples = Run.HOME.resolve("docs/examples");
        Path weights = examples.resolve("weights");
        return List.of(
                "backtest -u semiconductor -r semiconductor",
                "exceptions --from universe -u semiconductor -r semiconductor",
                "scenarios " + examples.resolve("scenarios.yaml") + " -u illustrative -r battery",
                "weights --from " + weights.resolve("decisions.csv") + " -u illustrative -r battery",
                "weights --table " + weights.resolve("ways.csv") + " --from " + weights.resolve("ranks.csv"));
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void outputMatchesItsSchemaAndIsReadBack(String line) throws IOException {
        OutputContracts.assertMatches(line);
    }

    @Test
    void eachLineMatchesItsSchema() throws IOException {
        OutputContracts.assertLinesMatch("backtest -u semiconductor -r semiconductor");
    }
}
