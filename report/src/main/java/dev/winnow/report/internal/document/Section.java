package dev.winnow.report.internal.document;

import java.util.List;

/**
 * A part of a document, or of another section.
 *
 * @param id for links within a page; unique among the sections of a document
 * @param label what links to it are called
 * @param heading empty for none
 */
public record Section(String id, String label, String heading, List<Block> blocks) implements Block {

    public Section {
        blocks = List.copyOf(blocks);
    }

    /** A section whose links are called by its heading. */
    public Section(String id, String heading, List<Block> blocks) {
        this(id, heading, heading, blocks);
    }

    /** The same with other blocks. */
    Section with(List<Block> others) {
        return new Section(id, label, heading, others);
    }

    @Override
    public boolean isEmpty() {
        return blocks.stream().allMatch(Block::isEmpty);
    }
}
