package dev.winnow.engine.oracle;

import dev.winnow.model.result.FactRef;
import dev.winnow.model.value.Figure;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fact as the oracle sees it.
 *
 * @param shape the type of the fact
 * @param values its components, in the order of the shape; figures as {@link Range}
 * @param phantom whether it is the unwritten row; its components are unknown, and its key may be {@link Unnamed}
 */
record Row(Shape shape, @Nullable Object[] values, boolean phantom) {

    static Row phantom(Shape shape) {
        return new Row(shape, new Object[shape.size()], true);
    }

    /**
     * The unwritten row of a list; if rows are distinguished by a single text, its key differs from those of the
     * written rows.
     */
    static Row phantom(Shape shape, List<Row> written, Set<Fault> faults) {
        Row phantom = phantom(shape);
        if (shape.key().size() == 1 && !isFree(shape, faults)) {
            int key = shape.index(shape.key().get(0));
            if (shape.traits().get(key).kind() == Trait.Kind.TEXT) {
                phantom.values[key] = new Unnamed(written.stream()
                        .map(row -> Objects.requireNonNull(row.values[key]))
                        .collect(Collectors.toSet()));
            }
        }
        return phantom;
    }

    private static boolean isFree(Shape shape, Set<Fault> faults) {
        return faults.contains(Fault.PHANTOM_OF_ANY_KEY)
                || (shape.isDeclared() && faults.contains(Fault.DECLARED_KEY_IS_FREE));
    }

    static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Figure figure ? Range.of(figure) : value;
    }

    FactRef ref() {
        return new FactRef(shape.name(), shape.id(values));
    }

    @Override
    public String toString() {
        return phantom ? "unwritten " + shape.name() : ref() + " " + List.of(values.length);
    }
}
