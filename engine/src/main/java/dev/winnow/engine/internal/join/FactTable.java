package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.Interval;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.engine.internal.evaluate.WrittenKeys;
import dev.winnow.model.value.Figure;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The facts of one type in a city, in a fixed order, with results shared by rules: the rows that meet conditions on the
 * row alone, and indexes by value. Each is computed once. Not thread-safe until all are computed.
 */
final class FactTable {

    private final Conditions conditions;
    private final WrittenKeys keys;
    private final Object[] rows;
    private final long[] unwritten;
    private final Map<Integer, TriBitSet> meeting = new HashMap<>();
    private final Map<Integer, Index> indexes = new HashMap<>();
    private final Map<Integer, Interval[]> amounts = new HashMap<>();

    FactTable(List<?> rows, Conditions conditions, WrittenKeys keys) {
        this.conditions = conditions;
        this.keys = keys;
        this.rows = rows.toArray();
        this.unwritten = new long[TriBitSet.words(rows.size())];
        for (int row = 0; row < this.rows.length; row++) {
            if (Vocabulary.isUnwritten(this.rows[row])) {
                TriBitSet.set(unwritten, row);
            }
        }
    }

    int size() {
        return rows.length;
    }

    int words() {
        return unwritten.length;
    }

    Object row(int row) {
        return rows[row];
    }

    /** Whether a row is the unwritten row of an incomplete list. */
    boolean isUnwritten(int row) {
        return TriBitSet.isSet(unwritten, row);
    }

    /**
     * The rows that meet conditions. The unwritten row meets none certainly, because it may not exist.
     *
     * @param alone the number of the conditions; -1 for none, which every row meets
     */
    TriBitSet meeting(int alone) {
        return meeting.computeIfAbsent(alone, number -> {
            TriBitSet bits = TriBitSet.none(words());
            for (int row = 0; row < rows.length; row++) {
                Truth meets = number < 0 ? Truth.YES : conditions.alone(number, rows[row], keys);
                if (meets != Truth.NO) {
                    TriBitSet.set(bits.possible(), row);
                }
                if (meets == Truth.YES && !isUnwritten(row)) {
                    TriBitSet.set(bits.certain(), row);
                }
            }
            return bits;
        });
    }

    /** The index of the rows by a component. */
    Index index(int component) {
        return indexes.computeIfAbsent(component, number -> new Index(rows, number, conditions, keys));
    }

    /**
     * The contribution of each row to a count or sum.
     *
     * @param amount the number of the value that is added up; -1 to count rows
     */
    Interval[] amounts(int amount) {
        return amounts.computeIfAbsent(amount, number -> {
            Interval[] all = new Interval[rows.length];
            for (int row = 0; row < rows.length; row++) {
                all[row] = Interval.of(
                        number >= 0
                                ? (Figure) conditions.read(number, rows[row], keys)
                                : isUnwritten(row) ? null : Figure.ONE);
            }
            return all;
        });
    }
}
