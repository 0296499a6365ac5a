package dev.winnow.tables;

import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryCheck;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.cells.CellChange;
import dev.winnow.tables.internal.cells.TableProblems;
import dev.winnow.tables.internal.cells.UnreadableTable;
import dev.winnow.tables.internal.entries.Entry;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.entries.GivenFile;
import dev.winnow.tables.internal.entries.PassedOver;
import dev.winnow.tables.internal.entries.RowCount;
import dev.winnow.tables.internal.entries.RowReader;
import dev.winnow.tables.internal.entries.TableFile;
import dev.winnow.tables.internal.headings.Column;
import dev.winnow.tables.internal.headings.HeadingWords;
import dev.winnow.tables.internal.headings.MappingCheck;
import dev.winnow.tables.internal.headings.NameLookup;
import dev.winnow.tables.internal.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables and universe documents into entries that a universe accepts; an entry that it would refuse is reported
 * with the reason.
 * <p>All entries except projects are read first and kept, so that projects can name entries of the same files. Projects
 * are passed on one by one. Not thread-safe; for a single run.
 */
public final class Import {

    private final Universe base;
    private final EntryKinds kinds;
    private final Mapping map;
    private final @Nullable String sheet;
    private final @Nullable EntryKind givenKind;
    private final ImportWatch watch;
    private final Outcomes outcomes;
    private final ResolvedHeaders heads;
    private final NameLookup names;
    private final TableRows rows;
    private final CountedPhases phases = new CountedPhases();
    private final KnownList.Matches matches;
    private final KnownEntries known;
    private final NamedEntries named;
    /** Content of projects in tables with merged rows, by id. */
    private final Map<String, String> merged = new HashMap<>();

    /**
     * @param base the universe whose cities, chains and words rows can name
     * @param map the mappings of the command line
     * @param sheet the only sheet to read; null for all sheets with tables
     * @param kind the kind of the rows; null to detect it
     */
    public Import(Universe base, Mapping map, @Nullable String sheet, @Nullable EntryKind kind, ImportWatch watch) {
        this.base = base;
        this.kinds = EntryKinds.of(base.vocabulary());
        this.map = map;
        this.sheet = sheet;
        this.givenKind = kind;
        this.watch = watch;
        this.outcomes = new Outcomes(base, watch);
        this.names = NameLookup.of(base);
        this.heads = new ResolvedHeaders(
                watch, outcomes, isBlank(base) ? null : base, names, base.money(), new HeadingWords(kinds));
        this.rows = new TableRows(names, base.money(), heads, outcomes, watch);
        this.matches = new KnownList.Matches(watch);
        Map<String, KnownList> lists = new HashMap<>();
        for (String list : List.of("projects", "cities", "firms")) {
            lists.put(list, new KnownList(list, base, matches, lists.values()));
        }
        this.known = new KnownEntries(base, kinds, lists, matches, outcomes, watch);
        this.named = new NamedEntries(names, lists, watch);
    }

    /**
     * Whether a file contains tables, by its name or by a mapping beside it. Other YAML and JSON files are read as
     * universe documents first.
     */
    public static boolean isTable(Path file) {
        return TableFile.isTable(file.toString()) || Files.isRegularFile(Mapping.beside(file));
    }

    /** Whether a universe is empty, because the files to be read are the universe. */
    private static boolean isBlank(Universe base) {
        return base.listed("cities").isEmpty() && base.listed("projects").isEmpty();
    }

    /** Whether one of the files has the header of a universe, so that no other universe is needed. */
    public static boolean isUniverse(List<Path> files) {
        for (Path path : files) {
            try {
                if (TableFile.isUniverse(path)) {
                    return true;
                }
            } catch (IOException | UnreadableTable e) {
                // The error is reported when the file is read.
            }
        }
        return false;
    }

    /** Number of entries taken, by kind. */
    public Map<EntryKind, Long> taken() {
        return outcomes.taken();
    }

    /** Outcomes of the rows that were read. */
    public RowCount rows() {
        return lists().values().stream().reduce(RowCount.NONE, RowCount::plus);
    }

    /** Outcomes of the rows of each list, by its file. */
    @Internal
    public Map<String, RowCount> lists() {
        return outcomes.lists();
    }

    /** Outcomes of rows that were read a second time, by a further part of a mapping that reads the same table. */
    public RowCount rowsReadAgain() {
        return outcomes.again();
    }

    /** Whether a row was refused or anything else was left out. */
    public boolean isTroubled() {
        return outcomes.isTroubled();
    }

    /** Meanings of headings and names that the watch gave. */
    public Mapping answers() {
        return heads.answers().and(matches.answers());
    }

    /** Number of known projects and cities that were amended. */
    public int amended() {
        return known.amended();
    }

    /**
     * Reads files.
     *
     * @throws IOException if reading a file fails midway, or the writer fails
     */
    public void run(List<Path> files, EntryWriter writer) throws IOException {
        runGiven(files.stream().map(GivenFile::of).toList(), writer);
    }

    /** Reads files with their names, mappings and corrections, as {@link #run} does. */
    @Internal
    public void runGiven(List<GivenFile> files, EntryWriter writer) throws IOException {
        List<Problem> wrong = MappingCheck.problems(map, kinds);
        if (!wrong.isEmpty()) {
            wrong.forEach(outcomes::trouble); // A mapping with an impossible instruction reads nothing.
            return;
        }
        try (OpenedFiles opened = new OpenedFiles(kinds, map, sheet, givenKind, heads, rows, outcomes, watch)) {
            for (GivenFile file : files) {
                opened.open(file);
            }
            heads.missing().forEach(watch::note);
            matches.heed(opened.said());
            entries(opened, writer);
        }
    }

    /** Takes the entries of opened files. Facts come last, since a fact can be about a project of the same files. */
    private void entries(OpenedFiles opened, EntryWriter writer) throws IOException {
        Map<Boolean, List<ReadEntry>> kept = facts(kept(opened));
        EntryJudge judge = new EntryJudge(outcomes);
        Universe whole = judge.judge(base, kept.getOrDefault(false, List.of()), any -> false, writer);
        EntryCheck check = new EntryCheck(whole);
        Map<String, Integer> ids = new HashMap<>();
        for (ReadEntry one : opened.documents()) {
            if (one.entry().kind().isProjects()) {
                project(one, List.of(), check, ids, writer);
            }
        }
        KeptEntries below = new KeptEntries(rows, names, known, named, outcomes, watch);
        for (TableRows.FoundTable table : opened.take(kinds.projects())) {
            projects(table, below, check, ids, writer);
        }
        phases.notes().forEach(watch::note);
        Map<Boolean, List<ReadEntry>> late = facts(below.all().stream());
        Universe all = judge.judge(whole, late.getOrDefault(false, List.of()), any -> false, writer);
        known.amend(all, writer);
        List<ReadEntry> facts = Stream.of(kept, late)
                .flatMap(parts -> parts.getOrDefault(true, List.of()).stream())
                .toList();
        Set<Place> subjects = facts.stream()
                .filter(one -> one.entry().node().isMap())
                .map(one -> one.entry().node().get("subject"))
                .filter(Objects::nonNull)
                .filter(subject -> ids.containsKey(subject.text().strip()))
                .map(Node::place)
                .collect(Collectors.toSet());
        judge.judge(all, facts, problem -> subjects.contains(problem.place()), writer);
    }

    /** Partitions entries into facts (true) and others (false). */
    private Map<Boolean, List<ReadEntry>> facts(Stream<ReadEntry> entries) {
        return entries.collect(
                Collectors.partitioningBy(one -> one.entry().kind().equals(kinds.get("facts"))));
    }

    /** @param below receives tables that begin too far below a table of projects to be read before it */
    private void projects(
            TableRows.FoundTable table,
            KeptEntries below,
            EntryCheck check,
            Map<String, Integer> ids,
            EntryWriter writer)
            throws IOException {
        TableRows.FoundTable next = table;
        while (next != null) {
            next = next.head().kind().isProjects()
                    ? rows.each(next, (at, result) -> project(at, result, check, ids, writer))
                    : below.keep(next);
        }
    }

    /** All entries except projects. */
    private Stream<ReadEntry> kept(OpenedFiles opened) throws IOException {
        KeptEntries kept = new KeptEntries(rows, names, known, named, outcomes, watch);
        opened.documents().forEach(one -> kept.learn(one.entry()));
        for (boolean more = true; more; ) {
            more = false;
            for (EntryKind kind : kinds.values()) {
                for (TableRows.FoundTable table :
                        kind.isProjects() ? List.<TableRows.FoundTable>of() : opened.take(kind)) {
                    TableRows.FoundTable below = kept.keep(table);
                    if (below != null) {
                        opened.add(below);
                        more = true; // A table of this kind may have turned up after its kind was read.
                    }
                }
            }
        }
        return Stream.concat(
                kept.all().stream(),
                opened.documents().stream().filter(one -> !one.entry().kind().isProjects()));
    }

    /** Whether a project of a table with merged rows adds anything to the earlier rows of its id. */
    private boolean says(Entry project) {
        StringBuilder text = new StringBuilder();
        project.node().dump(text);
        return !text.toString().equals(merged.putIfAbsent(project.id(), text.toString()));
    }

    /** Whether a project is valid. Advice on an unknown city names the column of the cities. */
    private static boolean check(
            TableRows.@Nullable TableRow at, Node project, EntryCheck check, List<Problem> problems) {
        List<Problem> found = new ArrayList<>();
        boolean valid = check.project(project, found);
        Node city = project.get("city");
        for (Problem problem : found) {
            Column column = at == null || city == null || !problem.place().equals(city.place())
                    ? null
                    : at.table().table().column(city.place().column());
            problems.add(column == null ? problem : TableProblems.unknownCity(problem, column.heading()));
        }
        return valid;
    }

    private void project(
            TableRows.TableRow at,
            RowReader.Result result,
            EntryCheck check,
            Map<String, Integer> ids,
            EntryWriter writer)
            throws IOException {
        List<Problem> all = new ArrayList<>(result.problems());
        ReadEntry one = new ReadEntry(at, named.known(at, new Entry(kinds.projects(), null, result.entry()), all));
        if (all.isEmpty()) {
            project(one, result.changes(), check, ids, writer);
            return;
        }
        if (result.entry().isMap()) {
            // Places that already have a problem, so that all problems are reported at once.
            Set<Place> reported = all.stream().map(Problem::place).collect(Collectors.toSet());
            List<Problem> further = new ArrayList<>();
            check(at, one.entry().node(), check, further);
            further.stream()
                    .filter(problem -> !reported.contains(problem.place()))
                    .forEach(all::add);
        }
        outcomes.refuse(one, all);
    }

    private void project(
            ReadEntry one, List<CellChange> changes, EntryCheck check, Map<String, Integer> ids, EntryWriter writer)
            throws IOException {
        TableRows.TableRow at = one.at();
        if (at != null && !known.isNew(one, at, changes)) {
            return;
        }
        List<Problem> problems = new ArrayList<>();
        Node node = one.entry().node();
        boolean fine = check(at, node, check, problems);
        int number = at == null ? node.place().line() : at.row().number();
        Integer earlier = fine ? ids.putIfAbsent(one.entry().id(), number) : null;
        boolean merges = fine && at != null && at.table().head().map().merge();
        if (merges && !says(one.entry()) && earlier != null) {
            outcomes.passOver(Objects.requireNonNull(at), PassedOver.KNOWN);
            return;
        }
        if (earlier != null) {
            Node named = node.get("name");
            problems.add(TableProblems.again(
                    named == null ? node.place() : named.place(), one.entry().id(), earlier));
        }
        List<Problem> all = outcomes.withRefused(one.entry(), problems);
        if (all.isEmpty() && fine) {
            phases.see(node.get("name"));
            outcomes.markValid(one.entry());
            changes.forEach(watch::changed);
            outcomes.pass(one, writer);
        } else {
            outcomes.refuse(one, all);
        }
    }
}
