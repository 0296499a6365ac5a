package dev.winnow.model.universe;

import dev.winnow.model.history.View;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The facts of a universe by the view of it, made when they are first asked for. Those used last are kept, so that thousands of
 * days do not fill the memory. Thread-safe.
 */
final class FactsByView {

    private final Used used = new Used();

    /** In the order in which they were used. */
    private static final class Used extends LinkedHashMap<View, Facts> {
        private static final long serialVersionUID = 1L;
        private static final int MOST = 64;

        Used() {
            super(MOST, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<View, Facts> eldest) {
            return size() > MOST;
        }
    }

    /** @param making makes them where they are not kept */
    synchronized Facts of(View view, Function<View, Facts> making) {
        return used.computeIfAbsent(view, making);
    }
}
