package dev.winnow.tables.cells;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import dev.winnow.model.source.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A file of separated values, of any size: by comma, semicolon or tab, in whatever characters {@link Encoding} finds. */
public final class CsvSheet implements Sheet {

    private static final int LONGEST_CELL = 1 << 20;
    private static final int MOST_CELLS = 16_384;
    private static final int BUFFER = 1 << 16;
    private static final int FIRST_LINES = 1 << 14;

    private final String file;
    private final Encoding encoding;
    private final CsvReader<String[]> reader;
    private final Iterator<String[]> rows;
    private int number;

    private CsvSheet(String file, Encoding encoding, CsvReader<String[]> reader, int number) {
        this.file = file;
        this.encoding = encoding;
        this.reader = reader;
        this.rows = reader.iterator();
        this.number = number;
    }

    /** Opens a file, closed by {@link #close}. */
    public static CsvSheet open(Path path, String file) throws IOException, UnreadableTable {
        Encoding encoding = Encoding.of(path);
        InputStream in = Files.newInputStream(path);
        try {
            in.skipNBytes(encoding.skip());
            BufferedReader text = new BufferedReader(
                    new InputStreamReader(
                            in,
                            encoding.charset()
                                    .newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
                    BUFFER);
            String first = firstLine(text);
            boolean declared = first.matches("(?i)sep=.");
            if (declared) {
                text.readLine();
            }
            return new CsvSheet(file, encoding, reader(text, separator(first, declared)), declared ? 1 : 0);
        } catch (CharacterCodingException e) {
            in.close();
            throw new UnreadableTable(TableProblems.characters(Place.file(file)));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static CsvReader<String[]> reader(Reader text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .build(
                        StringArrayHandler.of(cells -> cells.maxFields(MOST_CELLS)
                                .maxFieldSize(LONGEST_CELL)
                                .maxRecordSize(4 * LONGEST_CELL)),
                        text);
    }

    private static String firstLine(BufferedReader text) throws IOException {
        text.mark(FIRST_LINES);
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < FIRST_LINES; i++) {
            int next = text.read();
            if (next < 0 || (!quoted && (next == '\n' || next == '\r'))) {
                break;
            }
            quoted ^= next == '"';
            line.append((char) next);
        }
        text.reset();
        return line.toString();
    }

    /** What the first line is separated by most. */
    private static char separator(String line, boolean declared) {
        if (declared) {
            return line.charAt(line.length() - 1);
        }
        char best = ',';
        for (char candidate : new char[] {',', ';', '\t'}) {
            if (count(line, candidate) > count(line, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static int count(String line, char separator) {
        boolean quoted = false;
        int count = 0;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            count += !quoted && line.charAt(i) == separator ? 1 : 0;
        }
        return count;
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public @Nullable String name() {
        return null;
    }

    /** In which characters it is written. */
    public Encoding encoding() {
        return encoding;
    }

    @Override
    public @Nullable Row next() throws IOException, UnreadableTable {
        try {
            while (rows.hasNext()) {
                String[] cells = rows.next();
                number++;
                if (!isBlank(cells)) {
                    return new Row(number, cells, null, false);
                }
            }
            return null;
        } catch (CsvParseException e) {
            throw new UnreadableTable(TableProblems.quotes(Place.cell(file, null, number + 1, 0)));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new UnreadableTable(TableProblems.characters(Place.cell(file, null, number + 1, 0)));
            }
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }

    private static boolean isBlank(String[] cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
