package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The features {@code papers} and {@code portfolio} together: a paper reads the budget of a plan. */
class PaperBudgetTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "budget: 20 bn yuan | The budget of the plan is 20 bn yuan. The project’s funding need is 25 % of it.",
                "{budget: 20 bn yuan, cities: {alderbay: 4 bn yuan, birchport: 9 bn yuan}} |"
                        + " The budget of the plan for Alderbay (invented) is 4 bn yuan. The project’s funding need is"
                        + " 125 % of it."
            })
    void theCostIsComparedWithTheBudgetOfAPlan(String plan, String sentences) throws IOException {
        Run.assumeBuilt("paper");
        Run.assumeBuilt("portfolio");
        Path file = Files.writeString(folder.resolve("plan.yaml"), plan + "\n");
        Run run = Run.winnow(
                "paper", "bigcell", "alderbay", "-u", "illustrative", "-r", "battery", "-q", "--plan", file.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out().replaceAll("\\s+", " ")).contains(sentences);
    }
}
