package dev.winnow.model.value;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The known members of a list that may be incomplete. It certainly contains these members; any further ones are
 * unknown. Immutable.
 *
 * @param <T> the type of the members
 */
public final class StartOfList<T> extends AbstractList<T> implements RandomAccess {

    private final List<T> known;

    private StartOfList(List<T> known) {
        this.known = List.copyOf(known);
    }

    /**
     * {@return an incomplete list with known members}
     *
     * @param known the known members
     * @param <T> the type of the members
     */
    public static <T> StartOfList<T> of(List<T> known) {
        return new StartOfList<>(Objects.requireNonNull(known, "known"));
    }

    /**
     * {@return whether a list may have more members than are known}
     *
     * @param list the list; null, an unknown list, may have more
     */
    public static boolean mayHoldMore(@Nullable Collection<?> list) {
        return list == null || list instanceof StartOfList<?>;
    }

    @Override
    public T get(int index) {
        return known.get(index);
    }

    @Override
    public int size() {
        return known.size();
    }

    /** An incomplete list never equals a complete one. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StartOfList<?> start && known.equals(start.known);
    }

    @Override
    public int hashCode() {
        return 31 * known.hashCode() + 1;
    }
}
