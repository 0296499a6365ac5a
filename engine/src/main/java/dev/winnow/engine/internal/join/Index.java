package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.OtherKey;
import dev.winnow.engine.internal.evaluate.WrittenKeys;
import dev.winnow.model.value.StartOfList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An index of the rows of a list by a component: by its value, or by each element if the component is a list. */
final class Index {

    /** Smallest number of a set found by a value that some row has, or by an unknown value. */
    static final int FIRST_VALUE = 2;

    private static final int NUMBERED = 3;

    private final Map<Object, long[]> byValue = new HashMap<>();
    /** Sets found by a single value that some row has. These and the next three sets are numbered and never change. */
    private final Map<Object, TriBitSet> found = new HashMap<>();

    /**
     * Found by a value that no written row has and that the unwritten row may have ({@code foundUnwritten}) or cannot
     * have.
     */
    private final TriBitSet foundUnwritten;

    private final TriBitSet foundNowhere;
    /** Found by an unknown value. */
    private final TriBitSet foundAnywhere;

    private final long[] unknown;
    /** Rows whose component is an empty list, which contains nothing. */
    private final long[] empty;
    /** The unwritten row, if the component is its key. */
    private final long[] unwritten;
    /** The key of the unwritten row; null if there is none. */
    private @Nullable OtherKey otherKey;
    /** Complete lists by row; null for all other rows. */
    private final @Nullable Collection<?>[] lists;

    Index(Object[] rows, int component, Conditions conditions, WrittenKeys keys) {
        unknown = new long[TriBitSet.words(rows.length)];
        empty = new long[unknown.length];
        unwritten = new long[unknown.length];
        lists = new Collection<?>[rows.length];
        for (int row = 0; row < rows.length; row++) {
            Object value = conditions.read(component, rows[row], keys);
            if (value == null) {
                TriBitSet.set(unknown, row);
            } else if (value instanceof Collection<?> values) {
                enter(values, row);
            } else if (value instanceof OtherKey key) {
                otherKey = key;
                TriBitSet.set(unwritten, row);
            } else {
                enter(value, row);
            }
        }
        foundNowhere = TriBitSet.numbered(unknown.length, 0);
        addPossibly(unknown, foundNowhere);
        foundUnwritten = TriBitSet.numbered(unknown.length, 1);
        addPossibly(unknown, foundUnwritten);
        addPossibly(unwritten, foundUnwritten);
        foundAnywhere = TriBitSet.numbered(unknown.length, FIRST_VALUE);
        find(null, false, foundAnywhere);
        for (Object value : byValue.keySet()) {
            TriBitSet bits = TriBitSet.numbered(unknown.length, NUMBERED + found.size());
            find(value, false, bits);
            found.put(value, bits);
        }
    }

    private static void addPossibly(long[] rows, TriBitSet into) {
        for (int word = 0; word < rows.length; word++) {
            into.possible()[word] |= rows[word];
        }
    }

    /** The number of numbered sets. */
    int numbered() {
        return NUMBERED + found.size();
    }

    private void enter(Collection<?> values, int row) {
        for (Object one : values) {
            enter(one, row);
        }
        if (StartOfList.mayHoldMore(values)) {
            TriBitSet.set(unknown, row);
        } else {
            lists[row] = values;
            if (values.isEmpty()) {
                TriBitSet.set(empty, row);
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
     * The rows that have a value or, if negated, those that do not; the result must not be changed. An unknown value
     * possibly matches every row except those with an empty list; a row whose component is unknown possibly matches any
     * value; the unwritten row matches no key of a written row.
     *
     * @param many whether the value is a list; any of its elements may match
     * @param room receives the rows if they are not among the numbered sets; its previous bits are cleared
     */
    TriBitSet find(@Nullable Object value, boolean many, boolean negated, TriBitSet room) {
        TriBitSet known = negated ? null : known(value, many);
        if (known != null) {
            return known;
        }
        find(value, many, room);
        if (negated) {
            room.negate();
        }
        return room;
    }

    /** The numbered set for a single or unknown value; null for other values. */
    private @Nullable TriBitSet known(@Nullable Object value, boolean many) {
        if (value == null) {
            return foundAnywhere;
        }
        if (!many) {
            return value instanceof OtherKey ? null : knownOf(value);
        }
        List<?> list = (List<?>) value;
        return list.size() == 1 && !StartOfList.mayHoldMore(list) ? knownOf(list.get(0)) : null;
    }

    private TriBitSet knownOf(Object value) {
        TriBitSet known = found.get(value);
        OtherKey other = otherKey;
        return known != null ? known : other != null && other.mayBe(value) ? foundUnwritten : foundNowhere;
    }

    private void find(@Nullable Object value, boolean many, TriBitSet into) {
        Arrays.fill(into.certain(), 0);
        if (value == null || (many && StartOfList.mayHoldMore((List<?>) value))) {
            Arrays.fill(into.possible(), -1L);
            if (value == null) {
                without(empty, into.possible());
            } else {
                addAll((List<?>) value, into.certain());
            }
            return;
        }
        if (value instanceof OtherKey key) {
            findExcept(key, into.possible());
            return;
        }
        if (many) {
            addAll((List<?>) value, into.certain());
        } else {
            add(value, into.certain());
        }
        boolean any = !many || !((List<?>) value).isEmpty();
        for (int word = 0; word < unknown.length; word++) {
            into.possible()[word] = any ? into.certain()[word] | unknown[word] : into.certain()[word];
        }
        OtherKey other = otherKey;
        if (other != null && (many ? other.mayBeOneOf((List<?>) value) : other.mayBe(value))) {
            for (int word = 0; word < unwritten.length; word++) {
                into.possible()[word] |= unwritten[word];
            }
        }
    }

    /** Sets the bits of the rows that may match the key of an unwritten row. */
    private void findExcept(OtherKey key, long[] into) {
        Arrays.fill(into, -1L);
        for (Object written : key.written()) {
            long[] rows = byValue.get(written);
            if (rows != null) {
                without(rows, into);
            }
        }
        for (int row = 0; row < lists.length; row++) {
            Collection<?> list = lists[row];
            if (list != null && key.mayBeOneOf(list)) {
                TriBitSet.set(into, row);
            } else if (list != null) {
                into[row / Long.SIZE] &= ~(1L << row);
            } else if (TriBitSet.isSet(unknown, row)) {
                TriBitSet.set(into, row);
            }
        }
    }

    private static void without(long[] rows, long[] from) {
        for (int word = 0; word < from.length; word++) {
            from[word] &= ~rows[word];
        }
    }

    private void addAll(List<?> values, long[] into) {
        for (int i = 0; i < values.size(); i++) {
            add(values.get(i), into);
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
