package dev.winnow.model.internal.read;

import dev.winnow.model.internal.history.FirmNames;
import dev.winnow.model.internal.history.Origin;
import dev.winnow.model.internal.history.UniverseIds;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Evidence;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the firms that a universe declares. A name that another firm already has is reported and stays with that firm;
 * the rest of the entry counts. An entry without a name adds its aliases to the firm with its id, which another file
 * may declare.
 */
public final class FirmReader {

    /** The keys of a firm. */
    public static final List<String> KEYS = List.of("id", "name", "zh", "aliases", "note", "source");

    /** The keys of a name with a text per language. */
    public static final List<String> LANGUAGES = List.of("en", "zh");

    private final UniverseIds words;
    private final List<Problem> problems;
    /** The firms by id. */
    private final Map<String, FirmNames.Known> firms = new TreeMap<>();

    private final Map<String, Node> ids = new TreeMap<>();
    private final Map<String, Owner> owners = new LinkedHashMap<>();

    /** The firm that has a name, and the place of the name. */
    private record Owner(String id, Place place) {}

    /**
     * Creates a reader.
     *
     * @param words the sources that firms may name
     */
    public FirmReader(UniverseIds words, List<Problem> problems) {
        this.words = words;
        this.problems = problems;
    }

    /** Reads the entries of all files. */
    public FirmNames read(List<Node> nodes) {
        nodes.stream().filter(node -> !isFurther(node)).forEach(this::firm);
        nodes.stream().filter(FirmReader::isFurther).forEach(this::firm);
        return FirmNames.of(firms.values());
    }

    /** Whether an entry has no name of its own. */
    private static boolean isFurther(Node node) {
        return node.isMap() && !node.cracked() && node.get("name") == null && node.get("zh") == null;
    }

    private void firm(Node node) {
        Message owner = Message.of("a firm");
        if (!node.hasKeys(owner, problems)) {
            return;
        }
        node.allow(owner, KEYS, problems);
        Evidence evidence =
                Origin.NONE.within(node, words, problems).evidence(words, node.optionalText("note", problems));
        String id = node.requiredText(owner, "id", problems);
        if (id == null) {
            return;
        }
        Node idNode = HistoryReader.idNode(node);
        Node earlier = ids.putIfAbsent(id, idNode);
        FirmNames.Known known = isFurther(node) ? firms.get(id) : null;
        if (known != null) {
            Set<String> further = new LinkedHashSet<>(known.names());
            aliases(node, id, further);
            firms.put(
                    id, new FirmNames.Known(id, known.name(), known.chinese(), List.copyOf(further), known.evidence()));
            return;
        }
        if (earlier != null) {
            problems.add(idNode.problem(Message.of("the firm `%s` is given already at %s", id, earlier.place())));
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        String name = name(node, id, names);
        String chinese = chinese(node, id, names);
        aliases(node, id, names);
        take(id, id, idNode, names);
        String shown = name != null ? name : chinese != null ? chinese : id;
        firms.put(id, new FirmNames.Known(id, shown, chinese, List.copyOf(names), evidence));
    }

    private void aliases(Node node, String id, Set<String> names) {
        for (Node alias : node.list("aliases", problems)) {
            if (!alias.isScalar()) {
                problems.add(alias.problem(Message.of(
                        "`%s` lists names, not %s", "aliases", alias.kind().words())));
            } else {
                take(alias.text().strip(), id, alias, names);
            }
        }
    }

    /** Reads the name and adds it with its parts in each language; null if there is none or another firm has it. */
    private @Nullable String name(Node node, String id, Set<String> names) {
        Node given = node.get("name");
        if (given != null && given.isMap()) {
            given.allow(key -> Message.of("`%s` has no `%s`", "name", key), LANGUAGES, problems);
            return text(given, "en", id, names);
        }
        String name = text(node, "name", id, names);
        if (name != null && given != null) {
            for (Language language : Language.values()) {
                take(Names.inLanguage(language, name), id, given, names);
            }
        }
        return name;
    }

    /** Reads the separate Chinese name; null if there is none. */
    private @Nullable String chinese(Node node, String id, Set<String> names) {
        Node given = node.get("name");
        String own = text(node, "zh", id, names);
        String other = given != null && given.isMap() ? text(given, "zh", id, names) : null;
        return own == null ? other : own;
    }

    private @Nullable String text(Node map, String key, String id, Set<String> names) {
        String text = map.optionalText(key, problems);
        Node node = map.get(key);
        return text == null || node == null || !take(text, id, node, names) ? null : text;
    }

    /** Adds a name to a firm. Returns false, and reports it, if another firm has the name. */
    private boolean take(String name, String id, Node at, Set<String> names) {
        String key = FirmNames.key(name);
        if (key.isEmpty()) {
            problems.add(at.problem(Message.of("`%s` names no firm: it has neither letters nor digits", name)));
            return false;
        }
        Owner owner = owners.putIfAbsent(key, new Owner(id, at.place()));
        if (owner != null && !owner.id.equals(id)) {
            problems.add(at.problem(
                    Message.of("`%s` is already a name of the firm `%s`, at %s", name, owner.id, owner.place),
                    Message.of("if they are one firm, give it one id")));
            return false;
        }
        names.add(name);
        return true;
    }
}
