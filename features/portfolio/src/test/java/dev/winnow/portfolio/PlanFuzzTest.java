package dev.winnow.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Plans of portfolios and matchings of any content are read, or left out with placed problems. */
class PlanFuzzTest {

    @FuzzTest
    void portfolio(byte[] data) {
        read(data, PlanReading::portfolio);
    }

    @FuzzTest
    void match(byte[] data) {
        read(data, PlanReading::match);
    }

    private static void read(byte[] data, BiConsumer<byte[], List<Problem>> reading) {
        List<Problem> problems = new ArrayList<>();
        reading.accept(data, problems);
        assertThat(problems)
                .extracting(Problem::toString)
                .allSatisfy(text -> assertThat(text).isNotBlank());
    }
}
