package dev.winnow.engine.oracle;

import dev.winnow.model.domain.DeclaredValues;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads components of records. */
final class Records {

    /** A class makes new ones whenever it is asked, and each parses its annotations when one is looked for. */
    private static final Map<Class<?>, RecordComponent[]> COMPONENTS = new ConcurrentHashMap<>();

    private Records() {}

    static @Nullable Object get(RecordComponent component, Object fact) {
        try {
            return component.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(component.toString(), e);
        }
    }

    static @Nullable Object get(String component, Object fact) {
        for (RecordComponent one : components(fact.getClass())) {
            if (one.getName().equals(component)) {
                return get(one, fact);
            }
        }
        throw new AssertionError(fact.getClass() + " has no " + component);
    }

    /** The components of a record but for the declared values, which have names of their own. */
    static RecordComponent[] components(Class<?> type) {
        return COMPONENTS.computeIfAbsent(type, one -> Arrays.stream(one.getRecordComponents())
                .filter(component -> component.getType() != DeclaredValues.class)
                .toArray(RecordComponent[]::new));
    }
}
