package dev.winnow.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.OutputContracts;
import dev.winnow.console.Run;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON of the feature matches its schema, and its library is checked. */
class OutputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"portfolio --budget 12bn --city qingdao --draws 5", "match --capacity 2 --city qingdao --draws 5"
            })
    void outputMatchesItsSchemaAndIsReadBack(String line) throws IOException {
        OutputContracts.assertMatches(line);
    }

    @Test
    void doctorChecksTheSolver() {
        assertThat(Run.winnow("doctor").out()).contains("ok    sets are chosen by CP-SAT\n");
    }
}
