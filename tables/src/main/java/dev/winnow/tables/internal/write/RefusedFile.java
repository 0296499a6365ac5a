package dev.winnow.tables.internal.write;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Unit;
import dev.winnow.tables.internal.cells.HeadingUnit;
import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.headings.Column;
import dev.winnow.tables.internal.headings.HeadingCatalogue;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Refused rows with their reasons, to be corrected and imported again. The first columns give the row and the reason;
 * the others are those of the table, with the units that were used. The tables of a list are one below the other in one
 * file.
 */
public final class RefusedFile implements Closeable {

    /** Number of bytes of the mark at the beginning of a file. */
    private static final int BYTE_ORDER_MARK = 3;

    private final @Nullable Path named;
    private final Language language;
    private final Function<Problem, String> words;
    private final boolean over;
    private final Map<ImportedTable, CsvWriter> open = new LinkedHashMap<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Path> written = new ArrayList<>();

    /**
     * A table being written.
     *
     * @param list the list of the table; empty if all lists go to one file
     * @param named the name of the complete file
     */
    private record Draft(Path path, String list, Path named) {}

    /**
     * @param named the file for all refused rows; null for one beside each file of tables, {@code NAME.refused.csv}
     * @param over whether to overwrite an existing file; otherwise the next free number is appended to the name
     * @param words returns a problem in the user's language
     */
    public RefusedFile(@Nullable Path named, boolean over, Language language, Function<Problem, String> words) {
        this.named = named;
        this.over = over;
        this.language = language;
        this.words = words;
    }

    /** Writes a row. */
    public void write(ImportedTable.RefusedRow row) throws IOException {
        CsvWriter csv = open.get(row.table());
        if (csv == null) {
            csv = begin(row.table());
            open.put(row.table(), csv);
        }
        List<String> cells = new ArrayList<>();
        cells.add(String.valueOf(row.row()));
        cells.add(row.problems().stream().map(words).collect(Collectors.joining("; ")));
        List<Column> columns = row.table().columns();
        for (int i = 0; i < columns.size(); i++) {
            if (isKept(columns.get(i))) {
                cells.add(Separated.safe(row.cells().get(i)));
            }
        }
        Separated.write(csv, cells);
    }

    private CsvWriter begin(ImportedTable table) throws IOException {
        Path file = named == null ? beside(Path.of(table.file())) : named;
        Path draft = file.resolveSibling("." + file.getFileName() + "." + drafts.size() + ".part");
        CsvWriter csv = Separated.csv(new BufferedOutputStream(Files.newOutputStream(draft)));
        drafts.add(new Draft(draft, named == null ? table.file() : "", file));
        List<String> headings = new ArrayList<>();
        headings.add(HeadingCatalogue.get().ignored("rowNumber", language));
        headings.add(HeadingCatalogue.get().ignored("refusedBecause", language));
        List<Unit> units = table.kind().kinds().vocabulary().units();
        table.columns().stream()
                .filter(RefusedFile::isKept)
                .forEach(column -> headings.add(Separated.safe(heading(column, units))));
        Separated.write(csv, headings);
        return csv;
    }

    /** Rows that are refused again are written beside the original table. */
    private static Path beside(Path table) {
        String name = String.valueOf(table.getFileName()).replaceFirst("(\\.refused(-\\d+)?)?\\.[^.]*$", "");
        return table.resolveSibling(name + ".refused.csv");
    }

    private static Path another(Path file, int number) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        return file.resolveSibling(stem + "-" + number + (dot < 0 ? "" : name.substring(dot)));
    }

    private static boolean isKept(Column column) {
        return column.state() != Column.State.LEFT_OUT && column.state() != Column.State.IGNORED;
    }

    /** A heading that has the same meaning when it is read again, with its unit. */
    private static String heading(Column column, List<Unit> declared) {
        String means = column.means();
        String bare = column.state() == Column.State.GIVEN && means != null ? means : column.heading();
        return column.unit() == null
                        || column.unit().equals(HeadingUnit.of(bare, declared).unit())
                ? bare
                : bare + " [" + column.unit() + "]";
    }

    /**
     * Completes the files and gives them their names. Files of rows that were corrected in the meantime are not
     * replaced.
     */
    public void finish() throws IOException {
        for (CsvWriter csv : open.values()) {
            csv.close();
        }
        open.clear();
        Map<String, Path> files = new HashMap<>();
        for (Draft draft : drafts) {
            Path first = files.get(draft.list);
            if (first != null) {
                append(draft.path, first);
                continue;
            }
            Path path = draft.named;
            for (int number = 2; written.contains(path) || (!over && Files.exists(path)); number++) {
                path = another(draft.named, number);
            }
            Files.move(draft.path, path, StandardCopyOption.REPLACE_EXISTING);
            files.put(draft.list, path);
            written.add(path);
        }
        drafts.clear();
    }

    /** Moves a table below those of a file, after a blank line. */
    private static void append(Path table, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND);
                InputStream in = Files.newInputStream(table)) {
            out.write("\r\n".getBytes(StandardCharsets.UTF_8));
            in.skipNBytes(BYTE_ORDER_MARK);
            in.transferTo(out);
        }
        Files.delete(table);
    }

    /** The files written, after all are complete. */
    public List<Path> written() {
        return List.copyOf(written);
    }

    @Override
    public void close() throws IOException {
        for (CsvWriter csv : open.values()) {
            try {
                csv.close();
            } catch (IOException e) {
                // The error was reported when the row was written; the draft is of no use.
            }
        }
        for (Draft draft : drafts) {
            Files.deleteIfExists(draft.path);
        }
    }
}
