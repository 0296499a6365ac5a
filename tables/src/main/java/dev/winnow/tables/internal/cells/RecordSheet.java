package dev.winnow.tables.internal.cells;

import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.io.IOException;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON or YAML records as a table. Its first row contains every key of any record, the rows below it the values. */
public class RecordSheet extends Sheet {

    /**
     * A record.
     *
     * @param number number of its line or item, from 1
     * @param cells values by key
     * @param problems reasons to refuse the record regardless of its values
     * @param own start of the record in a document; null if its number gives the place
     * @param places places of the values in a document, by key
     */
    public record Item(
            int number,
            Map<String, String> cells,
            List<Problem> problems,
            @Nullable Place own,
            Map<String, Place> places) {

        public Item {
            problems = List.copyOf(problems);
        }

        /** A record whose number gives its place. */
        public Item(int number, Map<String, String> cells, List<Problem> problems) {
            this(number, cells, problems, null, Map.of());
        }
    }

    private final List<String> headings;
    private final Iterator<Item> items;
    private boolean started;

    public RecordSheet(String file, List<String> headings, Iterator<Item> items) {
        super(file, null, (char) 0, new BitSet());
        this.headings = headings;
        this.items = items;
    }

    @Override
    public @Nullable Row next() throws IOException, UnreadableTable {
        if (!started) {
            started = true;
            return new Row(0, headings, List.of());
        }
        Item item = item();
        if (item == null) {
            return null;
        }
        Place own = item.own;
        return new Row(
                item.number,
                headings.stream()
                        .map(heading -> item.cells.getOrDefault(heading, ""))
                        .toList(),
                List.of(),
                false,
                item.problems,
                own,
                own == null
                        ? List.of()
                        : headings.stream()
                                .map(heading -> item.places.getOrDefault(heading, own))
                                .toList());
    }

    /** The next record; null after the last. */
    protected @Nullable Item item() throws IOException, UnreadableTable {
        return items.hasNext() ? items.next() : null;
    }

    @Override
    public void close() throws IOException {}
}
