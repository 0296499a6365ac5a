package dev.winnow.language.internal.vocabulary;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a component of a record by its accessor. The call is linked on first use, since the rules of a pack read few
 * components. A linked call is a class that the JVM never unloads, hence there is one accessor per component, which all
 * packs share. Thread-safe: threads that link at the same time get equal readers.
 */
final class Accessor implements FactType.Reader {

    private static final ClassValue<Map<String, Accessor>> OF = new ClassValue<>() {
        @Override
        protected Map<String, Accessor> computeValue(Class<?> record) {
            return Stream.of(record.getRecordComponents())
                    .collect(Collectors.toUnmodifiableMap(RecordComponent::getName, Accessor::new));
        }
    };

    private final RecordComponent component;
    private volatile FactType.@Nullable Reader linked;

    private Accessor(RecordComponent component) {
        this.component = component;
    }

    /** Returns the accessors of a record by the names of its components. */
    static Map<String, Accessor> of(Class<? extends Record> record) {
        return OF.get(record);
    }

    /** Returns a reader that only calls the accessor. */
    FactType.Reader linked() {
        FactType.Reader known = linked;
        if (known == null) {
            known = link(component);
            linked = known;
        }
        return known;
    }

    @Override
    public @Nullable Object of(Object fact) {
        return linked().of(fact);
    }

    private static FactType.Reader link(RecordComponent component) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle accessor = lookup.unreflect(component.getAccessor());
            return (FactType.Reader) LambdaMetafactory.metafactory(
                            lookup,
                            "of",
                            MethodType.methodType(FactType.Reader.class),
                            MethodType.methodType(Object.class, Object.class),
                            accessor,
                            accessor.type().wrap())
                    .getTarget()
                    .invoke();
        } catch (Throwable e) { // from the call above, which declares it
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
