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
     * The components of a record but for the declared values, which have names of their own. A class makes new ones
     * whenever it is asked, and each parses its annotations when one is looked for: a {@link Shape} keeps what it read.
     */
    static RecordComponent[] components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() != DeclaredValues.class)
                .toArray(RecordComponent[]::new);
    }
}
