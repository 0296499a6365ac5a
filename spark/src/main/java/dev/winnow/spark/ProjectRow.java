package dev.winnow.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.winnow.model.domain.PlainValues;
import dev.winnow.model.internal.read.Property;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.internal.cells.TextList;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A row as an entry of a universe file: each column by name, as a text, a list or a map. Unlike a {@link Node}, it can
 * be sent to executors.
 */
final class ProjectRow implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The text of a cell that states an empty list; an empty cell states nothing. */
    private static final String NONE = "none";

    private final LinkedHashMap<String, Serializable> values;

    private ProjectRow(Map<String, Serializable> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /**
     * Returns the entry of a row, without empty columns and those that are no keys, whose names begin with {@code _}.
     *
     * @param kind the columns that contain lists; a text such as {@code design; packaging} is split like a table cell
     */
    static ProjectRow of(Row row, EntryKind kind) {
        LinkedHashMap<String, Serializable> values = new LinkedHashMap<>();
        String[] names = row.schema().fieldNames();
        for (int i = 0; i < names.length; i++) {
            Serializable value = names[i].startsWith("_") ? null : value(row.get(i));
            if (value != null) {
                Property property = kind.property(names[i]);
                boolean listed = property != null && property.type() == Property.Type.TEXTS;
                values.put(names[i], listed && value instanceof String text ? list(text) : value);
            }
        }
        return new ProjectRow(values);
    }

    private static Serializable list(String text) {
        return new ArrayList<>(text.strip().equals(NONE) ? List.of() : TextList.split(text));
    }

    /** Converts a Spark value to texts; null if it is empty. */
    private static @Nullable Serializable value(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Row row) {
            LinkedHashMap<String, Serializable> map = new LinkedHashMap<>();
            String[] names = row.schema().fieldNames();
            for (int i = 0; i < names.length; i++) {
                Serializable inner = value(row.get(i));
                if (inner != null) {
                    map.put(names[i], inner);
                }
            }
            return map;
        }
        if (value instanceof scala.collection.Map<?, ?> entries) {
            LinkedHashMap<String, Serializable> map = new LinkedHashMap<>();
            CollectionConverters.asJava(entries).forEach((key, one) -> {
                Serializable inner = value(one);
                if (inner != null) {
                    map.put(String.valueOf(key), inner);
                }
            });
            return map;
        }
        if (value instanceof scala.collection.Seq<?> items) {
            ArrayList<Serializable> list = new ArrayList<>();
            for (Object item : CollectionConverters.asJava(items)) {
                Serializable inner = value(item);
                if (inner != null) {
                    list.add(inner);
                }
            }
            return list;
        }
        return text(value);
    }

    /** Returns the text of a cell; null if it is empty. */
    private static @Nullable String text(Object value) {
        // Uses the time zone of the JVM, as the Timestamp that Spark otherwise returns does.
        Object day = value instanceof Instant moment ? moment.atZone(ZoneId.systemDefault()) : value;
        String text = PlainValues.text(day);
        return text == null || text.isBlank() ? null : text;
    }

    /** Returns the columns as JSON. */
    String json() {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts, lists and maps can be written", e);
        }
    }

    /** Returns the id that a column states; null if it states none. */
    static @Nullable String statedId(@Nullable Object column) {
        return value(column) instanceof String id ? id.strip() : null;
    }

    /** Returns the id; empty if the row has none. */
    String id() {
        return values.get("id") instanceof String id ? id.strip() : "";
    }

    /** Whether the project has landed in a city or is decided for one, so that the scores of others depend on it. */
    boolean isLanded() {
        return values.get("city") != null;
    }

    /** Returns the entry; the place of each value is its column. */
    Node node() {
        return map(values, null);
    }

    private static Node map(Map<?, ?> map, @Nullable Place of) {
        List<Node.Field> fields = new ArrayList<>();
        map.forEach((key, value) -> {
            String name = String.valueOf(key);
            Place place = of == null ? Place.file(name) : of;
            fields.add(new Node.Field(name, place, node(value, place)));
        });
        return Node.map(of == null ? Place.file("row") : of, Collections.unmodifiableList(fields));
    }

    private static Node node(Object value, Place place) {
        if (value instanceof Map<?, ?> inner) {
            return map(inner, place);
        }
        if (value instanceof List<?> items) {
            return Node.list(
                    place, items.stream().map(item -> node(item, place)).toList());
        }
        return Node.scalar(place, String.valueOf(value));
    }
}
