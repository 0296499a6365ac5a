package dev.winnow.portfolio.view;

import dev.winnow.model.source.Node;
import dev.winnow.portfolio.portfolio.Nameable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan as its form has it. Keys are those of the file of a plan.
 *
 * @param texts the texts and numbers by key
 * @param lists the ids of projects by key
 * @param cities the budget or the capacity of cities, by id
 * @param further the other keys, in YAML
 */
public record PlanForm(
        Map<String, String> texts, Map<String, List<String>> lists, Map<String, String> cities, String further) {

    /** Texts that YAML reads as they are, without quotation marks. */
    private static final String PLAIN = "[\\p{L}\\p{N}]([\\p{L}\\p{N} ._-]*[\\p{L}\\p{N}])?";

    public PlanForm {
        texts = Map.copyOf(texts);
        lists = Map.copyOf(lists);
        cities = Map.copyOf(cities);
    }

    /**
     * Reads the form from a plan. Keys without a field of their own, or with unknown names, become further keys.
     *
     * @param root the plan, a map
     * @param known the names that it may use
     */
    static PlanForm of(PlanKind kind, Node root, Nameable known) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, List<String>> lists = new LinkedHashMap<>();
        Map<String, String> cities = new LinkedHashMap<>();
        StringBuilder further = new StringBuilder();
        for (Node.Field field : root.each()) {
            Node value = field.value();
            List<String> projects = kind.lists().contains(field.key()) ? named(value, known.projects()) : null;
            Map<String, String> ofCities = kind.ofCities().equals(field.key()) ? byCity(value, known.cities()) : null;
            if (kind.texts().contains(field.key()) && value.isScalar()) {
                texts.put(field.key(), value.text());
            } else if (projects != null) {
                lists.put(field.key(), projects);
            } else if (ofCities != null) {
                cities.putAll(ofCities);
            } else {
                further.append(quoted(field.key()))
                        .append(": ")
                        .append(flow(value))
                        .append('\n');
            }
        }
        return new PlanForm(texts, lists, cities, further.toString());
    }

    private static @Nullable List<String> named(Node list, Function<String, @Nullable String> names) {
        List<String> ids = new ArrayList<>();
        for (Node item : list.isList() ? list.items() : List.<Node>of()) {
            String id = item.isScalar() ? names.apply(item.text()) : null;
            if (id == null) {
                return null;
            }
            ids.add(id);
        }
        return list.isList() ? ids : null;
    }

    private static @Nullable Map<String, String> byCity(Node map, Function<String, @Nullable String> names) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Node.Field field : map.isMap() ? map.each() : List.<Node.Field>of()) {
            String id = names.apply(field.key());
            if (id == null
                    || !field.value().isScalar()
                    || texts.put(id, field.value().text()) != null) {
                return null;
            }
        }
        return map.isMap() ? texts : null;
    }

    /**
     * Returns the file of the plan, which the commands read.
     *
     * @param amount completes an amount without its unit
     */
    String yaml(PlanKind kind, Function<String, String> amount) {
        StringBuilder yaml = new StringBuilder();
        for (String key : kind.texts()) {
            String text = texts.getOrDefault(key, "").strip();
            if (!text.isEmpty()) {
                line(yaml, key, quoted(key.equals("budget") ? amount.apply(text) : text));
            }
        }
        Map<String, String> ofCities = new LinkedHashMap<>();
        cities.keySet().stream().sorted().forEach(city -> {
            String text = cities.getOrDefault(city, "").strip();
            if (!text.isEmpty()) {
                ofCities.put(city, kind == PlanKind.PORTFOLIO ? amount.apply(text) : text);
            }
        });
        if (!ofCities.isEmpty()) {
            line(
                    yaml,
                    kind.ofCities(),
                    ofCities.entrySet().stream()
                            .map(one -> quoted(one.getKey()) + ": " + quoted(one.getValue()))
                            .collect(Collectors.joining(", ", "{", "}")));
        }
        for (String key : kind.lists()) {
            List<String> projects = lists.getOrDefault(key, List.of());
            if (!projects.isEmpty()) {
                line(yaml, key, projects.stream().map(PlanForm::quoted).collect(Collectors.joining(", ", "[", "]")));
            }
        }
        return yaml.append(further.strip())
                .append(further.isBlank() ? "" : "\n")
                .toString();
    }

    private static void line(StringBuilder yaml, String key, String value) {
        yaml.append(key).append(": ").append(value).append('\n');
    }

    /** Returns a tree in one line of YAML. */
    private static String flow(Node node) {
        return switch (node.kind()) {
            case NULL -> "null";
            case SCALAR -> quoted(node.text());
            case LIST -> node.items().stream().map(PlanForm::flow).collect(Collectors.joining(", ", "[", "]"));
            case MAP ->
                node.each().stream()
                        .map(one -> quoted(one.key()) + ": " + flow(one.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static String quoted(String text) {
        if (text.matches(PLAIN) && !text.equalsIgnoreCase("null")) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (one == '"' || one == '\\') {
                quoted.append('\\').append(one);
            } else if (one < ' ' || one == '\u007f' || one == '\u0085' || one == '\u2028' || one == '\u2029') {
                quoted.append(String.format("\\u%04x", (int) one));
            } else {
                quoted.append(one);
            }
        }
        return quoted.append('"').toString();
    }
}
