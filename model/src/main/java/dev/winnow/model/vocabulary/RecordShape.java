package dev.winnow.model.vocabulary;

import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.domain.DeclaredValues;
import dev.winnow.model.domain.Demand;
import dev.winnow.model.domain.District;
import dev.winnow.model.domain.Firm;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.domain.LeadUser;
import dev.winnow.model.source.Message;
import dev.winnow.model.value.Evidence;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The components of a record type, either its own or among its declared values, and the way to construct the record.
 *
 * @param <R> the type
 */
public final class RecordShape<R extends Record> {

    /** Returns the known values of the components of one record. */
    public interface Source {

        /** Returns the known value of a component; null if unknown. */
        @Nullable
        Object known(Component component);
    }

    /** The records for rows of core lists; rows of other lists are {@link DeclaredRow}s. */
    private static final List<Class<? extends Record>> ROWS =
            List.of(Demand.class, District.class, Firm.class, Fund.class, LeadUser.class);

    /** The components of each record. Java makes new accessors, and classes for them, each time it is asked. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> record) {
            return record.getRecordComponents();
        }
    };

    private final Class<R> type;
    private final String name;
    private final Constructor<R> constructor;
    /** The components by position in the constructor; null for the declared values. */
    private final List<@Nullable Component> parts;

    /** The accessors of all parts, by position. */
    private final Method[] accessors;
    /** The positions of the components, by name. */
    private final Map<String, Integer> places = new HashMap<>();
    /** The position of the declared values; -1 if there are none. */
    private final int values;

    private final List<Component> declared;
    private final DeclaredValues.Layout layout;
    private final List<Component> stated;
    private final Set<String> timeless;
    private final List<String> key;
    private final @Nullable String list;
    private final Message owner;
    private final @Nullable R unwritten;

    private RecordShape(
            Class<R> type,
            String name,
            Message owner,
            Set<String> given,
            List<Component> described,
            @Nullable String list,
            List<String> key,
            @Nullable R missing) {
        this.type = type;
        this.name = name;
        this.owner = owner;
        this.list = list;
        this.key = key;
        Map<String, Component> known = new LinkedHashMap<>();
        described.forEach(component -> known.put(component.name(), component));
        RecordComponent[] components = COMPONENTS.get(type);
        List<@Nullable Component> all = new ArrayList<>();
        int held = -1;
        for (int i = 0; i < components.length; i++) {
            String called = components[i].getName();
            Class<?> of = components[i].getType();
            if (of == DeclaredValues.class) {
                held = i;
                all.add(null);
                continue;
            }
            Component component = of == Evidence.class
                    ? new Component(called, Component.Kind.EVIDENCE, null, null, List.of(), false, true)
                    : given.contains(called)
                            ? new Component(called, Component.Kind.TEXT, null, null, List.of(), true, true)
                            : known.get(called);
            if (component == null || !component.kind().isOf(of)) {
                throw new IllegalStateException("core.yaml does not describe " + components[i] + " of " + name);
            }
            places.put(called, i);
            all.add(component);
        }
        this.parts = all;
        this.values = held;
        this.accessors = Stream.of(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
        this.declared = described.stream()
                .filter(component -> !places.containsKey(component.name()))
                .toList();
        if (held < 0 && !declared.isEmpty()) {
            throw new IllegalStateException(name + " has no component for " + declared.get(0));
        }
        this.layout =
                new DeclaredValues.Layout(declared.stream().map(Component::name).toList());
        this.stated = described.stream()
                .filter(component -> !given.contains(component.name()))
                .toList();
        this.timeless = stated.stream()
                .filter(Component::timeless)
                .map(Component::name)
                .collect(Collectors.toUnmodifiableSet());
        try {
            this.constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has this constructor", e);
        }
        // All its values are unknown, even claims.
        this.unwritten = list == null || missing != null ? missing : construct(component -> null);
    }

    /**
     * Returns the shape of a type that is not a list of a city.
     *
     * @param owner the name of such a record in a message: {@code a project}
     * @param given components whose values come from the enclosing entry rather than from the file
     * @param described the descriptions of its components, and its declared properties
     */
    static <R extends Record> RecordShape<R> of(
            Class<R> type, Message owner, Set<String> given, List<DeclaredProperty> described) {
        return new RecordShape<>(
                type, type.getSimpleName(), owner, given, components(described), null, List.of(), null);
    }

    /** Returns the shape of the rows of a list of cities. */
    static RecordShape<?> of(DeclaredList list) {
        for (Class<? extends Record> row : ROWS) {
            if (row.getSimpleName().equals(list.row())) {
                return of(row, list, null);
            }
        }
        return of(DeclaredRow.class, list, null);
    }

    /**
     * Returns the shape of the same rows with another description of their list; the unwritten row stays the same
     * object.
     */
    RecordShape<R> describedBy(DeclaredList other) {
        return of(type, other, unwritten);
    }

    private static <R extends Record> RecordShape<R> of(Class<R> type, DeclaredList list, @Nullable R missing) {
        return new RecordShape<>(
                type,
                list.row(),
                Message.of("a row of `%s`", list.name()),
                Set.of("type", "city"),
                components(list.properties()),
                list.name(),
                list.key(),
                missing);
    }

    private static List<Component> components(List<DeclaredProperty> described) {
        return described.stream().map(DeclaredProperty::component).toList();
    }

    public Class<R> type() {
        return type;
    }

    /** Returns the name of the type in rules. */
    public String name() {
        return name;
    }

    /** Returns the name of a record of this type in messages. */
    public Message owner() {
        return owner;
    }

    /** Returns the name of the city's list that contains its rows. */
    public String list() {
        if (list == null) {
            throw new IllegalStateException(name + " is no list of a city");
        }
        return list;
    }

    /** Returns the row that stands for the rows missing from an incomplete list; all its values are unknown. */
    public R unwritten() {
        if (unwritten == null) {
            throw new IllegalStateException(name + " is no list of a city");
        }
        return unwritten;
    }

    /** Returns the components that identify a row. */
    public List<String> key() {
        return key;
    }

    /** Returns the components that a file states: all but evidence and the given ones. */
    public List<Component> stated() {
        return stated;
    }

    /** Whether the component of a name counts at any date. */
    public boolean isTimeless(String component) {
        return timeless.contains(component);
    }

    /** Whether a file must state the component. */
    public boolean required(Component component) {
        return key.contains(component.name()) || (key.isEmpty() && !component.nullable());
    }

    /**
     * Creates the record from the known values.
     *
     * @param source returns the known value of each component; null if unknown
     */
    public R make(Source source) {
        return construct(component -> component.held(source.known(component)));
    }

    /**
     * Returns the value of a stated component of a record.
     *
     * @param record a record of this shape
     * @param component the name of the component
     * @return the value; null if it is unknown
     */
    public @Nullable Object value(Record record, String component) {
        Integer place = places.get(component);
        try {
            if (place != null) {
                return accessors[place].invoke(record);
            }
            return declared(record).get(component);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read a " + name, e);
        }
    }

    /**
     * Returns a copy of a record with some components changed.
     *
     * @param record a record of this shape
     * @param changed the new values by component; null makes a component unknown
     */
    public R with(Record record, Map<String, @Nullable Object> changed) {
        @Nullable Object[] held = new Object[parts.size()];
        try {
            for (int i = 0; i < held.length; i++) {
                held[i] = accessors[i].invoke(record);
            }
            for (Map.Entry<String, @Nullable Object> one : changed.entrySet()) {
                Integer place = places.get(one.getKey());
                if (place != null) {
                    held[place] = one.getValue();
                } else {
                    held[values] =
                            ((DeclaredValues) Objects.requireNonNull(held[values])).with(one.getKey(), one.getValue());
                }
            }
            return constructor.newInstance(held);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot change a " + name, e);
        }
    }

    private DeclaredValues declared(Record record) throws ReflectiveOperationException {
        return (DeclaredValues) Objects.requireNonNull(accessors[values].invoke(record));
    }

    /** Creates the record from the values of its constructor. */
    private R construct(Source values) {
        @Nullable Object[] held = new Object[parts.size()];
        for (int i = 0; i < held.length; i++) {
            Component component = parts.get(i);
            held[i] = component == null
                    ? declared(values)
                    : type == DeclaredRow.class && component.name().equals("type") ? name : values.known(component);
        }
        try {
            return constructor.newInstance(held);
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(
                    "the constructor refuses a checked " + name + ": " + Arrays.toString(held), e);
        }
    }

    private DeclaredValues declared(Source values) {
        if (declared.isEmpty()) {
            return DeclaredValues.NONE;
        }
        @Nullable Object[] held = new Object[declared.size()];
        for (int i = 0; i < held.length; i++) {
            held[i] = values.known(declared.get(i));
        }
        return new DeclaredValues(layout, held);
    }
}
