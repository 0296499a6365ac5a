package dev.winnow.console.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.model.source.Message;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AheadTest {

    @Test
    void aValueIsComputedOnce() {
        AtomicInteger done = new AtomicInteger();
        BackgroundTask<Integer> ahead = BackgroundTask.of(done::incrementAndGet);
        assertThat(ahead.get()).isEqualTo(1);
        assertThat(ahead.get()).isEqualTo(1);
        assertThat(done).hasValue(1);
    }

    @Test
    void aRefusalReachesTheCaller() {
        Refusal refusal = new Refusal(Exit.USAGE, Message.of("no such universe"));
        BackgroundTask<Object> ahead = BackgroundTask.of(() -> {
            throw refusal;
        });
        assertThatThrownBy(ahead::get).isSameAs(refusal);
    }

    @Test
    void anErrorReachesTheCaller() {
        BackgroundTask<Object> ahead = BackgroundTask.of(() -> {
            throw new OutOfMemoryError("too much");
        });
        assertThatThrownBy(ahead::get).isInstanceOf(OutOfMemoryError.class).hasMessage("too much");
    }

    @Test
    void aCheckedFailureKeepsItsCause() {
        BackgroundTask<Object> ahead = BackgroundTask.of(() -> {
            throw new IOException("torn");
        });
        assertThatThrownBy(ahead::get).isInstanceOf(IllegalStateException.class).hasRootCauseMessage("torn");
    }
}
