package dev.winnow.report.internal.document;

import java.util.List;

/** A piece of a section. */
public sealed interface Block
        permits Section, Block.Paragraph, Block.Items, Block.KeyFacts, Block.Figure, Block.Details, Table {

    /** Whether it has nothing to show; what has not is left out, with the headings above it. */
    default boolean isEmpty() {
        return false;
    }

    /** How much a text stands out. */
    enum Weight {
        PLAIN,
        /** Stands out. */
        STRONG,
        /** Steps back. */
        QUIET,
        /** Something to beware of. */
        WARNING
    }

    /** A text that is broken into lines as the form needs. What stands between backticks is code. */
    record Paragraph(String text, Weight weight, Tone tone) implements Block {

        public Paragraph(String text, Weight weight) {
            this(text, weight, Tone.NONE);
        }

        public Paragraph(String text) {
            this(text, Weight.PLAIN);
        }

        @Override
        public boolean isEmpty() {
            return text.isEmpty();
        }
    }

    /**
     * A list.
     *
     * @param more how a form that shows few of them says how many it left out, with {@code %s} for the number; empty if
     *     all are always shown
     */
    record Items(Mark mark, List<Item> items, String more) implements Block {

        @Override
        public boolean isEmpty() {
            return items.isEmpty();
        }

        public Items {
            items = List.copyOf(items);
        }

        /** All of a list of texts. */
        public static Items of(List<String> texts) {
            return new Items(Mark.NONE, texts.stream().map(Item::new).toList(), "");
        }

        /** A list of texts of which a form may show the first. */
        public static Items shortened(List<String> texts, String more) {
            return new Items(Mark.NONE, texts.stream().map(Item::new).toList(), more);
        }
    }

    /** What stands before an item. */
    enum Mark {
        /** Nothing on a terminal, which indents it; a dot elsewhere. */
        NONE,
        DOT,
        /** The label of the item, in a column of its own where there are columns; a dot elsewhere. */
        LABEL,
        NUMBER,
        /** A box to tick. */
        BOX
    }

    /**
     * One of a list.
     *
     * @param label what it begins with, set apart; empty for none
     * @param tone the colour of the label
     * @param below what is said below it
     */
    record Item(String label, Tone tone, String text, List<String> below) {

        public Item {
            below = List.copyOf(below);
        }

        public Item(String label, String text, List<String> below) {
            this(label, Tone.NONE, text, below);
        }

        public Item(String text, List<String> below) {
            this("", text, below);
        }

        public Item(String text) {
            this("", text, List.of());
        }
    }

    /** Labels and what is said of each. */
    record KeyFacts(List<KeyFact> facts) implements Block {

        @Override
        public boolean isEmpty() {
            return facts.isEmpty();
        }

        public KeyFacts {
            facts = List.copyOf(facts);
        }
    }

    /** A label and what is said of it. */
    record KeyFact(String label, String text) {}

    /**
     * What a form hides until a reader opens it.
     *
     * @param summary stands for it while it is closed
     * @param instead what is shown where nothing can be opened
     */
    record Details(String summary, List<Block> blocks, List<Block> instead) implements Block {

        public Details {
            blocks = List.copyOf(blocks);
            instead = List.copyOf(instead);
        }
    }

    /**
     * A chart.
     *
     * @param instead what is shown where charts are not drawn
     */
    record Figure(Chart chart, List<Block> instead) implements Block {

        public Figure {
            instead = List.copyOf(instead);
        }
    }
}
