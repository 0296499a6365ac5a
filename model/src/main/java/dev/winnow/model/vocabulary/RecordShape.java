package dev.winnow.model.vocabulary;

import dev.winnow.model.domain.CoreRecords;
import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.domain.DeclaredValues;
import dev.winnow.model.source.Message;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The components of a record type, those of the record and those that a vocabulary declares, and how to construct it
 * from them.
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
            List<Component> declared,
            @Nullable String list,
            List<String> key) {
        this.type = type;
        this.name = name;
        this.owner = owner;
        this.declared = List.copyOf(declared);
        this.layout =
                new DeclaredValues.Layout(declared.stream().map(Component::name).toList());
        this.list = list;
        this.key = key;
        RecordComponent[] components = type.getRecordComponents();
        List<@Nullable Component> all = new ArrayList<>();
        List<CoreRecords.Part> said = CoreRecords.parts(type);
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            all.add(component.getType() == DeclaredValues.class ? null : Component.of(component, said.get(i)));
        }
        this.parts = all;
        this.accessors = Stream.of(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
        int held = -1;
        for (int i = 0; i < all.size(); i++) {
            Component component = all.get(i);
            if (component == null) {
                held = i;
            } else {
                places.put(component.name(), i);
            }
        }
        this.values = held;
        List<Component> told = new ArrayList<>();
        for (Component component : all) {
            if (component != null && component.kind() != Component.Kind.EVIDENCE && !given.contains(component.name())) {
                told.add(component);
            }
        }
        told.addAll(declared);
        this.stated = List.copyOf(told);
        try {
            this.constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has this constructor", e);
        }
        // Nothing is known of it, not even that a claim is not made.
        this.unwritten = list == null ? null : construct(component -> null);
    }

    /**
     * The shape of a type without declared components.
     *
     * @param owner what one of it is called in a message: {@code a project}
     * @param given components whose values come from the enclosing entry rather than from the file
     */
    public static <R extends Record> RecordShape<R> of(Class<R> type, Message owner, Set<String> given) {
        return of(type, owner, given, List.of());
    }

    /**
     * The shape of a type with declared components, which are stated behind its own.
     *
     * @param owner what one of it is called in a message: {@code a project}
     * @param given components whose values come from the enclosing entry rather than from the file
     * @param declared what a vocabulary adds
     */
    static <R extends Record> RecordShape<R> of(
            Class<R> type, Message owner, Set<String> given, List<Component> declared) {
        return new RecordShape<>(
                type, type.getSimpleName(), owner, given, declared, CoreRecords.list(type), CoreRecords.key(type));
    }

    /** The shape of the rows of a declared list. */
    static RecordShape<DeclaredRow> of(DeclaredList list) {
        return new RecordShape<>(
                DeclaredRow.class,
                list.row(),
                Message.of("a row of `%s`", list.name()),
                Set.of("type", "city"),
                list.properties().stream().map(DeclaredProperty::component).toList(),
                list.name(),
                list.key());
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
