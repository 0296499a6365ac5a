package dev.winnow.model.internal.read;

import dev.winnow.model.internal.history.FirmNames;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.vocabulary.DeclaredProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Checks values that a vocabulary declares as distinct from another property of the same subject. */
public final class ApartFrom {

    private ApartFrom() {}

    /**
     * Reports each value that two distinct properties share.
     *
     * @param declared the properties of the subject
     * @param subject a project, a city or a row
     * @param firms resolves the names of firms
     * @param wrong receives the problems found
     */
    public static void check(List<DeclaredProperty> declared, Node subject, FirmNames firms, List<Problem> wrong) {
        for (DeclaredProperty property : declared) {
            String other = property.apartFrom();
            if (other == null) {
                continue;
            }
            List<String> others = new ArrayList<>();
            values(subject, other)
                    .forEach(value -> others.add(firms.canonical(value.text().strip())));
            String name = property.component().name();
            for (Node value : values(subject, name)) {
                String text = value.text().strip();
                if (others.contains(firms.canonical(text))) {
                    wrong.add(
                            value.problem(Message.of("`%s` contains `%s`, which is also in `%s`", name, text, other)));
                }
            }
        }
    }

    /** Returns the plain values of a key, alone, in a list or with their origin. */
    private static List<Node> values(Node subject, String key) {
        List<Node> values = new ArrayList<>();
        Node value = subject.isMap() ? subject.get(key) : null;
        if (value != null) {
            collect(value, values);
        }
        return values;
    }

    private static void collect(Node node, List<Node> into) {
        if (node.isScalar()) {
            into.add(node);
        } else if (node.isList()) {
            node.items().forEach(item -> collect(item, into));
        } else if (node.isMap() && node.get("value") != null) {
            collect(Objects.requireNonNull(node.get("value")), into);
        }
    }
}
