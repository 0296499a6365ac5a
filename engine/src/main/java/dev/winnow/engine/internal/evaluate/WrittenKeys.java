package dev.winnow.engine.internal.evaluate;

import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.value.StartOfList;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rows that nobody wrote down cannot be called, for the lists of a city that may hold more. Immutable. */
public final class WrittenKeys {

    /** Of no list. */
    public static final WrittenKeys NONE = new WrittenKeys(Map.of(), Map.of());

    /** What is left for keys of one text, by the name of the rows' type. */
    private final Map<String, OtherKey> others;
    /** The keys of several parts that are taken, by the name of the rows' type. */
    private final Map<String, Set<List<Object>>> taken;

    private WrittenKeys(Map<String, OtherKey> others, Map<String, Set<List<Object>>> taken) {
        this.others = others;
        this.taken = taken;
    }

    /** Of the rows of a city, by the names of their types. */
    static WrittenKeys of(Vocabulary vocabulary, Map<String, List<Object>> byType) {
        FactTypes types = FactTypes.of(vocabulary);
        Map<String, OtherKey> others = new HashMap<>();
        Map<String, Set<List<Object>>> taken = new HashMap<>();
        byType.forEach((name, rows) -> {
            FactType type = types.type(name);
            if (type == null || type.list() == null || rows.stream().noneMatch(Vocabulary::isUnwritten)) {
                return;
            }
            Set<List<Object>> written = written(type, rows);
            if (type.onlyKey() != null) {
                others.put(
                        name,
                        new OtherKey(written.stream().map(key -> key.get(0)).collect(Collectors.toSet())));
            } else if (type.key().size() > 1) {
                taken.put(name, written);
            }
        });
        return new WrittenKeys(others, taken);
    }

    /** The keys of the rows that are written; not of those of which a part is unknown. */
    private static Set<List<Object>> written(FactType type, List<Object> rows) {
        List<FactType.Property> parts = new ArrayList<>();
        type.key().forEach(part -> parts.add(type.properties().get(part)));
        Set<List<Object>> written = new HashSet<>();
        for (Object row : rows) {
            List<Object> key = new ArrayList<>();
            for (FactType.Property part : parts) {
                Object value = part == null || Vocabulary.isUnwritten(row) ? null : part.of(row);
                if (value != null) {
                    key.add(value);
                }
            }
            if (key.size() == parts.size()) {
                written.add(key);
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

    /**
     * Whether a row that nobody wrote down may have one of the keys that are left for it, of which any is new.
     *
     * @param type the name of the row's type
     * @param left for each part of the key what it can be: a text or a collection of texts; null if that is unknown
     */
    public boolean mayBeNew(String type, List<? extends @Nullable Object> left) {
        Set<List<Object>> written = taken.get(type);
        if (written == null) {
            return true;
        }
        List<Collection<?>> parts = new ArrayList<>(left.size());
        long keys = 1;
        for (int i = 0; i < left.size(); i++) {
            Object part = left.get(i);
            if (part == null || part instanceof StartOfList<?>) {
                return true;
            }
            Collection<?> texts = part instanceof Collection<?> several ? several : List.of(part);
            boolean many = keys * texts.size() > written.size();
            parts.add(many ? new LinkedHashSet<>(texts) : texts); // a text may be there twice
            keys *= parts.get(i).size();
            if (keys > written.size()) {
                return true;
            }
        }
        return isAnyNew(written, parts, new ArrayList<>(parts.size()));
    }

    private static boolean isAnyNew(Set<List<Object>> written, List<Collection<?>> parts, List<Object> key) {
        if (key.size() == parts.size()) {
            return !written.contains(key);
        }
        for (Object text : parts.get(key.size())) {
            key.add(text);
            boolean isNew = isAnyNew(written, parts, key);
            key.remove(key.size() - 1);
            if (isNew) {
                return true;
            }
        }
        return false;
    }
}
