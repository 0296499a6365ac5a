package dev.winnow.tables.internal.entries;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.tables.internal.cells.Encoding;
import dev.winnow.tables.internal.cells.FileProblems;
import dev.winnow.tables.internal.cells.ReadAheadSheet;
import dev.winnow.tables.internal.cells.RecordSheet;
import dev.winnow.tables.internal.cells.Sheet;
import dev.winnow.tables.internal.cells.TextList;
import dev.winnow.tables.internal.cells.TextReader;
import dev.winnow.tables.internal.cells.UnreadableTable;
import dev.winnow.tables.internal.headings.Key;
import dev.winnow.tables.internal.mapping.RecordMap;
import dev.winnow.tables.internal.mapping.RecordPath;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists of records: lines of NDJSON, or items of a JSON or YAML list. The key {@code list} names the kind of a record.
 */
final class Records {

    private static final String KIND = "list";

    /** Maximum length of a line in characters; longer lines are not records. */
    private static final int LONGEST = 4 << 20;

    private Records() {}

    /** The tables of an NDJSON file, one per kind. Lines are read twice, so that projects need not be kept. */
    static List<TableFile.OpenTable> ofLines(Path path, String file, EntryKinds kinds, RecordMap map)
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
        // Invalid lines go to the table of projects if there is one, otherwise to the first table.
        if (!headings.containsKey(kinds.projects()) && !flawed.isEmpty()) {
            kept.values().iterator().next().addAll(flawed);
        }
        List<TableFile.OpenTable> tables = new ArrayList<>();
        for (Map.Entry<EntryKind, Set<String>> one : headings.entrySet()) {
            EntryKind kind = one.getKey();
            List<String> columns = List.copyOf(one.getValue());
            List<RecordSheet.Item> items = kept.get(kind);
            Sheet sheet = items == null
                    ? ReadAheadSheet.of(lines(path, file, columns, kinds, map))
                    : new RecordSheet(file, columns, items.iterator());
            tables.add(new TableFile.OpenTable(sheet, kind.name(), kind));
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
     * @param problems problems of the file; those inside a record are removed from it and refuse the record
     */
    static List<TableFile.OpenTable> ofItems(
            Node list, String file, EntryKinds kinds, RecordMap map, List<Problem> problems) {
        Map<EntryKind, List<RecordSheet.Item>> items = new LinkedHashMap<>();
        int number = 0;
        for (Node node : list.items()) {
            number++;
            List<Problem> own = new ArrayList<>();
            if (node.flawed()) {
                Node next = number < list.items().size() ? list.items().get(number) : null;
                take(node, next, problems, own);
            } else if (!node.isMap()) {
                own.add(FileProblems.noRecord(node.place(), node.kind().words()));
            }
            items.computeIfAbsent(kind(node, kinds, map), any -> new ArrayList<>())
                    .add(new RecordSheet.Item(number, cells(node, kinds, map), own));
        }
        List<TableFile.OpenTable> tables = new ArrayList<>();
        items.forEach((kind, all) -> {
            Set<String> headings = new LinkedHashSet<>();
            all.forEach(item -> headings.addAll(item.cells().keySet()));
            tables.add(new TableFile.OpenTable(
                    new RecordSheet(file, List.copyOf(headings), all.iterator()), kind.name(), kind));
        });
        return tables;
    }

    /** Moves the problems inside a record from its file to the record. */
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
     * The table of the records that a mapping selects in a document; empty if its path leads to none.
     *
     * @param problems problems of the file; those inside a record are removed from it and refuse the record
     */
    static List<TableFile.OpenTable> ofPath(
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
                : List.of(new TableFile.OpenTable(
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

    /** The content of a record: keys of the model in the form of an entry, all others by path. */
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
     * A line of the file.
     *
     * @param kind kind of the record; null if the line is not a record
     */
    private record Line(@Nullable EntryKind kind, RecordSheet.Item item) {}

    /** The lines that are not blank. Reading continues after an invalid line. */
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
                throw new UnreadableTable(FileProblems.changed(Place.cell(file, null, number, 0)));
            }
            return null;
        }

        private Line read(String line) {
            Place place = Place.cell(file, null, number, 0);
            if (line.length() > LONGEST) {
                return refused(List.of(FileProblems.lineTooLong(place, LONGEST)));
            }
            if (line.indexOf(TextReader.DAMAGE) >= 0) {
                return refused(List.of(FileProblems.lineDamaged(place)));
            }
            List<Problem> problems = new ArrayList<>();
            Node node = Document.parseLine(file, number, line, problems);
            if (node == null || !node.isMap()) {
                return refused(List.of(FileProblems.json(place)));
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

    /**
     * A record of a document as a row. Keys written as in a universe file keep that form; all others are flattened to
     * paths such as {@code owner.name}. The values of a path through a list form a list: {@code sites[].city}.
     */
    private static final class FlatRecord {

        private static final String OUTER = "../";
        private static final String KEY = "@key";

        private final Map<String, List<String>> texts = new LinkedHashMap<>();
        private final Map<String, Place> places = new LinkedHashMap<>();

        private FlatRecord() {}

        /**
         * The cells of a record for an entry of a kind.
         *
         * @param mapped paths that a mapping names
         */
        static FlatRecord of(Node record, EntryKind kind, Collection<String> mapped) {
            FlatRecord flat = new FlatRecord();
            List<Node.Field> known = new ArrayList<>();
            for (Node.Field field : record.each()) {
                String path = step(field.key());
                boolean beneath = mapped.stream()
                        .filter(name -> name.startsWith(path + ".") || name.startsWith(path + "[]"))
                        .anyMatch(name -> !isFacet(kind, field, name.substring(path.length() + 1)));
                if (!beneath && isOfEntry(kind, field)) {
                    known.add(field);
                    flat.places.put(field.key(), field.value().place());
                } else {
                    flat.add(path, field.value());
                }
            }
            if (!record.isMap()) {
                flat.add(".", record);
            }
            FlatEntry.of(new Entry(kind, null, Node.map(record.place(), known)), new ArrayList<>())
                    .forEach((name, text) -> flat.texts.put(name, new ArrayList<>(List.of(text))));
            return flat;
        }

        /** Adds the values that a mapping takes from the key of a record and from the records around it. */
        FlatRecord with(RecordPath.Found found, Collection<String> mapped) {
            for (String path : mapped) {
                RecordPath.Found at = found;
                String rest = path;
                while (at != null && rest.startsWith(OUTER)) {
                    at = at.outer();
                    rest = rest.substring(OUTER.length());
                }
                if (at == null) {
                    continue;
                }
                String key = at.key();
                if (rest.equals(KEY) && key != null) {
                    texts.put(path, new ArrayList<>(List.of(key)));
                    places.put(path, at.node().place());
                } else if (!rest.equals(path)) {
                    outer(path, rest, at.node());
                }
            }
            return this;
        }

        private void outer(String path, String rest, Node node) {
            RecordPath way = RecordPath.of(Node.scalar(node.place(), rest));
            if (way != null) {
                way.each(node, found -> add(path, found.node()));
            }
        }

        private static String step(String key) {
            return key.replace(".", "\\.");
        }

        /** Whether the value of a key has the form of universe files. */
        private static boolean isOfEntry(EntryKind kind, Node.Field field) {
            String key = field.key();
            Node value = field.value();
            if (key.equals("milestones") && kind.isProjects()) {
                return value.isList() && value.items().stream().allMatch(item -> item.get("step") != null);
            }
            if (key.equals("outcome") && kind.isProjects()) {
                return value.isMap() && (value.get("result") != null || value.get("ended") != null);
            }
            if (kind.property(key) == null) {
                return false;
            }
            if (value.isMap()) {
                Set<String> keys = value.fields().keySet();
                return key.equals("complete")
                        || isStated(value)
                        || (key.equals("name") && Set.of("en", "zh").containsAll(keys));
            }
            return value.items().stream().allMatch(item -> item.isScalar() || isStated(item));
        }

        /**
         * Whether a path below a key gives the source, date or another facet of its value, which the mapping reads as a
         * column of its own.
         */
        private static boolean isFacet(EntryKind kind, Node.Field field, String beneath) {
            Property property = kind.property(field.key());
            return property != null
                    && isStated(field.value())
                    && Key.facets(property).contains(beneath);
        }

        /** Whether a value has an origin, even if only to say that it is unknown. */
        private static boolean isStated(Node value) {
            return value.isMap() && value.fields().containsKey("value");
        }

        private void add(String path, Node value) {
            switch (value.kind()) {
                case NULL -> {}
                case SCALAR -> {
                    texts.computeIfAbsent(path, any -> new ArrayList<>()).add(value.text());
                    places.putIfAbsent(path, value.place());
                }
                case LIST -> value.items().forEach(item -> add(item.isScalar() ? path : path + "[]", item));
                case MAP -> value.each().forEach(field -> add(path + "." + step(field.key()), field.value()));
            }
        }

        /** Values by key or path. */
        Map<String, String> cells() {
            Map<String, String> cells = new LinkedHashMap<>();
            texts.forEach((path, all) -> cells.put(path, all.size() == 1 ? all.get(0) : TextList.join(all)));
            return cells;
        }

        /** Places of the values. */
        Map<String, Place> places() {
            return places;
        }
    }
}
