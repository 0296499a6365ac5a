package dev.winnow.language.internal.pack;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that a YAML file of a pack is of bounded size before it is interpreted. */
final class YamlGuard {

    private static final int MOST_NODES = 20_000;
    private static final int LONGEST = 4_000;

    private final List<Problem> problems;
    private int nodes;

    private YamlGuard(List<Problem> problems) {
        this.problems = problems;
    }

    /** Whether a file may be interpreted; otherwise the reason is reported. */
    static boolean check(Node root, List<Problem> problems) {
        return new YamlGuard(problems).passes(root);
    }

    private boolean passes(Node node) {
        if (++nodes > MOST_NODES) {
            return refuse(
                    node.place(),
                    Message.of("the file contains more than %s values", "20,000"),
                    Message.of("split the pack"));
        }
        if (!passes(node.text(), node.place())) {
            return false;
        }
        for (Node item : node.items()) {
            if (!passes(item)) {
                return false;
            }
        }
        for (Node.Field field : node.fields().values()) {
            if (!passes(field.key(), field.place()) || !passes(field.value())) {
                return false;
            }
        }
        return true;
    }

    private boolean passes(String text, Place place) {
        return text.length() <= LONGEST
                || refuse(place, Message.of("this text is longer than %s characters", "4,000"), null);
    }

    private boolean refuse(Place place, Message what, @Nullable Message advice) {
        problems.add(new Problem(place, what, 1, advice));
        return false;
    }
}
