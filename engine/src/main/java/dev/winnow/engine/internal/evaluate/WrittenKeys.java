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

/** Keys of written rows, which the unwritten rows of a city's incomplete lists cannot have. Immutable. */
public final class WrittenKeys {

    /** No keys. */
    public static final WrittenKeys NONE = new WrittenKeys(Map.of(), Map.of());

    /** Possible keys of unwritten rows in types whose key is one text, by type name. */
    private final Map<String, OtherKey> others;
    /** Taken keys in types whose key has several parts, by type name. */
    private final Map<String, Set<List<Object>>> taken;

    private WrittenKeys(Map<String, OtherKey> others, Map<String, Set<List<Object>>> taken) {
        this.others = others;
        this.taken = taken;
    }

    /** Collects the keys of a city's rows, given by type name. */
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

    /** The keys of written rows. Keys with an unknown part are left out. */
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
     * The key of a row as conditions compare it: the key itself if the row is written, otherwise its possible keys.
     *
     * @param type the name of the row's type
     * @param unwritten whether the row is unwritten
     * @param key the key; null if it is unknown
     */
    public @Nullable Object key(String type, boolean unwritten, @Nullable Object key) {
        return key == null && unwritten ? others.get(type) : key;
    }

    /**
     * Whether an unwritten row can have a key that no written row has.
     *
     * @param type the name of the row's type
     * @param left the possible values of each part of the key: a text or a collection of texts; null if unknown
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
            parts.add(many ? new LinkedHashSet<>(texts) : texts); // the list may contain duplicates
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
