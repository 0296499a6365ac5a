package dev.winnow.tables.internal.entries;

import dev.winnow.model.internal.read.UniverseKeys;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
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
import dev.winnow.tables.internal.mapping.CellCorrection;
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

/** A file with tables or a universe document, depending on its name. */
public final class TableFile implements Closeable {

    /** Maximum number of tables of a folder that a message lists. */
    private static final int SOME = 3;

    /** Maximum number of paths to records that a message lists. */
    private static final int FEW = 5;

    /** Maximum number of files in a folder that are searched for a similar name. */
    private static final int MOST_BESIDE = 10_000;

    /** Maximum number of sheets of a workbook, which are open at the same time. */
    private static final int MOST_SHEETS = 200;

    private final String file;
    private final EntryKinds kinds;
    private final List<OpenTable> tables = new ArrayList<>();
    private final Map<PassedOver, List<Sheet>> unread = new EnumMap<>(PassedOver.class);
    private final List<Problem> notes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable Node document;
    private boolean records;
    private @Nullable Workbook workbook;

    /** The parsed document; null for a file without one. */
    private @Nullable Parsed parsed;

    /** @param root null if the document cannot be read */
    private record Parsed(@Nullable Node root, List<Problem> problems) {

        static Parsed of(Path path, String name) {
            List<Problem> problems = new ArrayList<>();
            Node root = Document.read(path, name, problems);
            return new Parsed(root, List.copyOf(problems));
        }
    }

    private TableFile(String file, EntryKinds kinds) {
        this.kinds = kinds;
        this.file = file;
    }

    /** Whether a file name is that of a file with tables only: CSV, NDJSON or a workbook. */
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
     * @param sheet the only sheet of a workbook to read; null for all sheets with tables
     * @param map the mapping of the file
     * @throws UnreadableTable if it cannot be read
     */
    public static TableFile open(Path path, @Nullable String sheet, EntryKinds kinds, RecordMap map)
            throws IOException, UnreadableTable {
        return open(GivenFile.of(path), sheet, kinds, map, null);
    }

    /**
     * Opens a file again for another part of its mapping.
     *
     * @param earlier the file as opened before, so that a document is parsed only once; null if it was not opened
     */
    public static TableFile open(
            GivenFile given, @Nullable String sheet, EntryKinds kinds, RecordMap map, @Nullable TableFile earlier)
            throws IOException, UnreadableTable {
        Path path = given.path();
        String shown = given.name();
        if (!Files.exists(path)) {
            throw missing(path, shown);
        }
        if (Files.isDirectory(path)) {
            throw folder(path, shown);
        }
        if (!Files.isRegularFile(path)) { // a pipe without a writer would never end
            throw new UnreadableTable(Problem.at(Place.file(shown), "this is not an ordinary file"));
        }
        TableFile file = new TableFile(shown, kinds);
        String name = shown.toLowerCase(Locale.ROOT);
        try {
            file.open(path, name, sheet, map, earlier);
            List<CellCorrection> corrections = map.corrections();
            if (!corrections.isEmpty()) {
                file.correct((of, row) -> CellCorrection.applied(corrections, of.name(), row));
            }
            file.correct(given.corrections());
            return file;
        } catch (IOException | RuntimeException | UnreadableTable e) {
            file.close();
            throw e;
        }
    }

    /** The failure for a missing file, with the most similar name in its folder. */
    public static UnreadableTable missing(Path path, String shown) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        return new UnreadableTable(
                FileProblems.missing(shown, folder == null ? List.of() : names(folder, any -> true)));
    }

    /** The failure for a folder, with the tables in it. */
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
        EntryKinds kinds = EntryKinds.of(Vocabulary.core()); // The header does not depend on the vocabulary.
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
     * Paths to the records of a document that has no key of a universe; outermost paths first, among them the one with
     * the most records.
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
                            Message.of("`%s` contains rows; only a document has paths", file),
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
            tables.add(new OpenTable(ReadAheadSheet.of(csv), stem(file), null));
        } else if (isLines(name)) {
            records = true;
            tables.addAll(Records.ofLines(path, file, kinds, map));
        } else if (isDocument) {
            parsed = earlier == null || earlier.parsed == null ? Parsed.of(path, file) : earlier.parsed;
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

    private void correct(GivenFile.@Nullable Corrections corrections) {
        if (corrections != null) {
            tables.replaceAll(table -> new OpenTable(
                    new CorrectedSheet(table.sheet(), corrections), table.called(), table.kind(), table.again()));
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

    private static String stem(String file) {
        return GivenFile.lastName(file).replaceFirst("\\.[^.]*$", "");
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
        if (wanted == null && names.size() > MOST_SHEETS) {
            problems.add(FileProblems.tooManySheets(file, names.size(), MOST_SHEETS));
        }
        for (Workbook.Part part :
                book.sheets().subList(0, wanted == null ? Math.min(names.size(), MOST_SHEETS) : names.size())) {
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
            problems.add(e.problem()); // The other sheets can be read all the same.
        }
    }

    /** Opens a sheet whose rows are only counted. */
    private void unread(PassedOver why, Workbook book, Workbook.Part part) throws IOException {
        try {
            unread.computeIfAbsent(why, any -> new ArrayList<>()).add(book.open(part));
        } catch (UnreadableTable e) {
            // A sheet that is not used does not affect the others.
        }
    }

    /** The name given by the user. */
    public String file() {
        return file;
    }

    /** The tables, open. */
    public List<OpenTable> tables() {
        return tables;
    }

    /** Sheets without entries, or not to be read, open, by reason. */
    public Map<PassedOver, List<Sheet>> unread() {
        return unread;
    }

    /** The content of a universe document; null for other files. */
    public @Nullable Node document() {
        return document;
    }

    /** Problems of parts that cannot be read, although the rest can. */
    public List<Problem> problems() {
        return problems;
    }

    /** Notes about the file. */
    public List<Problem> notes() {
        return notes;
    }

    /** Whether the file is a list of JSON or YAML records. */
    public boolean hasRecords() {
        return records;
    }

    /** Whether the file has sheets. */
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
     * An open table.
     *
     * @param sheet the rows
     * @param called name of the sheet, or of a file without sheets
     * @param kind kind of the rows; null to detect it
     * @param again whether the rows were read before, for other entries
     */
    public record OpenTable(
            Sheet sheet, String called, @Nullable EntryKind kind, boolean again) {

        /** A table that is read for the first time. */
        public OpenTable(Sheet sheet, String called, @Nullable EntryKind kind) {
            this(sheet, called, kind, false);
        }
    }
}
