package dev.winnow.tables.internal.write;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Writes ZIP files without time stamps, so that the same inputs give the same bytes. */
public final class TimelessZip {

    /**
     * A month after the earliest time of a ZIP file. For the earliest one Java would add a field in the time zone of
     * the machine.
     */
    private static final LocalDateTime START = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final String PROPERTIES = "docProps/core.xml";
    private static final String CREATED = "<dcterms:created[^>]*>[^<]*</dcterms:created>";

    private TimelessZip() {}

    /** Writes the content of a ZIP file. */
    public interface Writing {

        /** Writes the content. The stream may be closed or left open. */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Copies a ZIP file without its time stamps, and without closing the output.
     *
     * @throws IOException if writing fails, or if the content is not a ZIP file
     */
    public static void write(OutputStream out, Writing writing) throws IOException {
        Path draft = Files.createTempFile("winnow", ".xlsx");
        try {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(draft))) {
                writing.write(file);
            }
            pass(draft, out);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void pass(Path draft, OutputStream out) throws IOException {
        try (ZipFile zip = new ZipFile(draft.toFile());
                ZipOutputStream copy = new ZipOutputStream(new Open(out))) {
            List<? extends ZipEntry> entries = zip.stream().toList();
            for (ZipEntry entry : entries) {
                ZipEntry timeless = new ZipEntry(entry.getName());
                timeless.setTimeLocal(START);
                copy.putNextEntry(timeless);
                try (InputStream in = zip.getInputStream(entry)) {
                    if (entry.getName().equals(PROPERTIES)) {
                        String properties = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        copy.write(properties.replaceAll(CREATED, "").getBytes(StandardCharsets.UTF_8));
                    } else {
                        in.transferTo(copy);
                    }
                }
                copy.closeEntry();
            }
        }
    }

    /** A stream that ignores being closed. */
    private static final class Open extends FilterOutputStream {

        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
