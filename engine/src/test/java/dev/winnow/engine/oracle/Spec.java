package dev.winnow.engine.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.winnow.model.universe.Universe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A universe as a tree that can be changed and printed: maps, lists and plain values under the top-level keys of
 * universe files.
 */
public final class Spec {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Map<String, Object> tree;

    private final Words words;

    Spec(Map<String, Object> tree, Words words) {
        this.tree = tree;
        this.words = words;
    }

    Words words() {
        return words;
    }

    /** A deep copy. */
    public Spec copy() {
        return new Spec(map(copy(tree)), words);
    }

    private static Object copy(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, one) -> copy.put((String) key, copy(one)));
            return copy;
        }
        return value instanceof List<?> list
                ? new ArrayList<>(list.stream().map(Spec::copy).toList())
                : Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    /** The maps in a list of this tree, such as {@code projects}; empty if the list is absent. */
    List<Map<String, Object>> rows(String key) {
        return rows(tree, key);
    }

    static List<Map<String, Object>> rows(Map<String, Object> parent, String key) {
        return parent.containsKey(key)
                ? list(parent.get(key)).stream().map(Spec::map).toList()
                : List.of();
    }

    /** The map with an id in a list of this tree. */
    Map<String, Object> row(String key, String id) {
        return rows(key).stream()
                .filter(row -> id.equals(row.get("id")))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no " + id + " in " + key));
    }

    Map<String, Object> tree() {
        return tree;
    }

    /** As one JSON file, which is the fastest to read. */
    public Map<String, String> json() {
        try {
            return Map.of("all.json", JSON.writeValueAsString(tree));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    public String yaml() {
        try {
            return YAML.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** As several YAML and JSON files, with rows distributed and shuffled. */
    public Map<String, String> scattered(Random random) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            files.add(new LinkedHashMap<>());
        }
        for (String key : shuffled(tree.keySet(), random)) {
            Object value = tree.get(key);
            if (value instanceof List<?> list) {
                for (Object row : shuffled(list, random)) {
                    Map<String, Object> file = files.get(random.nextInt(files.size()));
                    list(file.computeIfAbsent(key, any -> new ArrayList<>())).add(shuffle(row, random));
                }
            } else {
                files.get(random.nextInt(files.size())).put(key, Objects.requireNonNull(value));
            }
        }
        return print(files, random);
    }

    private static Map<String, String> print(List<Map<String, Object>> files, Random random) {
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            for (Map<String, Object> file : files) {
                if (!file.isEmpty()) {
                    boolean json = random.nextBoolean();
                    String name = (char) ('a' + random.nextInt(26)) + "" + texts.size() + (json ? ".json" : ".yaml");
                    texts.put(name, json ? JSON.writeValueAsString(file) : YAML.writeValueAsString(file));
                }
            }
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
        return texts;
    }

    /** Shuffles keys and lists of rows; lists of plain values keep their order. */
    private static Object shuffle(Object value, Random random) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> shuffled = new LinkedHashMap<>();
            for (Object key : shuffled(map.keySet(), random)) {
                shuffled.put((String) key, shuffle(Objects.requireNonNull(map.get(key)), random));
            }
            return shuffled;
        }
        if (value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
            List<Object> shuffled = new ArrayList<>();
            shuffled(list, random).forEach(row -> shuffled.add(shuffle(row, random)));
            return shuffled;
        }
        return value;
    }

    private static <T> List<T> shuffled(Iterable<T> values, Random random) {
        List<T> shuffled = new ArrayList<>();
        values.forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** Reads the universe; fails if it has problems. */
    public Universe universe() {
        return read(json());
    }

    /** Reads the same universe from other files; fails if they have problems. */
    Universe read(Map<String, String> files) {
        Universe universe = Universe.parse(words.types().vocabulary(), files);
        if (!universe.problems().isEmpty()) {
            throw new AssertionError(universe.problems() + "\n" + files);
        }
        return universe;
    }

    @Override
    public String toString() {
        return yaml();
    }
}
