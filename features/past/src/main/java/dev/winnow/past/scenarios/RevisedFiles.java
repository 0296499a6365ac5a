package dev.winnow.past.scenarios;

import dev.winnow.model.internal.history.SourceFile;
import dev.winnow.model.internal.read.AnswerReader;
import dev.winnow.model.internal.read.JudgedReader;
import dev.winnow.model.internal.read.RateReader;
import dev.winnow.model.source.Node;
import dev.winnow.model.universe.Universe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files of a universe with some entries replaced or left out, and others added. */
final class RevisedFiles {

    /** The lists of values that are laid over entries, and of rates, which a change can replace. */
    private static final List<String> FILTERED = List.of(AnswerReader.LIST, JudgedReader.LIST, RateReader.LIST);

    private final Universe base;
    /** The changed entries by list and id; empty if removed. */
    private final Map<String, Map<String, Optional<Node>>> changed = new LinkedHashMap<>();
    /** The subjects and facts whose answers no longer count: {@code project sien project.fundingNeed}. */
    private final Set<String> superseded = new HashSet<>();

    private final Map<String, Node> rates = new LinkedHashMap<>();
    private final List<Node> added = new ArrayList<>();

    RevisedFiles(Universe base) {
        this.base = base;
    }

    /** Returns an entry of {@code projects} or {@code cities} with the changes so far; null if there is none. */
    @Nullable
    Node entry(String list, String id) {
        Map<String, Optional<Node>> some = changed.getOrDefault(list, Map.of());
        if (some.containsKey(id)) {
            return Objects.requireNonNull(some.get(id)).orElse(null);
        }
        for (SourceFile file : base.sourceFiles()) {
            for (Node entry : items(file.root(), list)) {
                if (id.equals(id(entry))) {
                    return entry;
                }
            }
        }
        return null;
    }

    /** Replaces an entry. */
    void replace(String list, String id, Node entry) {
        changed.computeIfAbsent(list, any -> new LinkedHashMap<>()).put(id, Optional.of(entry));
    }

    /** Leaves an entry out. */
    void remove(String list, String id) {
        changed.computeIfAbsent(list, any -> new LinkedHashMap<>()).put(id, Optional.empty());
    }

    /** Drops the answers about a fact, and a panel's judgements of it. */
    void supersede(String subject, String id, String fact) {
        superseded.add(subject + " " + id + " " + fact);
    }

    /** Replaces the rates of a currency by another one. */
    void replaceRate(String currency, Node rate) {
        rates.put(currency, rate);
    }

    /** Adds a document with the keys of a universe file. */
    void add(Node document) {
        added.add(document);
    }

    /** Returns the universe of the revised files. */
    Universe universe() {
        List<SourceFile> files = new ArrayList<>();
        for (SourceFile file : base.sourceFiles()) {
            Node root = file.root();
            files.add(
                    root == null || !root.isMap()
                            ? file
                            : new SourceFile(file.name(), file.read(), revised(root), file.own()));
        }
        rates.values()
                .forEach(rate -> files.add(SourceFile.of(
                        Node.map(
                                rate.place(),
                                List.of(new Node.Field(
                                        RateReader.LIST,
                                        rate.place(),
                                        Node.list(
                                                rate.place(),
                                                List.of(rate.with(rate.each().stream()
                                                        .filter(field ->
                                                                !field.key().equals("source"))
                                                        .toList())))))),
                        false)));
        added.forEach(document -> files.add(SourceFile.of(document, false)));
        return Universe.of(base.vocabulary(), base.name(), base.headed(), files, List.of())
                .countedIn(base.money());
    }

    private Node revised(Node root) {
        List<Node.Field> fields = new ArrayList<>();
        for (Node.Field field : root.each()) {
            Node value = field.value();
            if (value.isList() && (changed.containsKey(field.key()) || FILTERED.contains(field.key()))) {
                value = Node.list(value.place(), revised(field.key(), value.items()));
            }
            fields.add(new Node.Field(field.key(), field.place(), value));
        }
        return root.with(fields);
    }

    private List<Node> revised(String list, List<Node> items) {
        if (list.equals(RateReader.LIST)) {
            return items.stream()
                    .filter(item -> !item.isMap() || !rates.containsKey(String.valueOf(text(item, "currency"))))
                    .toList();
        }
        if (FILTERED.contains(list)) {
            return items.stream().filter(item -> !isSuperseded(item)).toList();
        }
        Map<String, Optional<Node>> some = changed.getOrDefault(list, Map.of());
        List<Node> revised = new ArrayList<>();
        for (Node item : items) {
            String id = id(item);
            Optional<Node> other = id == null ? null : some.get(id);
            if (other == null) {
                revised.add(item);
            } else {
                other.ifPresent(revised::add);
            }
        }
        return revised;
    }

    private boolean isSuperseded(Node item) {
        return item.isMap()
                && List.of("project", "city").stream()
                        .anyMatch(subject -> text(item, subject) != null
                                && superseded.contains(subject + " " + text(item, subject) + " " + text(item, "fact")));
    }

    private static List<Node> items(@Nullable Node root, String list) {
        Node listed = root == null || !root.isMap() ? null : root.get(list);
        return listed == null || !listed.isList() ? List.of() : listed.items();
    }

    private static @Nullable String id(Node entry) {
        return entry.isMap() ? text(entry, "id") : null;
    }

    static @Nullable String text(Node map, String key) {
        Node value = map.get(key);
        return value == null || !value.isScalar() ? null : value.text().strip();
    }
}
