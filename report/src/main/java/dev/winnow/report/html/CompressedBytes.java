package dev.winnow.report.html;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Encodes bytes for a page: deflated, then in Base64, whose characters need no escaping in HTML. */
final class CompressedBytes {

    private CompressedBytes() {}

    static String of(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true); // raw deflate: a zlib or gzip header differs
        // by JDK
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(small, deflater)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return Base64.getEncoder().encodeToString(small.toByteArray());
    }
}
