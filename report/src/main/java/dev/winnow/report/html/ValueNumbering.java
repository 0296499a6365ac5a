package dev.winnow.report.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers values from 0 by first occurrence, so that repeated values are written once. */
final class ValueNumbering<T> {

    private final Map<T, Integer> numbers = new LinkedHashMap<>();

    /** Returns the number of a value, a new one for a new value. */
    int of(T value) {
        Integer known = numbers.putIfAbsent(value, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    /** Returns all values, by number. */
    List<T> all() {
        return List.copyOf(numbers.keySet());
    }
}
