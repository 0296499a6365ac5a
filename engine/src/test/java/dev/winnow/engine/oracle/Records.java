package dev.winnow.engine.oracle;

import dev.winnow.model.domain.DeclaredValues;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads components of records. */
final class Records {

    private Records() {}

    static @Nullable Object get(RecordComponent component, Object fact) {
        try {
            return component.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(component.toString(), e);
        }
    }

    static @Nullable Object get(String component, Object fact) {
        for (RecordComponent one : Records.components(fact.getClass())) {
            if (one.getName().equals(component)) {
                return get(one, fact);
            }
        }
        throw new AssertionError(fact.getClass() + " has no " + component);
    }

    /** The components of a record but for the declared values, which have names of their own. */
    static RecordComponent[] components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() != DeclaredValues.class)
                .toArray(RecordComponent[]::new);
    }
}
