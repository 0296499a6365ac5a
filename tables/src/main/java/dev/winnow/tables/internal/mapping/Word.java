package dev.winnow.tables.internal.mapping;

import dev.winnow.model.source.Node;

/**
 * What a text stands for: the word of winnow that a mapping gives to a value of a layout.
 *
 * @param said where the mapping says it
 * @param confirmed whether it counts; a proposal does not until its {@code confirm} is taken away
 */
public record Word(Node said, boolean confirmed) {

    /** The word. */
    public String text() {
        return said.text().strip();
    }
}
