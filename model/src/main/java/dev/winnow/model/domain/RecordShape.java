package dev.winnow.model.domain;

import dev.winnow.model.source.Message;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The components of a record type and how to construct it from them. A component that is added to the record is read
 * without further code.
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
    private final Constructor<R> constructor;
    private final List<Component> components;
    private final List<Component> stated;
    private final List<String> key;
    private final @Nullable String list;
    private final Message owner;

    /**
     * The shape of a type.
     *
     * @param owner what one of it is called in a message: {@code a project}
     * @param given components whose values come from the enclosing entry rather than from the file
     */
    public RecordShape(Class<R> type, Message owner, Set<String> given) {
        this.type = type;
        this.owner = owner;
        CityList cityList = type.getAnnotation(CityList.class);
        this.key = cityList == null ? List.of() : List.of(cityList.key());
        this.list = cityList == null ? null : cityList.value();
        RecordComponent[] parts = type.getRecordComponents();
        this.components = Stream.of(parts).map(Component::of).toList();
        this.stated = components.stream()
                .filter(component -> component.kind() != Component.Kind.EVIDENCE && !given.contains(component.name()))
                .toList();
        try {
            this.constructor = type.getDeclaredConstructor(
                    Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has this constructor", e);
        }
    }

    public Class<R> type() {
        return type;
    }

    /** What one of it is called in a message. */
    public Message owner() {
        return owner;
    }

    /** The name of the city's list that its rows make up. */
    public String list() {
        if (list == null) {
            throw new IllegalStateException(type + " is no list of a city");
        }
        return list;
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
        @Nullable Object[] held = new Object[components.size()];
        for (int i = 0; i < held.length; i++) {
            Component component = components.get(i);
            held[i] = component.held(source.known(component));
        }
        try {
            return constructor.newInstance(held);
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("a checked " + type + " is refused: " + Arrays.toString(held), e);
        }
    }
}
