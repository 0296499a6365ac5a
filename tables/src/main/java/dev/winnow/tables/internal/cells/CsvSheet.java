package dev.winnow.tables.internal.cells;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of separated values of any size, with commas, semicolons, tabs, bars or full-width commas, in an encoding that
 * {@link Encoding} detects.
 * <p>Reading continues after a row with an unclosed quote: the next line is read as a new row if it has as many cells
 * as the earlier rows.
 */
public final class CsvSheet extends Sheet {

    /** The usual separators. */
    public static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    /** Separators in order of preference. Commas are last because titles and decimal numbers contain them, too. */
    private static final String CANDIDATES = "\t;|，,";

    /** Separators that are usual within cells. They must also part the first line, or the one below a title. */
    private static final String WITHIN_CELLS = "|，";

    /** Number of first lines that show the separator. */
    private static final int SHOWING = 30;

    private static final int LONGEST_CELL = 1 << 20;
    private static final int MOST_CELLS = 16_384;
    private static final int FIRST_CHARACTERS = 1 << 14;
    /** Maximum number of rows with unclosed quotes. The file is read again from its start after each of them. */
    private static final int MOST_BREAKS = 20;

    private final Path path;
    private final Encoding encoding;
    private final Records record = new Records(MOST_CELLS);
    private TextReader text;
    private CsvReader<List<String>> reader;
    private Iterator<List<String>> rows;
    /** Number of lines in front of the part that the reader sees. */
    private long before;

    private int number;
    private int breaks;
    /** Number of cells in the rows before the unclosed quote. */
    private int usual;

    private CsvSheet(Path path, String file, Encoding encoding, TextReader text, char separator, boolean declared)
            throws IOException {
        super(file, null, separator, new BitSet());
        this.path = path;
        this.encoding = encoding;
        this.text = text;
        this.before = declared ? 1 : 0;
        this.number = declared ? 1 : 0;
        this.reader = reader(text, before);
        this.rows = reader.iterator();
    }

    /** Opens a file, which {@link #close} closes. */
    public static CsvSheet open(Path path, String file) throws IOException, UnreadableTable {
        Problem other = FileFormat.otherThanSeparated(path, file);
        if (other != null) {
            throw new UnreadableTable(other);
        }
        Encoding encoding = Encoding.of(path);
        List<String> lines;
        try (TextReader text = new TextReader(path, encoding)) {
            lines = firstLines(text);
        }
        boolean declared = !lines.isEmpty() && lines.get(0).matches("(?i)sep=.");
        char separator = separator(declared ? lines.subList(1, lines.size()) : lines);
        if (declared
                && lines.stream()
                        .skip(1)
                        .anyMatch(line -> count(line, lines.get(0).charAt(4)) > 0)) {
            separator = lines.get(0).charAt(4);
        }
        TextReader text = new TextReader(path, encoding);
        try {
            return new CsvSheet(path, file, encoding, text, separator, declared);
        } catch (IOException | RuntimeException e) {
            text.close();
            throw e;
        }
    }

    /** @param before number of lines to skip */
    private CsvReader<List<String>> reader(TextReader text, long before) throws IOException {
        BufferedReader lines = new BufferedReader(text);
        for (long left = before; left > 0; left--) {
            lines.readLine();
        }
        return CsvReader.builder()
                .fieldSeparator(separator())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .build(record, lines);
    }

    /** The first lines that are not blank. A line ends outside quotes. */
    private static List<String> firstLines(Reader text) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < FIRST_CHARACTERS && lines.size() < SHOWING; i++) {
            int next = text.read();
            if (next < 0 || (!quoted && (next == '\n' || next == '\r'))) {
                if (!line.toString().isBlank()) {
                    lines.add(line.toString());
                }
                line.setLength(0);
            } else {
                quoted ^= next == '"';
                line.append((char) next);
            }
            if (next < 0) {
                break;
            }
        }
        return lines.isEmpty() && line.length() > 0 ? List.of(line.toString()) : lines;
    }

    /** The separator that parts most lines into the same number of cells; of several, the one with the most cells. */
    private static char separator(List<String> lines) {
        char best = ',';
        int most = 0;
        int cells = 0;
        for (int i = 0; i < CANDIDATES.length(); i++) {
            char candidate = CANDIDATES.charAt(i);
            List<Integer> counts =
                    lines.stream().map(line -> count(line, candidate)).toList();
            boolean first = !lines.isEmpty() && counts.get(0) > 0;
            boolean below = WITHIN_CELLS.indexOf(candidate) < 0 || (lines.size() > 2 && counts.get(1) > 1);
            for (int count : Set.copyOf(counts)) {
                int same = Collections.frequency(counts, count);
                boolean shown = count > 0 && (first || (below && same > 1));
                if (shown && (same > most || (same == most && count > cells))) {
                    best = candidate;
                    most = same;
                    cells = count;
                }
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

    /** The name of a separator in messages. */
    public static String called(char separator) {
        return separator == '\t' ? "\\t" : String.valueOf(separator);
    }

    /** The encoding of the file. */
    public Encoding encoding() {
        return encoding;
    }

    @Override
    public @Nullable Row next() throws IOException, UnreadableTable {
        try {
            while (rows.hasNext()) {
                List<String> cells = rows.next();
                number++;
                if (!cells.stream().allMatch(String::isBlank)) {
                    return row(cells);
                }
            }
        } catch (CsvParseException e) {
            return broken();
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
        if (text.isChanged()) {
            throw new UnreadableTable(FileProblems.changed(Place.cell(file(), null, number, 0)));
        }
        return null;
    }

    private Row row(List<String> cells) {
        List<Problem> problems = problems(cells);
        usual = problems.isEmpty() && breaks == 0 ? cells.size() : usual;
        return new Row(number, cells, problems);
    }

    private List<Problem> problems(List<String> cells) {
        if (record.beyond > 0) {
            return List.of(FileProblems.tooWide(
                    Place.cell(file(), null, number, MOST_CELLS + 1), cells.size() + record.beyond, MOST_CELLS));
        }
        if (breaks > 0 && (usual < 2 || cells.size() != usual)) {
            return List.of(FileProblems.afterQuotes(Place.cell(file(), null, number, 0)));
        }
        for (int i = 0; i < cells.size(); i++) {
            Place place = Place.cell(file(), null, number, i + 1);
            if (cells.get(i).indexOf(TextReader.DAMAGE) >= 0) {
                cells.set(i, cells.get(i).replace(TextReader.DAMAGE, '\uFFFD'));
                return List.of(FileProblems.damaged(place, encoding.called()));
            }
            if (encoding.isUtf8Instead(cells.get(i))) {
                return List.of(FileProblems.utf8Instead(place, encoding.called()));
            }
        }
        return List.of();
    }

    /** Returns the row with the unclosed quote, and continues at the line after its first one. */
    private Row broken() throws IOException, UnreadableTable {
        number++;
        Problem problem = FileProblems.quotes(Place.cell(file(), null, number, 0));
        if (++breaks > MOST_BREAKS) {
            throw new UnreadableTable(problem);
        }
        Row row = new Row(number, record.cells, List.of(problem));
        before += record.line;
        reader.close();
        text = new TextReader(path, encoding);
        reader = reader(text, before);
        rows = reader.iterator();
        return row;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Collects up to a maximum number of cells of a record, with its first line and the number of cells left out. */
    private static final class Records extends AbstractBaseCsvCallbackHandler<List<String>> {

        private final int most;
        /** Cells of the last record, as far as it could be read. */
        private List<String> cells = new ArrayList<>();

        /** First line of that record, from 1. */
        private long line;

        /** Number of its cells that were left out. */
        private int beyond;

        Records(int most) {
            this.most = most;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = startingLineNumber;
            beyond = 0;
            cells = new ArrayList<>();
        }

        @Override
        protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
            if (cells.size() < most) {
                cells.add(length == 0 ? "" : new String(text, offset, length));
            } else {
                beyond++;
            }
        }

        @Override
        protected void handleEmpty() {
            cells.add("");
        }

        @Override
        protected List<String> buildRecord() {
            return cells;
        }
    }
}
