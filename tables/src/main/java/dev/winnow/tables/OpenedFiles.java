package dev.winnow.tables;

import dev.winnow.model.internal.read.UniverseKeys;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.tables.internal.cells.FileProblems;
import dev.winnow.tables.internal.cells.Sheet;
import dev.winnow.tables.internal.cells.TableProblems;
import dev.winnow.tables.internal.cells.UnreadableTable;
import dev.winnow.tables.internal.entries.BodyRows;
import dev.winnow.tables.internal.entries.GivenFile;
import dev.winnow.tables.internal.entries.PassedOver;
import dev.winnow.tables.internal.entries.RowCount;
import dev.winnow.tables.internal.entries.TableFile;
import dev.winnow.tables.internal.entries.UniverseEntries;
import dev.winnow.tables.internal.headings.Head;
import dev.winnow.tables.internal.headings.Headings;
import dev.winnow.tables.internal.headings.MappingCheck;
import dev.winnow.tables.internal.mapping.Mapping;
import dev.winnow.tables.internal.mapping.RecordMap;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The open files of an import: entries of documents, and tables whose headings are resolved and whose rows are still
 * unread.
 */
final class OpenedFiles implements Closeable {

    private final EntryKinds kinds;
    private final Mapping map;
    private final @Nullable String sheet;
    private final @Nullable EntryKind givenKind;
    private final ResolvedHeaders heads;
    private final TableRows rows;
    private final Outcomes outcomes;
    private final ImportWatch watch;
    private final List<Closeable> open = new ArrayList<>();
    private final List<ReadEntry> documents = new ArrayList<>();
    private final List<TableRows.FoundTable> tables = new ArrayList<>();
    private Mapping said = Mapping.NONE;

    /**
     * @param map the mappings of the command line
     * @param sheet the only sheet to read; null for all sheets with tables
     * @param kind the kind of the rows; null to detect it
     */
    OpenedFiles(
            EntryKinds kinds,
            Mapping map,
            @Nullable String sheet,
            @Nullable EntryKind kind,
            ResolvedHeaders heads,
            TableRows rows,
            Outcomes outcomes,
            ImportWatch watch) {
        this.kinds = kinds;
        this.map = map;
        this.sheet = sheet;
        this.givenKind = kind;
        this.heads = heads;
        this.rows = rows;
        this.outcomes = outcomes;
        this.watch = watch;
    }

    /** Entries of documents. */
    List<ReadEntry> documents() {
        return documents;
    }

    /** Removes and returns the tables of a kind. */
    List<TableRows.FoundTable> take(EntryKind kind) {
        List<TableRows.FoundTable> taken = tables.stream()
                .filter(table -> table.head().kind().equals(kind))
                .toList();
        tables.removeAll(taken);
        return taken;
    }

    /** Adds a table. The further tables below a table of projects are added too, since they are read before it. */
    void add(TableRows.FoundTable table) throws IOException {
        tables.add(table);
        TableRows.FoundTable below = table.head().kind().isProjects() ? rows.below(table) : null;
        if (below != null) {
            add(below);
        }
    }

    /** The mappings of the command line and beside the files. */
    Mapping said() {
        return said;
    }

    /** Opens a file. */
    void open(GivenFile given) throws IOException {
        List<Problem> problems = new ArrayList<>();
        Mapping beside = given.mapping(problems);
        problems.addAll(MappingCheck.problems(beside, kinds));
        Mapping own = beside.and(map);
        said = said.and(own);
        List<RecordMap> parts = own.of(given.lastName());
        if (problems.isEmpty() && parts.isEmpty()) {
            problems.add(FileProblems.unmapped(given.name()));
        }
        if (!problems.isEmpty()) {
            problems.forEach(outcomes::trouble);
            return;
        }
        boolean first = true;
        TableFile earlier = null;
        Set<String> read = new HashSet<>();
        for (RecordMap part : parts) {
            try {
                TableFile file = TableFile.open(given, sheet, kinds, part, earlier);
                earlier = file;
                open.add(file);
                Node document = file.document();
                if (first) {
                    file.notes().forEach(watch::note);
                    file.problems().forEach(outcomes::trouble);
                    unread(file);
                }
                if (document != null) {
                    document(document);
                } else {
                    tables(file, part, first ? parts : List.of(), read);
                }
                first = false;
            } catch (UnreadableTable e) {
                outcomes.trouble(e.problem());
            }
        }
    }

    private void unread(TableFile file) throws IOException {
        RowCount.Tally tally = outcomes.tally(file.file(), false);
        for (Map.Entry<PassedOver, List<Sheet>> unread : file.unread().entrySet()) {
            for (Sheet one : unread.getValue()) {
                tally.passedOver(unread.getKey(), tally.drain(tally.counted(one)));
            }
        }
    }

    /**
     * Takes the entries of a document. Lists that an import does not take are reported with the number of their
     * entries.
     */
    private void document(Node document) {
        List<Problem> problems = new ArrayList<>();
        RowCount.Tally tally = outcomes.tally(document.place().file(), false);
        UniverseKeys.check(document, problems);
        for (Node.Field field : document.each()) {
            boolean header = field.key().equals("universe");
            if (UniverseKeys.LISTS.contains(field.key()) && document.get(field.key()) != null) {
                document.list(field.key(), problems);
            }
            if (kinds.find(field.key()) == null && UniverseKeys.isKnown(field.key())) {
                watch.note(FileProblems.notTaken(field.place(), field.key()));
                long entries = field.value().items().size();
                tally.addRows(entries);
                tally.passedOver(PassedOver.NO_TABLE, entries);
            } else if (!header
                    && (kinds.find(field.key()) == null || field.value().isMap())) {
                long lost = field.value().isMap() ? 1 : field.value().items().size();
                tally.addRows(lost);
                tally.refused(lost, false);
            }
        }
        problems.forEach(outcomes::trouble);
        if (document.get("universe") == null
                && document.each().stream().anyMatch(field -> !UniverseKeys.isKnown(field.key()))) {
            watch.note(FileProblems.otherLayout(document.place().file()));
        }
        UniverseEntries.of(document, kinds).forEach(entry -> {
            tally.addRows(1);
            documents.add(new ReadEntry(null, entry));
        });
    }

    /**
     * @param parts all parts of the mapping that read the file, passed with its first table; otherwise empty
     * @param read collects the tables that the parts read, so that no row is counted twice
     */
    private void tables(TableFile file, RecordMap map, List<RecordMap> parts, Set<String> read) throws IOException {
        int found = 0;
        List<String> strangers = new ArrayList<>();
        String likely = null;
        List<Problem> passed = new ArrayList<>();
        Map<Boolean, Long> strange = new HashMap<>();
        Set<String> now = new HashSet<>(); // lists of one NDJSON file share a name and are no second reading
        Node kind = map.kind();
        EntryKind mapped = kind == null ? null : kinds.find(kind.text().strip());
        EntryKind given = mapped == null ? givenKind : mapped;
        for (TableFile.OpenTable one : file.tables()) {
            if (!map.isOf(one.sheet().name())) {
                if (!parts.isEmpty()
                        && parts.stream()
                                .noneMatch(part -> part.isOf(one.sheet().name()))) {
                    passed.add(FileProblems.unmappedSheet(
                            Place.cell(file.file(), one.sheet().name(), 0, 0)));
                    RowCount.Tally tally = outcomes.tally(file.file(), false);
                    tally.passedOver(PassedOver.NOT_MEANT, tally.drain(tally.counted(one.sheet())));
                }
                continue;
            }
            String rows = one.sheet().name() + " " + map.from();
            boolean again = read.contains(rows);
            now.add(rows);
            RowCount.Tally tally = outcomes.tally(file.file(), again);
            TableFile.OpenTable opened =
                    new TableFile.OpenTable(tally.counted(one.sheet()), one.called(), one.kind(), again);
            long before = tally.rows();
            Headings finder = new Headings(map, given == null ? opened.kind() : given, heads.words());
            Head head;
            try {
                head = finder.find(opened.sheet(), opened.called());
            } catch (UnreadableTable e) {
                tally.drain(opened.sheet());
                tally.refused(tally.rows() - before, TableProblems.isDecidedByOption(e.problem()));
                outcomes.trouble(e.problem());
                found++;
                continue;
            }
            if (head == null) {
                strangers.add(opened.called());
                likely = likely == null ? finder.likely() : likely;
                heads.strange(opened, finder.strange());
                passed.add(FileProblems.strangeSheet(
                        Place.cell(file.file(), opened.sheet().name(), 0, 0)));
                tally.drain(opened.sheet());
                strange.merge(again, tally.rows() - before, Long::sum);
                continue;
            }
            found++;
            tally.passedOver(PassedOver.ABOVE, head.above().size());
            tally.passedOver(
                    PassedOver.HEADINGS,
                    tally.rows() - before - head.above().size() - head.read().size());
            BodyRows body = new BodyRows(opened.sheet(), finder, head);
            int questions = outcomes.questions();
            TableRows.FoundTable table = heads.resolve(opened, body, head);
            if (table != null) {
                add(table);
            } else {
                tally.refused(body.drain(), outcomes.questions() > questions);
            }
        }
        read.addAll(now);
        if (found == 0 && map.sheet() != null && strangers.isEmpty()) {
            outcomes.trouble(FileProblems.noMappedSheet(
                    map.sheet(),
                    file.file(),
                    file.tables().stream().map(TableFile.OpenTable::called).toList()));
        } else if (found == 0 && file.problems().isEmpty()) {
            strange.forEach((again, rows) -> outcomes.tally(file.file(), again).refused(rows, false));
            outcomes.trouble(
                    file.hasRecords()
                            ? FileProblems.noRecords(file.file())
                            : strange.values().stream().allMatch(rows -> rows == 0)
                                            && !file.hasSheets()
                                            && !strangers.isEmpty()
                                    ? FileProblems.empty(file.file())
                                    : FileProblems.noTables(
                                            file.file(), file.hasSheets() ? strangers : List.of(), likely));
        } else {
            strange.forEach(
                    (again, rows) -> outcomes.tally(file.file(), again).passedOver(PassedOver.STRANGE_SHEET, rows));
            passed.forEach(watch::note);
        }
    }

    @Override
    public void close() throws IOException {
        for (Closeable one : open) {
            one.close();
        }
    }
}
