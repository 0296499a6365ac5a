package dev.winnow.tables.entries;

import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.universe.EntryKinds;
import dev.winnow.tables.cells.OpenTable;
import dev.winnow.tables.cells.RecordSheet;
import dev.winnow.tables.cells.TableProblems;
import dev.winnow.tables.cells.TextList;
import dev.winnow.tables.cells.UnreadableTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
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

    private Records() {}

    /** The tables of an NDJSON file, one for each kind. Lines are read twice, and only projects not kept. */
    static List<OpenTable> ofLines(Path path, String file, EntryKinds kinds) throws IOException, UnreadableTable {
        Map<EntryKind, Set<String>> headings = new LinkedHashMap<>();
        Map<EntryKind, List<RecordSheet.Item>> kept = new LinkedHashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    Node node = node(file, number, line);
                    EntryKind kind = kind(node, kinds);
                    Map<String, String> cells = cells(node, kinds);
                    headings.computeIfAbsent(kind, any -> new LinkedHashSet<>()).addAll(cells.keySet());
                    if (!kind.isProjects()) {
                        kept.computeIfAbsent(kind, any -> new ArrayList<>()).add(new RecordSheet.Item(number, cells));
                    }
                }
            }
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new UnreadableTable(TableProblems.characters(Place.file(file)));
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
        Lines items = new Lines(path, file, kinds);
        return new RecordSheet(file, columns, items) {
            @Override
            public void close() {
                items.close();
            }
        };
    }

    /** The tables of a list of records. */
    static List<OpenTable> ofItems(Node list, String file, EntryKinds kinds) {
        Map<EntryKind, List<RecordSheet.Item>> items = new LinkedHashMap<>();
        int number = 0;
        for (Node node : list.items()) {
            number++;
            items.computeIfAbsent(kind(node, kinds), any -> new ArrayList<>())
                    .add(new RecordSheet.Item(number, cells(node, kinds)));
        }
        List<OpenTable> tables = new ArrayList<>();
        items.forEach((kind, all) -> {
            Set<String> headings = new LinkedHashSet<>();
            all.forEach(item -> headings.addAll(item.cells().keySet()));
            tables.add(new OpenTable(new RecordSheet(file, List.copyOf(headings), all.iterator()), kind.name(), kind));
        });
        return tables;
    }

    private static Node node(String file, int number, String line) throws UnreadableTable {
        List<Problem> problems = new ArrayList<>();
        Node node = Document.parse(file + ".json", line, problems);
        if (node == null || !node.isMap()) {
            throw new UnreadableTable(TableProblems.json(Place.cell(file, null, number, 0)));
        }
        return node;
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

    /** The lines that are projects. */
    private static final class Lines implements Iterator<RecordSheet.Item> {
        private final BufferedReader lines;
        private final String file;
        private final EntryKinds kinds;
        private int number;
        private RecordSheet.@Nullable Item next;

        Lines(Path path, String file, EntryKinds kinds) throws IOException {
            this.lines = Files.newBufferedReader(path, StandardCharsets.UTF_8);
            this.file = file;
            this.kinds = kinds;
            advance();
        }

        private void advance() {
            next = null;
            try {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    number++;
                    if (!line.isBlank()) {
                        Node node = node(file, number, line);
                        if (kind(node, kinds).isProjects()) {
                            next = new RecordSheet.Item(number, cells(node, kinds));
                            return;
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (UnreadableTable e) {
                throw new IllegalStateException("this line was read before", e);
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public RecordSheet.Item next() {
            RecordSheet.Item item = next;
            if (item == null) {
                throw new java.util.NoSuchElementException();
            }
            advance();
            return item;
        }

        void close() {
            try {
                lines.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether a name is of a file of lines. */
    static boolean isLines(String name) {
        return Stream.of(".ndjson", ".jsonl").anyMatch(name::endsWith);
    }
}
