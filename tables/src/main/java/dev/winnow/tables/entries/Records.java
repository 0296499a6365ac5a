package dev.winnow.tables.entries;

import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.tables.cells.Encoding;
import dev.winnow.tables.cells.OpenTable;
import dev.winnow.tables.cells.ReadAheadSheet;
import dev.winnow.tables.cells.RecordSheet;
import dev.winnow.tables.cells.Sheet;
import dev.winnow.tables.cells.TableProblems;
import dev.winnow.tables.cells.TextReader;
import dev.winnow.tables.cells.UnreadableTable;
import dev.winnow.tables.mapping.RecordMap;
import dev.winnow.tables.mapping.RecordPath;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists of records: a line of NDJSON each, or the items of a JSON or YAML list. A key {@code list} says what a record is. */
final class Records {

    private static final String KIND = "list";

    /** The longest line; what is longer is no record that a person or a program wrote. */
    private static final int LONGEST = 4 << 20;

    private Records() {}

    /** The tables of an NDJSON file, one for each kind. Lines are read twice, and only projects not kept. */
    static List<OpenTable> ofLines(Path path, String file, EntryKinds kinds, RecordMap map)
            throws IOException, UnreadableTable {
        Map<EntryKind, Set<String>> headings = new LinkedHashMap<>();
        Map<EntryKind, List<RecordSheet.Item>> kept = new LinkedHashMap<>();
        List<RecordSheet.Item> flawed = new ArrayList<>();
        try (Lines lines = new Lines(path, file, kinds, map)) {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                EntryKind kind = line.kind();
                if (kind == null) {
                    flawed.add(line.item());
                    continue;
                }
                headings.computeIfAbsent(kind, any -> new LinkedHashSet<>())
                        .addAll(line.item().cells().keySet());
                if (!kind.isProjects()) {
                    kept.computeIfAbsent(kind, any -> new ArrayList<>()).add(line.item());
                }
            }
        }
        if (headings.isEmpty() && !flawed.isEmpty()) {
            throw new UnreadableTable(flawed.get(0).problems().get(0));
        }
        // Lines that are no records stand in the table of projects if there is one, else in the first.
        if (!headings.containsKey(kinds.projects()) && !flawed.isEmpty()) {
            kept.values().iterator().next().addAll(flawed);
        }
        List<OpenTable> tables = new ArrayList<>();
        for (Map.Entry<EntryKind, Set<String>> one : headings.entrySet()) {
            EntryKind kind = one.getKey();
            List<String> columns = List.copyOf(one.getValue());
            List<RecordSheet.Item> items = kept.get(kind);
            Sheet sheet = items == null
                    ? ReadAheadSheet.of(lines(path, file, columns, kinds, map))
                    : new RecordSheet(file, columns, items.iterator());
            tables.add(new OpenTable(sheet, kind.name(), kind));
        }
        return tables;
    }

    private static RecordSheet lines(Path path, String file, List<String> columns, EntryKinds kinds, RecordMap map)
            throws IOException {
        Lines lines = new Lines(path, file, kinds, map);
        return new RecordSheet(file, columns, List.<RecordSheet.Item>of().iterator()) {
            @Override
            protected RecordSheet.@Nullable Item item() throws IOException, UnreadableTable {
                Line line = lines.next();
                while (line != null && line.kind() != null && !line.kind().isProjects()) {
                    line = lines.next();
                }
                return line == null ? null : line.item();
            }

            @Override
            public void close() throws IOException {
                lines.close();
            }
        };
    }

    /**
     * The tables of a list of records.
     *
     * @param problems what is wrong with the file; what stands within a record is taken out and refuses that record
     */
    static List<OpenTable> ofItems(Node list, String file, EntryKinds kinds, RecordMap map, List<Problem> problems) {
        Map<EntryKind, List<RecordSheet.Item>> items = new LinkedHashMap<>();
        int number = 0;
        for (Node node : list.items()) {
            number++;
            List<Problem> own = new ArrayList<>();
            if (node.flawed()) {
                Node next = number < list.items().size() ? list.items().get(number) : null;
                take(node, next, problems, own);
            } else if (!node.isMap()) {
                own.add(TableProblems.noRecord(node.place(), node.kind().words()));
            }
            items.computeIfAbsent(kind(node, kinds, map), any -> new ArrayList<>())
                    .add(new RecordSheet.Item(number, cells(node, kinds, map), own));
        }
        List<OpenTable> tables = new ArrayList<>();
        items.forEach((kind, all) -> {
            Set<String> headings = new LinkedHashSet<>();
            all.forEach(item -> headings.addAll(item.cells().keySet()));
            tables.add(new OpenTable(new RecordSheet(file, List.copyOf(headings), all.iterator()), kind.name(), kind));
        });
        return tables;
    }

    /** Takes the problems that stand within a record out of those of its file. */
    private static void take(Node record, @Nullable Node next, List<Problem> problems, List<Problem> own) {
        for (Problem problem : List.copyOf(problems)) {
            if (problem.place().compareTo(record.place()) >= 0
                    && (next == null || problem.place().compareTo(next.place()) < 0)) {
                problems.remove(problem);
                own.add(problem);
            }
        }
    }

    /**
     * The table of the records that a mapping finds in a document; none if its path leads to none.
     *
     * @param problems what is wrong with the file; what stands within a record is taken out and refuses that record
     */
    static List<OpenTable> ofPath(
            Node document, RecordPath from, String file, EntryKinds kinds, RecordMap map, List<Problem> problems) {
        EntryKind kind = mapped(kinds, map);
        List<RecordPath.Found> found = new ArrayList<>();
        from.each(document, found::add);
        List<RecordSheet.Item> items = new ArrayList<>();
        Set<String> headings = new LinkedHashSet<>();
        Set<String> paths = map.paths();
        for (int i = 0; i < found.size(); i++) {
            Node node = found.get(i).node();
            List<Problem> own = new ArrayList<>();
            if (node.flawed()) {
                take(node, i + 1 < found.size() ? found.get(i + 1).node() : null, problems, own);
            }
            FlatRecord flat = FlatRecord.of(node, kind == null ? kinds.projects() : kind, paths)
                    .with(found.get(i), paths);
            Map<String, String> cells = flat.cells();
            headings.addAll(cells.keySet());
            items.add(new RecordSheet.Item(i + 1, cells, own, node.place(), flat.places()));
        }
        return items.isEmpty()
                ? List.of()
                : List.of(new OpenTable(
                        new RecordSheet(file, List.copyOf(headings), items.iterator()), from.toString(), kind));
    }

    private static @Nullable EntryKind mapped(EntryKinds kinds, RecordMap map) {
        Node said = map.kind();
        return said == null ? null : kinds.find(said.text().strip());
    }

    private static EntryKind kind(Node node, EntryKinds kinds, RecordMap map) {
        EntryKind said = mapped(kinds, map);
        if (said != null) {
            return said;
        }
        Node name = node.isMap() ? node.get(KIND) : null;
        EntryKind kind = name == null ? null : kinds.find(name.text());
        return kind == null ? kinds.projects() : kind;
    }

    /** The content of a record: keys of the model as an entry has them, all others by their path. */
    private static Map<String, String> cells(Node node, EntryKinds kinds, RecordMap map) {
        Node name = node.isMap() ? node.get(KIND) : null;
        boolean listed = name != null && kinds.find(name.text()) != null;
        Node record = listed
                ? Node.map(
                        node.place(),
                        node.each().stream()
                                .filter(field -> !field.key().equals(KIND))
                                .toList())
                : node;
        return FlatRecord.of(record, kind(node, kinds, map), map.paths()).cells();
    }

    /**
     * A line.
     *
     * @param kind what its record is; null if it is no record
     */
    private record Line(@Nullable EntryKind kind, RecordSheet.Item item) {}

    /** The lines that hold anything, one after another. A line that is no record ends nothing. */
    private static final class Lines implements Closeable {
        private final TextReader text;
        private final String file;
        private final EntryKinds kinds;
        private final RecordMap map;
        private int number;

        Lines(Path path, String file, EntryKinds kinds, RecordMap map) throws IOException {
            this.text = new TextReader(path, new Encoding(StandardCharsets.UTF_8, 0));
            this.file = file;
            this.kinds = kinds;
            this.map = map;
        }

        /** The next line; null after the last. */
        @Nullable
        Line next() throws IOException, UnreadableTable {
            for (String line = text.readLine(LONGEST); line != null; line = text.readLine(LONGEST)) {
                number++;
                if (!line.isBlank()) {
                    return read(line);
                }
            }
            if (text.isChanged()) {
                throw new UnreadableTable(TableProblems.changed(Place.cell(file, null, number, 0)));
            }
            return null;
        }

        private Line read(String line) {
            Place place = Place.cell(file, null, number, 0);
            if (line.length() > LONGEST) {
                return refused(List.of(TableProblems.lineTooLong(place, LONGEST)));
            }
            if (line.indexOf(TextReader.DAMAGE) >= 0) {
                return refused(List.of(TableProblems.lineDamaged(place)));
            }
            List<Problem> problems = new ArrayList<>();
            Node node = Document.parseLine(file, number, line, problems);
            if (node == null || !node.isMap()) {
                return refused(List.of(TableProblems.json(place)));
            }
            if (node.flawed()) {
                return refused(problems);
            }
            return new Line(kind(node, kinds, map), new RecordSheet.Item(number, cells(node, kinds, map), List.of()));
        }

        private Line refused(List<Problem> problems) {
            return new Line(null, new RecordSheet.Item(number, Map.of(), problems));
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
