package dev.winnow.model.internal.assumption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Assumptions in the order in which they are tried: the first that applies to a fact counts. Immutable and thread-safe.
 */
public final class Assumptions {

    /** The file of a pack that contains assumptions. */
    public static final String FILE = "assumptions.yaml";

    public static final Assumptions NONE = new Assumptions(List.of());

    private final List<Assumption> list;

    private Assumptions(List<Assumption> list) {
        this.list = List.copyOf(list);
    }

    /** {@return assumptions, in the order in which they are tried} */
    public static Assumptions of(List<Assumption> list) {
        return list.isEmpty() ? NONE : new Assumptions(list);
    }

    /** {@return whether there are no assumptions} */
    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** {@return the assumptions, in the order in which they are tried} */
    public List<Assumption> list() {
        return list;
    }

    /** {@return these assumptions followed by others, which are tried only where none of these applies} */
    public Assumptions orElse(Assumptions others) {
        if (others.isEmpty()) {
            return this;
        }
        List<Assumption> all = new ArrayList<>(list);
        all.addAll(others.list);
        return of(all);
    }

    /**
     * {@return the assumptions in force on a day, by fact} Among assumptions about the same fact under the same
     * conditions the latest counts, in the position of the first.
     */
    public Map<Assumable, List<Assumption>> on(LocalDate day) {
        Map<Assumable, List<Assumption>> byFact = new LinkedHashMap<>();
        for (Assumption assumption : list) {
            if (assumption.inForce(day)) {
                add(assumption, byFact.computeIfAbsent(assumption.about(), about -> new ArrayList<>()));
            }
        }
        return byFact;
    }

    private static void add(Assumption assumption, List<Assumption> into) {
        for (int i = 0; i < into.size(); i++) {
            if (into.get(i).isOfSame(assumption)) {
                if (from(assumption).isAfter(from(into.get(i)))) {
                    into.set(i, assumption);
                }
                return;
            }
        }
        into.add(assumption);
    }

    private static LocalDate from(Assumption assumption) {
        return Objects.requireNonNullElse(assumption.from(), LocalDate.MIN);
    }
}
