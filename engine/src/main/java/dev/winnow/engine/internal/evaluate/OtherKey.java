package dev.winnow.engine.internal.evaluate;

import java.util.Collection;
import java.util.Set;

/**
 * The key of a row that nobody wrote down: any text but the keys of the rows that are written, since no two rows of a list
 * have one key. It takes the place of an unknown in conditions. Immutable.
 */
public final class OtherKey {

    private final Set<Object> written;

    OtherKey(Set<Object> written) {
        this.written = Set.copyOf(written);
    }

    /** {@return whether it may be a text} */
    public boolean mayBe(Object text) {
        return !written.contains(text);
    }

    /** {@return whether it may be one of several texts} */
    public boolean mayBeOneOf(Collection<?> texts) {
        for (Object text : texts) {
            if (mayBe(text)) {
                return true;
            }
        }
        return false;
    }

    /** {@return the keys of the rows that are written} */
    public Set<Object> written() {
        return written;
    }
}
