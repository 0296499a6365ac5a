package dev.winnow.engine.internal.evaluate;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Cache, per phase, of data that an evaluator derives from the candidate or context that owns the cache. Serves one
 * evaluator at a time: another evaluator's entries are replaced. Thread-safe.
 */
public final class PhaseCache {

    private record Kept(Object owner, Object thing) {}

    private volatile @Nullable Kept own;
    private volatile @Nullable Kept local;

    /**
     * The entry of a phase; null if there is none.
     *
     * @param owner the evaluator, compared by identity
     * @param type the type of the entry
     */
    public <T> @Nullable T find(Phase phase, Object owner, Class<T> type) {
        Kept kept = kept(phase);
        return kept != null && kept.owner() == owner ? type.cast(kept.thing()) : null;
    }

    /**
     * The entry of a phase, created on first use.
     *
     * @param owner the evaluator, compared by identity
     * @param type the type of the entry
     * @param making creates the entry
     */
    public <T> T get(Phase phase, Object owner, Class<T> type, Supplier<T> making) {
        Kept kept = kept(phase);
        return type.cast(kept != null && kept.owner() == owner ? kept.thing() : made(phase, owner, making));
    }

    private synchronized Object made(Phase phase, Object owner, Supplier<?> making) {
        Kept kept = kept(phase);
        if (kept != null && kept.owner() == owner) {
            return kept.thing(); // another thread created it first
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
