package dev.winnow.model.domain;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.StartOfList;
import dev.winnow.model.value.Unit;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.net.URI;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Converts values of programs and databases to nodes as in a universe file. A value of an unsupported type, such as a
 * byte array, is reported as a problem. An empty text, null and an empty {@code Optional} mean unknown.
 */
public final class PlainValues {

    /** Maximum nesting, as for documents. */
    private static final int DEEPEST = 50;

    /** Decimals of a larger scale keep their exponent: written in full they might fill the memory. */
    private static final int LARGEST_SCALE = 1_000;

    private final Place place;
    private final List<Problem> problems;
    private int depth;

    private PlainValues(Place place, List<Problem> problems) {
        this.place = place;
        this.problems = problems;
    }

    /**
     * Returns an entry that states values.
     *
     * @param place the place that its problems name
     * @param values the values by the keys of a universe file; null values are left out
     * @param problems receives a problem for each value of an unsupported type; the entry contains a refused node in
     *     its place
     */
    public static Node entry(Place place, Map<String, ? extends @Nullable Object> values, List<Problem> problems) {
        return new PlainValues(place, problems).entry(values);
    }

    private Node entry(Map<String, ? extends @Nullable Object> values) {
        List<Node.Field> fields = new ArrayList<>();
        values.forEach((key, value) -> {
            Node node = node(key, value);
            if (node != null) {
                fields.add(new Node.Field(key, place, node));
            }
        });
        return Node.map(place, fields);
    }

    /** Returns the node of a value; null if it means unknown. */
    private @Nullable Node node(String key, @Nullable Object value) {
        if (depth == DEEPEST) {
            return refused(Message.of("nested more than %s levels deep", DEEPEST));
        }
        depth++;
        try {
            return stated(key, value);
        } finally {
            depth--;
        }
    }

    private @Nullable Node stated(String key, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Node node) {
            return node;
        }
        if (value instanceof Figure figure) {
            return figure(place, figure);
        }
        if (value instanceof Optional<?> optional) {
            return node(key, optional.orElse(null));
        }
        if (value instanceof OptionalInt number) {
            return number.isEmpty() ? null : node(key, number.getAsInt());
        }
        if (value instanceof OptionalLong number) {
            return number.isEmpty() ? null : node(key, number.getAsLong());
        }
        if (value instanceof OptionalDouble number) {
            return number.isEmpty() ? null : node(key, number.getAsDouble());
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> named = new LinkedHashMap<>();
            map.forEach((name, inner) -> named.put(String.valueOf(name), inner));
            return entry(named);
        }
        if (value instanceof Collection<?> list) {
            return list(key, list);
        }
        if (value instanceof Object[] array) {
            return list(key, Arrays.asList(array));
        }
        if (value.getClass().isArray() && !(value instanceof byte[]) && !(value instanceof char[])) {
            return list(
                    key,
                    IntStream.range(0, Array.getLength(value))
                            .mapToObj(i -> Array.get(value, i))
                            .toList());
        }
        String text = text(value);
        if (text == null) {
            return refused(
                    Message.of("`%s` has a value of an unsupported type", key),
                    Message.of("give a text, a number, a day, yes or no, a list or a map"));
        }
        return text.isBlank() ? null : Node.scalar(place, text);
    }

    private Node refused(Message what) {
        return refused(what, null);
    }

    private Node refused(Message what, @Nullable Message advice) {
        problems.add(new Problem(place, what, 0, advice));
        return Node.refused(place);
    }

    private Node list(String key, Collection<?> values) {
        List<Node> items = new ArrayList<>(values.size());
        for (Object value : values) {
            Node item = node(key, value);
            if (item == null) {
                return refused(Message.of("`%s` has an empty item", key), Message.of("leave it out"));
            }
            if (item.cracked()) {
                return item;
            }
            items.add(item);
        }
        return list(place, Node.list(place, items), StartOfList.mayHoldMore(values));
    }

    /** Returns a list as a file states it, marked if it may be incomplete. */
    static Node list(Place place, Node list, boolean more) {
        return more ? map(place, Map.of("value", list, "more", Node.scalar(place, "true"))) : list;
    }

    /**
     * {@return the text of a value as in a file; null if it is a list, a map, or of an unsupported type} An enum
     * constant becomes the id that its name spells: {@code NEW_ENERGY} is {@code new-energy}.
     */
    @SuppressWarnings("JavaUtilDate") // JDBC returns java.util.Date for days in the JVM's time zone
    public static @Nullable String text(Object value) {
        if (value instanceof CharSequence
                || value instanceof Character
                || value instanceof Boolean
                || value instanceof UUID
                || value instanceof URI
                || value instanceof LocalDate
                || value instanceof YearMonth
                || value instanceof Year) {
            return value.toString();
        }
        if (value instanceof char[] letters) {
            return new String(letters);
        }
        if (value instanceof Enum<?> constant) {
            String name = constant.toString();
            return name.equals(constant.name()) ? name.toLowerCase(Locale.ROOT).replace('_', '-') : name;
        }
        if (value instanceof BigDecimal number) {
            return plain(number);
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            // toString gives the shortest digits; new BigDecimal(double) would give the whole binary expansion.
            return Double.isFinite(number) ? plain(new BigDecimal(value.toString())) : value.toString();
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
        // JDBC's java.sql.Time is a Date without a day. It is compared by name because the module java.sql may be
        // absent.
        if (value instanceof Date date && !value.getClass().getName().equals("java.sql.Time")) {
            return LocalDate.ofInstant(Instant.ofEpochMilli(date.getTime()), ZoneId.systemDefault())
                    .toString();
        }
        return null;
    }

    private static String plain(BigDecimal number) {
        BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return Math.abs((long) shortest.scale()) > LARGEST_SCALE ? shortest.toString() : shortest.toPlainString();
    }

    /** Returns a figure with all its digits, and its evidence if it has any. */
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

    /** Returns the fields of a value, if there is one, and of its evidence. */
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
