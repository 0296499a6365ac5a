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
 * Writes a screening as the JSON contract of {@code docs/json.md}, which Jackson's default mapping differs from. The
 * answer is computed while it is written, so that it is never in memory as a whole and nothing is computed for a client
 * that has left. It is computed in turns, and sent between them: a client that reads slowly keeps no other waiting.
 */
final class ScreenedConverter extends AbstractHttpMessageConverter<Screened> {

    /**
     * Number of bytes that are computed before they are sent. An answer up to this length is either complete or
     * replaced by a problem.
     */
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
        Answer complete = limits.inTurn(deadline -> {
            Answer answer = new Answer(message, deadline);
            try {
                // Before the first byte, so that running out of time gives a problem in place of a cut answer.
                screened.sampleWeights(deadline::check);
                screened.write(answer);
                return answer;
            } catch (IOException | RuntimeException e) {
                throw answer.failure(e);
            }
        });
        complete.end();
    }

    /** The body of an answer, which is sent part by part. */
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
            if (gone != null) {
                throw gone; // Jackson writes again when it closes
            }
            deadline.check();
            held.write(bytes, from, length);
            if (held.size() > HELD_BACK) {
                deadline.send(this::sendHeld);
            }
        }

        private void sendHeld() throws IOException {
            try {
                body = body == null ? message.getBody() : body;
                held.writeTo(body);
                held.reset();
            } catch (IOException e) {
                gone = e;
                throw e;
            }
        }

        /** Sends the rest. */
        void end() throws IOException {
            if (body == null) {
                message.getHeaders().setContentLength(held.size());
            }
            sendHeld();
        }

        /**
         * Returns the exception for a failure: it becomes a problem if nothing was sent, and cuts the answer otherwise.
         */
        RuntimeException failure(Exception e) throws IOException {
            if (gone != null) {
                throw gone;
            }
            RuntimeException failure = reason(e);
            return body == null ? failure : new CutAnswerException(failure);
        }

        /** Unwraps exceptions that Jackson wraps. */
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
