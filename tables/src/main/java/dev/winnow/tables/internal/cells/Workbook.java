package dev.winnow.tables.internal.cells;

import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * A workbook in .xlsx or .xlsm format, read as a ZIP of XML parts. Macros are not run, links are not followed, and
 * formulas are not computed: their saved values count.
 */
public final class Workbook implements Closeable {

    private static final int MOST_PARTS = 20_000;
    private static final long LARGEST_STRINGS = 512L << 20;

    private static final String SHEETS = "xl/_rels/workbook.xml.rels";
    private static final String STRINGS = "xl/sharedStrings.xml";

    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final String file;
    private final ZipFile zip;
    private final List<Part> sheets = new ArrayList<>();
    private @Nullable NumberForms forms;
    private @Nullable List<String> shared;
    /** Shared texts with struck or raised runs, by number. */
    private final Map<Integer, Xml.Written> marked = new HashMap<>();

    private boolean since1904;

    /** A sheet of a workbook that is not opened yet. */
    public record Part(String name, String path, boolean hidden) {}

    private Workbook(String file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    public static Workbook open(Path path, String file) throws IOException, UnreadableTable {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(1 << 20);
        }
        refuseOle(start, file);
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException e) {
            throw noWorkbook(path, file);
        }
        if (zip.getEntry("xl/workbook.xml") == null) {
            zip.close();
            throw noWorkbook(path, file);
        }
        Workbook workbook = new Workbook(file, zip);
        try {
            if (zip.size() > MOST_PARTS) {
                throw new UnreadableTable(FileProblems.bomb(file, "the list of its parts"));
            }
            workbook.readSheets();
            return workbook;
        } catch (XMLStreamException | IOException | RuntimeException e) {
            zip.close();
            throw refused(file, e);
        } catch (UnreadableTable e) {
            zip.close();
            throw e;
        }
    }

    /** Refuses OLE files, which are old or encrypted workbooks. */
    private static void refuseOle(byte[] start, String file) throws UnreadableTable {
        if (!begins(start, OLE)) {
            return;
        }
        boolean encrypted = new String(start, StandardCharsets.UTF_16LE).contains("EncryptedPackage")
                || new String(start, StandardCharsets.ISO_8859_1)
                        .contains(new String(
                                "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
        throw new UnreadableTable(encrypted ? FileProblems.encrypted(file) : FileProblems.oldWorkbook(file));
    }

    private static UnreadableTable noWorkbook(Path path, String file) throws IOException {
        return new UnreadableTable(Objects.requireNonNullElseGet(
                FileFormat.otherThanWorkbook(path, file), () -> FileProblems.noWorkbook(file)));
    }

    private static boolean begins(byte[] start, byte[] magic) {
        return start.length >= magic.length && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
    }

    private static UnreadableTable refused(String file, Exception failure) {
        return new UnreadableTable(
                Objects.requireNonNullElseGet(ofPart(file, failure), () -> FileProblems.noWorkbook(file)));
    }

    /** The problem of a damaged part that caused a failure; null if the failure has another cause. */
    private static @Nullable Problem ofPart(String file, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Bomb bomb) {
                return FileProblems.bomb(file, bomb.part);
            }
            if (cause instanceof Damaged damaged) {
                return damaged.missing
                        ? FileProblems.missingPart(file, damaged.part)
                        : FileProblems.brokenPart(file, damaged.part);
            }
        }
        return null;
    }

    /** Explains a failure to read a sheet, at the row where it occurred. */
    UnreadableTable refused(Exception failure, Place row) {
        return new UnreadableTable(
                Objects.requireNonNullElseGet(ofPart(file, failure), () -> FileProblems.brokenSheet(row)));
    }

    private void readSheets() throws XMLStreamException, IOException, UnreadableTable {
        Map<String, String> targets = new HashMap<>();
        try (Xml xml = new Xml(part(SHEETS))) {
            while (xml.nextElement()) {
                if (xml.name().equals("Relationship")) {
                    targets.put(xml.attribute("Id"), xml.attribute("Target"));
                }
            }
        }
        try (Xml xml = new Xml(part("xl/workbook.xml"))) {
            while (xml.nextElement()) {
                if (xml.name().equals("workbookPr")) {
                    since1904 = List.of("1", "true").contains(xml.attribute("date1904"));
                } else if (xml.name().equals("sheet")) {
                    String target = targets.get(xml.reference());
                    if (target == null) { // Otherwise the sheet would be left out silently.
                        throw new Damaged(SHEETS, false);
                    }
                    String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                    boolean hidden =
                            xml.attribute("state").toLowerCase(Locale.ROOT).contains("hidden");
                    if (path.contains("worksheets")) { // A chart has no cells.
                        sheets.add(new Part(xml.attribute("name"), path, hidden));
                    }
                }
            }
        }
    }

    /** Sheets, in order. */
    public List<Part> sheets() {
        return sheets;
    }

    /** Whether the workbook contains macros. */
    public boolean hasMacros() {
        return zip.getEntry("xl/vbaProject.bin") != null;
    }

    public Sheet open(Part part) throws IOException, UnreadableTable {
        try (InputStream text = part(part.path)) {
            return new WorkbookSheet(this, file, part.name, new Xml(part(part.path)), SheetLayout.of(text));
        } catch (XMLStreamException | IOException | RuntimeException e) {
            throw refused(file, e);
        }
    }

    synchronized NumberForms forms() throws IOException, XMLStreamException {
        NumberForms known = forms;
        if (known == null) {
            if (zip.getEntry("xl/styles.xml") == null) {
                known = NumberForms.plain(since1904);
            } else {
                try (Xml xml = new Xml(part("xl/styles.xml"))) {
                    known = NumberForms.read(xml, since1904);
                }
            }
            forms = known;
        }
        return known;
    }

    /** A shared text by its number; null if there is none. All shared texts are read on first access. */
    synchronized @Nullable String shared(int number) throws IOException {
        List<String> known = shared;
        if (known == null) {
            try {
                known = readTexts();
            } catch (Bomb | Damaged e) {
                throw e;
            } catch (XMLStreamException | IOException | RuntimeException e) {
                throw new Damaged(STRINGS, false);
            }
            shared = known;
        }
        return number < 0 || number >= known.size() ? null : known.get(number);
    }

    /** The runs of a shared text that was read; null if none is struck or raised. */
    synchronized Xml.@Nullable Written marked(int number) {
        return marked.get(number);
    }

    private List<String> readTexts() throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(STRINGS);
        if (entry == null) {
            throw new Damaged(STRINGS, true);
        }
        if (entry.getSize() > LARGEST_STRINGS) {
            throw new Bomb(STRINGS);
        }
        List<String> texts = new ArrayList<>();
        try (Xml xml = new Xml(part(STRINGS))) {
            while (xml.nextElement()) {
                if (xml.name().equals("si")) {
                    Xml.Written written = xml.string();
                    if (WorkbookSheet.isMarked(written)) {
                        marked.put(texts.size(), written);
                    }
                    texts.add(WorkbookSheet.unescaped(written.text()));
                }
            }
        }
        return texts;
    }

    private InputStream part(String path) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw new IOException("there is no part " + path);
        }
        return new Unfolding(zip.getInputStream(entry), path, entry.getCompressedSize());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    public Place sheet(Part part) {
        return Place.cell(file, part.name, 0, 0);
    }

    /** A part that is missing or cannot be read. */
    private static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        private final String part;
        private final boolean missing;

        Damaged(String part, boolean missing) {
            super(part);
            this.part = part;
            this.missing = missing;
        }
    }

    /** Bytes of a part while it is decompressed; refuses decompression bombs. */
    private static final class Unfolding extends FilterInputStream {

        /** Uncompressed size in bytes that is always accepted. */
        private static final long BEARABLE = 128L << 20;
        /** Maximum compression ratio above that size. Sheets of a million equal rows reach about thirty. */
        private static final int MOST_FOLDED = 150;

        private static final long LARGEST = 8L << 30;

        private final String part;
        private final long folded;
        private long read;

        /** @param folded compressed size of the part in bytes */
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
                throw new Bomb(part);
            }
        }
    }

    /** Thrown if a part decompresses to too many bytes. */
    static final class Bomb extends IOException {

        private static final long serialVersionUID = 1L;

        private final String part;

        Bomb(String part) {
            super(part);
            this.part = part;
        }
    }
}
