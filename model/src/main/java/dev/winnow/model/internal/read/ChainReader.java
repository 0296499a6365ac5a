package dev.winnow.model.internal.read;

import dev.winnow.model.domain.ChainLink;
import dev.winnow.model.domain.IndustrialChain;
import dev.winnow.model.internal.history.Chains;
import dev.winnow.model.internal.history.UniverseIds;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads chains and their links. Files state the suppliers of a link; its customers and neighbours follow from them. */
public final class ChainReader {

    public static final List<String> CHAIN = List.of("id", "name", "zh", "links", "source", "note");
    public static final List<String> LINK = List.of("id", "name", "zh", "stage", "upstream", "source", "note");

    private final UniverseIds words;
    private final List<Problem> problems;
    private final Map<String, String> chains = new TreeMap<>();
    private final Map<String, Node> chainIds = new TreeMap<>();
    private final Map<String, Draft> links = new LinkedHashMap<>();

    public ChainReader(UniverseIds words, List<Problem> problems) {
        this.words = words;
        this.problems = problems;
    }

    /**
     * A link while it is read.
     *
     * @param upstream its suppliers by id, with the nodes that name them
     */
    private record Draft(
            String id, String name, String chain, String stage, Node node, Node idNode, Map<String, Node> upstream) {}

    public Chains read(List<Node> nodes) {
        nodes.forEach(this::chain);
        links.values().forEach(this::suppliers);
        breakCycles();
        Map<String, Set<String>> downstream = new TreeMap<>();
        for (Draft link : links.values()) {
            link.upstream
                    .keySet()
                    .forEach(supplier -> downstream
                            .computeIfAbsent(supplier, any -> new TreeSet<>())
                            .add(link.id));
        }
        List<ChainLink> made = links.values().stream()
                .map(link -> made(link, downstream.getOrDefault(link.id, Set.of())))
                .sorted(Comparator.comparing(ChainLink::id))
                .toList();
        return Chains.of(
                chains.entrySet().stream()
                        .map(chain ->
                                new IndustrialChain(chain.getKey(), chain.getValue(), links(chain.getKey(), made)))
                        .toList(),
                made);
    }

    private static List<String> links(String chain, List<ChainLink> all) {
        return all.stream()
                .filter(link -> link.chain().equals(chain))
                .map(ChainLink::id)
                .toList();
    }

    private static ChainLink made(Draft link, Set<String> downstream) {
        Set<String> neighbours = new TreeSet<>(link.upstream.keySet());
        neighbours.addAll(downstream);
        return new ChainLink(
                link.id,
                link.name,
                link.chain,
                link.stage,
                List.copyOf(new TreeSet<>(link.upstream.keySet())),
                List.copyOf(downstream),
                List.copyOf(neighbours));
    }

    private void chain(Node node) {
        Message owner = Message.of("a chain");
        if (!node.hasKeys(owner, problems)) {
            return;
        }
        node.allow(owner, CHAIN, problems);
        String id = node.requiredText(owner, "id", problems);
        String name = node.optionalText("name", problems);
        if (id == null) {
            return;
        }
        Node earlier = chainIds.putIfAbsent(id, HistoryReader.idNode(node));
        if (earlier != null) {
            problems.add(HistoryReader.idNode(node)
                    .problem(Message.of("the chain `%s` is given already at %s", id, earlier.place())));
            return;
        }
        chains.put(id, name == null ? id : name);
        node.list("links", problems).forEach(link -> link(id, link));
    }

    private void link(String chain, Node node) {
        Message owner = Message.of("a chain link");
        if (!node.isMap()) {
            node.hasKeys(owner, problems);
            return;
        }
        node.allow(owner, LINK, problems);
        String id = node.requiredText(owner, "id", problems);
        String name = node.optionalText("name", problems);
        String stage = node.requiredText(owner, "stage", problems);
        if (stage != null) {
            words.check("stages", Objects.requireNonNull(node.get("stage")), problems);
        }
        if (id == null) {
            return;
        }
        Node idNode = HistoryReader.idNode(node);
        Draft earlier = links.get(id);
        if (earlier != null) {
            problems.add(idNode.problem(
                    Message.of("the chain link `%s` is given already at %s", id, earlier.idNode.place())));
            return;
        }
        words.add("links", id, node);
        // A link without a stage still counts as a link, so that references to it resolve.
        links.put(
                id,
                new Draft(
                        id,
                        name == null ? id : name,
                        chain,
                        stage == null ? id : stage,
                        node,
                        idNode,
                        new TreeMap<>()));
    }

    private void suppliers(Draft link) {
        for (Node supplier : link.node.list("upstream", problems)) {
            String id = supplier.text().strip();
            if (!supplier.isScalar()) {
                problems.add(supplier.problem(Message.of(
                        "`%s` lists chain links, not %s",
                        "upstream", supplier.kind().words())));
            } else if (id.equals(link.id)) {
                problems.add(supplier.problem(Message.of("the chain link `%s` cannot supply itself", id)));
            } else if (!links.containsKey(id)) {
                words.check("links", supplier, problems);
            } else if (link.upstream.putIfAbsent(id, supplier) != null) {
                problems.add(supplier.problem(Message.of("`%s` lists `%s` twice", "upstream", id)));
            }
        }
    }

    private void breakCycles() {
        Set<String> rest = new LinkedHashSet<>(links.keySet());
        for (peel(rest); !rest.isEmpty(); peel(rest)) {
            Set<String> seen = new LinkedHashSet<>();
            String at = rest.iterator().next();
            while (seen.add(at)) {
                at = Objects.requireNonNull(supplierAmong(rest, at));
            }
            List<String> path = List.copyOf(seen);
            List<String> cycle = path.subList(path.indexOf(at), path.size());
            String last = cycle.get(cycle.size() - 1);
            Node closing = Objects.requireNonNull(draft(last).upstream.remove(at));
            problems.add(closing.problem(Message.of(
                    "the chain link `%s` supplies itself through %s",
                    last, Message.names(cycle.subList(0, cycle.size() - 1)))));
        }
    }

    /** Removes links without remaining suppliers until none is left; the rest are in a cycle or downstream of one. */
    private void peel(Set<String> rest) {
        Map<String, List<String>> supplied = new HashMap<>();
        Map<String, Integer> open = new HashMap<>();
        for (String link : rest) {
            for (String supplier : draft(link).upstream.keySet()) {
                if (rest.contains(supplier)) {
                    supplied.computeIfAbsent(supplier, any -> new ArrayList<>()).add(link);
                    open.merge(link, 1, Integer::sum);
                }
            }
        }
        Deque<String> free = new ArrayDeque<>();
        rest.stream().filter(link -> !open.containsKey(link)).forEach(free::add);
        while (!free.isEmpty()) {
            String link = free.remove();
            rest.remove(link);
            for (String next : supplied.getOrDefault(link, List.of())) {
                if (open.merge(next, -1, Integer::sum) == 0) {
                    free.add(next);
                }
            }
        }
    }

    private @Nullable String supplierAmong(Set<String> rest, String link) {
        return draft(link).upstream.keySet().stream()
                .filter(rest::contains)
                .findFirst()
                .orElse(null);
    }

    private Draft draft(String link) {
        return Objects.requireNonNull(links.get(link));
    }
}
