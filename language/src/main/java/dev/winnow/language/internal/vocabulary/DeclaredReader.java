package dev.winnow.language.internal.vocabulary;

import dev.winnow.model.domain.City;
import dev.winnow.model.domain.DeclaredRow;
import dev.winnow.model.domain.DeclaredValues;
import dev.winnow.model.domain.DeclaredValues.Layout;
import dev.winnow.model.domain.Project;
import org.jspecify.annotations.Nullable;

/**
 * Reads a declared component of a fact by its index in the layout of the fact's values.
 *
 * <p>A universe may be read with a larger vocabulary than that of the pack, which changes the index. The index is
 * therefore looked up for each new layout and kept for the next fact. Thread-safe: the cached entry is immutable, and a
 * thread that does not see it looks the index up again.
 */
abstract class DeclaredReader implements FactType.Reader {

    /** The index of the component in a layout. */
    private static final class Slot {

        private final Layout layout;
        private final int number;

        Slot(Layout layout, int number) {
            this.layout = layout;
            this.number = number;
        }
    }

    private final String name;
    private Slot slot = new Slot(DeclaredValues.NONE.layout(), -1);

    private DeclaredReader(String name) {
        this.name = name;
    }

    /** Returns the reader of a declared property of projects, of cities, or of the rows of a declared list. */
    static FactType.Reader of(Class<? extends Record> record, String name) {
        return record == Project.class
                ? new OfProject(name)
                : record == City.class ? new OfCity(name) : new OfRow(name);
    }

    /** Returns the value of the component; null if it is unknown, or the facts were read without its declaration. */
    final @Nullable Object in(DeclaredValues values) {
        Slot known = slot;
        if (known.layout != values.layout()) {
            known = new Slot(values.layout(), values.layout().number(name));
            slot = known;
        }
        return known.number < 0 ? null : values.get(known.number);
    }

    private static final class OfProject extends DeclaredReader {

        OfProject(String name) {
            super(name);
        }

        @Override
        public @Nullable Object of(Object fact) {
            return in(((Project) fact).declared());
        }
    }

    private static final class OfCity extends DeclaredReader {

        OfCity(String name) {
            super(name);
        }

        @Override
        public @Nullable Object of(Object fact) {
            return in(((City) fact).declared());
        }
    }

    private static final class OfRow extends DeclaredReader {

        OfRow(String name) {
            super(name);
        }

        @Override
        public @Nullable Object of(Object fact) {
            return in(((DeclaredRow) fact).values());
        }
    }
}
