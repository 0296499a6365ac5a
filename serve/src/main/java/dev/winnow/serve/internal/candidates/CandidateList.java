package dev.winnow.serve.internal.candidates;

import dev.winnow.console.workspace.ListDocuments;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.Import;
import dev.winnow.tables.ImportWatch;
import dev.winnow.tables.internal.entries.Amendment;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.entries.GivenFile;
import dev.winnow.tables.internal.mapping.CellCorrection;
import dev.winnow.tables.internal.mapping.Mapping;
import dev.winnow.tables.internal.write.Export;
import dev.winnow.web.internal.journal.KeptWork;
import dev.winnow.web.internal.journal.WorkFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The files with candidates that the user gave, each with the mapping of the user's decisions beside it. Immutable.
 */
public final class CandidateList {

    /** A list without files. */
    public static final CandidateList EMPTY = new CandidateList(List.of());

    public static final int MAX_FILES = 20;

    /** Maximum size of all files, which are kept in memory. */
    public static final int MAX_BYTES = 40_000_000;

    private final List<CandidateFile> files;

    private CandidateList(List<CandidateFile> files) {
        this.files = List.copyOf(files);
    }

    /** Returns the list in files of the work. A mapping that cannot be read is left out. */
    public static CandidateList in(WorkFiles work) {
        List<CandidateFile> files = new ArrayList<>();
        WorkFiles lists = work.within(KeptWork.LISTS);
        for (String path : lists.names()) {
            if (!path.endsWith(Mapping.BESIDE)) {
                String name = path.substring(KeptWork.LISTS.length());
                byte[] beside = lists.get(path + Mapping.BESIDE);
                Mapping mapping = beside == null
                        ? Mapping.NONE
                        : Mapping.parse(
                                name + Mapping.BESIDE, new String(beside, StandardCharsets.UTF_8), new ArrayList<>());
                files.add(new CandidateFile(name, Objects.requireNonNull(lists.get(path)), mapping));
            }
        }
        return files.isEmpty() ? EMPTY : new CandidateList(files);
    }

    /** Returns files of the work with this list instead of theirs. */
    public WorkFiles into(WorkFiles work) {
        WorkFiles changed = work;
        for (String path : work.within(KeptWork.LISTS).names()) {
            changed = changed.with(path, null);
        }
        for (CandidateFile file : files) {
            String path = KeptWork.LISTS + file.name();
            changed = changed.with(path, file.content());
            if (!file.mapping().isEmpty()) {
                changed = changed.with(
                        path + Mapping.BESIDE, file.mapping().toYaml().getBytes(StandardCharsets.UTF_8));
            }
        }
        return changed;
    }

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
     * @param replaces whether it replaces the file of its name, whose mapping it keeps
     * @param problems receives the problems of a mapping file, which is then not applied
     */
    public CandidateList and(String name, byte[] content, boolean replaces, List<Problem> problems) {
        String clean = FileName.of(name, content, List.of());
        for (int i = 0; i < files.size(); i++) {
            if (clean.equals(files.get(i).name() + Mapping.BESIDE)) {
                Mapping mapping = Mapping.parse(clean, new String(content, StandardCharsets.UTF_8), problems);
                return problems.isEmpty() ? with(i, mapping) : this;
            }
            if (replaces && clean.equals(files.get(i).name())) {
                List<CandidateFile> all = new ArrayList<>(files);
                all.set(i, new CandidateFile(clean, content, files.get(i).mapping()));
                return new CandidateList(all);
            }
        }
        Mapping names = Mapping.NONE;
        for (CandidateFile file : files) {
            names = names.matching(file.mapping());
        }
        List<CandidateFile> more = new ArrayList<>(files);
        more.add(new CandidateFile(
                FileName.of(
                        name, content, files.stream().map(CandidateFile::name).toList()),
                content,
                names));
        more.sort(Comparator.comparing(CandidateFile::name));
        return new CandidateList(more);
    }

    /** Removes a file, by its position. */
    public CandidateList without(int file) {
        List<CandidateFile> fewer = new ArrayList<>(files);
        fewer.remove(file);
        return new CandidateList(fewer);
    }

    /**
     * Returns the list with the meaning of a heading in a file.
     *
     * @param heading the heading; with {@code #2} the second column with that heading
     * @param meaning a property with a unit, or {@code -}; null for the meaning that winnow finds
     */
    public CandidateList meaning(int file, String heading, @Nullable String meaning) {
        Mapping mapping = files.get(file).mapping();
        return with(file, meaning == null ? mapping.without(heading) : mapping.and(heading, meaning));
    }

    /** Returns the list with the entry that a name means: an id, or {@code new}. */
    public CandidateList match(String name, String id) {
        return new CandidateList(files.stream()
                .map(file -> file.mapped(file.mapping().match(name, id)))
                .toList());
    }

    /**
     * Returns the list with another text in a cell.
     *
     * @param shown the text that the cell has so far
     */
    public CandidateList corrected(int file, @Nullable String sheet, int row, int column, String shown, String text) {
        Mapping mapping = files.get(file).mapping();
        String was = mapping.corrections().stream()
                .filter(one -> one.isOf(sheet, row, column))
                .map(CellCorrection::was)
                .findFirst()
                .orElse(shown);
        return with(file, mapping.correcting(new CellCorrection(sheet, row, column, was, text)));
    }

    private CandidateList with(int file, Mapping mapping) {
        List<CandidateFile> all = new ArrayList<>(files);
        all.set(file, files.get(file).mapped(mapping));
        return new CandidateList(all);
    }

    /** Returns the mapping of a file, as {@code --map} reads it. */
    public String mapping(int file) {
        return files.get(file).mapping().toYaml();
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
            run.runGiven(given(files, "", folder, reading::seen), (kind, holder, entry) -> {});
            reading.done(run);
        }
        return reading;
    }

    /** Returns the candidates as {@code winnow screen --project FILE} reads them. */
    public ListDocuments documents(Universe base) throws IOException {
        try (TemporaryFiles folder = new TemporaryFiles()) {
            return ListDocuments.read(given(files, KeptWork.LISTS, folder, (file, sheet, row) -> row), base);
        }
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
                    .runGiven(given(files, "", folder, (file, sheet, row) -> row), taken);
        }
        return out.toByteArray();
    }

    /** @param above the path of their folder in messages */
    private static List<GivenFile> given(
            List<CandidateFile> some, String above, TemporaryFiles folder, CandidateReading.RowWatch watch)
            throws IOException {
        List<GivenFile> given = new ArrayList<>();
        for (CandidateFile file : some) {
            given.add(new GivenFile(
                    folder.write(FileName.ending(file.name()), file.content()),
                    above + file.name(),
                    file.mapping(),
                    (sheet, row) -> watch.seen(file, sheet, row)));
        }
        return given;
    }
}
