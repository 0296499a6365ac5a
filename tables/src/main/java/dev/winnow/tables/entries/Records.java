package dev.winnow.tables.entries;

import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.tables.cells.Encoding;
import dev.winnow.tables.cells.OpenTable;
import dev.winnow.tables.cells.RecordSheet;
import dev.winnow.tables.cells.TableProblems;
import dev.winnow.tables.cells.TextList;
import dev.winnow.tables.cells.TextReader;
import dev.winnow.tables.cells.UnreadableTable;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists of records: a line of NDJSON each, or the items of a JSON or YAML list. A key {@code list} says what a record is. */
final class Records {

    private static final String KIND = "list";

    /** The longest line; what is longer is no record that a person or a program wrote. */
    private static final int LONGEST = 4 << 20;

    private Records() {}

    /** The tables of an NDJSON file, one for each kind. Lines are read twice, and only projects not kept. */
    static List<OpenTable> ofLines(Path path, String file, EntryKinds kinds) throws IOException, UnreadableTable {
        Map<EntryKind, Set<String>> headings = new LinkedHashMap<>();
        Map<EntryKind, List<RecordSheet.Item>> kept = new LinkedHashMap<>();
        List<RecordSheet.Item> flawed = new ArrayList<>();
        try (Lines lines = new Lines(path, file, kinds)) {
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
            RecordSheet sheet = items == null
                    ? lines(path, file, columns, kinds)
                    : new RecordSheet(file, columns, items.iterator());
            tables.add(new OpenTable(sheet, kind.name(), kind));
        }
        return tables;
    }

    private static RecordSheet lines(Path path, String file, List<String> columns, EntryKinds kinds)
            throws IOException {
        Lines lines = new Lines(path, file, kinds);
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
    static List<OpenTable> ofItems(Node list, String file, EntryKinds kinds, List<Problem> problems) {
        Map<EntryKind, List<RecordSheet.Item>> items = new LinkedHashMap<>();
        int number = 0;
        for (Node node : list.items()) {
            number++;
            List<Problem> own = new ArrayList<>();
            if (node.flawed()) {
                Node next = number < list.items().size() ? list.items().get(number) : null;
                for (Problem problem : List.copyOf(problems)) {
                    if (problem.place().compareTo(node.place()) >= 0
                            && (next == null || problem.place().compareTo(next.place()) < 0)) {
                        problems.remove(problem);
                        own.add(problem);
                    }
                }
            } else if (!node.isMap()) {
                own.add(TableProblems.noRecord(node.place(), node.kind().words()));
            }
            items.computeIfAbsent(kind(node, kinds), any -> new ArrayList<>())
                    .add(new RecordSheet.Item(number, cells(node, kinds), own));
        }
        List<OpenTable> tables = new ArrayList<>();
        items.forEach((kind, all) -> {
            Set<String> headings = new LinkedHashSet<>();
            all.forEach(item -> headings.addAll(item.cells().keySet()));
            tables.add(new OpenTable(new RecordSheet(file, List.copyOf(headings), all.iterator()), kind.name(), kind));
        });
        return tables;
    }

    private static EntryKind kind(Node node, EntryKinds kinds) {
        Node name = node.isMap() ? node.get(KIND) : null;
        EntryKind kind = name == null ? null : kinds.find(name.text());
        return kind == null ? kinds.projects() : kind;
    }

    /** The content of a record, flattened: keys of the model as an entry has them, all others as they are. */
    static Map<String, String> cells(Node node, EntryKinds kinds) {
        EntryKind kind = kind(node, kinds);
        List<Node.Field> known = new ArrayList<>();
        Map<String, String> cells = new LinkedHashMap<>();
        for (Node.Field field : node.fields().values()) {
            boolean names = field.key().equals(KIND) && kinds.find(field.value().text()) != null;
            boolean flat = field.value().isScalar()
                    || (field.value().isList() && field.value().items().stream().allMatch(Node::isScalar));
            if (names) {
                continue;
            }
            if (kind.property(field.key()) != null || !flat || field.key().equals("milestones")) {
                known.add(field);
            } else if (field.value().isScalar()) {
                cells.put(field.key(), field.value().text());
            } else if (field.value().isList()) {
                cells.put(
                        field.key(),
                        TextList.join(
                                field.value().items().stream().map(Node::text).toList()));
            }
        }
        cells.putAll(FlatEntry.of(new Entry(kind, null, Node.map(node.place(), known)), new ArrayList<>()));
        return cells;
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
        private int number;

        Lines(Path path, String file, EntryKinds kinds) throws IOException {
            this.text = new TextReader(path, new Encoding(StandardCharsets.UTF_8, 0));
            this.file = file;
            this.kinds = kinds;
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
            if (text.isDamaged() && line.indexOf(TextReader.DAMAGE) >= 0) {
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
            return new Line(kind(node, kinds), new RecordSheet.Item(number, cells(node, kinds), List.of()));
        }

        private Line refused(List<Problem> problems) {
            return new Line(null, new RecordSheet.Item(number, Map.of(), problems));
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }

    /** Whether a name is of a file of lines. */
    static boolean isLines(String name) {
        return Stream.of(".ndjson", ".jsonl").anyMatch(name::endsWith);
    }
}
