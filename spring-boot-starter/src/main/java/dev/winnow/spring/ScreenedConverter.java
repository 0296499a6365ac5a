package dev.winnow.spring;

import dev.winnow.language.PackException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Writes what was screened as the JSON contract, which Jackson would write otherwise than {@code docs/json.md} says. It is
 * written as it is made: the memory does not hold it, and nothing more is made for a client that is gone.
 */
final class ScreenedConverter extends AbstractHttpMessageConverter<Screened> {

    /** Bytes that are held back: an answer up to this length is whole, or it is a problem. */
    static final int HELD_BACK = 1 << 20;

    private final RequestLimits limits;

    ScreenedConverter(RequestLimits limits) {
        super(MediaType.APPLICATION_JSON);
        this.limits = limits;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Screened.class == type;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Screened readInternal(Class<? extends Screened> type, HttpInputMessage in) {
        throw new HttpMessageNotReadableException("a screening is not read from a request", in);
    }

    @Override
    protected void writeInternal(Screened screened, HttpOutputMessage message) throws IOException {
        limits.inTurn(deadline -> {
            Answer answer = new Answer(message, deadline);
            try {
                screened.sampleWeights(
                        deadline::check); // before the first byte, so that a late answer is a problem and not cut
                screened.write(answer);
                answer.end();
                return answer;
            } catch (IOException | RuntimeException e) {
                throw answer.failure(e);
            }
        });
    }

    /** The body of an answer, its beginning held back. */
    private static final class Answer extends OutputStream {

        private final HttpOutputMessage message;
        private final RequestLimits.Deadline deadline;
        private final ByteArrayOutputStream held = new ByteArrayOutputStream();
        private @Nullable OutputStream body;
        private @Nullable IOException gone;

        Answer(HttpOutputMessage message, RequestLimits.Deadline deadline) {
            this.message = message;
            this.deadline = deadline;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            deadline.check();
            if (body == null && held.size() + length <= HELD_BACK) {
                held.write(bytes, from, length);
                return;
            }
            try {
                if (body == null) {
                    body = message.getBody();
                    held.writeTo(body);
                    held.reset();
                }
                body.write(bytes, from, length);
            } catch (IOException e) {
                gone = e;
                throw e;
            }
        }

        /** Sends what is still held back. */
        void end() throws IOException {
            if (body == null) {
                message.getHeaders().setContentLength(held.size());
                held.writeTo(message.getBody());
            }
        }

        /** What is thrown for a failure: it is answered by a problem if nothing was sent, and else cuts the answer. */
        RuntimeException failure(Exception e) throws IOException {
            if (gone != null) {
                throw gone;
            }
            RuntimeException failure = reason(e);
            return body == null ? failure : new CutAnswerException(failure);
        }

        /** What Jackson wraps into its own exceptions. */
        private static RuntimeException reason(Exception e) throws IOException {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof RequestRefusedException || cause instanceof PackException) {
                    return (RuntimeException) cause;
                }
            }
            if (e instanceof RuntimeException unexpected) {
                return unexpected;
            }
            throw (IOException) e;
        }
    }
}
