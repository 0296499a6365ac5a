package dev.winnow.tables.internal.entries;

import dev.winnow.model.internal.read.UniverseKeys;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.tables.internal.cells.CsvSheet;
import dev.winnow.tables.internal.cells.FileProblems;
import dev.winnow.tables.internal.cells.ReadAheadSheet;
import dev.winnow.tables.internal.cells.Sheet;
import dev.winnow.tables.internal.cells.UnreadableTable;
import dev.winnow.tables.internal.cells.Workbook;
import dev.winnow.tables.internal.headings.HeadingCatalogue;
import dev.winnow.tables.internal.mapping.Mapping;
import dev.winnow.tables.internal.mapping.RecordMap;
import dev.winnow.tables.internal.mapping.RecordPath;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file that holds tables, or a universe document; whichever it is shows in its name. */
public final class TableFile implements Closeable {

    /** So many tables of a folder are named. */
    private static final int SOME = 3;

    /** Number of paths to records that are named. */
    private static final int FEW = 5;

    /** Among so many files of a folder a name is looked for. */
    private static final int MOST_BESIDE = 10_000;

    private final String file;
    private final EntryKinds kinds;
    private final List<OpenTable> tables = new ArrayList<>();
    private final Map<PassedOver, List<Sheet>> unread = new EnumMap<>(PassedOver.class);
    private final List<Problem> notes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable Node document;
    private boolean records;
    private @Nullable Workbook workbook;

    /** The document of a file; null of a file that holds none. */
    private @Nullable Parsed parsed;

    /** @param root null if it cannot be read */
    private record Parsed(@Nullable Node root, List<Problem> problems) {

        static Parsed of(Path path) {
            List<Problem> problems = new ArrayList<>();
            Node root = Document.read(path, problems);
            return new Parsed(root, List.copyOf(problems));
        }
    }

    private TableFile(String file, EntryKinds kinds) {
        this.kinds = kinds;
        this.file = file;
    }

    /** Whether a name is of a file that holds tables alone: CSV, NDJSON or a workbook. */
    public static boolean isTable(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return isSeparated(lower) || isWorkbook(lower) || isLines(lower);
    }

    private static boolean hasEnding(String name, String... endings) {
        return Stream.of(endings).anyMatch(name::endsWith);
    }

    private static boolean isLines(String name) {
        return hasEnding(name, ".ndjson", ".jsonl");
    }

    private static boolean isSeparated(String name) {
        return hasEnding(name, ".csv", ".tsv", ".txt");
    }

    private static boolean isWorkbook(String name) {
        return hasEnding(name, ".xlsx", ".xlsm", ".xltx", ".xltm", ".xls");
    }

    /**
     * Opens a file.
     *
     * @param sheet the only sheet to read of a workbook; null for all that hold tables
     * @param map what a mapping says of it
     * @throws UnreadableTable if it cannot be read
     */
    public static TableFile open(Path path, @Nullable String sheet, EntryKinds kinds, RecordMap map)
            throws IOException, UnreadableTable {
        return open(path, sheet, kinds, map, null);
    }

    /**
     * The same once more, for another part of the file.
     *
     * @param earlier the file as it was opened before, so that a document is parsed once for all its parts; null if it was not
     */
    public static TableFile open(
            Path path, @Nullable String sheet, EntryKinds kinds, RecordMap map, @Nullable TableFile earlier)
            throws IOException, UnreadableTable {
        String shown = path.toString().replace('\\', '/');
        if (!Files.exists(path)) {
            throw missing(path, shown);
        }
        if (Files.isDirectory(path)) {
            throw folder(path, shown);
        }
        TableFile file = new TableFile(shown, kinds);
        String name = shown.toLowerCase(Locale.ROOT);
        try {
            file.open(path, name, sheet, map, earlier);
            return file;
        } catch (IOException | RuntimeException | UnreadableTable e) {
            file.close();
            throw e;
        }
    }

    /** That there is no file of a name, with the nearest that there is. */
    public static UnreadableTable missing(Path path, String shown) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        return new UnreadableTable(
                FileProblems.missing(shown, folder == null ? List.of() : names(folder, any -> true)));
    }

    /** That a name is of a folder, with tables that are in it. */
    public static UnreadableTable folder(Path path, String shown) throws IOException {
        String within = shown.endsWith("/") ? shown : shown + "/";
        return new UnreadableTable(FileProblems.folder(
                shown,
                names(path, name -> isTable(name) || (isDocument(name) && !name.endsWith(Mapping.BESIDE))).stream()
                        .limit(SOME)
                        .map(name -> within + name)
                        .toList()));
    }

    private static List<String> names(Path folder, Predicate<String> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith(".") && wanted.test(name.toLowerCase(Locale.ROOT)))
                    .sorted()
                    .limit(MOST_BESIDE)
                    .toList();
        }
    }

    /** Whether a file has the header of a universe. */
    public static boolean isUniverse(Path path) throws IOException, UnreadableTable {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (!Files.isRegularFile(path) || isSeparated(name)) {
            return false;
        }
        EntryKinds kinds = EntryKinds.of(Vocabulary.core()); // a header is the same with every vocabulary
        if (isWorkbook(name)) {
            try (Workbook book = Workbook.open(path, name)) {
                return book.sheets().stream()
                        .anyMatch(part -> names(HeadingCatalogue.get().kind(kinds, part.name())));
            }
        }
        try (TableFile file = open(path, null, kinds, RecordMap.NONE)) {
            return (file.document != null && file.document.isMap() && file.document.get("universe") != null)
                    || file.tables.stream().anyMatch(table -> names(table.kind()));
        }
    }

    /**
     * The paths at which a document holds records, if it is no universe and says what none does; the outermost of them first, and of
     * those the one with the most records.
     */
    public static List<String> paths(Path path) throws IOException {
        String name = path.toString().toLowerCase(Locale.ROOT);
        Node root = isDocument(name) && Files.isRegularFile(path) ? Document.read(path, new ArrayList<>()) : null;
        if (root == null
                || !root.isMap()
                || root.get("universe") != null
                || root.each().stream().allMatch(field -> UniverseKeys.isKnown(field.key()))) {
            return List.of();
        }
        return RecordPath.candidates(root).stream()
                .sorted(Comparator.comparingLong(
                        one -> one.chars().filter(c -> c == '.' || c == '[').count()))
                .toList();
    }

    private static boolean isDocument(String name) {
        return hasEnding(name, ".json", ".geojson", ".yaml", ".yml");
    }

    private static boolean names(@Nullable EntryKind kind) {
        return kind != null && kind.name().equals("universe");
    }

    private void open(Path path, String name, @Nullable String sheet, RecordMap map, @Nullable TableFile earlier)
            throws IOException, UnreadableTable {
        RecordPath from = map.from();
        boolean isDocument = isDocument(name);
        if (from != null && !isDocument) {
            throw new UnreadableTable(from.said()
                    .problem(
                            Message.of("`%s` holds rows, not a document that a path leads into", file),
                            Message.of("did you mean `%s`?", "sheet")));
        }
        if (isWorkbook(name)) {
            workbook(path, sheet);
        } else if (isSeparated(name)) {
            CsvSheet csv = CsvSheet.open(path, file);
            String charset = csv.encoding().called();
            if (!charset.equals("UTF-8")) {
                notes.add(FileProblems.encoding(file, charset));
            }
            tables.add(new OpenTable(ReadAheadSheet.of(csv), stem(path), null));
        } else if (isLines(name)) {
            records = true;
            tables.addAll(Records.ofLines(path, file, kinds, map));
        } else if (isDocument) {
            parsed = earlier == null || earlier.parsed == null ? Parsed.of(path) : earlier.parsed;
            Node root = parsed.root;
            problems.addAll(parsed.problems);
            if (root == null) {
                throw new UnreadableTable(problems.get(0));
            }
            if (from != null) {
                records = true;
                tables.addAll(Records.ofPath(root, from, file, kinds, map, problems));
                if (tables.isEmpty()) {
                    throw new UnreadableTable(noRecords(from, RecordPath.candidates(root)));
                }
            } else if (root.isList()) {
                records = true;
                tables.addAll(Records.ofItems(root, file, kinds, map, problems));
            } else {
                document = root;
            }
        } else {
            throw new UnreadableTable(FileProblems.noTable(file));
        }
    }

    private Problem noRecords(RecordPath from, List<String> candidates) {
        Message near = Nearest.advice(from.toString(), candidates);
        List<String> some = candidates.stream().limit(FEW).toList();
        return from.said()
                .problem(
                        Message.of("`%s` leads to no records in `%s`", from, file),
                        near != null || some.isEmpty() ? near : Message.of("it has records at %s", Message.any(some)));
    }

    private static String stem(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString().replaceFirst("\\.[^.]*$", "");
    }

    private void workbook(Path path, @Nullable String wanted) throws IOException, UnreadableTable {
        Workbook book = Workbook.open(path, file);
        workbook = book;
        if (book.hasMacros()) {
            notes.add(FileProblems.macros(file));
        }
        List<String> names = book.sheets().stream().map(Workbook.Part::name).toList();
        if (wanted != null && !names.contains(wanted)) {
            throw new UnreadableTable(FileProblems.noSheet(file, wanted, names, Nearest.advice(wanted, names)));
        }
        for (Workbook.Part part : book.sheets()) {
            if (wanted == null ? !part.hidden() : part.name().equals(wanted)) {
                EntryKind kind = HeadingCatalogue.get().kind(kinds, part.name());
                if (HeadingCatalogue.NOTES.contains(part.name())) {
                    unread(PassedOver.EXPLANATION, book, part);
                } else {
                    open(book, part, kind);
                }
            } else if (wanted == null && part.name().equals(HeadingCatalogue.CHOICES)) {
                unread(PassedOver.EXPLANATION, book, part);
            } else if (wanted == null) {
                notes.add(FileProblems.hiddenSheet(book.sheet(part)));
                unread(PassedOver.HIDDEN_SHEET, book, part);
            }
        }
    }

    private void open(Workbook book, Workbook.Part part, @Nullable EntryKind kind) throws IOException {
        try {
            tables.add(new OpenTable(ReadAheadSheet.of(book.open(part)), part.name(), kind));
        } catch (UnreadableTable e) {
            problems.add(e.problem()); // the other sheets can be read all the same
        }
    }

    /** Opens a sheet of which only the rows are counted. */
    private void unread(PassedOver why, Workbook book, Workbook.Part part) throws IOException {
        try {
            unread.computeIfAbsent(why, any -> new ArrayList<>()).add(book.open(part));
        } catch (UnreadableTable e) {
            // a sheet that is not used hinders nothing
        }
    }

    /** As the user gave it. */
    public String file() {
        return file;
    }

    /** Its tables, open. */
    public List<OpenTable> tables() {
        return tables;
    }

    /** Its sheets that hold no entries of the user or are not to be read, open, by reason. */
    public Map<PassedOver, List<Sheet>> unread() {
        return unread;
    }

    /** Its content if it is a universe document; else null. */
    public @Nullable Node document() {
        return document;
    }

    /** What of it cannot be read, although the rest can. */
    public List<Problem> problems() {
        return problems;
    }

    /** What is to be known of it. */
    public List<Problem> notes() {
        return notes;
    }

    /** Whether it is a list of records of JSON or YAML. */
    public boolean hasRecords() {
        return records;
    }

    /** Whether it has sheets. */
    public boolean hasSheets() {
        return workbook != null;
    }

    @Override
    public void close() throws IOException {
        for (OpenTable table : tables) {
            table.sheet().close();
        }
        for (List<Sheet> sheets : unread.values()) {
            for (Sheet sheet : sheets) {
                sheet.close();
            }
        }
        if (workbook != null) {
            workbook.close();
        }
    }

    /**
     * A table that is open.
     *
     * @param sheet its rows
     * @param called what it is called: the name of its sheet, else of its file
     * @param kind what its rows are; null to find out
     * @param again whether its rows were read before, for other entries
     */
    public record OpenTable(
            Sheet sheet, String called, @Nullable EntryKind kind, boolean again) {

        /** A table that is read for the first time. */
        public OpenTable(Sheet sheet, String called, @Nullable EntryKind kind) {
            this(sheet, called, kind, false);
        }
    }
}
