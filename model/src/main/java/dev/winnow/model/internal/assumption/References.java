package dev.winnow.model.internal.assumption;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads texts that name entries of a universe, such as a chain link or a firm. */
@FunctionalInterface
public interface References {

    /** The references of a pack, which is written for no universe: any text will do. */
    References UNCHECKED = (list, node, problems) -> node.text().strip();

    /**
     * {@return the entry that a text names; null if there is none, which is reported}
     *
     * @param list the list of the universe that holds the entries, such as {@code links}
     * @param node the text
     * @param problems takes what is wrong
     */
    @Nullable
    String read(String list, Node node, List<Problem> problems);
}
