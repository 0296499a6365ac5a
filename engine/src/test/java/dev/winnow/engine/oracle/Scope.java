package dev.winnow.engine.oracle;

import dev.winnow.model.value.Unit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of one rule: the slot of each, and the unit of its figure. */
final class Scope {

    private final Map<String, Integer> slots = new HashMap<>();
    private final Map<String, Unit> units = new HashMap<>();

    int declare(String variable, @Nullable Unit unit) {
        if (slots.putIfAbsent(variable, slots.size()) != null) {
            throw new IllegalArgumentException(variable + " is bound twice");
        }
        if (unit != null) {
            units.put(variable, unit);
        }
        return slots.get(variable);
    }

    boolean knows(String variable) {
        return slots.containsKey(variable);
    }

    int slot(String variable) {
        Integer slot = slots.get(variable);
        if (slot == null) {
            throw new IllegalArgumentException(variable + " is not bound");
        }
        return slot;
    }

    @Nullable
    Unit unit(String variable) {
        return units.get(variable);
    }

    int size() {
        return slots.size();
    }
}
