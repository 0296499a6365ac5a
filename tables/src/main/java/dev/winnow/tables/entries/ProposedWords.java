package dev.winnow.tables.entries;

import dev.winnow.model.read.Property;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.cells.TextFolding;
import dev.winnow.tables.cells.TextList;
import dev.winnow.tables.headings.Column;
import dev.winnow.tables.headings.HeadingCatalogue;
import dev.winnow.tables.headings.Key;
import dev.winnow.tables.headings.NameLookup;
import dev.winnow.tables.mapping.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What values may stand for that name nothing known: the entry, or the word of a closed list, whose name is
 * nearest. Nothing of it counts until somebody confirms it.
 */
public final class ProposedWords {

    /** So many values of a column are proposed for at most. */
    private static final int MOST = 200;

    private final Universe base;
    private final NameLookup names;
    private final Map<ImportedTable, Map<Integer, Set<String>>> unknown = new HashMap<>();

    /** @param base the universe whose entries values may name */
    public ProposedWords(Universe base) {
        this.base = base;
        this.names = NameLookup.of(base);
    }

    /**
     * Collects the values of a row that name nothing known.
     *
     * @param cells what it says under each column
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

    /** The property that a column gives, or may give, by the names of entries or words; null if it gives none. */
    private static @Nullable Property property(ImportedTable table, Column column) {
        String means = column.means() == null ? MappingDraft.proposed(table, column) : column.means();
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

    /** What the unknown values of a column may stand for, {@code -} where nothing is near. */
    public Map<String, String> of(ImportedTable table, Column column) {
        Map<String, String> proposed = new LinkedHashMap<>();
        Property property = property(table, column);
        Set<String> texts =
                unknown.getOrDefault(table, Map.of()).get(table.columns().indexOf(column));
        if (property != null && texts != null) {
            Map<String, Set<String>> words = words(property);
            texts.forEach(text -> proposed.put(text, nearest(text, words)));
        }
        return proposed;
    }

    /** The ids and words that values can stand for, with what each is called. */
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

    private static String nearest(String text, Map<String, Set<String>> words) {
        String best = null;
        int most = 0;
        int shortest = 0;
        for (Map.Entry<String, Set<String>> word : words.entrySet()) {
            for (String name : word.getValue()) {
                int same = Nearest.sharedPart(TextFolding.of(text), TextFolding.of(name));
                if (same > most || (same > 0 && same == most && name.length() < shortest)) {
                    most = same;
                    shortest = name.length();
                    best = word.getKey();
                }
            }
        }
        if (best != null) {
            return best;
        }
        List<String> ids = new ArrayList<>(words.keySet());
        String spelt = Nearest.of(text, ids);
        return spelt == null ? Mapping.NOTHING : spelt;
    }
}
