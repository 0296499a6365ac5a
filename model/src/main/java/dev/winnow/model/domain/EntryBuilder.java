package dev.winnow.model.domain;

import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.StartOfList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Builds an entry of a universe in code, as a file would state it. The entry is checked when the universe is built, by
 * the same checks as a file. A null argument is refused by name. Not thread-safe.
 *
 * @param <B> the builder itself
 */
public abstract class EntryBuilder<B extends EntryBuilder<B>> {

    private final Place place;
    private final Map<String, Node> values = new LinkedHashMap<>();

    EntryBuilder(String place) {
        this.place = Place.file(place);
    }

    abstract B self();

    /**
     * States a text, or the id of an entry of the universe.
     *
     * @param property the name of the property, core or declared
     * @param text the text
     * @return this builder
     */
    public B set(String property, String text) {
        return put(property, scalar(require(text, property)));
    }

    /**
     * States a list of texts. A {@link StartOfList} may be incomplete.
     *
     * @param property the name of the property, core or declared
     * @param texts the texts
     * @return this builder
     */
    public B set(String property, List<String> texts) {
        Node list = Node.list(
                place, require(texts, property).stream().map(this::scalar).toList());
        return put(property, PlainValues.list(place, list, StartOfList.mayHoldMore(texts)));
    }

    /**
     * States a figure, with its evidence if it has any.
     *
     * @param property the name of the property, core or declared
     * @param figure the figure; money in millions of the universe's currency
     * @return this builder
     */
    public B set(String property, Figure figure) {
        return put(property, PlainValues.figure(place, require(figure, property)));
    }

    /**
     * States a property that is true or false.
     *
     * @param property the name of the property, core or declared
     * @param flag the value
     * @return this builder
     */
    public B set(String property, boolean flag) {
        return put(property, scalar(String.valueOf(flag)));
    }

    /**
     * States a day.
     *
     * @param property the name of the property, core or declared
     * @param day the day
     * @return this builder
     */
    public B set(String property, LocalDate day) {
        return put(property, scalar(require(day, property).toString()));
    }

    /**
     * States the origin of the entry and the day from which it counts.
     *
     * @param evidence the evidence
     * @return this builder
     */
    public B from(Evidence evidence) {
        PlainValues.sourced(place, null, require(evidence, "evidence")).forEach(this::put);
        return self();
    }

    final B put(String property, Node value) {
        values.put(require(property, "property"), value);
        return self();
    }

    final B add(String list, Node entry) {
        Node before = values.get(list);
        List<Node> items = new ArrayList<>(before == null ? List.of() : before.items());
        items.add(entry);
        return put(list, Node.list(place, items));
    }

    final Node map(Map<String, Node> fields) {
        return PlainValues.map(place, fields);
    }

    final Node scalar(String text) {
        return Node.scalar(place, require(text, "text"));
    }

    final Node texts(String... texts) {
        return Node.list(
                place,
                List.of(require(texts, "texts")).stream().map(this::scalar).toList());
    }

    static <T> T require(T value, String name) {
        return Objects.requireNonNull(value, name);
    }

    /** {@return the entry as a file states it} */
    @Internal
    public Node node() {
        return map(values);
    }
}
