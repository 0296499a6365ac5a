package dev.winnow.tables;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.cells.TableProblems;
import dev.winnow.tables.entries.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lists within entries of which a row was refused, so that they do not count as complete even if declared so. */
final class TornLists {

    private final Set<String> torn = new HashSet<>();

    /** An entry of a kind was refused; of what stands in no other, nothing is torn. */
    void tear(@Nullable String holder, EntryKind kind) {
        if (holder != null) {
            torn.add(holder + " " + kind.list());
        }
    }

    /**
     * A city without the torn lists among its complete ones; any other entry as it is.
     *
     * @param notes takes what was declared complete and is not
     */
    Entry whole(Entry entry, Consumer<Problem> notes) {
        if (!entry.kind().list().equals("cities")) {
            return entry;
        }
        Node complete = entry.node().get("complete");
        if (complete == null || torn.stream().noneMatch(one -> one.startsWith(entry.id() + " "))) {
            return entry;
        }
        List<Node.Field> fields = new ArrayList<>();
        for (Node.Field field : entry.node().fields().values()) {
            Node value = field.key().equals("complete") ? untorn(entry.id(), complete, notes) : field.value();
            fields.add(new Node.Field(field.key(), field.place(), value));
        }
        return new Entry(entry.kind(), null, Node.map(entry.node().place(), fields));
    }

    private Node untorn(String city, Node complete, Consumer<Problem> notes) {
        if (complete.isMap()) {
            return Node.map(
                    complete.place(),
                    complete.fields().values().stream()
                            .filter(list -> isWhole(city, list.key(), list.place(), notes))
                            .toList());
        }
        return Node.list(
                complete.place(),
                complete.items().stream()
                        .filter(list -> isWhole(city, list.text().strip(), list.place(), notes))
                        .toList());
    }

    private boolean isWhole(String city, String list, Place place, Consumer<Problem> notes) {
        boolean whole = !torn.contains(city + " " + list);
        if (!whole) {
            notes.accept(TableProblems.incomplete(place, list, city));
        }
        return whole;
    }
}
