package dev.winnow.model.value;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The known members of a list that may hold more. What it holds is certain; whether anything else is among them is
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
     * {@return a list that holds these members, and perhaps more}
     *
     * @param known the known members
     * @param <T> the type of the members
     */
    public static <T> StartOfList<T> of(List<T> known) {
        return new StartOfList<>(Objects.requireNonNull(known, "known"));
    }

    /**
     * {@return whether a list may hold more than is known of it}
     *
     * @param list the list; null if nothing is known of it, in which case it may
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

    /** A list that may hold more is equal to no list that may not. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StartOfList<?> start && known.equals(start.known);
    }

    @Override
    public int hashCode() {
        return 31 * known.hashCode() + 1;
    }
}
