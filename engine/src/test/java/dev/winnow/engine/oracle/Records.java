package dev.winnow.engine.oracle;

import java.lang.reflect.RecordComponent;
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
        for (RecordComponent one : fact.getClass().getRecordComponents()) {
            if (one.getName().equals(component)) {
                return get(one, fact);
            }
        }
        throw new AssertionError(fact.getClass() + " has no " + component);
    }
}
