package dev.winnow.serve.internal.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.model.source.Message;
import dev.winnow.web.internal.RefusedRequest;
import dev.winnow.web.internal.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LatestRunTest {

    @Test
    void newerEditsStopARun() throws Exception {
        LatestRun<String> runs = new LatestRun<>();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Status> older = CompletableFuture.supplyAsync(() -> {
            try {
                runs.of(1, progress -> {
                    begun.countDown();
                    while (true) {
                        progress.show(0, 1);
                    }
                });
                return Status.OK;
            } catch (RefusedRequest e) {
                return e.status();
            }
        });
        begun.await();
        assertThat(runs.of(2, progress -> "newer")).isEqualTo("newer");
        assertThat(older.get()).isEqualTo(Status.CONFLICT);
    }

    @Test
    void theSameEditsAreComparedOnce() throws RefusedRequest {
        LatestRun<Integer> runs = new LatestRun<>();
        AtomicInteger count = new AtomicInteger();
        runs.of(1, progress -> count.incrementAndGet());
        assertThat(runs.of(1, progress -> count.incrementAndGet())).isEqualTo(1);
    }

    @Test
    void aRefusedRunIsTriedAgain() throws RefusedRequest {
        LatestRun<String> runs = new LatestRun<>();
        assertThatThrownBy(() -> runs.of(1, progress -> {
                    throw new RefusedRequest(Status.UNPROCESSABLE, Message.of("the server is busy"));
                }))
                .isInstanceOf(RefusedRequest.class);
        assertThat(runs.of(1, progress -> "again")).isEqualTo("again");
    }
}
