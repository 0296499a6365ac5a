package dev.winnow.records.internal.replay;

import dev.winnow.model.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A field that differs between two results.
 *
 * @param project the project of the pair; null for the screening as a whole
 * @param city the city of the pair; null for the screening as a whole
 * @param asOf the day of the pair's judgement; null for the screening as a whole
 * @param field the path of the field: {@code findings.market-at-scale.share}; empty for the whole pair
 * @param before the recorded value; null if it is missing
 * @param after the derived value; null if it is missing
 */
public record Difference(
        @Nullable String project,
        @Nullable String city,
        @Nullable String asOf,
        String field,
        @Nullable String before,
        @Nullable String after) {

    private static final String PAIRS = "assessments";

    /** Members that identify an item of a list, in order of preference. */
    private static final List<String> NAMES = List.of("rule", "id", "criterion", "fact", "city", "name", "property");

    /** Values longer than this are cut. */
    private static final int LONG = 120;

    /** Lists the differences between two results, in the order of the first. */
    static List<Difference> between(Node before, Node after) {
        List<Difference> all = new ArrayList<>();
        Comparison whole = new Comparison(null, null, null, all);
        TreeSet<String> keys = new TreeSet<>(before.fields().keySet());
        keys.addAll(after.fields().keySet());
        keys.remove(PAIRS);
        keys.forEach(key -> whole.compare(key, before.get(key), after.get(key)));
        Map<String, Node> pairsBefore = pairs(before);
        Map<String, Node> pairsAfter = pairs(after);
        Map<String, Node> either = new LinkedHashMap<>(pairsBefore);
        pairsAfter.forEach(either::putIfAbsent);
        either.forEach((key, pair) -> new Comparison(text(pair, "project"), text(pair, "city"), text(pair, "asOf"), all)
                .compare("", pairsBefore.get(key), pairsAfter.get(key)));
        if (all.isEmpty() && !List.copyOf(pairsBefore.keySet()).equals(List.copyOf(pairsAfter.keySet()))) {
            whole.found(
                    PAIRS, pairsBefore.keySet().toString(), pairsAfter.keySet().toString());
        }
        return all;
    }

    private static Map<String, Node> pairs(Node results) {
        Map<String, Node> pairs = new LinkedHashMap<>();
        Node list = results.get(PAIRS);
        if (list != null) {
            list.items()
                    .forEach(pair -> pairs.put(
                            text(pair, "project") + " " + text(pair, "city") + " " + text(pair, "asOf"), pair));
        }
        return pairs;
    }

    private static @Nullable String text(Node map, String key) {
        Node member = map.get(key);
        return member == null ? null : member.text();
    }

    /** Compares one pair, or the screening as a whole. */
    private record Comparison(
            @Nullable String project,
            @Nullable String city,
            @Nullable String asOf,
            List<Difference> found) {

        void compare(String path, @Nullable Node before, @Nullable Node after) {
            if (before == null || after == null || before.kind() != after.kind()) {
                if (before != after) {
                    found(path, shown(before), shown(after));
                }
                return;
            }
            switch (before.kind()) {
                case NULL -> {}
                case SCALAR -> {
                    if (!before.text().equals(after.text())) {
                        found(path, before.text(), after.text());
                    }
                }
                case MAP -> each(path, members(before), members(after));
                case LIST -> each(path, items(before), items(after));
            }
        }

        private void each(String path, Map<String, Node> before, Map<String, Node> after) {
            Map<String, Node> either = new LinkedHashMap<>(before);
            after.forEach(either::putIfAbsent);
            either.keySet()
                    .forEach(key -> compare(path.isEmpty() ? key : path + "." + key, before.get(key), after.get(key)));
        }

        void found(String path, @Nullable String before, @Nullable String after) {
            found.add(new Difference(project, city, asOf, path, cut(before), cut(after)));
        }
    }

    private static Map<String, Node> members(Node map) {
        Map<String, Node> members = new LinkedHashMap<>();
        map.each().forEach(field -> members.put(field.key(), field.value()));
        return members;
    }

    /** The items of a list by their identifying member, or by position if an item has none. */
    private static Map<String, Node> items(Node list) {
        Map<String, Node> named = new LinkedHashMap<>();
        for (Node item : list.items()) {
            String name = name(item);
            if (name != null) {
                named.put(name, item);
            }
        }
        if (named.size() == list.items().size()) {
            return named;
        }
        Map<String, Node> placed = new LinkedHashMap<>();
        for (int i = 0; i < list.items().size(); i++) {
            placed.put(Integer.toString(i + 1), list.items().get(i));
        }
        return placed;
    }

    private static @Nullable String name(Node item) {
        return item.isScalar()
                ? item.text()
                : NAMES.stream()
                        .map(key -> text(item, key))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String shown(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        return switch (node.kind()) {
            case NULL -> null;
            case SCALAR -> node.text();
            case LIST -> "[…]";
            case MAP -> "{…}";
        };
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= LONG ? text : text.substring(0, LONG) + "…";
    }
}
