package dev.winnow.tables.cells;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a part of a workbook as it is decompressed; refuses decompression bombs. */
final class Unfolding extends FilterInputStream {

    /** The uncompressed size that a part may always have. */
    private static final long BEARABLE = 128L << 20;
    /** Beyond that, the highest compression ratio. Sheets of a million equal rows reach about thirty. */
    private static final int MOST_FOLDED = 150;

    private static final long LARGEST = 8L << 30;

    private final String part;
    private final long folded;
    private long read;

    /** @param folded the compressed size of the part */
    Unfolding(InputStream in, String part, long folded) {
        super(in);
        this.part = part;
        this.folded = Math.max(1, folded);
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int more = super.read(bytes, offset, length);
        count(Math.max(0, more));
        return more;
    }

    private void count(int more) throws IOException {
        read += more;
        if (read > LARGEST || (read > BEARABLE && read / folded > MOST_FOLDED)) {
            throw new Unfolded(part);
        }
    }

    /** The problem of a part that decompresses to too much. */
    static final class Unfolded extends IOException {
        private static final long serialVersionUID = 1L;

        private final String part;

        Unfolded(String part) {
            super(part);
            this.part = part;
        }

        /** The part that does. */
        String part() {
            return part;
        }
    }
}
