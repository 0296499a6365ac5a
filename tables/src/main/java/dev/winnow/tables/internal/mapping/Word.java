package dev.winnow.tables.internal.mapping;

import dev.winnow.model.source.Node;

/**
 * The meaning of a text: the word of winnow that a mapping gives for a value of a layout.
 *
 * @param said the node in the mapping
 * @param confirmed whether it counts; a proposal does not count until {@code confirm} is removed
 */
public record Word(Node said, boolean confirmed) {

    /** The word. */
    public String text() {
        return said.text().strip();
    }
}
