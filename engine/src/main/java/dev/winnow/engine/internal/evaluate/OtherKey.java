package dev.winnow.engine.internal.evaluate;

import java.util.Collection;
import java.util.Set;

/**
 * The key of an unwritten row: any text except the keys of the written rows, because keys are unique within a list.
 * Conditions use it in place of an unknown value. Immutable.
 */
public final class OtherKey {

    private final Set<Object> written;

    OtherKey(Set<Object> written) {
        this.written = Set.copyOf(written);
    }

    /** {@return whether the key can be a given text} */
    public boolean mayBe(Object text) {
        return !written.contains(text);
    }

    /** {@return whether the key can be one of several texts} */
    public boolean mayBeOneOf(Collection<?> texts) {
        for (Object text : texts) {
            if (mayBe(text)) {
                return true;
            }
        }
        return false;
    }

    /** {@return the keys of the written rows} */
    public Set<Object> written() {
        return written;
    }
}
