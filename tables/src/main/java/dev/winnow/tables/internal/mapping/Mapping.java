package dev.winnow.tables.internal.mapping;

import dev.winnow.model.source.Document;
import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.YamlText;
import dev.winnow.tables.internal.cells.TextFolding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How winnow reads a layout that is not its own: the records in its files, the property and unit of each path or
 * heading, the meanings of values, and the known entries among its rows. Read from a file, from the command line, or
 * from both. Immutable.
 */
public final class Mapping {

    /** The target that leaves a column out. */
    public static final String NOTHING = "-";

    /** The match that declares a name new. */
    public static final String NEW = "new";

    /** Suffix of the mapping file beside a table. */
    public static final String BESIDE = ".map.yaml";

    /** An empty mapping. */
    public static final Mapping NONE = new Mapping(RecordMap.NONE, List.of(), Map.of());

    /** The place of meanings that are chosen one by one, on the command line or elsewhere. */
    public static final Place CHOSEN = Place.file("--map");

    private static final Place MATCHES = Place.file("--match");

    private final RecordMap common;
    private final List<RecordMap> records;
    private final Map<String, Word> match;

    Mapping(RecordMap common, List<RecordMap> records, Map<String, Word> match) {
        this.common = common;
        this.records = List.copyOf(records);
        this.match = RecordMap.copy(match);
    }

    /** The mapping file beside a table: {@code list.xlsx.map.yaml}. */
    public static Path beside(Path table) {
        return table.resolveSibling(table.getFileName() + BESIDE);
    }

    /** Reads the mapping file beside a table, if there is one. */
    public static Mapping readBeside(Path table, List<Problem> problems) {
        Path file = beside(table);
        return Files.isRegularFile(file) ? read(file, problems) : NONE;
    }

    /** Reads a file. Invalid parts are reported and left out. */
    public static Mapping read(Path file, List<Problem> problems) {
        Node root = Document.read(file, problems);
        return root == null ? NONE : new MappingReader(problems).read(root);
    }

    /** Parses the text of a file. */
    public static Mapping parse(String file, String content, List<Problem> problems) {
        Node root = Document.parse(file, content, problems);
        return root == null ? NONE : new MappingReader(problems).read(root);
    }

    /** A mapping of one or several sorts of records. */
    public static Mapping ofRecords(List<RecordMap> records) {
        return records.size() == 1
                ? new Mapping(records.get(0), List.of(), Map.of())
                : new Mapping(RecordMap.NONE, records, Map.of());
    }

    /**
     * This mapping with one more option of the command line, {@code heading=property} or {@code heading=value=word},
     * where an empty heading stands for every column; null if the option has neither form.
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
                TextFolding.strip(saying.substring(first + 1, last)), new Word(Node.scalar(CHOSEN, target), true));
        String heading = TextFolding.strip(saying.substring(0, first));
        return and(
                heading.isEmpty()
                        ? RecordMap.of(Map.of(), word)
                        : ofColumn(heading, new ColumnMap(List.of(), null, word, null, true, null)));
    }

    /** This mapping with the meaning of one more heading. */
    public Mapping and(String heading, String meaning) {
        return and(ofColumn(heading, ColumnMap.of(Node.scalar(CHOSEN, meaning))));
    }

    private static RecordMap ofColumn(String heading, ColumnMap column) {
        return RecordMap.of(Map.of(heading, column), Map.of());
    }

    private Mapping and(RecordMap more) {
        return new Mapping(common.and(more), records, match);
    }

    /** This mapping without a meaning of its own for a heading. */
    public Mapping without(String heading) {
        Map<String, ColumnMap> columns = new LinkedHashMap<>(common.columns());
        columns.remove(heading);
        return new Mapping(common.withColumns(columns), records, match);
    }

    /** This mapping with the correction of a cell, instead of an earlier one of the same cell. */
    public Mapping correcting(CellCorrection correction) {
        return new Mapping(common.correcting(correction), records, match);
    }

    /** Returns the corrected cells. */
    public List<CellCorrection> corrections() {
        return common.corrections();
    }

    /** This mapping for the records at a path of a document. */
    public Mapping from(String path) {
        List<Problem> none = new ArrayList<>();
        return parse("--learn", "from: " + YamlText.of(path) + "\ncolumns: {}\n", none)
                .and(this);
    }

    /** This mapping with one more match: the id that a name means, or {@link #NEW}. */
    public Mapping match(String name, String id) {
        return new Mapping(common, records, both(match, Map.of(name, new Word(Node.scalar(MATCHES, id), true))));
    }

    /** This mapping with the meanings of names that another one has. */
    public Mapping matching(Mapping other) {
        return new Mapping(common, records, both(match, other.match));
    }

    /** This mapping combined with another one, which takes precedence. */
    public Mapping and(Mapping other) {
        return new Mapping(
                common.and(other.common), other.records.isEmpty() ? records : other.records, both(match, other.match));
    }

    /** Whether the mapping is empty. */
    public boolean isEmpty() {
        return common.isEmpty() && records.isEmpty() && match.isEmpty();
    }

    /** Whether the mapping reads a file as a table that could otherwise be a universe document. */
    public boolean hasRecords() {
        return !records.isEmpty() || common.from() != null;
    }

    /**
     * The parts of the mapping that read a file, each on its own: an empty one if the mapping has no settings for the
     * file, none if all its parts are restricted to other files.
     */
    @Internal
    public List<RecordMap> of(Path file) {
        return of(String.valueOf(file.getFileName()));
    }

    /** The parts of the mapping that read a file of a name, as {@link #of(Path)} returns them. */
    @Internal
    public List<RecordMap> of(String file) {
        if (records.isEmpty()) {
            return List.of(common.isOfFile(file) ? common : RecordMap.NONE);
        }
        List<RecordMap> own = new ArrayList<>();
        for (RecordMap one : records) {
            if (one.isOfFile(file)) {
                own.add(inherited(one));
            }
        }
        return own;
    }

    private RecordMap inherited(RecordMap record) {
        RecordMap whole = common.and(record);
        Map<String, ColumnMap> columns = new LinkedHashMap<>(whole.columns());
        // The command line takes precedence over a file's settings for one sort of records.
        common.columns().forEach((heading, column) -> {
            boolean told =
                    column.targets().stream().anyMatch(node -> node.place().equals(CHOSEN))
                            || column.words().values().stream()
                                    .anyMatch(word -> word.said().place().equals(CHOSEN));
            if (told) {
                columns.merge(heading, column, ColumnMap::and);
            }
        });
        return whole.withColumns(columns);
    }

    /** All sorts of records: first the common settings, then each sort combined with them. */
    @Internal
    public List<RecordMap> all() {
        return Stream.concat(Stream.of(common), records.stream().map(this::inherited))
                .toList();
    }

    /** Meanings of names: an id, or {@link #NEW}. */
    @Internal
    public Map<String, Word> matches() {
        return match;
    }

    /** The meaning of a name; null if there is none. */
    @Internal
    public @Nullable Word match(String name) {
        return find(match, name);
    }

    /** The meaning of a text, as written or regardless of case, width and blanks; null if there is none. */
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

    /** The mapping in the form of a file. */
    public String toYaml() {
        return new MappingText(common, records, match).toString();
    }
}
