package dev.winnow.engine.oracle;

import dev.winnow.model.result.FactRef;
import dev.winnow.model.value.Figure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fact as the oracle sees it.
 *
 * @param shape what type of fact it is
 * @param values its components, in the order of the shape; figures as {@link Range}
 * @param phantom whether it is the unwritten row, whose components are all unknown
 */
record Row(Shape shape, @Nullable Object[] values, boolean phantom) {

    static Row phantom(Shape shape) {
        return new Row(shape, new Object[shape.size()], true);
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
