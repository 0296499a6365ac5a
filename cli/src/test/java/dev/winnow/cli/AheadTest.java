package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AheadTest {

    @Test
    void workIsDoneOnceHoweverOftenItIsAskedFor() {
        AtomicInteger done = new AtomicInteger();
        Ahead<Integer> ahead = Ahead.of(done::incrementAndGet);
        assertThat(ahead.get()).isEqualTo(1);
        assertThat(ahead.get()).isEqualTo(1);
        assertThat(done).hasValue(1);
    }

    @Test
    void aRefusalReachesWhoAsks() {
        Refusal refusal = new Refusal(Exit.USAGE, "no such universe");
        Ahead<Object> ahead = Ahead.of(() -> {
            throw refusal;
        });
        assertThatThrownBy(ahead::get).isSameAs(refusal);
    }

    @Test
    void soDoesWhatNobodyCanGoOnAfter() {
        Ahead<Object> ahead = Ahead.of(() -> {
            throw new OutOfMemoryError("too much");
        });
        assertThatThrownBy(ahead::get).isInstanceOf(OutOfMemoryError.class).hasMessage("too much");
    }

    @Test
    void aCheckedFailureKeepsItsCause() {
        Ahead<Object> ahead = Ahead.of(() -> {
            throw new IOException("torn");
        });
        assertThatThrownBy(ahead::get).isInstanceOf(IllegalStateException.class).hasRootCauseMessage("torn");
    }
}
