package dev.winnow.tables;

import dev.winnow.model.Document;
import dev.winnow.model.EntryKind;
import dev.winnow.model.Nearest;
import dev.winnow.model.Node;
import dev.winnow.model.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file that holds tables, or a universe document; whichever it is shows in its name. */
final class TableFile implements Closeable {

    private final String file;
    private final List<Opened> tables = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();
    private @Nullable Node document;
    private @Nullable Workbook workbook;

    private TableFile(String file) {
        this.file = file;
    }

    /** Whether a name is of a file that holds tables alone: CSV, NDJSON or a workbook. */
    static boolean isTable(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return isSeparated(lower) || isWorkbook(lower) || Records.isLines(lower);
    }

    private static boolean isSeparated(String name) {
        return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt");
    }

    private static boolean isWorkbook(String name) {
        return name.endsWith(".xlsx")
                || name.endsWith(".xlsm")
                || name.endsWith(".xltx")
                || name.endsWith(".xltm")
                || name.endsWith(".xls");
    }

    /**
     * Opens a file.
     *
     * @param sheet the only sheet to read of a workbook; null for all that hold tables
     * @throws Refused if it cannot be read
     */
    static TableFile open(Path path, @Nullable String sheet) throws IOException, Refused {
        String shown = path.toString().replace('\\', '/');
        if (!Files.exists(path)) {
            throw new Refused(Complaint.missing(shown));
        }
        if (Files.isDirectory(path)) {
            throw new Refused(Complaint.folder(shown));
        }
        TableFile file = new TableFile(shown);
        String name = shown.toLowerCase(Locale.ROOT);
        try {
            file.open(path, name, sheet);
            return file;
        } catch (IOException | RuntimeException | Refused e) {
            file.close();
            throw e;
        }
    }

    /** Whether a file says what its universe is. */
    static boolean isUniverse(Path path) throws IOException, Refused {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (!Files.isRegularFile(path) || isSeparated(name)) {
            return false;
        }
        if (isWorkbook(name)) {
            try (Workbook book = Workbook.open(path, name)) {
                return book.sheets().stream()
                        .anyMatch(part -> names(Catalogue.get().kind(part.name())));
            }
        }
        try (TableFile file = open(path, null)) {
            return (file.document != null && file.document.isMap() && file.document.get("universe") != null)
                    || file.tables.stream().anyMatch(table -> names(table.kind()));
        }
    }

    private static boolean names(@Nullable EntryKind kind) {
        return kind != null && kind.name().equals("universe");
    }

    private void open(Path path, String name, @Nullable String sheet) throws IOException, Refused {
        if (isWorkbook(name)) {
            workbook(path, sheet);
        } else if (isSeparated(name)) {
            CsvSheet csv = CsvSheet.open(path, file);
            String charset = csv.encoding().charset().name();
            if (!charset.equals("UTF-8")) {
                notes.add(Complaint.encoding(file, charset.equals("GB18030") ? "GBK" : charset));
            }
            tables.add(new Opened(csv, stem(path), null));
        } else if (Records.isLines(name)) {
            tables.addAll(Records.ofLines(path, file));
        } else if (name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml")) {
            List<Problem> problems = new ArrayList<>();
            Node root = Document.read(path, problems);
            if (root == null) {
                throw new Refused(problems.get(0));
            }
            if (root.isList()) {
                tables.addAll(Records.ofItems(root, file));
            } else {
                document = root;
            }
        } else {
            throw new Refused(Complaint.noTable(file));
        }
    }

    private static String stem(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString().replaceFirst("\\.[^.]*$", "");
    }

    private void workbook(Path path, @Nullable String wanted) throws IOException, Refused {
        Workbook book = Workbook.open(path, file);
        workbook = book;
        if (book.hasMacros()) {
            notes.add(Complaint.macros(file));
        }
        List<String> names = book.sheets().stream().map(Workbook.Part::name).toList();
        if (wanted != null && !names.contains(wanted)) {
            throw new Refused(Complaint.noSheet(file, wanted, names, Nearest.advice(wanted, names)));
        }
        for (Workbook.Part part : book.sheets()) {
            if (wanted == null ? !part.hidden() : part.name().equals(wanted)) {
                EntryKind kind = Catalogue.get().kind(part.name());
                if (!Catalogue.NOTES.contains(part.name())) {
                    tables.add(new Opened(book.open(part), part.name(), kind));
                }
            } else if (wanted == null && !part.name().equals(Catalogue.CHOICES)) {
                notes.add(Complaint.hiddenSheet(book.sheet(part)));
            }
        }
    }

    /** As the user gave it. */
    String file() {
        return file;
    }

    /** Its tables, open. */
    List<Opened> tables() {
        return tables;
    }

    /** What it says, if it is a universe document; else null. */
    @Nullable
    Node document() {
        return document;
    }

    /** What is to be known of it. */
    List<Problem> notes() {
        return notes;
    }

    /** Whether it has sheets. */
    boolean hasSheets() {
        return workbook != null;
    }

    @Override
    public void close() throws IOException {
        for (Opened table : tables) {
            table.sheet().close();
        }
        if (workbook != null) {
            workbook.close();
        }
    }
}
