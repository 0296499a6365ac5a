package dev.winnow.language.internal.pack;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A map in a file of a pack, with the keys it may have. A mistyped key is not also reported as missing. */
final class PackEntry {

    private final Node node;
    private final Message owner;
    private final List<Problem> problems;
    private final Set<String> mistyped = new HashSet<>();

    /** @param owner the name of the map in messages: {@code a criterion} */
    PackEntry(Node node, Message owner, Collection<String> keys, List<Problem> problems) {
        this(node, owner, key -> Message.of("%s has no `%s`", owner, key), keys, problems);
    }

    /**
     * Wraps a map.
     *
     * @param owner the name of the map in messages: {@code `expect`}
     * @param unknown the message for an unknown key
     */
    PackEntry(
            Node node,
            Message owner,
            Function<String, Message> unknown,
            Collection<String> keys,
            List<Problem> problems) {
        this.node = node;
        this.owner = owner;
        this.problems = problems;
        node.allow(unknown, keys, problems);
        for (String key : node.fields().keySet()) {
            String meant = keys.contains(key) ? null : Nearest.of(key, keys);
            if (meant != null) {
                mistyped.add(meant);
            }
        }
    }

    /** Whether a key is missing and no problem explains why. */
    boolean lacks(String key) {
        Node.Field field = node.fields().get(key);
        boolean flawed = field != null && field.value().flawed();
        return node.get(key) == null && !flawed && !mistyped.contains(key);
    }

    /** Returns the text of a required key; null if it is missing, which is reported. */
    @Nullable
    String text(String key) {
        return mistyped.contains(key) ? null : node.requiredText(owner, key, problems);
    }

    /** Reports a required key if it is missing. */
    boolean require(String key, @Nullable Message advice) {
        if (lacks(key)) {
            problems.add(node.problem(Message.of("%s needs `%s`", owner, key), advice));
        }
        return node.get(key) != null;
    }

    /** Reports a problem at the value of a key, or at the map if the key is missing. */
    void report(String key, Message what, @Nullable Message advice) {
        Node value = node.get(key);
        problems.add((value == null ? node : value).problem(what, advice));
    }
}
