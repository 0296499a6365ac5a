package dev.winnow.model.internal.history;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resolves texts that name entries of a universe, such as a chain link or a firm. */
@FunctionalInterface
public interface References {

    /** Accepts any text, for a pack, which belongs to no universe. */
    References UNCHECKED = (list, node, problems) -> node.text().strip();

    /**
     * {@return the entry that a text names; null if it names none, which is reported}
     *
     * @param list the list of the universe that contains the entries, such as {@code links}
     * @param node the text
     * @param problems receives the problem
     */
    @Nullable
    String read(String list, Node node, List<Problem> problems);
}
