package dev.winnow.engine.evaluate;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A cache per phase of what an evaluator derives from a candidate or an evaluation context, which holds the cache.
 * Serves one evaluator at a time: entries of another one are dropped. Thread-safe.
 */
public final class PhaseCache {

    private record Kept(Object owner, Object thing) {}

    private final Map<Phase, Kept> byPhase = new EnumMap<>(Phase.class);

    /**
     * The entry of a phase, made when it is first needed.
     *
     * @param owner the evaluator, compared by identity
     * @param type the type of the entry
     * @param making makes the entry
     */
    public synchronized <T> T get(Phase phase, Object owner, Class<T> type, Supplier<T> making) {
        Kept kept = byPhase.get(phase);
        if (kept != null && kept.owner() == owner) {
            return type.cast(kept.thing());
        }
        T made = making.get();
        byPhase.put(phase, new Kept(owner, made));
        return made;
    }
}
