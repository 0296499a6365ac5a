package dev.winnow.model.domain;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.StartOfList;
import dev.winnow.model.value.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as programs and databases hold them the way a universe file states them. */
public final class PlainValues {

    private PlainValues() {}

    /**
     * The entry that some values state.
     *
     * @param place what problems of it name
     * @param values the values by the keys of a universe file; one that is null is not stated
     * @throws IllegalArgumentException if a value is of a type that states nothing
     */
    public static Node entry(Place place, Map<String, ? extends @Nullable Object> values) {
        List<Node.Field> fields = new ArrayList<>();
        values.forEach((key, value) -> {
            if (value != null) {
                fields.add(new Node.Field(key, place, node(place, key, value)));
            }
        });
        return Node.map(place, fields);
    }

    private static Node node(Place place, String key, Object value) {
        if (value instanceof Node node) {
            return node;
        }
        if (value instanceof Figure figure) {
            return figure(place, figure);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> named = new LinkedHashMap<>();
            map.forEach((name, inner) -> named.put(String.valueOf(name), inner));
            return entry(place, named);
        }
        if (value instanceof Collection<?> list) {
            return list(place, key, list);
        }
        if (value instanceof Object[] array) {
            return list(place, key, Arrays.asList(array));
        }
        return Node.scalar(place, text(key, value));
    }

    private static Node list(Place place, String key, Collection<?> values) {
        List<Node> items = new ArrayList<>(values.size());
        for (Object value : values) {
            if (value == null) {
                throw new IllegalArgumentException("`" + key + "` holds null");
            }
            items.add(node(place, key, value));
        }
        return list(place, Node.list(place, items), StartOfList.mayHoldMore(values));
    }

    /** A list as a file states it, which says so of one that may hold more. */
    static Node list(Place place, Node list, boolean more) {
        return more ? map(place, Map.of("value", list, "more", Node.scalar(place, "true"))) : list;
    }

    @SuppressWarnings(
            "JavaUtilDate") // JDBC still gives it: a day in the time zone of the JVM, for which nothing else stands
    private static String text(String key, Object value) {
        if (value instanceof CharSequence
                || value instanceof Boolean
                || value instanceof LocalDate
                || value instanceof YearMonth
                || value instanceof Year) {
            return value.toString();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            // The digits that are printed, not all that the binary number has.
            return Double.isFinite(number) ? new BigDecimal(value.toString()).toPlainString() : value.toString();
        }
        if (value instanceof Number) {
            return value.toString();
        }
        if (value instanceof LocalDateTime time) {
            return time.toLocalDate().toString();
        }
        if (value instanceof OffsetDateTime time) {
            return time.toLocalDate().toString();
        }
        if (value instanceof ZonedDateTime time) {
            return time.toLocalDate().toString();
        }
        if (value instanceof Date date) {
            return LocalDate.ofInstant(Instant.ofEpochMilli(date.getTime()), ZoneId.systemDefault())
                    .toString();
        }
        throw new IllegalArgumentException("`" + key + "` is a "
                + value.getClass().getName() + "; give a text, a number, a day, yes or no, a list or" + " a map");
    }

    /** A figure to its last digit, with its evidence if it has some. */
    static Node figure(Place place, Figure figure) {
        Evidence evidence = figure.evidence();
        Node value = Node.scalar(place, text(figure));
        return evidence == null ? value : map(place, sourced(place, value, evidence));
    }

    static Node map(Place place, Map<String, Node> fields) {
        return Node.map(
                place,
                fields.entrySet().stream()
                        .map(field -> new Node.Field(field.getKey(), place, field.getValue()))
                        .toList());
    }

    /** What evidence states, beside a value if there is one. */
    static Map<String, Node> sourced(Place place, @Nullable Node value, Evidence evidence) {
        Map<String, Node> fields = new LinkedHashMap<>();
        if (value != null) {
            fields.put("value", value);
        }
        if (evidence.source() != null) {
            fields.put("source", Node.scalar(place, evidence.source()));
        }
        if (evidence.asOf() != null) {
            fields.put("asOf", Node.scalar(place, evidence.asOf().toString()));
        }
        if (evidence.hindsight()) {
            fields.put("hindsight", Node.scalar(place, "true"));
        }
        if (evidence.note() != null) {
            fields.put("note", Node.scalar(place, evidence.note()));
        }
        return fields;
    }

    private static String text(Figure figure) {
        Unit counts = figure.unit();
        String unit = counts.isMoney() ? " mn " + counts.sign() : counts.isDeclared() ? " " + counts.sign() : "";
        return switch (figure.bound()) {
            case EXACT -> digits(figure.low()) + unit;
            case AT_LEAST -> "at least " + digits(figure.low()) + unit;
            case AT_MOST -> "at most " + digits(figure.high()) + unit;
            case ABOUT -> "about " + digits(figure.value()) + unit;
            case BETWEEN -> digits(figure.low()) + unit + "–" + digits(figure.high()) + unit;
        };
    }

    private static String digits(Amount amount) {
        return amount.decimal().toPlainString();
    }
}
