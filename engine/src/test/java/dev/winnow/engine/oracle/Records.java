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

    /**
     * The components of a record, except the declared values, which have names of their own. {@link Shape} caches them,
     * because a class returns new components on each call, and each parses its annotations on access.
     */
    static RecordComponent[] components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() != DeclaredValues.class)
                .toArray(RecordComponent[]::new);
    }
}
