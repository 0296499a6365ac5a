package dev.winnow.tables;

import dev.winnow.model.read.UniverseKeys;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryCheck;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.cells.CellChange;
import dev.winnow.tables.cells.DecimalSign;
import dev.winnow.tables.cells.OpenTable;
import dev.winnow.tables.cells.Row;
import dev.winnow.tables.cells.Sheet;
import dev.winnow.tables.cells.TableProblems;
import dev.winnow.tables.cells.TextFolding;
import dev.winnow.tables.cells.UnreadableTable;
import dev.winnow.tables.entries.Amendment;
import dev.winnow.tables.entries.BodyRows;
import dev.winnow.tables.entries.Entry;
import dev.winnow.tables.entries.EntryWriter;
import dev.winnow.tables.entries.HeadDecisions;
import dev.winnow.tables.entries.ImportedTable;
import dev.winnow.tables.entries.LeftRow;
import dev.winnow.tables.entries.MergedEntry;
import dev.winnow.tables.entries.PassedOver;
import dev.winnow.tables.entries.RefusedEntries;
import dev.winnow.tables.entries.RefusedRow;
import dev.winnow.tables.entries.RowCount;
import dev.winnow.tables.entries.RowFilter;
import dev.winnow.tables.entries.RowReader;
import dev.winnow.tables.entries.RowTally;
import dev.winnow.tables.entries.TableFile;
import dev.winnow.tables.entries.TakenIds;
import dev.winnow.tables.entries.UniverseEntries;
import dev.winnow.tables.mapping.Mapping;
import dev.winnow.tables.mapping.RecordMap;
import dev.winnow.tables.mapping.Word;
import dev.winnow.tables.meaning.Column;
import dev.winnow.tables.meaning.Head;
import dev.winnow.tables.meaning.Headings;
import dev.winnow.tables.meaning.KnownNames;
import dev.winnow.tables.meaning.MappingCheck;
import dev.winnow.tables.meaning.Meanings;
import dev.winnow.tables.meaning.NameLookup;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables and universe documents into entries that a universe takes; what it would refuse is reported with the
 * reason.
 *
 * <p>Everything but projects is read first and kept, so that projects may name what the same files bring; projects are
 * passed on one by one and not kept. Not thread-safe; for one run.
 */
public final class Import {

    private static final int SAMPLES = 5;

    /** So many of the first rows show how the numbers of a column are written. */
    private static final int SAMPLE = 1_000;

    private final Universe base;
    private final EntryKinds kinds;
    private final Mapping map;
    private final @Nullable String sheet;
    private final @Nullable EntryKind givenKind;
    private final ImportWatch watch;
    private final NameLookup names;
    private final Map<EntryKind, Long> taken = new LinkedHashMap<>();
    private Mapping answers = Mapping.NONE;
    private final RowTally tally = new RowTally();
    private final MappedHeadings headings = new MappedHeadings();
    private final KnownNames known;
    private final Map<String, List<String>> knownProjects;
    private final Map<Kept, List<Node>> amendments = new LinkedHashMap<>();
    private final Set<String> amendedProjects = new HashSet<>();
    private Mapping matches = Mapping.NONE;
    private boolean troubled;

    private final RefusedEntries refusedEntries = new RefusedEntries();

    /** Lists within entries of which a row was refused, so that they do not count as complete even if declared so. */
    private final Set<String> torn = new HashSet<>();

    /**
     * @param base the universe whose cities, chains and words the rows may name
     * @param map what the command line says of the tables
     * @param sheet the only sheet to read; null for all that hold tables
     * @param kind what rows are; null to find out
     */
    public Import(Universe base, Mapping map, @Nullable String sheet, @Nullable EntryKind kind, ImportWatch watch) {
        this.base = base;
        this.kinds = EntryKinds.of(base.vocabulary());
        this.map = map;
        this.sheet = sheet;
        this.givenKind = kind;
        this.watch = watch;
        this.names = NameLookup.of(base);
        this.knownProjects = base.called(kinds.projects().name());
        this.known = new KnownNames(knownProjects);
    }

    /** Whether a file holds tables, by its name or by a mapping beside it; other YAML and JSON files are documents of a universe first. */
    public static boolean isTable(Path file) {
        return TableFile.isTable(file.toString()) || Files.isRegularFile(Mapping.beside(file));
    }

    /** Whether files have the header of a universe, so that they need no other universe to refer to. */
    public static boolean isUniverse(List<Path> files) {
        for (Path path : files) {
            try {
                if (TableFile.isUniverse(path)) {
                    return true;
                }
            } catch (IOException | UnreadableTable e) {
                // reported when the file is read
            }
        }
        return false;
    }

    /** How many entries of each kind were taken. */
    public Map<EntryKind, Long> taken() {
        return taken;
    }

    /** What became of the rows that were read. */
    public RowCount rows() {
        return tally.count();
    }

    /** Whether a row was refused, or something else was left out. */
    public boolean isTroubled() {
        return troubled || tally.refusedRows() > 0;
    }

    /** What headings mean by what the watch answered. */
    public Mapping answers() {
        return answers;
    }

    /** How many known projects were amended. */
    public int amended() {
        return amendedProjects.size();
    }

    /** A table whose head is known and whose rows are still to come. */
    private record Pending(OpenTable opened, BodyRows body, Head head, ImportedTable table, RowFilter filter) {}

    /**
     * A row that was read and not yet judged.
     *
     * @param merged further rows that speak of the same entry
     */
    private record Kept(@Nullable Pending from, @Nullable Row row, Entry entry, List<Kept> merged) {

        Kept(@Nullable Pending from, @Nullable Row row, Entry entry) {
            this(from, row, entry, List.of());
        }

        Kept with(Kept further, Node whole) {
            List<Kept> more = new ArrayList<>(merged);
            more.add(further);
            return new Kept(from, row, new Entry(entry.kind(), entry.holder(), whole), more);
        }

        /** Whether what it says does not stand in one line alone: a part of a document, or several rows. */
        boolean hasOwnPlaces() {
            return row == null || row.own() != null || !merged.isEmpty();
        }
    }

    /**
     * Reads files.
     *
     * @throws IOException if a file cannot be read on, or the writer fails
     */
    public void run(List<Path> files, EntryWriter writer) throws IOException {
        List<Problem> wrong = MappingCheck.problems(map, kinds);
        if (!wrong.isEmpty()) {
            wrong.forEach(this::trouble); // nothing is read by a mapping that says what nobody can do
            return;
        }
        List<Closeable> open = new ArrayList<>();
        try {
            List<Kept> kept = new ArrayList<>();
            List<Kept> documents = new ArrayList<>();
            List<Pending> projects = new ArrayList<>();
            List<Pending> others = new ArrayList<>();
            for (Path path : files) {
                begin(path, open, documents, projects, others);
            }
            headings.missing().forEach(watch::note);
            for (EntryKind kind : kinds.values()) {
                for (Pending table : others) {
                    if (table.head.kind().equals(kind)) {
                        keep(table, kept);
                    }
                }
            }
            documents.stream().filter(one -> !isProject(one.entry)).forEach(kept::add);
            List<Kept> facts = kept.stream()
                    .filter(one -> one.entry.kind().equals(kinds.get("facts")))
                    .toList();
            kept.removeAll(facts);
            Universe whole = judge(base, kept, any -> false, writer);
            EntryCheck check = new EntryCheck(whole);
            TakenIds ids = new TakenIds();
            for (Kept one : documents) {
                if (isProject(one.entry)) {
                    project(one, List.of(), check, ids, writer);
                }
            }
            for (Pending table : projects) {
                stream(table, check, ids, writer);
            }
            amend(whole, writer);
            // A fact may be about a project of the same files.
            Set<Place> subjects = facts.stream()
                    .filter(one -> one.entry.node().isMap())
                    .map(one -> one.entry.node().get("subject"))
                    .filter(Objects::nonNull)
                    .filter(subject -> ids.has(subject.text().strip()))
                    .map(Node::place)
                    .collect(Collectors.toSet());
            judge(whole, facts, problem -> subjects.contains(problem.place()), writer);
        } finally {
            for (Closeable one : open) {
                one.close();
            }
        }
    }

    private static boolean isProject(Entry entry) {
        return entry.kind().isProjects();
    }

    private void begin(
            Path path, List<Closeable> open, List<Kept> documents, List<Pending> projects, List<Pending> others)
            throws IOException {
        List<Problem> problems = new ArrayList<>();
        Mapping beside = Mapping.readBeside(path, problems);
        problems.addAll(MappingCheck.problems(beside, kinds));
        Mapping said = beside.and(map);
        matches = matches.and(said);
        List<RecordMap> parts = said.of(path);
        if (problems.isEmpty() && parts.isEmpty()) {
            problems.add(TableProblems.unmapped(path.toString().replace('\\', '/')));
        }
        if (!problems.isEmpty()) {
            problems.forEach(this::trouble);
            return;
        }
        boolean first = true;
        for (RecordMap part : parts) {
            try {
                TableFile file = TableFile.open(path, sheet, kinds, part);
                open.add(file);
                Node document = file.document();
                if (first) {
                    file.notes().forEach(watch::note);
                    file.problems().forEach(this::trouble);
                    unread(file);
                }
                if (document != null) {
                    document(document, documents);
                } else {
                    heads(file, part, first ? parts : List.of(), projects, others);
                }
                first = false;
            } catch (UnreadableTable e) {
                trouble(e.problem());
            }
        }
    }

    private void unread(TableFile file) throws IOException {
        for (Map.Entry<PassedOver, List<Sheet>> unread : file.unread().entrySet()) {
            for (Sheet one : unread.getValue()) {
                tally.passedOver(unread.getKey(), tally.drain(tally.counted(one)));
            }
        }
    }

    /** Takes the entries of a document. What is in it besides is told, with how many entries that would be. */
    private void document(Node document, List<Kept> documents) {
        List<Problem> problems = new ArrayList<>();
        UniverseKeys.check(document, problems);
        for (Node.Field field : document.each()) {
            boolean header = field.key().equals("universe");
            if (UniverseKeys.LISTS.contains(field.key()) && document.get(field.key()) != null) {
                document.list(field.key(), problems);
            }
            if (kinds.find(field.key()) == null && UniverseKeys.isKnown(field.key())) {
                watch.note(TableProblems.notTaken(field.place(), field.key()));
                long entries = field.value().items().size();
                tally.came(entries);
                tally.passedOver(PassedOver.NO_TABLE, entries);
            } else if (!header
                    && (kinds.find(field.key()) == null || field.value().isMap())) {
                long lost = field.value().isMap() ? 1 : field.value().items().size();
                tally.came(lost);
                tally.refused(lost);
            }
        }
        problems.forEach(this::trouble);
        UniverseEntries.of(document, kinds).forEach(entry -> {
            tally.came(1);
            documents.add(new Kept(null, null, entry));
            learn(entry);
        });
    }

    /** @param parts all that is read of the file, with its first table; empty with the others */
    private void heads(
            TableFile file, RecordMap map, List<RecordMap> parts, List<Pending> projects, List<Pending> others)
            throws IOException, UnreadableTable {
        int found = 0;
        List<String> strangers = new ArrayList<>();
        List<Problem> passed = new ArrayList<>();
        long strange = 0;
        Node kind = map.kind();
        EntryKind mapped = kind == null ? null : kinds.find(kind.text().strip());
        EntryKind given = mapped == null ? givenKind : mapped;
        for (OpenTable one : file.tables()) {
            if (!map.isOf(one.sheet().name())) {
                if (!parts.isEmpty()
                        && parts.stream()
                                .noneMatch(part -> part.isOf(one.sheet().name()))) {
                    passed.add(TableProblems.unmappedSheet(
                            Place.cell(file.file(), one.sheet().name(), 0, 0)));
                    tally.passedOver(PassedOver.NOT_MEANT, tally.drain(tally.counted(one.sheet())));
                }
                continue;
            }
            OpenTable opened = new OpenTable(tally.counted(one.sheet()), one.called(), one.kind());
            long before = tally.rows();
            Headings finder = new Headings(map, given == null ? opened.kind() : given, kinds);
            Head head;
            try {
                head = finder.find(opened.sheet(), opened.called());
            } catch (UnreadableTable e) {
                tally.drain(opened.sheet());
                tally.refused(tally.rows() - before);
                trouble(e.problem());
                found++;
                continue;
            }
            if (head == null) {
                strangers.add(opened.called());
                passed.add(TableProblems.strangeSheet(
                        Place.cell(file.file(), opened.sheet().name(), 0, 0)));
                tally.drain(opened.sheet());
                strange += tally.rows() - before;
                continue;
            }
            found++;
            tally.passedOver(PassedOver.ABOVE, head.above().size());
            tally.passedOver(
                    PassedOver.HEADINGS,
                    tally.rows() - before - head.above().size() - head.read().size());
            BodyRows body = new BodyRows(opened.sheet(), finder, head);
            Pending pending = asked(opened, body, head);
            if (pending != null) {
                (head.kind().isProjects() ? projects : others).add(pending);
            } else {
                tally.refused(body.drain());
            }
        }
        if (found == 0 && map.sheet() != null && strangers.isEmpty()) {
            trouble(TableProblems.noMappedSheet(
                    map.sheet(),
                    file.file(),
                    file.tables().stream().map(OpenTable::called).toList()));
        } else if (found == 0 && file.problems().isEmpty()) {
            tally.refused(strange);
            trouble(
                    file.hasRecords()
                            ? TableProblems.noRecords(file.file())
                            : TableProblems.noTables(file.file(), file.hasSheets() ? strangers : List.of()));
        } else {
            tally.passedOver(PassedOver.STRANGE_SHEET, strange);
            passed.forEach(watch::note);
        }
    }

    /** The table with its open columns settled; null if it is refused. */
    private @Nullable Pending asked(OpenTable opened, BodyRows body, Head head) throws IOException {
        List<Row> sample = body.sample(SAMPLE);
        Head settled = head;
        for (Column column : head.columns()) {
            if (column.number() > 0
                    && settled.columns().get(head.columns().indexOf(column)).isOpen()) {
                String answer = watch.meaning(table(opened, settled), column, samples(sample, column));
                if (answer != null) {
                    answers = answers.and(heading(head, column), answer);
                    settled = answered(settled, column, answer);
                }
            }
        }
        settled = decided(opened, settled, sample);
        ImportedTable table = table(opened, settled);
        watch.table(table);
        headings.note(settled);
        List<Problem> open = new ArrayList<>(HeadDecisions.problems(table));
        RowFilter.missing(settled).forEach(one -> open.add(headings.missing(one)));
        if (open.isEmpty()) {
            return new Pending(opened, body.under(settled), settled, table, new RowFilter(settled));
        }
        open.forEach(this::trouble);
        return null;
    }

    /** The head with how its numbers are written, asked for where the first rows leave it open. */
    private Head decided(OpenTable opened, Head head, List<Row> sample) {
        Head shown = Headings.withDecimals(head, sample, opened.sheet().separator());
        Head decided = shown;
        for (Column column : shown.columns()) {
            if (column.number() == 0) {
                continue;
            }
            List<String> doubtful = sample.stream()
                    .map(row -> TextFolding.strip(row.text(column.number())))
                    .filter(DecimalSign::isDoubtful)
                    .distinct()
                    .limit(SAMPLES)
                    .toList();
            if (column.decimals() == DecimalSign.OPEN && !doubtful.isEmpty()) {
                String answer = watch.meaning(table(opened, decided), Headings.undecided(column), doubtful);
                if (answer != null) {
                    answers = answers.and(heading(head, column), answer);
                    decided = answered(decided, column, answer);
                }
            }
        }
        return decided;
    }

    private static String heading(Head head, Column column) {
        int nth = head.nth(column);
        return column.heading() + (nth > 1 ? "#" + nth : "");
    }

    private static Head answered(Head head, Column column, String answer) {
        Meanings meanings = new Meanings(head.kind());
        List<Column> columns = head.columns().stream()
                .map(one -> one.number() == column.number() ? Headings.given(one, answer, meanings) : one)
                .toList();
        return head.with(Headings.twice(columns));
    }

    private static List<String> samples(List<Row> rows, Column column) {
        return rows.stream()
                .map(row -> TextFolding.strip(row.text(column.number())))
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(SAMPLES)
                .toList();
    }

    private static ImportedTable table(OpenTable opened, Head head) {
        Sheet sheet = opened.sheet();
        return new ImportedTable(sheet.file(), sheet.name(), head.kind(), head.row(), head.above(), head.columns());
    }

    private void trouble(Problem problem) {
        troubled = true;
        watch.problem(problem);
    }

    /** Registers the names of an entry, so that later rows can refer to it by them. */
    private void learn(Entry entry) {
        String id = entry.id();
        if (!id.isEmpty() && entry.node().isMap()) {
            List<String> called = new ArrayList<>();
            for (String key : List.of("name", "zh")) {
                String text = entry.node().optionalText(key, new ArrayList<>());
                if (text != null) {
                    called.add(text);
                }
            }
            names.add(entry.kind().list(), id, called);
        }
    }

    private void keep(Pending table, List<Kept> kept) throws IOException {
        List<Kept> own = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        if (table.head.map().merge()) {
            for (int i = 0; i < kept.size(); i++) {
                places.put(identity(kept.get(i).entry), i);
            }
        }
        rows(table, (from, row, result) -> {
            EntryKind kind = from.head.kind();
            Place place = result.entry().place();
            String holder = result.holder();
            List<Problem> problems = new ArrayList<>(result.problems());
            boolean elsewhere = false;
            if (holder != null && isBase(outer(kind), holder)) {
                elsewhere = true;
                problems.add(TableProblems.elsewhere(place, holder));
            }
            if (!problems.isEmpty()) {
                refusedEntries.refused(kind, result.entry());
                refuse(from, row, holder, problems);
            }
            if (elsewhere) {
                return;
            }
            Node node = problems.isEmpty() ? result.entry() : Node.refused(place);
            Entry entry = new Entry(kind, holder, node);
            Kept one = new Kept(from, row, entry);
            String identity = from.head.map().merge() && node.isMap() ? identity(entry) : null;
            Integer at = identity == null ? null : places.putIfAbsent(identity, kept.size() + own.size());
            if (at != null && merged(one, at, kept, own)) {
                return;
            }
            result.changes().forEach(watch::changed);
            own.add(one);
            learn(entry);
        });
        kept.addAll(own);
    }

    /** Whether a row speaks of an entry of earlier rows, and is put together with them or refused. */
    private boolean merged(Kept one, int at, List<Kept> kept, List<Kept> own) {
        List<Kept> where = at < kept.size() ? kept : own;
        int index = at < kept.size() ? at : at - kept.size();
        Kept earlier = where.get(index);
        if (!earlier.entry.node().isMap()) {
            return false;
        }
        List<Problem> problems = new ArrayList<>();
        Node whole = MergedEntry.of(earlier.entry.node(), one.entry.node(), problems);
        if (whole != null) {
            where.set(index, earlier.with(one, whole));
            learn(where.get(index).entry);
        } else if (one.from != null && one.row != null) {
            refuse(one.from, one.row, one.entry.holder(), problems);
        }
        return true;
    }

    /** What rows that are put together have in common; null if an entry has no id. */
    private static @Nullable String identity(Entry entry) {
        return entry.id().isEmpty() ? null : entry.kind().name() + "\n" + entry.holder() + "\n" + entry.id();
    }

    /** The list of the entries in which those of a kind stand. */
    private static String outer(EntryKind kind) {
        return kind.name().substring(0, kind.name().indexOf('.'));
    }

    /** What is done with a row of a table. */
    private interface RowTaker {
        void take(Pending table, Row row, RowReader.Result result) throws IOException;
    }

    /** Reads the rows of a table, and those of further tables below it in the same sheet. */
    private void rows(Pending first, RowTaker taker) throws IOException {
        Pending table = first;
        RowReader reader = reader(table);
        BodyRows body = table.body;
        List<Integer> hidden = new ArrayList<>();
        try {
            for (BodyRows.Part part = body.next(); part != null; part = body.next()) {
                if (part instanceof BodyRows.NextHead next) {
                    tally.passedOver(PassedOver.HEADINGS, next.lines());
                    Pending below = below(table, body, next.head());
                    if (below == null) {
                        body.close();
                    } else {
                        table = below;
                        reader = reader(table);
                        body = table.body;
                    }
                } else if (part instanceof BodyRows.EntryRow entry) {
                    if (entry.row().hidden()) {
                        hidden.add(entry.row().number());
                    }
                    if (entry.row().problems().isEmpty() && !table.filter.means(entry.row())) {
                        tally.passedOver(PassedOver.NOT_MEANT, 1);
                    } else {
                        taker.take(table, entry.row(), reader.read(entry.row()));
                    }
                } else {
                    leave(table, part);
                }
                if ((tally.rows() & 0x3FF) == 0) {
                    watch.read(tally.rows());
                }
            }
        } catch (UnreadableTable e) {
            trouble(e.problem());
        }
        if (!hidden.isEmpty()) {
            watch.note(TableProblems.hiddenRows(first.table.place(), hidden.size(), hidden.get(0)));
        }
    }

    private RowReader reader(Pending table) {
        return new RowReader(table.opened.sheet(), table.head, names, base.money());
    }

    /** A row that is no entry, or none that can be read. */
    private void leave(Pending table, BodyRows.Part part) {
        if (part instanceof BodyRows.PassedRow passed) {
            tally.passedOver(passed.why(), 1);
            watch.passedOver(new LeftRow(
                    table.table,
                    passed.row().number(),
                    passed.why(),
                    passed.row().texts()));
        } else if (part instanceof BodyRows.DoubtfulRow doubtful) {
            refuse(table, doubtful.row(), null, List.of(doubtful.why()));
        } else if (part instanceof BodyRows.ClosedRow closed) {
            Problem why = closed.why();
            if (why != null) {
                trouble(why);
            }
            tally.refused(1);
        }
    }

    /** A further table of a sheet, with its open columns settled; null if it is refused. */
    private @Nullable Pending below(Pending above, BodyRows body, Head head) throws IOException {
        if (!head.kind().equals(above.head.kind())) {
            Sheet sheet = above.opened.sheet();
            trouble(TableProblems.otherTable(
                    Place.cell(sheet.file(), sheet.name(), head.row(), 1),
                    head.kind().name(),
                    above.head.kind().name()));
            return null;
        }
        return asked(above.opened, body.under(head), head);
    }

    /** Checks all entries but projects together and passes on those without a problem. */
    private Universe judge(Universe known, List<Kept> kept, Predicate<Problem> idle, EntryWriter writer)
            throws IOException {
        if (kept.isEmpty()) {
            return known;
        }
        Node document = Objects.requireNonNull(
                UniverseEntries.document(kept.stream().map(Kept::entry).toList()));
        Universe whole = known.with(List.of(document), false, List.of());
        List<Problem> found = new ArrayList<>(whole.problems());
        found.removeAll(known.problems());
        found.removeIf(idle);
        Map<String, List<Problem>> byRow = new LinkedHashMap<>();
        Map<Place, Kept> places = found.isEmpty() ? Map.of() : places(kept);
        IdentityHashMap<Kept, List<Problem>> byEntry = new IdentityHashMap<>();
        for (Problem problem : found) {
            Kept within = places.get(problem.place());
            (within == null
                            ? byRow.computeIfAbsent(row(problem.place()), any -> new ArrayList<>())
                            : byEntry.computeIfAbsent(within, any -> new ArrayList<>()))
                    .add(problem);
        }
        List<Entry> standing = new ArrayList<>();
        for (Kept one : kept) {
            if (one.row != null && !one.entry.node().isMap()) {
                continue; // refused when it was read
            }
            String holder = one.entry.holder();
            if (holder != null
                    && !isBase(outer(one.entry.kind()), holder)
                    && refusedEntries.of(outer(one.entry.kind()), holder) != null) {
                lose(one, holder);
                refusedEntries.refused(one.entry.kind(), one.entry.node());
                continue;
            }
            if (one.row == null || one.from == null) {
                List<Problem> wrong = byEntry.getOrDefault(one, List.of());
                wrong.forEach(this::trouble);
                if (wrong.isEmpty()
                        && one.entry.node().isMap()
                        && !one.entry.node().flawed()) {
                    refusedEntries.stands(one.entry);
                    standing.add(one.entry);
                } else {
                    tally.refused(1);
                    refusedEntries.refused(one.entry.kind(), one.entry.node());
                    tear(holder, one.entry.kind());
                }
                continue;
            }
            List<Problem> wrong = withRefused(
                    one.entry,
                    one.hasOwnPlaces()
                            ? byEntry.get(one)
                            : byRow.remove(row(one.entry.node().place())));
            if (wrong.isEmpty()) {
                refusedEntries.stands(one.entry);
                standing.add(one.entry);
                one.merged.forEach(any -> tally.taken());
            } else {
                refusedEntries.refused(one.entry.kind(), one.entry.node());
                refuse(one, one.from, one.row, wrong);
            }
        }
        for (Entry entry : standing) {
            pass(entry.kind().list().equals("cities") ? whole(entry) : entry, writer);
        }
        byRow.values().forEach(all -> all.forEach(this::trouble));
        return whole;
    }

    /** The entries whose places are not those of a row, by the places of all that they say. */
    private static Map<Place, Kept> places(List<Kept> kept) {
        Map<Place, Kept> places = new HashMap<>();
        for (Kept one : kept) {
            if (one.hasOwnPlaces()) {
                places(one.entry.node(), one, places);
            }
        }
        return places;
    }

    private static void places(Node node, Kept of, Map<Place, Kept> places) {
        places.putIfAbsent(node.place(), of);
        for (Node.Field field : node.each()) {
            places.putIfAbsent(field.place(), of);
            places(field.value(), of, places);
        }
        node.items().forEach(item -> places(item, of, places));
    }

    /** The problems of an entry: those of what it names that was refused, and the others at other places. */
    private List<Problem> withRefused(Entry entry, @Nullable List<Problem> problems) {
        List<Problem> all = new ArrayList<>(refusedEntries.namedBy(entry, this::isBase));
        Set<Place> places = all.stream().map(Problem::place).collect(Collectors.toSet());
        if (problems != null) {
            problems.stream()
                    .filter(problem -> !places.contains(problem.place()))
                    .forEach(all::add);
        }
        return all;
    }

    /** Whether the universe that the files are added to has an entry of an id. */
    private boolean isBase(String list, String id) {
        return base.called(list).containsKey(id);
    }

    /** A city without the lists among its complete ones of which a row was refused. */
    private Entry whole(Entry city) {
        Node complete = city.node().get("complete");
        if (complete == null || torn.stream().noneMatch(one -> one.startsWith(city.id() + " "))) {
            return city;
        }
        List<Node.Field> fields = new ArrayList<>();
        for (Node.Field field : city.node().fields().values()) {
            Node value = field.key().equals("complete") ? untorn(city.id(), complete) : field.value();
            fields.add(new Node.Field(field.key(), field.place(), value));
        }
        return new Entry(city.kind(), null, Node.map(city.node().place(), fields));
    }

    private Node untorn(String city, Node complete) {
        if (complete.isMap()) {
            return Node.map(
                    complete.place(),
                    complete.fields().values().stream()
                            .filter(list -> isWhole(city, list.key(), list.place()))
                            .toList());
        }
        return Node.list(
                complete.place(),
                complete.items().stream()
                        .filter(list -> isWhole(city, list.text().strip(), list.place()))
                        .toList());
    }

    private boolean isWhole(String city, String list, Place place) {
        boolean whole = !torn.contains(city + " " + list);
        if (!whole) {
            watch.note(TableProblems.incomplete(place, list, city));
        }
        return whole;
    }

    /** An entry within a refused entry is refused with it. */
    private void lose(Kept one, String holder) {
        Problem problem = TableProblems.holderRefused(one.entry.node().place(), holder);
        if (one.row == null || one.from == null) {
            tally.refused(1);
            trouble(problem);
        } else {
            refuse(one, one.from, one.row, List.of(problem));
        }
    }

    /** Refuses a row with those that are put together with it. */
    private void refuse(Kept one, Pending from, Row row, List<Problem> problems) {
        refuse(from, row, one.entry.holder(), problems);
        for (Kept more : one.merged) {
            if (more.from != null && more.row != null) {
                refuse(more.from, more.row, one.entry.holder(), problems);
            }
        }
    }

    private static String row(Place place) {
        return place.file() + "\n" + place.sheet() + "\n" + place.line();
    }

    private void pass(Entry entry, EntryWriter writer) throws IOException {
        tally.taken();
        taken.merge(entry.kind(), 1L, Long::sum);
        writer.write(entry.kind(), entry.holder(), entry.node());
    }

    private void stream(Pending table, EntryCheck check, TakenIds ids, EntryWriter writer) throws IOException {
        rows(table, (from, row, result) -> {
            if (result.problems().isEmpty()) {
                Entry entry = new Entry(kinds.projects(), null, result.entry());
                project(new Kept(from, row, entry), result.changes(), check, ids, writer);
            } else {
                List<Problem> all = new ArrayList<>(result.problems());
                if (result.entry().isMap()) {
                    check.project(result.entry(), all); // so that all problems are reported at once
                }
                refusedEntries.refused(kinds.projects(), result.entry());
                refuse(from, row, null, all);
            }
        });
    }

    private void project(Kept one, List<CellChange> changes, EntryCheck check, TakenIds ids, EntryWriter writer)
            throws IOException {
        if (one.row != null && one.from != null && !isNew(one, one.from, one.row)) {
            return;
        }
        List<Problem> problems = new ArrayList<>();
        Node node = one.entry.node();
        boolean fine = check.project(node, problems);
        int number = one.row == null ? node.place().line() : one.row.number();
        int earlier = fine ? ids.add(one.entry.id(), number) : TakenIds.FRESH;
        if (earlier != TakenIds.FRESH) {
            problems.add(TableProblems.again(node.place(), one.entry.id(), earlier));
        }
        List<Problem> all = withRefused(one.entry, problems);
        if (all.isEmpty() && fine) {
            refusedEntries.stands(one.entry);
            changes.forEach(watch::changed);
            pass(one.entry, writer);
        } else if (one.row == null || one.from == null) {
            tally.refused(1);
            refusedEntries.refused(one.entry.kind(), node);
            all.forEach(watch::problem);
        } else {
            refusedEntries.refused(one.entry.kind(), node);
            refuse(one.from, one.row, null, all);
        }
    }

    /** Whether a row is of a project that is not known; one that is amends it, and one that may be is refused. */
    private boolean isNew(Kept one, Pending table, Row row) {
        Node node = one.entry.node();
        List<Node> called = Stream.of("name", "zh")
                .map(node::get)
                .filter(Objects::nonNull)
                .filter(Node::isScalar)
                .toList();
        Node id = node.get("id");
        if (called.isEmpty() || id == null || !id.place().equals(called.get(0).place())) {
            return true; // whoever gives an id says which project is meant
        }
        Set<String> met = known.met(called.stream().map(Node::text).toList());
        String name = called.get(0).text();
        Word said = matches.match(name);
        if (met.isEmpty() && said == null) {
            return true;
        }
        String who = said != null && said.confirmed() ? said.text() : null;
        if (who == null) {
            Map<String, List<String>> candidates = new LinkedHashMap<>();
            met.forEach(each -> candidates.put(each, knownProjects.getOrDefault(each, List.of())));
            who = watch.known(table.table, called.get(0).place(), name, candidates);
            if (who != null) {
                matches = matches.match(name, who);
                answers = answers.match(name, who);
            }
        }
        if (who != null && who.equals(Mapping.NEW)) {
            return true;
        }
        List<Problem> problems = new ArrayList<>();
        if (who == null) {
            String first = met.isEmpty() ? Mapping.NEW : met.iterator().next();
            problems.add(TableProblems.mayBeKnown(
                    called.get(0).place(), name, first, knownProjects.getOrDefault(first, List.of())));
        } else if (!knownProjects.containsKey(who)) {
            problems.add((said == null ? called.get(0) : said.said())
                    .problem(Message.of("there is no project `%s`", who), Nearest.advice(who, knownProjects.keySet())));
        }
        if (who == null || !problems.isEmpty()) {
            refuse(table, row, null, problems);
        } else {
            Amendment.untaken(node).forEach(field -> watch.note(TableProblems.notAmended(field.place(), field.key())));
            amendments.put(one, Amendment.of(node, who));
        }
        return false;
    }

    /** Lays what rows say of known projects over them, and passes on what holds. */
    private void amend(Universe whole, EntryWriter writer) throws IOException {
        List<Node> all = amendments.values().stream().flatMap(List::stream).toList();
        if (all.isEmpty()) {
            amendments.keySet().forEach(one -> refuseAmendment(one, List.of()));
            return;
        }
        Universe laid = whole.with(List.of(Amendment.document(all, all.get(0).place())), false, List.of());
        List<Problem> wrong = new ArrayList<>(laid.problems());
        wrong.removeAll(whole.problems());
        List<Problem> conflicts = new ArrayList<>(laid.conflicts());
        conflicts.removeAll(whole.conflicts());
        for (Map.Entry<Kept, List<Node>> one : amendments.entrySet()) {
            Map<Place, Kept> places = new HashMap<>();
            one.getValue().forEach(statement -> places(statement, one.getKey(), places));
            List<Problem> own = wrong.stream()
                    .filter(problem -> places.containsKey(problem.place()))
                    .toList();
            if (!own.isEmpty() || one.getValue().isEmpty()) {
                refuseAmendment(one.getKey(), own);
                continue;
            }
            tally.taken();
            for (Node statement : one.getValue()) {
                amendedProjects.add(
                        Objects.requireNonNull(statement.get("project")).text());
                writer.write(Amendment.kind(kinds), null, statement);
            }
        }
        conflicts.forEach(watch::note);
    }

    private void refuseAmendment(Kept one, List<Problem> problems) {
        if (one.from != null && one.row != null) {
            refuse(
                    one.from,
                    one.row,
                    null,
                    problems.isEmpty()
                            ? List.of(TableProblems.noEntry(one.entry.node().place()))
                            : problems);
        }
    }

    private void tear(@Nullable String holder, EntryKind kind) {
        if (holder != null) {
            torn.add(holder + " " + kind.list());
        }
    }

    private void refuse(Pending table, Row row, @Nullable String holder, List<Problem> problems) {
        tally.refused(1);
        tear(holder, table.head.kind());
        watch.refused(new RefusedRow(table.table, row.number(), holder, RowReader.texts(table.head, row), problems));
    }
}
