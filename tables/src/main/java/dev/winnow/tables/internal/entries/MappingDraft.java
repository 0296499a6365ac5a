package dev.winnow.tables.internal.entries;

import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.internal.cells.TextFolding;
import dev.winnow.tables.internal.cells.TextList;
import dev.winnow.tables.internal.headings.Column;
import dev.winnow.tables.internal.headings.HeadingCatalogue;
import dev.winnow.tables.internal.headings.Key;
import dev.winnow.tables.internal.headings.Meanings;
import dev.winnow.tables.internal.headings.NameLookup;
import dev.winnow.tables.internal.mapping.ColumnMap;
import dev.winnow.tables.internal.mapping.Mapping;
import dev.winnow.tables.internal.mapping.RecordMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A draft of a mapping as text: the meanings found for headings and paths, and unconfirmed proposals for the other
 * headings and for values that name nothing known.
 */
public final class MappingDraft {

    private static final String ABOUT =
            "# A meaning behind `confirm` is a proposal and does not count: write `to` instead of `confirm`, the meaning"
                    + " alone, or another meaning.\n";

    /** Maximum number of values of a column with a proposal. */
    private static final int MOST = 200;

    private final Universe base;
    private final NameLookup names;
    private final Map<ImportedTable, Map<Integer, Set<String>>> unknown = new HashMap<>();

    /** @param base the universe whose entries values can name */
    public MappingDraft(Universe base) {
        this.base = base;
        this.names = NameLookup.of(base);
    }

    /**
     * Collects the values of a row that name nothing known.
     *
     * @param cells values by column
     */
    public void add(ImportedTable table, List<String> cells) {
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            Property property = property(table, columns.get(i));
            if (property == null) {
                continue;
            }
            for (String text : TextList.split(cells.get(i))) {
                if (!isKnown(property, text)) {
                    Set<String> texts = unknown.computeIfAbsent(table, any -> new HashMap<>())
                            .computeIfAbsent(i, any -> new LinkedHashSet<>());
                    if (texts.size() < MOST) {
                        texts.add(text);
                    }
                }
            }
        }
    }

    /** The property given, or possibly given, by a column whose values name entries or words; null if there is none. */
    private static @Nullable Property property(ImportedTable table, Column column) {
        String means = column.means() == null ? proposed(table, column) : column.means();
        Key key = means == null || column.number() == 0 ? null : Key.parse(means, table.kind());
        Property property = key == null || key.facet() != null ? null : key.property();
        boolean named = property != null
                && (property.refers() != null || !property.choices().isEmpty())
                && !property.namesFirms();
        return named ? property : null;
    }

    private boolean isKnown(Property property, String text) {
        String folded = TextFolding.of(text);
        HeadingCatalogue catalogue = HeadingCatalogue.get();
        if (folded.isEmpty() || catalogue.says("unknown", folded) || catalogue.says("none", folded)) {
            return true;
        }
        String list = property.refers();
        return list != null
                ? !names.ids(list, text).isEmpty()
                : property.choices().stream()
                        .anyMatch(choice -> TextFolding.of(choice).equals(folded) || catalogue.says(choice, folded));
    }

    /** Proposed meanings of a column's unknown values; {@code -} where nothing is similar. */
    private Map<String, Proposal> proposedWords(ImportedTable table, Column column) {
        Map<String, Proposal> proposed = new LinkedHashMap<>();
        Property property = property(table, column);
        Set<String> texts =
                unknown.getOrDefault(table, Map.of()).get(table.columns().indexOf(column));
        if (property != null && texts != null) {
            Map<String, Set<String>> words = words(property);
            texts.forEach(text -> proposed.put(text, nearest(text, words)));
        }
        return proposed;
    }

    /** Ids and words that values can mean, with their names. */
    private Map<String, Set<String>> words(Property property) {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        String list = property.refers();
        if (list == null) {
            property.choices().forEach(choice -> words.put(choice, Set.of(choice)));
        } else {
            base.called(list).forEach((id, called) -> {
                Set<String> all = new TreeSet<>(called);
                all.add(id);
                words.put(id, all);
            });
        }
        return words;
    }

    /**
     * The proposed meaning of a text.
     *
     * @param why the reason; null if nothing is proposed
     */
    private record Proposal(String word, @Nullable String why) {}

    private static Proposal nearest(String text, Map<String, Set<String>> words) {
        Proposal best = null;
        int most = 0;
        int shortest = 0;
        for (Map.Entry<String, Set<String>> word : words.entrySet()) {
            for (String name : word.getValue()) {
                int same = Nearest.sharedPart(text, name);
                if (same > most || (same > 0 && same == most && name.length() < shortest)) {
                    most = same;
                    shortest = name.length();
                    best = new Proposal(word.getKey(), "`" + text + "` shares a part with `" + name + "`");
                }
            }
        }
        if (best != null) {
            return best;
        }
        String spelt = Nearest.of(text, new ArrayList<>(words.keySet()));
        return spelt == null
                ? new Proposal(Mapping.NOTHING, null)
                : new Proposal(spelt, "`" + text + "` is spelt like `" + spelt + "`");
    }

    /**
     * The text of a mapping of tables as they were understood.
     *
     * @param paths paths of the records of a document, in reading order; empty for a table
     */
    public String of(List<ImportedTable> tables, List<String> paths) {
        String others = paths.size() < 2
                ? ""
                : paths.stream()
                        .skip(1)
                        .map(path -> "`" + path + "`")
                        .collect(Collectors.joining(", ", "# It holds records at other paths, too: ", ".\n"));
        List<RecordMap> records = tables.stream()
                .map(table -> record(table, paths.isEmpty() ? null : paths.get(0)))
                .toList();
        return ABOUT + others + Mapping.ofRecords(records).toYaml();
    }

    private RecordMap record(ImportedTable table, @Nullable String from) {
        Map<String, ColumnMap> columns = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            if (column.number() > 0 && column.state() != Column.State.IGNORED) {
                String heading = column.heading();
                for (int nth = 2; columns.containsKey(heading); nth++) {
                    heading = column.heading() + "#" + nth;
                }
                columns.put(heading, said(table, column));
            }
        }
        return RecordMap.draft(table.sheet(), from, table.kind().name(), columns);
    }

    private ColumnMap said(ImportedTable table, Column column) {
        if (column.means() == null && column.state() == Column.State.LEFT_OUT) {
            return ColumnMap.draft(Mapping.NOTHING, true, Map.of(), null);
        }
        Map<String, Proposal> unknown = proposedWords(table, column);
        List<String> why = new ArrayList<>();
        String means = column.means();
        String proposed = means == null ? proposed(table, column) : null;
        if (proposed != null) {
            why.add(why(column));
        }
        Map<String, String> words = new LinkedHashMap<>();
        unknown.forEach((text, proposal) -> {
            words.put(text, proposal.word);
            if (proposal.why != null) {
                why.add(proposal.why);
            }
        });
        String target = means != null
                ? means + (column.unit() == null ? "" : " [" + column.unit() + "]")
                : proposed == null ? Mapping.NOTHING : proposed;
        return ColumnMap.draft(target, means != null, words, why.isEmpty() ? null : String.join("; ", why));
    }

    /** The reason of the proposed meaning of a column. */
    private static String why(Column column) {
        return column.choices().isEmpty()
                ? "one of its keys is a word for it"
                : column.choices().size() == 1
                        ? "the heading resembles a word for it"
                        : "the heading may mean " + String.join(" or ", column.choices());
    }

    /** The proposed meaning of a column; null if there is none. */
    static @Nullable String proposed(ImportedTable table, Column column) {
        boolean isLeft = switch (column.state()) {
            case LEFT_OUT, IGNORED, PART -> true;
            default -> column.number() == 0;
        };
        if (isLeft) {
            return null;
        }
        List<String> choices =
                column.choices().isEmpty() ? new Meanings(table.kind()).ofPath(column.heading()) : column.choices();
        return choices.isEmpty() ? null : choices.get(0);
    }
}
