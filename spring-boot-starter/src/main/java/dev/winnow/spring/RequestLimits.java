package dev.winnow.spring;

import dev.winnow.engine.Progress;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.UniverseException;
import dev.winnow.spring.RequestRefusedException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Enforces {@code winnow.limits.*}. Thread-safe. */
final class RequestLimits {

    private static final int CHUNK = 8192;

    private final WinnowProperties.Limits limits;
    private final Semaphore turns;
    private final LongSupplier nanos;

    RequestLimits(WinnowProperties.Limits limits) {
        this(limits, System::nanoTime);
    }

    /** @param nanos a clock in nanoseconds with any origin */
    RequestLimits(WinnowProperties.Limits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
        Integer concurrent = limits.concurrent();
        this.turns = new Semaphore(
                concurrent == null ? Math.max(2, Runtime.getRuntime().availableProcessors()) : concurrent, true);
    }

    /** Returns the time after which a refused request may be retried, in seconds. */
    long retryAfter() {
        return seconds(limits.time());
    }

    private static long seconds(Duration time) {
        return Math.max(1, time.toSeconds());
    }

    /** Sends bytes to a client. */
    interface Sending {
        void send() throws IOException;
    }

    /** The time limit of a piece of work, checked whenever it reports progress, and its turn. Used by one thread. */
    final class Deadline implements Progress {

        private final long begin = nanos.getAsLong();
        private final Reason reason;
        private boolean inTurn;

        private Deadline(Reason reason) {
            this.reason = reason;
        }

        @Override
        public void show(int done, int all) {
            check();
        }

        /**
         * @throws RequestRefusedException if the time is up, or the thread was interrupted, as Spring does with a task
         *     whose request has ended; the interrupt status is kept
         */
        void check() {
            if (Thread.currentThread().isInterrupted()) {
                throw cancelled();
            }
            if (remaining() < 0) {
                throw passed();
            }
        }

        private long remaining() {
            return limits.time().toNanos() - (nanos.getAsLong() - begin);
        }

        private RequestRefusedException passed() {
            long seconds = seconds(limits.time());
            return new RequestRefusedException(
                    reason,
                    reason == Reason.TOO_SLOW
                            ? Message.of("the request did not arrive within %s seconds", seconds)
                            : Message.of("the screening was stopped after %s seconds", seconds)
                                    .with(Message.of("send fewer projects at once, or try again later")));
        }

        /**
         * Sends bytes without a turn, because a client may take them as slowly as it likes, and then waits for the next
         * turn.
         *
         * @throws RequestRefusedException if no turn becomes free before the time is up, or the thread is interrupted
         */
        void send(Sending bytes) throws IOException {
            endTurn();
            bytes.send();
            inTurn = comes(remaining());
            if (!inTurn) {
                throw passed();
            }
        }

        private void endTurn() {
            if (inTurn) {
                inTurn = false;
                turns.release();
            }
        }
    }

    /** Work with a time limit that may fail with an {@code IOException}. */
    interface Work<T> {
        T within(Deadline deadline) throws IOException;
    }

    /**
     * Waits for a turn and does work.
     *
     * @throws RequestRefusedException if no turn becomes free in time, the work takes too long, or the thread is
     *     interrupted
     */
    <T> T inTurn(Work<T> work) throws IOException {
        if (!comes(limits.waiting().toNanos())) {
            throw new RequestRefusedException(
                    Reason.BUSY,
                    Message.of("the service is busy with other requests")
                            .with(Message.of("try again in %s seconds", retryAfter())));
        }
        Deadline deadline = new Deadline(Reason.OUT_OF_TIME);
        deadline.inTurn = true;
        try {
            return work.within(deadline);
        } finally {
            deadline.endTurn();
        }
    }

    private boolean comes(long withinNanos) {
        try {
            return turns.tryAcquire(withinNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled();
        }
    }

    private static RequestRefusedException cancelled() {
        return new RequestRefusedException(
                Reason.CANCELLED, Message.of("the screening was cancelled before it was complete"));
    }

    /** Reads a document; see {@link ScreeningService#read}. */
    String read(String name, InputStream body) throws IOException {
        Deadline deadline = new Deadline(Reason.TOO_SLOW);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int length = body.read(chunk); length >= 0; length = body.read(chunk)) {
            read.write(chunk, 0, length);
            requireLength(read.size());
            deadline.check();
        }
        byte[] bytes = read.toByteArray();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            List<Problem> problems = new ArrayList<>();
            Document.parse(name, bytes, problems); // reports the invalid byte
            throw new UniverseException(name, problems);
        }
    }

    /** @param length in bytes, or in characters, which are never more */
    void requireLength(long length) {
        if (length > limits.document().toBytes()) {
            throw new RequestRefusedException(
                    Reason.TOO_LARGE,
                    Message.of(
                                    "the request is larger than %s KB",
                                    number(limits.document().toBytes() / 1024))
                            .with(Message.of("send fewer projects or cities at once")));
        }
    }

    void requirePairs(long projects, long cities) {
        if (projects * cities > limits.pairs()) {
            throw new RequestRefusedException(
                    Reason.TOO_LARGE,
                    Message.of(
                                    "the request has %s pairs of a project and a city, and at most %s are screened at"
                                            + " once",
                                    number(projects * cities), number(limits.pairs()))
                            .with(Message.of("send fewer projects or cities at once")));
        }
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
