package dev.winnow.report.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers values from 0 in the order of their first occurrence, so that each is written once and then referred to by
 * its number.
 */
final class ValueNumbering<T> {

    private final Map<T, Integer> numbers = new LinkedHashMap<>();

    /** The number of a value. */
    int of(T value) {
        Integer known = numbers.putIfAbsent(value, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    /** All values, by number. */
    List<T> all() {
        return List.copyOf(numbers.keySet());
    }
}
