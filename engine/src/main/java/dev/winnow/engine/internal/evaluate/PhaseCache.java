package dev.winnow.engine.internal.evaluate;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A cache per phase of what an evaluator derives from a candidate or an evaluation context, which holds the cache.
 * Serves one evaluator at a time: entries of another one are dropped. Thread-safe.
 */
public final class PhaseCache {

    private record Kept(Object owner, Object thing) {}

    private volatile @Nullable Kept own;
    private volatile @Nullable Kept local;

    /**
     * The entry of a phase; null if it has not been made.
     *
     * @param owner the evaluator, compared by identity
     * @param type the type of the entry
     */
    public <T> @Nullable T find(Phase phase, Object owner, Class<T> type) {
        Kept kept = kept(phase);
        return kept != null && kept.owner() == owner ? type.cast(kept.thing()) : null;
    }

    /**
     * The entry of a phase, made when it is first needed.
     *
     * @param owner the evaluator, compared by identity
     * @param type the type of the entry
     * @param making makes the entry
     */
    public <T> T get(Phase phase, Object owner, Class<T> type, Supplier<T> making) {
        Kept kept = kept(phase);
        return type.cast(kept != null && kept.owner() == owner ? kept.thing() : made(phase, owner, making));
    }

    private synchronized Object made(Phase phase, Object owner, Supplier<?> making) {
        Kept kept = kept(phase);
        if (kept != null && kept.owner() == owner) {
            return kept.thing(); // another thread was first
        }
        Kept made = new Kept(owner, making.get());
        if (phase == Phase.OWN) {
            own = made;
        } else {
            local = made;
        }
        return made.thing();
    }

    private @Nullable Kept kept(Phase phase) {
        return phase == Phase.OWN ? own : local;
    }
}
