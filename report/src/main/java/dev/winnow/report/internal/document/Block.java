package dev.winnow.report.internal.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a section. */
public sealed interface Block
        permits Section, Block.Paragraph, Block.Items, Block.KeyFacts, Block.Figure, Block.Details, Table {

    /** Returns whether there is nothing to show; empty blocks are left out, with their headings. */
    default boolean isEmpty() {
        return false;
    }

    /** Emphasis of a text. */
    enum Weight {
        PLAIN,
        /** Emphasised. */
        STRONG,
        /** Subdued. */
        QUIET,
        /** A warning. */
        WARNING
    }

    /** A text that the renderer breaks into lines. Text in backticks is code. */
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
     * @param mark the mark of its items
     * @param items the items
     * @param more the remark of a renderer that shortens the list, with {@code %s} for the number left out; empty if
     *     all items are always shown
     */
    record Items(Mark mark, List<Item> items, String more) implements Block {

        @Override
        public boolean isEmpty() {
            return items.isEmpty();
        }

        public Items {
            items = List.copyOf(items);
        }

        /** Returns a list whose items are all shown. */
        public static Items of(List<String> texts) {
            return new Items(Mark.NONE, texts.stream().map(Item::new).toList(), "");
        }

        /** Returns a list that a renderer may shorten. */
        public static Items shortened(List<String> texts, String more) {
            return new Items(Mark.NONE, texts.stream().map(Item::new).toList(), more);
        }
    }

    /** Mark before an item. */
    enum Mark {
        /** Indentation in a terminal; a dot elsewhere. */
        NONE,
        DOT,
        /** The label of the item, in a column of its own where the form has columns; a dot elsewhere. */
        LABEL,
        NUMBER,
        /** A check box. */
        BOX
    }

    /**
     * An item of a list.
     *
     * @param label the label before the text; empty for none
     * @param tone the tone of the label
     * @param text the text
     * @param below the sub-items
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

    /** Labels with their texts. */
    record KeyFacts(List<KeyFact> facts) implements Block {

        @Override
        public boolean isEmpty() {
            return facts.isEmpty();
        }

        public KeyFacts {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A label with its text.
     *
     * @param room the number of lines that a printed form leaves to write on by hand; 0 if the text is all
     */
    record KeyFact(String label, String text, int room) {

        private static final String BLANK = "________";

        public KeyFact(String label, String text) {
            this(label, text, 0);
        }

        /** Returns a text, or a blank to fill in if it is not given. */
        public static KeyFact orBlank(String label, @Nullable String text) {
            return text == null || text.isBlank() ? new KeyFact(label, BLANK) : new KeyFact(label, text.strip());
        }

        /** Returns a label with room to write by hand. */
        public static KeyFact room(String label, int lines) {
            return new KeyFact(label, BLANK, lines);
        }
    }

    /**
     * Content that is hidden until a reader opens it.
     *
     * @param summary the text shown while it is closed
     * @param blocks the content
     * @param instead the content for forms that cannot open anything
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
     * @param chart the chart
     * @param instead the content for forms that do not draw it
     */
    record Figure(Chart chart, List<Block> instead) implements Block {

        public Figure {
            instead = List.copyOf(instead);
        }
    }
}
