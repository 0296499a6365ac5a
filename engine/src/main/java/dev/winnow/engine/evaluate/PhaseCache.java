package dev.winnow.engine.evaluate;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What an evaluator works out of a candidate, or of what candidates are judged against, once per phase, kept as long as that
 * lives. Belongs to one evaluator at a time: what another one kept is dropped. Thread-safe.
 */
public final class PhaseCache {

    private record Kept(Object owner, Object thing) {}

    private final Map<Phase, Kept> byPhase = new EnumMap<>(Phase.class);

    /**
     * What is kept for a phase.
     *
     * @param owner the evaluator's own, told apart by identity
     * @param type what the owner keeps
     * @param making makes it, when it is asked for first
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
