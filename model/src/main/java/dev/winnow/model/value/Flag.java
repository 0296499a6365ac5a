package dev.winnow.model.value;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the scalars true and false. */
public final class Flag {

    private Flag() {}

    /** Returns the value; null if the text is neither true nor false, with the reason among the problems. */
    public static @Nullable Boolean parse(String key, Node node, List<Problem> problems) {
        String text = node.text().strip().toLowerCase(Locale.ROOT);
        if (node.isScalar() && (text.equals("true") || text.equals("false"))) {
            return text.equals("true");
        }
        String meant = List.of("yes", "y", "on", "1", "是").contains(text)
                ? "true"
                : List.of("no", "n", "off", "0", "否").contains(text) ? "false" : null;
        problems.add(node.problem(
                node.isScalar()
                        ? Message.of(
                                "`%s` must be true or false, not `%s`",
                                key, node.text().strip())
                        : Message.of("`%s` must be true or false", key),
                meant == null ? null : Message.of("did you mean `%s`?", meant)));
        return null;
    }
}
