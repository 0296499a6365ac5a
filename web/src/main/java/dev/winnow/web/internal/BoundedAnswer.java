package dev.winnow.web.internal;

import dev.winnow.model.source.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** An answer in memory of a bounded size. */
final class BoundedAnswer extends OutputStream {

    /** Maximum size in bytes: a few answers at a time fit into the memory of a small server. */
    static final int MAX_BYTES = 50_000_000;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final int most;
    private boolean full;

    private BoundedAnswer(int most) {
        this.most = most;
    }

    /** Writes to a stream. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Returns the bytes of an answer; refuses one that is too long. */
    static byte[] written(Writing writing) throws RefusedRequest {
        return written(writing, MAX_BYTES);
    }

    static byte[] written(Writing writing, int most) throws RefusedRequest {
        BoundedAnswer answer = new BoundedAnswer(most);
        try {
            writing.to(answer);
        } catch (IOException e) {
            if (answer.full) {
                throw new RefusedRequest(
                        Status.UNPROCESSABLE,
                        Message.of("the answer would be longer than %s MB", most / 1_000_000)
                                .with(Message.of("ask for fewer projects, cities or fields")));
            }
            throw new UncheckedIOException(e);
        }
        return answer.written.toByteArray();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (length > most - written.size()) {
            full = true;
            throw new IOException("the answer is too long");
        }
        written.write(bytes, from, length);
    }
}
