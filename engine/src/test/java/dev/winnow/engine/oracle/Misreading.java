package dev.winnow.engine.oracle;

import dev.winnow.model.value.StartOfList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads declared facts with the planted faults. */
final class Misreading {

    private final Row row;
    private final Set<Fault> faults;

    private Misreading(Row row, Set<Fault> faults) {
        this.row = row;
        this.faults = faults;
    }

    static Row of(Row row, Set<Fault> faults) {
        return faults.stream().anyMatch(Fault::isOfDeclared) ? new Misreading(row, faults).row() : row;
    }

    private Row row() {
        List<Trait> traits = row.shape().traits();
        @Nullable Object[] values = row.values().clone();
        for (int i = 0; i < values.length; i++) {
            if (traits.get(i).declared()
                    && !row.shape().key().contains(traits.get(i).name())) {
                values[i] = value(traits.get(i), place(i));
            }
        }
        return new Row(row.shape(), values, row.phantom());
    }

    private int place(int own) {
        List<Trait> traits = row.shape().traits();
        for (int i = own + 1; i < traits.size() && faults.contains(Fault.DECLARED_AT_THE_NEXT_PLACE); i++) {
            if (traits.get(i).declared()
                    && traits.get(i).kind() == traits.get(own).kind()
                    && traits.get(i).unit() == traits.get(own).unit()) {
                return i;
            }
        }
        return own;
    }

    private @Nullable Object value(Trait trait, int place) {
        Object value = row.values()[place];
        if (faults.contains(Fault.DECLARED_UNKNOWN)) {
            return null;
        }
        if (faults.contains(Fault.DECLARED_EXACT) && value instanceof Range range) {
            return Range.computed(range.low(), range.low(), range.unit());
        }
        if (faults.contains(Fault.UNTOLD_IS_NO) && trait.kind() == Trait.Kind.FLAG && value == null) {
            return false;
        }
        return faults.contains(Fault.START_IS_ALL) && value instanceof StartOfList<?> start
                ? List.copyOf(start)
                : value;
    }
}
