package dev.winnow.report.internal.document;

import java.util.List;

/**
 * A part of a document, or of another section.
 *
 * @param id the target of links within a page; unique in the document
 * @param label the text of links to it
 * @param heading its heading; empty for none
 * @param blocks its content
 */
public record Section(String id, String label, String heading, List<Block> blocks) implements Block {

    public Section {
        blocks = List.copyOf(blocks);
    }

    /** Creates a section whose links show its heading. */
    public Section(String id, String heading, List<Block> blocks) {
        this(id, heading, heading, blocks);
    }

    /** Creates a section whose links show its heading. */
    public Section(String id, String heading, Block... blocks) {
        this(id, heading, List.of(blocks));
    }

    /** Returns the section with other blocks. */
    public Section with(List<Block> others) {
        return new Section(id, label, heading, others);
    }

    @Override
    public boolean isEmpty() {
        return blocks.stream().allMatch(Block::isEmpty);
    }
}
