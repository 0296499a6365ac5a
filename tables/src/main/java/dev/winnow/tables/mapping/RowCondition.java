package dev.winnow.tables.mapping;

import dev.winnow.model.source.Node;
import dev.winnow.tables.cells.TextFolding;
import java.util.List;

/**
 * Which rows of a table are meant, by what stands in one of their columns.
 *
 * @param heading of the column
 * @param texts one of which stands there
 * @param said where the mapping says it
 */
public record RowCondition(String heading, List<String> texts, Node said) {

    public RowCondition {
        texts = List.copyOf(texts);
    }

    /** Whether a cell says so. */
    public boolean holds(String cell) {
        String folded = TextFolding.of(cell);
        return texts.stream().anyMatch(text -> TextFolding.of(text).equals(folded));
    }
}
