package dev.winnow.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is made of each of a pack's two sorts of rules and kept as long as what it was made for. Made anew where another pack's
 * conditions ask for it. Thread-safe.
 *
 * @param <T> what is made
 */
final class BySort<T> {

    private record Made<T>(Conditions conditions, T thing) {}

    private @Nullable Made<T> noCity;
    private @Nullable Made<T> city;

    /**
     * What is kept of a sort.
     *
     * @param conditions the pack's
     * @param making makes it, when it is asked for first
     */
    synchronized T get(FusedSort sort, Conditions conditions, Supplier<T> making) {
        Made<T> made = sort.readsNoCity() ? noCity : city;
        if (made == null || made.conditions() != conditions) {
            made = new Made<>(conditions, making.get());
            if (sort.readsNoCity()) {
                noCity = made;
            } else {
                city = made;
            }
        }
        return made.thing();
    }
}
