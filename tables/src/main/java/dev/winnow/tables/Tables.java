package dev.winnow.tables;

import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.cells.CellChange;
import dev.winnow.tables.internal.cells.FileProblems;
import dev.winnow.tables.internal.cells.TableProblems;
import dev.winnow.tables.internal.entries.Causes;
import dev.winnow.tables.internal.entries.Entry;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.entries.GivenFile;
import dev.winnow.tables.internal.entries.ImportedTable;
import dev.winnow.tables.internal.entries.TableFile;
import dev.winnow.tables.internal.entries.UniverseEntries;
import dev.winnow.tables.internal.headings.Column;
import dev.winnow.tables.internal.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Content of tables for a universe that is read directly from them.
 *
 * @param documents the rows as documents of a universe
 * @param problems problems of the tables; the affected parts are left out
 * @param notes notes that are not problems, such as columns that are not taken and hidden rows
 */
public record Tables(List<Node> documents, List<Problem> problems, List<Problem> notes) {

    public Tables {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /**
     * Whether a file contains tables: its name ends with .csv, .tsv, .xlsx, .xlsm or .ndjson, or a mapping is beside
     * it.
     */
    public static boolean isTable(Path file) {
        return TableFile.isTable(file.toString()) || Files.isRegularFile(Mapping.beside(file));
    }

    /**
     * Reads tables. A heading with several possible meanings is a problem unless a mapping beside the table decides it.
     *
     * @param base the universe whose cities, chains and words rows can name
     */
    public static Tables read(List<Path> files, Universe base) {
        return readGiven(files.stream().map(GivenFile::of).toList(), base);
    }

    /** Reads tables with their names, mappings and corrections, as {@link #read} does. */
    @Internal
    public static Tables readGiven(List<GivenFile> files, Universe base) {
        Collector gathering = new Collector(base, entry -> true);
        return new Tables(gathering.read(files), gathering.problems(), gathering.notes());
    }

    /** Collects entries of tables as documents of a universe. */
    static final class Collector implements ImportWatch, EntryWriter {

        private final Universe base;
        private final Predicate<Entry> wanted;
        private final List<Entry> entries = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<Problem> notes = new ArrayList<>();
        private final List<Problem> accounts = new ArrayList<>();
        private final Causes causes = new Causes();
        /** Refused entries with ids, by list and id. */
        private final Map<String, Entry> refused = new LinkedHashMap<>();

        /**
         * @param base the universe whose cities, chains and words rows can name
         * @param wanted selects the entries to keep
         */
        Collector(Universe base, Predicate<Entry> wanted) {
            this.base = base;
            this.wanted = wanted;
        }

        /** Reads tables. */
        List<Node> read(List<GivenFile> files) {
            try {
                Import run = new Import(base, Mapping.NONE, null, null, this);
                run.runGiven(files, this);
                problems.addAll(causes.problems());
                run.lists().forEach((file, count) -> {
                    if (count.taken() < count.rows()) {
                        accounts.add(count.of(file));
                    }
                });
            } catch (IOException e) {
                files.forEach(file -> problems.add(FileProblems.unreadable(file.name())));
            }
            Stream.concat(problems.stream(), notes.stream())
                    .filter(TableProblems::isDecidedByOption)
                    .findFirst()
                    .ifPresent(open ->
                            notes.add(TableProblems.decidedByImport(open.place().file())));
            entries.removeIf(entry ->
                    entry.kind().isHeld() && refused.containsKey(entry.kind().outer() + " " + entry.holder()));
            refused.values().forEach(this::keep);
            Node document = UniverseEntries.document(entries);
            return document == null ? List.of() : List.of(document);
        }

        /** Problems of the tables; the affected parts are left out. */
        List<Problem> problems() {
            return problems.stream().map(TableProblems::ofAnyCommand).toList();
        }

        /** Notes about the tables that are not problems, then the account of each list. */
        List<Problem> notes() {
            return Stream.concat(notes.stream().map(TableProblems::ofAnyCommand), accounts.stream())
                    .toList();
        }

        @Override
        public void table(ImportedTable table) {
            notes.addAll(strange(table));
        }

        /** Notes on columns that are not taken. */
        static List<Problem> strange(ImportedTable table) {
            return table.columns().stream()
                    .filter(column -> column.state() == Column.State.UNKNOWN)
                    .map(column -> TableProblems.unknownHeading(column.place(), column.heading()))
                    .toList();
        }

        @Override
        public void note(Problem note) {
            notes.add(note);
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }

        @Override
        public void changed(CellChange change) {
            if (change.kind() == CellChange.Kind.CUT) {
                notes.add(TableProblems.cut(change));
            }
        }

        @Override
        public void refused(ImportedTable.RefusedRow row) {
            row.problems().forEach(causes::add);
            Place place = Place.cell(row.table().file(), row.table().sheet(), row.row(), 1);
            String holder = row.holder();
            EntryKind kind = row.table().kind();
            // A refused row of a known city's list affects that list only; a second entry for the city would be an
            // error of its own.
            boolean elsewhere =
                    holder != null && kind.isHeld() && base.called(kind.outer()).containsKey(holder);
            if (!elsewhere && (!kind.isHeld() || holder != null)) {
                refused(kind, holder, row.id(), place);
            }
        }

        /** Keeps the id of a refused entry, so that it is known to the entries that name it. */
        private void refused(EntryKind kind, @Nullable String holder, @Nullable String id, Place place) {
            if (id == null || (kind.isHeld() && !kind.list().equals("links"))) {
                keep(new Entry(kind, holder, Node.refused(place)));
                return;
            }
            List<Node.Field> fields = kind.properties().stream()
                    .filter(property -> property.required() || property.name().equals("id"))
                    .map(property -> new Node.Field(
                            property.name(),
                            place,
                            property.name().equals("id") ? Node.scalar(place, id) : Node.refused(place)))
                    .toList();
            refused.putIfAbsent(
                    kind.list() + " " + id,
                    new Entry(kind, holder, Node.map(place, fields).refused()));
        }

        @Override
        public void write(EntryKind kind, @Nullable String holder, Node node) {
            Entry entry = new Entry(kind, holder, node);
            refused.remove(kind.list() + " " + entry.id()); // another row of its id is valid
            keep(entry);
        }

        private void keep(Entry entry) {
            if (wanted.test(entry)) {
                entries.add(entry);
            }
        }
    }
}
