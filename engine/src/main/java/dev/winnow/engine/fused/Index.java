package dev.winnow.engine.fused;

import dev.winnow.model.value.StartOfList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An index of the rows of a list by one of their components: by its value, or by each of its values where it is a list.
 */
final class Index {

    private final Map<Object, long[]> byValue = new HashMap<>();
    private final long[] unknown;

    Index(Object[] rows, int component, Conditions conditions) {
        unknown = new long[TriBitSet.words(rows.length)];
        for (int row = 0; row < rows.length; row++) {
            Object value = conditions.read(component, rows[row]);
            if (value == null) {
                TriBitSet.set(unknown, row);
            } else if (value instanceof Collection<?> values) {
                for (Object one : values) {
                    enter(one, row);
                }
                if (StartOfList.mayHoldMore(values)) {
                    TriBitSet.set(unknown, row);
                }
            } else {
                enter(value, row);
            }
        }
    }

    /** The number of words of a bit set for its rows. */
    int words() {
        return unknown.length;
    }

    private void enter(Object value, int row) {
        TriBitSet.set(byValue.computeIfAbsent(value, unused -> new long[unknown.length]), row);
    }

    /**
     * Sets the bits of the rows with a value, or of those without it. An unknown value possibly matches every row, and
     * a row whose component is unknown possibly matches any value.
     *
     * @param many whether the value is a list, any value of which may match
     * @param into receives the rows; its former bits are cleared
     */
    void find(@Nullable Object value, boolean many, boolean negated, TriBitSet into) {
        find(value, many, into);
        if (negated) {
            into.turnRound();
        }
    }

    private void find(@Nullable Object value, boolean many, TriBitSet into) {
        Arrays.fill(into.certain(), 0);
        if (value == null) {
            Arrays.fill(into.possible(), -1L);
            return;
        }
        if (many) {
            List<?> values = (List<?>) value;
            for (int i = 0; i < values.size(); i++) {
                add(values.get(i), into.certain());
            }
        } else {
            add(value, into.certain());
        }
        if (many && StartOfList.mayHoldMore((List<?>) value)) {
            Arrays.fill(into.possible(), -1L);
            return;
        }
        for (int word = 0; word < unknown.length; word++) {
            into.possible()[word] = into.certain()[word] | unknown[word];
        }
    }

    private void add(Object value, long[] into) {
        long[] rows = byValue.get(value);
        if (rows != null) {
            for (int word = 0; word < rows.length; word++) {
                into[word] |= rows[word];
            }
        }
    }
}
