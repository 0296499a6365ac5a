package dev.winnow.language.internal.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.model.domain.DeclaredValues;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Vocabulary;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules read the values that the accessors of a record return. */
class AccessorTest {

    static Stream<FactType> types() {
        return FactTypes.of(Vocabulary.core()).names().stream().map(FactTypes.of(Vocabulary.core())::type);
    }

    @ParameterizedTest
    @MethodSource("types")
    void eachAccessorReadsItsComponent(FactType type) throws ReflectiveOperationException {
        // Declared values are read by name.
        RecordComponent[] components = Stream.of(type.record().getRecordComponents())
                .filter(component -> component.getType() != DeclaredValues.class)
                .toArray(RecordComponent[]::new);
        for (int marked = 0; marked < components.length; marked++) {
            Record fact = fact(type, marked);
            for (int i = 0; i < components.length; i++) {
                assertThat(Accessor.of(type.record())
                                .get(components[i].getName())
                                .linked()
                                .of(fact))
                        .as("%s of %s", components[i].getName(), fact)
                        .isEqualTo(components[i].getAccessor().invoke(fact));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void eachPropertyAndTheEvidenceReadTheirComponent(FactType type) throws ReflectiveOperationException {
        // Declared values are read by name.
        RecordComponent[] components = Stream.of(type.record().getRecordComponents())
                .filter(component -> component.getType() != DeclaredValues.class)
                .toArray(RecordComponent[]::new);
        for (int marked = 0; marked < components.length; marked++) {
            Record fact = fact(type, marked);
            for (RecordComponent component : components) {
                FactType.Property property = type.properties().get(component.getName());
                Object value = component.getAccessor().invoke(fact);
                if (property != null) {
                    assertThat(property.of(fact)).as(property.name()).isEqualTo(value);
                } else if (component.getType() == Evidence.class) {
                    assertThat(type.evidence(fact)).isEqualTo(value);
                }
            }
        }
    }

    /** Returns a fact with a different value in each component; only the marked flag is true. */
    private static Record fact(FactType type, int marked) throws ReflectiveOperationException {
        RecordComponent[] components = type.record().getRecordComponents();
        Constructor<?> canonical = type.record().getDeclaredConstructors()[0];
        return (Record) canonical.newInstance(IntStream.range(0, components.length)
                .mapToObj(i -> value(components[i].getType(), i, i == marked))
                .toArray());
    }

    private static Object value(Class<?> type, int position, boolean marked) {
        if (type == String.class) {
            return "text " + position;
        }
        if (type == Figure.class) {
            return Figure.exactly(position, Unit.NUMBER);
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2020, 1, 1).plusDays(position);
        }
        if (type == Evidence.class) {
            return new Evidence("source " + position, null, false, null);
        }
        if (type == List.class) {
            return List.of("item " + position);
        }
        if (type == boolean.class || type == Boolean.class) {
            return marked;
        }
        if (type == DeclaredValues.class) {
            return DeclaredValues.NONE;
        }
        throw new IllegalArgumentException("a component of an unsupported type: " + type);
    }
}
