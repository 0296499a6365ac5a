package dev.winnow.tables.mapping;

import dev.winnow.tables.cells.TextFolding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps from texts of a layout, in the order in which a mapping says them. */
final class Texts {

    private Texts() {}

    static <T> Map<String, T> copy(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static <T> Map<String, T> and(Map<String, T> map, Map<String, T> other) {
        Map<String, T> both = new LinkedHashMap<>(map);
        both.putAll(other);
        return both;
    }

    /** What a text is mapped to: as it is written, else without regard to case, width and blanks; null if nothing. */
    static <T> @Nullable T find(Map<String, T> map, String text) {
        T exact = map.get(text);
        if (exact != null || map.isEmpty()) {
            return exact;
        }
        String folded = TextFolding.of(text);
        for (Map.Entry<String, T> one : map.entrySet()) {
            String key = TextFolding.of(one.getKey());
            if (key.equals(folded) && !key.isEmpty()) {
                return one.getValue();
            }
        }
        return null;
    }
}
