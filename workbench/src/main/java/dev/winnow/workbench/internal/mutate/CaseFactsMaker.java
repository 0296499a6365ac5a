package dev.winnow.workbench.internal.mutate;

import dev.winnow.language.internal.vocabulary.AsOf;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactType.Kind;
import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Coverage;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Presence;
import dev.winnow.model.domain.Project;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Node;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Generates random facts for cases of one rule, limited to the facts that the rule reads. Equal random numbers give
 * equal facts.
 */
final class CaseFactsMaker {

    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2025, 6, 30), LocalDate.of(2024, 12, 31));
    private static final String CHAINS = """
        chains:
          - id: chain
            links:
              - {id: first, stage: materials}
              - {id: second, stage: manufacturing, upstream: [first]}
              - {id: third, stage: assembly, upstream: [second]}
        """;

    /** An additional chain with a single stage. */
    private static final String FURTHER = """
        chains:
          - {id: other, links: [{id: other-link, stage: other-stage}]}
        """;

    private final ValuePools pools;
    private final Random random;
    private final @Nullable Object ownChains;
    private final boolean asksChains;
    private final List<String> ownLinks;
    /** Links that a scene may name: those of its own chains, and those of an additional chain. */
    private List<String> links;

    private final Map<String, List<String>> known = new HashMap<>();

    /** @param background the facts that all cases of the rule's file share; null for none */
    CaseFactsMaker(ValuePools pools, CaseWords words, @Nullable Node background, Random random) {
        this.pools = pools;
        this.random = random;
        Node shared = background == null ? null : background.get("chains");
        Object chains = words.chains() == null ? chainsOf(CHAINS) : words.chains();
        this.asksChains = pools.readsLinks() || pools.matches(Presence.class, Coverage.class, ChainLink.class);
        this.ownChains = asksChains && shared == null ? chains : null;
        this.ownLinks = ids(shared != null ? CaseFactsText.tree(shared) : chains);
        this.links = ownLinks;
    }

    private static Object chainsOf(String text) {
        Node file = Objects.requireNonNull(Document.parse("chains.yaml", text, new ArrayList<>()));
        return CaseFactsText.tree(Objects.requireNonNull(file.get("chains")));
    }

    private static List<String> ids(Object chains) {
        List<String> ids = new ArrayList<>();
        for (Object chain : (List<?>) chains) {
            if (chain instanceof Map<?, ?> map && map.get("links") instanceof List<?> list) {
                list.forEach(link -> {
                    if (link instanceof Map<?, ?> one && one.get("id") instanceof String id) {
                        ids.add(id);
                    }
                });
            }
        }
        return ids;
    }

    /** Returns a newly generated scene. */
    Map<String, Object> scene() {
        double gaps = pick(List.of(0.0, 0.0, 0.1, 0.3));
        Map<String, Object> scene = new LinkedHashMap<>();
        LocalDate day = day();
        if (day != null) {
            scene.put("asOf", day.toString());
        }
        chains(scene);
        Map<String, Object> project = new LinkedHashMap<>();
        Map<String, Object> city = new LinkedHashMap<>();
        pools.read().forEach((type, names) -> {
            if (type.record() == Project.class) {
                fill(project, type, names, day, gaps);
            } else if (type.record() == City.class) {
                fill(city, type, names, day, gaps);
            } else if (type.record() == Milestone.class) {
                milestones(project, type);
            } else if (type.list() != null) {
                rows(city, type, names, day, gaps);
            }
        });
        if (pools.matches(Presence.class, Coverage.class)) {
            presences(city, gaps);
        }
        scene.put("project", project);
        if (!city.isEmpty()) {
            scene.put("city", city);
        }
        return scene;
    }

    private void chains(Map<String, Object> scene) {
        links = ownLinks;
        if (!asksChains) {
            return;
        }
        List<Object> chains = new ArrayList<>();
        if (ownChains != null) {
            chains.addAll((List<?>) CaseFactsText.copy(ownChains));
        }
        if (random.nextInt(5) == 0) {
            Object further = chainsOf(FURTHER);
            chains.addAll((List<?>) further);
            links = new ArrayList<>(ownLinks);
            links.addAll(ids(further));
        }
        if (!chains.isEmpty()) {
            scene.put("chains", chains);
        }
    }

    private @Nullable LocalDate day() {
        List<LocalDate> days = new ArrayList<>();
        pools.limits()
                .forEach(limit -> limit.values().stream()
                        .filter(dated -> dated.from() != null)
                        .forEach(dated -> {
                            LocalDate from = Objects.requireNonNull(dated.from());
                            days.add(from);
                            days.add(from.minusDays(1));
                        }));
        boolean dates = pools.matches(AsOf.class)
                || pools.read().entrySet().stream()
                        .anyMatch(entry -> entry.getValue().stream()
                                .anyMatch(name -> ValuePools.is(entry.getKey(), name, Kind.DATE)));
        if (dates) {
            days.addAll(DAYS);
            return pick(days);
        }
        return days.isEmpty() || random.nextInt(3) > 0 ? null : pick(days);
    }

    private void fill(
            Map<String, Object> into, FactType type, Set<String> names, @Nullable LocalDate day, double gaps) {
        for (String name : names) {
            boolean own = type.list() == null && (name.equals("id") || name.equals("name"));
            boolean key = type.key().contains(name);
            if (!own && !name.equals("city") && (key || random.nextDouble() >= gaps)) {
                Object value = value(type, name, day);
                if (value != null) {
                    into.put(name, value);
                }
            }
        }
    }

    private @Nullable Object value(FactType type, String name, @Nullable LocalDate day) {
        FactType.Property property = type.properties().get(name);
        if (property == null) {
            return null;
        }
        return switch (property.value().kind()) {
            case TEXT -> pick(texts(type, name));
            case LIST -> some(texts(type, name));
            case FIGURE -> figure(type, name);
            case FLAG -> random.nextBoolean() ? "true" : "false";
            case DATE -> date(day == null ? DAYS.get(0) : day);
            case UNTYPED -> null;
        };
    }

    private List<String> texts(FactType type, String name) {
        return pools.isLink(type, name) ? links : known(type, name, () -> pools.texts(type, name));
    }

    private List<String> known(FactType type, String name, Supplier<List<String>> values) {
        return known.computeIfAbsent(type.name() + "." + name, any -> values.get());
    }

    private String figure(FactType type, String name) {
        String figure = pick(known(type, name, () -> pools.figures(type, name)));
        return random.nextInt(12) == 0 ? "over " + figure : figure;
    }

    private String date(LocalDate day) {
        LocalDate start = day.withDayOfYear(1);
        return pick(List.of(day, day.plusDays(1), start, start.minusDays(1), start.plusMonths(2)))
                .toString();
    }

    private List<Object> some(List<String> texts) {
        List<Object> some = new ArrayList<>();
        double chance = pick(List.of(0.4, 0.4, 0.7, 0.0));
        texts.stream().filter(text -> random.nextDouble() < chance).forEach(some::add);
        if (some.isEmpty() && chance > 0) {
            some.add(pick(texts));
        }
        return some;
    }

    private void rows(
            Map<String, Object> city, FactType type, Set<String> names, @Nullable LocalDate day, double gaps) {
        int count = pick(List.of(0, 1, 1, 1, 2, 2, 3));
        Map<String, Object> byKey = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (String key : type.key()) {
                boolean free = !names.contains(key);
                List<String> texts = texts(type, key);
                row.put(key, free ? texts.get(Math.min(i, texts.size() - 1)) : pick(texts));
            }
            if (type.key().contains("id") && type.properties().containsKey("name")) {
                row.put("name", type.name() + " " + row.get("id")); // gives sentences a name to use
            }
            Set<String> others = new TreeSet<>(names);
            others.removeAll(row.keySet());
            fill(row, type, others, day, gaps);
            byKey.putIfAbsent(type.key().stream().map(row::get).toList().toString(), row);
        }
        String list = Objects.requireNonNull(type.list());
        if (!byKey.isEmpty()) {
            city.put(list, new ArrayList<>(byKey.values()));
        }
        if (random.nextInt(5) > 1) {
            addTo(city, "complete", list);
        }
    }

    @SuppressWarnings("unchecked") // lists in a tree are lists of objects
    private static void addTo(Map<String, Object> map, String key, Object item) {
        ((List<Object>) map.computeIfAbsent(key, any -> new ArrayList<>())).add(item);
    }

    private void milestones(Map<String, Object> project, FactType type) {
        for (String step :
                some(texts(type, "step")).stream().map(String::valueOf).toList()) {
            if (random.nextInt(3) == 0) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("step", step);
                row.put("reached", "2022-06-30");
                addTo(project, "milestones", row);
                return; // several would need the right order
            }
        }
    }

    private void presences(Map<String, Object> city, double gaps) {
        double held = pick(List.of(0.0, 0.3, 0.5, 0.8));
        for (String link : links) {
            if (random.nextDouble() >= gaps) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("link", link);
                row.put("held", String.valueOf(random.nextDouble() < held));
                addTo(city, "presences", row);
            }
        }
    }

    /** Returns a copy of a scene with one value changed, added or removed. */
    Map<String, Object> varied(Map<String, Object> scene) {
        @SuppressWarnings("unchecked") // the copy of a map is a map
        Map<String, Object> varied = (Map<String, Object>) CaseFactsText.copy(scene);
        links = ownLinks;
        for (int i = random.nextInt(3); i >= 0; i--) {
            List<Runnable> changes = new ArrayList<>();
            changes(varied, varied, "", changes);
            if (!changes.isEmpty()) {
                pick(changes).run();
            }
        }
        return varied;
    }

    @SuppressWarnings("unchecked") // maps in a tree have text keys, and lists are lists of objects
    private void changes(Map<String, Object> scene, Map<String, Object> map, String owner, List<Runnable> changes) {
        Object asOf = scene.get("asOf");
        LocalDate day = asOf instanceof String text && text.length() == 10 ? LocalDate.parse(text) : null;
        map.forEach((key, value) -> {
            if (key.equals("chains")) {
                return;
            }
            if (!key.equals("project") && !key.equals("city") && !key.equals("asOf")) {
                changes.add(() -> map.remove(key));
            }
            if (value instanceof Map<?, ?> inner) {
                changes(scene, (Map<String, Object>) inner, key, changes);
            } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
                for (Object row : list) {
                    changes.add(() -> list.remove(row));
                    if (row instanceof Map<?, ?> inner) {
                        changes(scene, (Map<String, Object>) inner, key, changes);
                    }
                }
            } else if (key.equals("held")) {
                changes.add(() -> map.put(key, value.equals("true") ? "false" : "true"));
            } else {
                changes.add(() -> replace(map, key, owner, day));
            }
        });
        pools.read().forEach((type, names) -> {
            if (ValuePools.owner(type).equals(owner) && (type.list() == null || !map.isEmpty())) {
                names.stream()
                        .filter(name -> !map.containsKey(name) && !name.equals("city") && !name.equals("id"))
                        .filter(name -> type.record() != Milestone.class)
                        .forEach(name -> changes.add(() -> replace(map, name, owner, day)));
            }
            if (owner.equals("city") && type.list() != null) {
                changes.add(() -> {
                    map.remove(type.list());
                    map.remove("complete");
                    rows(map, type, names, day, 0);
                });
            }
        });
    }

    private void replace(Map<String, Object> map, String key, String owner, @Nullable LocalDate day) {
        pools.read().keySet().stream()
                .filter(type -> ValuePools.owner(type).equals(owner))
                .flatMap(type -> Stream.ofNullable(value(type, key, day)))
                .findFirst()
                .ifPresent(value -> map.put(key, value));
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
