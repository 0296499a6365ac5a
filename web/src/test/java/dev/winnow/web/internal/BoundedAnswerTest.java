package dev.winnow.web.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.report.json.Contract;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Answers in memory are bounded. */
class BoundedAnswerTest {

    @Test
    void anAnswerOfTheMaximumLengthIsWhole() throws RefusedRequest {
        assertThat(BoundedAnswer.written(out -> out.write(new byte[1000]), () -> {}, 1000))
                .hasSize(1000);
    }

    @Test
    void aLongerAnswerIsRefusedWithAdvice() {
        List<Integer> numbers = IntStream.range(0, 2_000_000).boxed().toList();
        assertThatThrownBy(() -> BoundedAnswer.written(out -> Contract.write(numbers, out), () -> {}, 3_000_000))
                .isInstanceOfSatisfying(
                        RefusedRequest.class,
                        refused -> assertThat(refused.status()).isEqualTo(Status.UNPROCESSABLE))
                .hasMessage("the answer would be longer than 3 MB; ask for fewer projects, cities or fields");
    }

    @Test
    void aCheckEndsTheWriting() {
        IllegalStateException late = new IllegalStateException("late");
        assertThatThrownBy(() -> BoundedAnswer.written(out -> Contract.write(List.of(1), out), () -> {
                    throw late;
                }))
                .isSameAs(late);
    }
}
