package dev.winnow.engine.oracle;

import dev.winnow.model.domain.CityList;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Measured;
import dev.winnow.model.value.Unit;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The components of a record type, by reflection. */
final class Shape {

    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    private static final Map<String, List<String>> KEYS = Map.of(
            "Presence", List.of("link"),
            "Coverage", List.of("stage"),
            "Milestone", List.of("step"),
            "AsOf", List.of("date"));

    private final Class<?> type;
    private final RecordComponent[] components;
    private final int[] key;

    private Shape(Class<?> type) {
        this.type = type;
        this.components = Records.components(type);
        CityList list = type.getAnnotation(CityList.class);
        List<String> names = list == null ? KEYS.getOrDefault(name(), List.of("id")) : Arrays.asList(list.key());
        this.key = names.stream().mapToInt(this::index).toArray();
    }

    static Shape of(Class<?> type) {
        return SHAPES.computeIfAbsent(type, Shape::new);
    }

    String name() {
        return type.getSimpleName();
    }

    /** What rules may read: everything but where a fact comes from. */
    List<String> components() {
        return Arrays.stream(components)
                .filter(component -> component.getType() != Evidence.class)
                .map(RecordComponent::getName)
                .toList();
    }

    Class<?> type(String component) {
        return components[index(component)].getType();
    }

    /** Whether a component is a figure or a day. */
    boolean isNumber(String component) {
        return type(component) == Figure.class || type(component) == LocalDate.class;
    }

    int size() {
        return components.length;
    }

    int index(String component) {
        for (int i = 0; i < components.length; i++) {
            if (components[i].getName().equals(component)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name() + " has no " + component);
    }

    /** The unit of a component that is a figure, else null. */
    @Nullable
    Unit unit(String component) {
        Measured measured = components[index(component)].getAnnotation(Measured.class);
        return measured == null ? null : measured.value();
    }

    @Nullable
    Object[] read(Object fact) {
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Row.plain(Records.get(components[i], fact));
        }
        return values;
    }

    String id(@Nullable Object[] values) {
        List<String> parts = new ArrayList<>();
        for (int part : key) {
            parts.add(String.valueOf(values[part]));
        }
        return String.join("/", parts);
    }
}
