package dev.winnow.tables.internal.mapping;

import dev.winnow.model.source.Document;
import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.tables.internal.cells.TextFolding;
import dev.winnow.tables.internal.cells.YamlText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How winnow reads a layout that is not its own: which records its files hold, what each path or heading gives and in
 * which unit, what their values stand for, and which of their entries are known ones. Read from a file, from what the
 * command line says, or both. Immutable.
 */
public final class Mapping {

    /** What leaves a column out. */
    public static final String NOTHING = "-";

    /** What says that a name is of nobody that is known. */
    public static final String NEW = "new";

    /** What the file beside a table is called after it. */
    public static final String BESIDE = ".map.yaml";

    /** A mapping that says nothing. */
    public static final Mapping NONE = new Mapping(RecordMap.NONE, List.of(), Map.of());

    private static final Place COMMAND_LINE = Place.file("--map");
    private static final Place MATCHES = Place.file("--match");

    private final RecordMap common;
    private final List<RecordMap> records;
    private final Map<String, Word> match;

    Mapping(RecordMap common, List<RecordMap> records, Map<String, Word> match) {
        this.common = common;
        this.records = List.copyOf(records);
        this.match = RecordMap.copy(match);
    }

    /** The file beside a table with its mapping: {@code list.xlsx.map.yaml}. */
    public static Path beside(Path table) {
        return table.resolveSibling(table.getFileName() + BESIDE);
    }

    /** Reads the file beside a table, if there is one. */
    public static Mapping readBeside(Path table, List<Problem> problems) {
        Path file = beside(table);
        return Files.isRegularFile(file) ? read(file, problems) : NONE;
    }

    /** Reads a file. What is wrong in it is a problem and left out. */
    public static Mapping read(Path file, List<Problem> problems) {
        Node root = Document.read(file, problems);
        return root == null ? NONE : new MappingReader(problems).read(root);
    }

    /** Reads the text of a file. */
    public static Mapping parse(String file, String content, List<Problem> problems) {
        Node root = Document.parse(file, content, problems);
        return root == null ? NONE : new MappingReader(problems).read(root);
    }

    /** A mapping of several sorts of records, or of one. */
    public static Mapping ofRecords(List<RecordMap> records) {
        return records.size() == 1
                ? new Mapping(records.get(0), List.of(), Map.of())
                : new Mapping(RecordMap.NONE, records, Map.of());
    }

    /**
     * This with one more saying of the command line: {@code heading=property}, or {@code heading=value=word}, where no
     * heading stands for every column; null if it is neither.
     */
    public @Nullable Mapping and(String saying) {
        int last = saying.lastIndexOf('=');
        int first = saying.indexOf('=');
        String target = TextFolding.strip(saying.substring(last + 1));
        if (last < 1 || target.isEmpty()) {
            return null;
        }
        if (first == last) {
            return and(saying.substring(0, first), target);
        }
        Map<String, Word> word = Map.of(
                TextFolding.strip(saying.substring(first + 1, last)),
                new Word(Node.scalar(COMMAND_LINE, target), true));
        String heading = TextFolding.strip(saying.substring(0, first));
        return and(
                heading.isEmpty()
                        ? RecordMap.of(Map.of(), word)
                        : ofColumn(heading, new ColumnMap(List.of(), null, word, null, true, null)));
    }

    /** This with the meaning of one more heading. */
    public Mapping and(String heading, String meaning) {
        return and(ofColumn(heading, ColumnMap.of(Node.scalar(COMMAND_LINE, meaning))));
    }

    private static RecordMap ofColumn(String heading, ColumnMap column) {
        return RecordMap.of(Map.of(heading, column), Map.of());
    }

    private Mapping and(RecordMap more) {
        return new Mapping(common.and(more), records, match);
    }

    /** This for the records of a document at a path. */
    public Mapping from(String path) {
        List<Problem> none = new ArrayList<>();
        return parse("--learn", "from: " + YamlText.of(path) + "\ncolumns: {}\n", none)
                .and(this);
    }

    /** This with one more match: whom a name means, or {@link #NEW}. */
    public Mapping match(String name, String id) {
        return new Mapping(common, records, both(match, Map.of(name, new Word(Node.scalar(MATCHES, id), true))));
    }

    /** This with what another says, which takes precedence. */
    public Mapping and(Mapping other) {
        return new Mapping(
                common.and(other.common), other.records.isEmpty() ? records : other.records, both(match, other.match));
    }

    /** Whether it says nothing. */
    public boolean isEmpty() {
        return common.isEmpty() && records.isEmpty() && match.isEmpty();
    }

    /** Whether a file that may be a document of a universe is read as a table by it. */
    public boolean hasRecords() {
        return !records.isEmpty() || common.from() != null;
    }

    /**
     * What is read of a file, each by itself; one that says nothing if the mapping says nothing of such a file, none if it is
     * of other files alone.
     */
    @Internal
    public List<RecordMap> of(Path file) {
        if (records.isEmpty()) {
            return List.of(common.isOf(file) ? common : RecordMap.NONE);
        }
        List<RecordMap> own = new ArrayList<>();
        for (RecordMap one : records) {
            if (one.isOf(file)) {
                own.add(inherited(one));
            }
        }
        return own;
    }

    private RecordMap inherited(RecordMap record) {
        RecordMap whole = common.and(record);
        Map<String, ColumnMap> columns = new LinkedHashMap<>(whole.columns());
        // A saying of the command line beats what a file says of one sort of records.
        common.columns().forEach((heading, column) -> {
            boolean told =
                    column.targets().stream().anyMatch(node -> node.place().equals(COMMAND_LINE))
                            || column.words().values().stream()
                                    .anyMatch(word -> word.said().place().equals(COMMAND_LINE));
            if (told) {
                columns.merge(heading, column, ColumnMap::and);
            }
        });
        return whole.withColumns(columns);
    }

    /** All that it says of records: what holds for all of them first, then each sort with that. */
    @Internal
    public List<RecordMap> all() {
        return Stream.concat(Stream.of(common), records.stream().map(this::inherited))
                .toList();
    }

    /** Whom names mean: an id, or {@link #NEW}. */
    @Internal
    public Map<String, Word> matches() {
        return match;
    }

    /** Whom a name means; null if nothing is said of it. */
    @Internal
    public @Nullable Word match(String name) {
        return find(match, name);
    }

    /** What a text stands for: as it is written, else without regard to case, width and blanks; null if nothing is said of it. */
    @Internal
    public static @Nullable Word find(Map<String, Word> words, String text) {
        Word exact = words.get(text);
        if (exact != null || words.isEmpty()) {
            return exact;
        }
        String folded = TextFolding.of(text);
        return words.entrySet().stream()
                .filter(one -> !folded.isEmpty() && TextFolding.of(one.getKey()).equals(folded))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    static <T> Map<String, T> both(Map<String, T> map, Map<String, T> other) {
        Map<String, T> both = new LinkedHashMap<>(map);
        both.putAll(other);
        return both;
    }

    /** As a file. */
    public String toYaml() {
        return new MappingText(common, records, match).toString();
    }
}
