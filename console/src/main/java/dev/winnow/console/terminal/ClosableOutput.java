package dev.winnow.console.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Standard output whose reader may close it early, as {@code head} does; further output is then dropped silently. */
final class ClosableOutput extends OutputStream {

    private final OutputStream target;
    private boolean left;

    ClosableOutput(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        attempt(() -> target.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        attempt(target::flush);
    }

    private void attempt(Writing writing) throws IOException {
        if (left) {
            return;
        }
        try {
            writing.write();
        } catch (IOException e) {
            if (!readerLeft(e)) {
                throw e; // for example, a full disk
            }
            left = true;
        }
    }

    /** The JDK reports this only in the system's error message, which the launcher sets to English. */
    private static boolean readerLeft(IOException problem) {
        return String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    private interface Writing {
        void write() throws IOException;
    }
}
