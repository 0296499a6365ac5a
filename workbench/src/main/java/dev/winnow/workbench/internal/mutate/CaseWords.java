package dev.winnow.workbench.internal.mutate;

import dev.winnow.language.internal.pack.WorkedExample;
import dev.winnow.model.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts used by the cases of a pack, by list and key: {@code funds.kind}, {@code project.endMarkets}. */
final class CaseWords {

    private final Map<String, Set<String>> words = new LinkedHashMap<>();
    /** The chains of one case, for rules that read chains and whose file has none. */
    private @Nullable Object chains;

    CaseWords(List<WorkedExample> examples) {
        for (WorkedExample example : examples) {
            take("", example.background());
            take("", example.given());
        }
    }

    private void take(String owner, @Nullable Node node) {
        if (node == null) {
            return;
        }
        if (node.isList()) {
            node.items().forEach(item -> {
                if (item.isScalar()) {
                    words.computeIfAbsent(owner, any -> new LinkedHashSet<>()).add(item.text());
                } else {
                    take(owner, item);
                }
            });
        }
        node.fields().forEach((key, field) -> {
            if (key.equals("chains") && chains == null && !field.value().items().isEmpty()) {
                chains = CaseFactsText.tree(field.value());
            }
            String name = field.value().isMap() || isRows(field.value()) ? key : owner + "." + key;
            if (field.value().isScalar()) {
                words.computeIfAbsent(name, any -> new LinkedHashSet<>())
                        .add(field.value().text());
            } else {
                take(name, field.value());
            }
        });
    }

    private static boolean isRows(Node node) {
        return node.items().stream().anyMatch(Node::isMap);
    }

    /** Returns the texts of a key in the order of the cases. */
    List<String> of(String key) {
        return new ArrayList<>(words.getOrDefault(key, Set.of()));
    }

    @Nullable
    Object chains() {
        return chains;
    }
}
