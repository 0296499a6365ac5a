package dev.winnow.tables.entries;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.meaning.HeadingCatalogue;
import dev.winnow.tables.meaning.Key;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Entries as rows, kept by kind until all columns are known. */
public final class FlatRows implements Closeable {

    private final Consumer<Problem> unfit;
    private final Map<EntryKind, RowSpool> rows = new LinkedHashMap<>();

    public FlatRows(Consumer<Problem> unfit) {
        this.unfit = unfit;
    }

    public void add(EntryKind kind, @Nullable String holder, Node entry) throws IOException {
        List<Problem> left = new ArrayList<>();
        rows.computeIfAbsent(kind, any -> new RowSpool()).add(FlatEntry.of(new Entry(kind, holder, entry), left));
        left.forEach(unfit);
    }

    /** The kinds, as {@link dev.winnow.model.universe.EntryKinds#values} orders them. */
    public List<EntryKind> kinds() {
        return rows.keySet().stream()
                .sorted(Comparator.comparingInt(kind -> kind.kinds().values().indexOf(kind)))
                .toList();
    }

    /** Goes through the rows of a kind, in their order. */
    public void each(EntryKind kind, Spool.Taker<Map<String, String>> taker) throws IOException {
        RowSpool spool = rows.get(kind);
        if (spool != null) {
            spool.each(taker);
        }
    }

    @Override
    public void close() throws IOException {
        for (RowSpool spool : rows.values()) {
            spool.close();
        }
    }

    /** The columns of a kind that any row fills, in the order in which people read them. */
    public List<Key> columns(EntryKind kind) {
        RowSpool spool = rows.get(kind);
        List<String> names = spool == null ? List.of() : spool.names();
        List<Key> keys = new ArrayList<>();
        for (String name : names) {
            Key key = Key.parse(name, kind);
            if (key != null) {
                keys.add(key);
            }
        }
        keys.sort(Comparator.comparingInt((Key key) -> order(kind, key))
                .thenComparingInt(Key::nth)
                .thenComparingInt(key ->
                        key.facet() == null ? -1 : Key.facets(key.property()).indexOf(key.facet())));
        return keys;
    }

    private static int order(EntryKind kind, Key key) {
        return key.property().name().equals(kind.holder())
                        && kind.property(key.property().name()) == null
                ? -1
                : kind.properties().indexOf(key.property());
    }

    /** How a column is headed. */
    public static String heading(EntryKind kind, Key key, Language language) {
        HeadingCatalogue catalogue = HeadingCatalogue.get();
        String facet = key.facet();
        return catalogue.column(kind, key.property().name()).first(language)
                + (key.nth() > 1 ? "." + key.nth() : "")
                + (facet == null ? "" : "." + catalogue.facet(facet).first(language));
    }
}
