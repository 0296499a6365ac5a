package dev.winnow.tables.internal.write;

import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.internal.entries.Entry;
import dev.winnow.tables.internal.entries.EntrySpool;
import dev.winnow.tables.internal.entries.EntryWriter;
import dev.winnow.tables.internal.entries.FlatEntry;
import dev.winnow.tables.internal.headings.HeadingCatalogue;
import dev.winnow.tables.internal.headings.Key;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes entries as rows, which are kept by kind until all columns are known. */
abstract class TableWriter implements EntryWriter {

    final OutputStream out;
    private final Language language;
    private final Consumer<Problem> unfit;
    private final Map<EntryKind, EntrySpool> rows = new LinkedHashMap<>();
    private final Map<EntryKind, Set<String>> names = new HashMap<>();

    TableWriter(OutputStream out, Language language, Consumer<Problem> unfit) {
        this.out = out;
        this.language = language;
        this.unfit = unfit;
    }

    @Override
    public void write(EntryKind kind, @Nullable String holder, Node entry) throws IOException {
        List<Problem> left = new ArrayList<>();
        List<Node.Field> cells = new ArrayList<>();
        FlatEntry.of(new Entry(kind, holder, entry), left)
                .forEach((name, text) ->
                        cells.add(new Node.Field(name, entry.place(), Node.scalar(entry.place(), text))));
        Set<String> filled = names.computeIfAbsent(kind, any -> new LinkedHashSet<>());
        cells.forEach(cell -> filled.add(cell.key()));
        rows.computeIfAbsent(kind, any -> new EntrySpool()).add(Node.map(entry.place(), cells));
        left.forEach(unfit);
    }

    /** Writes the file when all rows are known. */
    abstract void finish() throws IOException;

    @Override
    public void close() throws IOException {
        try {
            finish();
        } finally {
            for (EntrySpool spool : rows.values()) {
                spool.close();
            }
        }
    }

    /** The kinds, in the order of {@link dev.winnow.model.universe.EntryKinds#values}. */
    List<EntryKind> kinds() {
        return rows.keySet().stream()
                .sorted(Comparator.comparingInt(kind -> kind.kinds().values().indexOf(kind)))
                .toList();
    }

    /** Columns of a kind with at least one value, in reading order. */
    List<Key> columns(EntryKind kind) {
        List<Key> keys = new ArrayList<>();
        for (String name : names.getOrDefault(kind, Set.of())) {
            Key key = Key.parse(name, kind);
            if (key != null) {
                keys.add(key);
            }
        }
        keys.sort(Comparator.comparingInt((Key key) -> kind.properties().indexOf(key.property()))
                .thenComparingInt(Key::nth)
                .thenComparingInt(key ->
                        key.facet() == null ? -1 : Key.facets(key.property()).indexOf(key.facet())));
        return keys;
    }

    String heading(EntryKind kind, Key key) {
        return HeadingCatalogue.get().heading(kind, key, language);
    }

    String sheetName(EntryKind kind) {
        return HeadingCatalogue.get().sheetName(kind, language);
    }

    /** Passes on the texts of each row by the names of their columns. */
    void each(EntryKind kind, EntrySpool.Sink<Map<String, String>> sink) throws IOException {
        EntrySpool spool = rows.get(kind);
        if (spool != null) {
            spool.each(row -> {
                Map<String, String> cells = new HashMap<>();
                row.each().forEach(cell -> cells.put(cell.key(), cell.value().text()));
                sink.accept(cells);
            });
        }
    }
}
