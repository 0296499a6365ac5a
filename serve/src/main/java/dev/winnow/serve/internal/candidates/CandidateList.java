package dev.winnow.serve.internal.candidates;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.Import;
import dev.winnow.tables.ImportWatch;
import dev.winnow.tables.Tables;
import dev.winnow.tables.internal.entries.Amendment;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.entries.GivenFile;
import dev.winnow.tables.internal.mapping.Mapping;
import dev.winnow.tables.internal.write.Export;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files with candidates that the user gave, and the user's decisions about them. Immutable. */
public final class CandidateList {

    /** A list without files. */
    public static final CandidateList EMPTY = new CandidateList(List.of(), Map.of());

    public static final int MAX_FILES = 20;

    /** Maximum size of all files, which are kept in memory. */
    public static final int MAX_BYTES = 40_000_000;

    private final List<CandidateFile> files;
    /** The entries that names of the list mean, by name. */
    private final Map<String, String> matches;

    private CandidateList(List<CandidateFile> files, Map<String, String> matches) {
        this.files = List.copyOf(files);
        this.matches = matches;
    }

    /**
     * The candidates of a list as documents.
     *
     * @param documents the candidates as documents of a universe
     * @param problems problems of the files; the affected parts are left out
     */
    public record Documents(List<Node> documents, List<Problem> problems) {}

    List<CandidateFile> files() {
        return files;
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** Returns the name of a file, by its position; null if there is no such file. */
    public @Nullable String name(int file) {
        return file < 0 || file >= files.size() ? null : files.get(file).name();
    }

    /** Whether another file of a size can be added. */
    public boolean hasRoomFor(int bytes) {
        return files.size() < MAX_FILES
                && files.stream().mapToLong(file -> file.content().length).sum() + bytes <= MAX_BYTES;
    }

    /**
     * Adds a file. A mapping file, {@code list.xlsx.map.yaml}, is applied to the file that it names instead.
     *
     * @param name its name as the user knows it, which never becomes a path
     * @param problems receives the problems of a mapping file, which is then not applied
     */
    public CandidateList and(String name, byte[] content, List<Problem> problems) {
        String clean = FileName.of(name, content, List.of());
        for (int i = 0; i < files.size(); i++) {
            if (clean.equals(files.get(i).name() + Mapping.BESIDE)) {
                Mapping mapping = Mapping.parse(clean, new String(content, StandardCharsets.UTF_8), problems);
                return problems.isEmpty() ? with(i, files.get(i).mapped(mapping)) : this;
            }
        }
        List<CandidateFile> more = new ArrayList<>(files);
        more.add(CandidateFile.of(
                FileName.of(
                        name, content, files.stream().map(CandidateFile::name).toList()),
                content));
        return new CandidateList(more, matches);
    }

    /** Removes a file, by its position. */
    public CandidateList without(int file) {
        List<CandidateFile> fewer = new ArrayList<>(files);
        fewer.remove(file);
        return new CandidateList(fewer, matches);
    }

    /**
     * Returns the list with the meaning of a heading in a file.
     *
     * @param heading the heading; with {@code #2} the second column with that heading
     * @param meaning a property with a unit, or {@code -}; null for the meaning that winnow finds
     */
    public CandidateList meaning(int file, String heading, @Nullable String meaning) {
        return with(file, files.get(file).meaning(heading, meaning));
    }

    /** Returns the list with the entry that a name means: an id, or {@code new}. */
    public CandidateList match(String name, String id) {
        Map<String, String> more = new LinkedHashMap<>(matches);
        more.put(name, id);
        return new CandidateList(files, more);
    }

    /** Returns the list with another text in a cell. */
    public CandidateList corrected(int file, @Nullable String sheet, int row, int column, String text) {
        return with(file, files.get(file).corrected(new CandidateFile.RowKey(sheet, row), column, text));
    }

    private CandidateList with(int file, CandidateFile changed) {
        List<CandidateFile> all = new ArrayList<>(files);
        all.set(file, changed);
        return new CandidateList(all, matches);
    }

    /** Returns the mapping of a file, as {@code --map} reads it. */
    public String mapping(int file) {
        return mappingOf(files.get(file)).toYaml();
    }

    Mapping mappingOf(CandidateFile file) {
        Mapping whole = file.whole();
        for (Map.Entry<String, String> one : matches.entrySet()) {
            whole = whole.match(one.getKey(), one.getValue());
        }
        return whole;
    }

    /**
     * Reads the files and reports how they were understood.
     *
     * @param base the universe whose cities, chains and words rows can name
     */
    public CandidateReading read(Universe base) throws IOException {
        CandidateReading reading = new CandidateReading(this, base);
        try (TemporaryFiles folder = new TemporaryFiles()) {
            Import run = new Import(base, Mapping.NONE, null, null, reading);
            run.runGiven(given(files, folder, reading::seen), (kind, holder, entry) -> {});
            reading.done(run);
        }
        return reading;
    }

    /** Returns the candidates as {@code winnow screen --project FILE} reads them. */
    public Documents documents(Universe base) throws IOException {
        List<Node> documents = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<CandidateFile> tables = new ArrayList<>();
        for (CandidateFile file : files) {
            List<Problem> own = new ArrayList<>();
            Node document = file.document(own);
            if (document == null) {
                tables.add(file); // a document that cannot be read has its problems reported with the tables
            } else {
                documents.add(document);
                problems.addAll(own);
            }
        }
        if (!tables.isEmpty()) {
            Universe enlarged = documents.isEmpty() ? base : base.with(documents, true, problems);
            try (TemporaryFiles folder = new TemporaryFiles()) {
                Tables read = Tables.readGiven(given(tables, folder, (file, sheet, row) -> row), enlarged);
                documents.addAll(read.documents());
                problems.addAll(read.problems());
            }
        }
        return new Documents(documents, problems);
    }

    /** Returns the accepted entries in another format, as {@code winnow import -o FILE} writes them. */
    public byte[] written(Export form, Language language, Universe base) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TemporaryFiles folder = new TemporaryFiles();
                EntryWriter writer = form.writer(out, language, unfit -> {})) {
            boolean documents = form == Export.YAML || form == Export.JSON;
            EntryWriter taken = (kind, holder, entry) -> {
                if (documents || !kind.name().equals(Amendment.LIST)) {
                    writer.write(kind, holder, entry);
                }
            };
            new Import(base, Mapping.NONE, null, null, new ImportWatch() {})
                    .runGiven(given(files, folder, (file, sheet, row) -> row), taken);
        }
        return out.toByteArray();
    }

    private List<GivenFile> given(List<CandidateFile> some, TemporaryFiles folder, CandidateReading.RowWatch watch)
            throws IOException {
        List<GivenFile> given = new ArrayList<>();
        for (CandidateFile file : some) {
            given.add(new GivenFile(
                    folder.write(FileName.ending(file.name()), file.content()),
                    file.name(),
                    mappingOf(file),
                    (sheet, row) -> watch.seen(file, sheet, file.corrected(sheet, row))));
        }
        return given;
    }
}
