package dev.winnow.engine.evaluate;

import dev.winnow.language.vocabulary.FactType;
import dev.winnow.language.vocabulary.FactTypes;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rows that nobody wrote down cannot be called, for the lists of a city that may hold more and whose rows one text
 * tells apart. Immutable.
 */
public final class WrittenKeys {

    /** Of no list. */
    public static final WrittenKeys NONE = new WrittenKeys(Map.of());

    /** By the name of the rows' type. */
    private final Map<String, OtherKey> others;

    private WrittenKeys(Map<String, OtherKey> others) {
        this.others = others;
    }

    /** Of the rows of a city, by the names of their types. */
    static WrittenKeys of(Vocabulary vocabulary, Map<String, List<Object>> byType) {
        FactTypes types = FactTypes.of(vocabulary);
        Map<String, OtherKey> others = new HashMap<>();
        byType.forEach((name, rows) -> {
            FactType type = types.type(name);
            String key = type == null ? null : type.onlyKey();
            if (type != null && key != null && rows.stream().anyMatch(Vocabulary::isUnwritten)) {
                others.put(name, new OtherKey(written(type, key, rows)));
            }
        });
        return new WrittenKeys(others);
    }

    private static Set<Object> written(FactType type, String key, List<Object> rows) {
        FactType.Property property = type.properties().get(key);
        Set<Object> written = new HashSet<>();
        for (Object row : rows) {
            Object value = property == null || Vocabulary.isUnwritten(row) ? null : property.of(row);
            if (value != null) {
                written.add(value);
            }
        }
        return written;
    }

    /**
     * The key of a row as conditions compare it: what it is where the row is written, else what is left for it.
     *
     * @param type the name of the row's type
     * @param unwritten whether nobody wrote the row down
     * @param key the key; null if it is unknown
     */
    public @Nullable Object key(String type, boolean unwritten, @Nullable Object key) {
        return key == null && unwritten ? others.get(type) : key;
    }
}
