package dev.winnow.web.internal;

import dev.winnow.model.source.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** An answer in memory of a bounded size, whose writing can be ended. */
final class BoundedAnswer extends OutputStream {

    /** Maximum size in bytes: a few answers at a time fit into the memory of a small server. */
    static final int MAX_BYTES = 50_000_000;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Runnable check;
    private final int most;
    private boolean full;
    private @Nullable RuntimeException ended;

    private BoundedAnswer(Runnable check, int most) {
        this.check = check;
        this.most = most;
    }

    /** Writes to a stream. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /**
     * Returns the bytes of an answer; refuses one that is too long.
     *
     * @param check is called as bytes are written, and ends the writing by an exception
     */
    static byte[] written(Writing writing, Runnable check) throws RefusedRequest {
        return written(writing, check, MAX_BYTES);
    }

    static byte[] written(Writing writing, Runnable check, int most) throws RefusedRequest {
        BoundedAnswer answer = new BoundedAnswer(check, most);
        try {
            writing.to(answer);
        } catch (IOException | RuntimeException e) {
            throw answer.failure(e);
        }
        return answer.written.toByteArray();
    }

    /** Returns the reason of a failure, which Jackson may have wrapped. */
    private RuntimeException failure(Exception e) throws RefusedRequest {
        if (ended != null) {
            return ended;
        }
        if (full) {
            throw new RefusedRequest(
                    Status.UNPROCESSABLE,
                    Message.of("the answer would be longer than %s MB", most / 1_000_000)
                            .with(Message.of("ask for fewer projects, cities or fields")));
        }
        return e instanceof IOException broken ? new UncheckedIOException(broken) : (RuntimeException) e;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            check.run();
        } catch (RuntimeException e) {
            ended = e;
            throw e;
        }
        if (length > most - written.size()) {
            full = true;
            throw new IOException("the answer is too long");
        }
        written.write(bytes, from, length);
    }
}
