package dev.winnow.tables.entries;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.tables.cells.TableProblems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What several rows say of one entry, put together: lists are joined, all else must agree. */
public final class MergedEntry {

    private MergedEntry() {}

    /**
     * An entry with what one more row says of it; null if they contradict each other, which is a problem.
     *
     * @param entry what the rows before say
     * @param row what the row says
     */
    public static @Nullable Node of(Node entry, Node row, List<Problem> problems) {
        Map<String, Node.Field> fields = new LinkedHashMap<>();
        entry.each().forEach(field -> fields.put(field.key(), field));
        int before = problems.size();
        for (Node.Field field : row.each()) {
            Node.Field known = fields.get(field.key());
            if (known == null) {
                fields.put(field.key(), field);
            } else if (known.value().isList() && field.value().isList()) {
                fields.put(
                        field.key(), new Node.Field(field.key(), known.place(), joined(known.value(), field.value())));
            } else if (!dump(known.value()).equals(dump(field.value()))) {
                problems.add(TableProblems.disagrees(field.value(), field.key(), known.value()));
            }
        }
        return problems.size() > before ? null : Node.map(entry.place(), fields.values());
    }

    private static Node joined(Node list, Node more) {
        List<Node> items = new ArrayList<>(list.items());
        Set<String> known = new HashSet<>();
        items.forEach(item -> known.add(dump(item)));
        more.items().stream().filter(item -> known.add(dump(item))).forEach(items::add);
        return Node.list(list.place(), items);
    }

    private static String dump(Node node) {
        StringBuilder text = new StringBuilder();
        node.dump(text);
        return text.toString();
    }
}
