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
 * A row as an entry of a universe file: each column by its name, as a text, a list or a map of such. It can be sent to
 * executors, which a {@link Node} cannot.
 */
final class ProjectRow implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a cell says of a list that has nothing in it; an empty cell says nothing. */
    private static final String NONE = "none";

    private final LinkedHashMap<String, Serializable> values;

    private ProjectRow(Map<String, Serializable> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /**
     * The entry of a row; columns that hold nothing are left out.
     *
     * @param kind says which columns hold lists, which a text lists as a cell of a table does: {@code design; packaging}
     */
    static ProjectRow of(Row row, EntryKind kind) {
        LinkedHashMap<String, Serializable> values = new LinkedHashMap<>();
        String[] names = row.schema().fieldNames();
        for (int i = 0; i < names.length; i++) {
            Serializable value = names[i].equals(ScreeningSchema.CORRUPT) ? null : value(row.get(i));
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

    /** A value of Spark as texts; null if it is none. */
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

    /** The text of a cell; null if it is empty. */
    private static @Nullable String text(Object value) {
        // By the time zone of the JVM, as the Timestamp is that Spark gives otherwise.
        Object day = value instanceof Instant moment ? moment.atZone(ZoneId.systemDefault()) : value;
        String text = PlainValues.text(day);
        return text == null || text.isBlank() ? null : text;
    }

    /** What its columns say, as JSON. */
    String json() {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts, lists and maps can be written", e);
        }
    }

    /** Its id; empty if it has none. */
    String id() {
        return values.get("id") instanceof String id ? id.strip() : "";
    }

    /** Whether it has landed in a city or was decided for one, so that the scores of others depend on it. */
    boolean isLanded() {
        return values.get("city") != null;
    }

    /** The entry; the place of each value is its column. */
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
