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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a vocabulary describes of a record type, as components of the record or among its declared values, and how to
 * construct the record.
 *
 * @param <R> the type
 */
public final class RecordShape<R extends Record> {

    /** Gives the values of the components of one record. */
    public interface Source {

        /** What is known of a component; null if nothing is. */
        @Nullable
        Object known(Component component);
    }

    /** The records that show the rows of lists of the core; of any other list they are {@link DeclaredRow}s. */
    private static final List<Class<? extends Record>> ROWS =
            List.of(Demand.class, District.class, Firm.class, Fund.class, LeadUser.class);

    private final Class<R> type;
    private final String name;
    private final Constructor<R> constructor;
    /** By the place in the constructor; null where the declared values go. */
    private final List<@Nullable Component> parts;

    /** The accessors of all parts, by their place. */
    private final Method[] accessors;
    /** The places of the parts that are components, by name. */
    private final Map<String, Integer> places = new HashMap<>();
    /** The place of the declared values; -1 if there is none. */
    private final int values;

    private final List<Component> declared;
    private final DeclaredValues.Layout layout;
    private final List<Component> stated;
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
        RecordComponent[] components = type.getRecordComponents();
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
        try {
            this.constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has this constructor", e);
        }
        // Nothing is known of it, not even that a claim is not made.
        this.unwritten = list == null || missing != null ? missing : construct(component -> null);
    }

    /**
     * The shape of a type that is no list of a city.
     *
     * @param owner what one of it is called in a message: {@code a project}
     * @param given components whose values come from the enclosing entry rather than from the file
     * @param described what is known of its components, and what it has besides
     */
    static <R extends Record> RecordShape<R> of(
            Class<R> type, Message owner, Set<String> given, List<DeclaredProperty> described) {
        return new RecordShape<>(
                type, type.getSimpleName(), owner, given, components(described), null, List.of(), null);
    }

    /** The shape of the rows of a list of cities. */
    static RecordShape<?> of(DeclaredList list) {
        for (Class<? extends Record> row : ROWS) {
            if (row.getSimpleName().equals(list.row())) {
                return of(row, list, null);
            }
        }
        return of(DeclaredRow.class, list, null);
    }

    /** The same rows as another description of their list has them; the row that stands for missing ones stays the same. */
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

    /** The name of the type in rules. */
    public String name() {
        return name;
    }

    /** What one of it is called in a message. */
    public Message owner() {
        return owner;
    }

    /** The name of the city's list that its rows make up. */
    public String list() {
        if (list == null) {
            throw new IllegalStateException(name + " is no list of a city");
        }
        return list;
    }

    /** The row that stands for the rows missing from an incomplete list: nothing of it is known. */
    public R unwritten() {
        if (unwritten == null) {
            throw new IllegalStateException(name + " is no list of a city");
        }
        return unwritten;
    }

    /** The components that tell one row from another. */
    public List<String> key() {
        return key;
    }

    /** The components that a file states, that is all but evidence and the given ones. */
    public List<Component> stated() {
        return stated;
    }

    /** Whether a file must state the component. */
    public boolean required(Component component) {
        return key.contains(component.name())
                || (key.isEmpty() && !component.nullable() && component.kind() != Component.Kind.FLAG);
    }

    /**
     * Makes the record from the values that are known.
     *
     * @param source gives the known value of each component; null if unknown
     */
    public R make(Source source) {
        return construct(component -> component.held(source.known(component)));
    }

    /**
     * The value of a stated component of a record.
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
     * A copy of a record that differs in some components.
     *
     * @param record a record of this shape
     * @param changed the other values, by the name of their component; null makes one unknown
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

    /** Makes the record from the values that it gets. */
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
            throw new IllegalStateException("a checked " + name + " is refused: " + Arrays.toString(held), e);
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
