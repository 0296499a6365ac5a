package dev.winnow.report.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader is shown of a result, in one language: built once by a class of {@code report.contents}, drawn by any
 * renderer. Its texts are already said, and are drawn as they are; a renderer adds only words about its own form.
 *
 * @param name the short title, for forms that show what a document was made from beside it
 * @param title the title with what it was made from, for forms that have one line for both
 * @param lead the paragraphs before the first section
 * @param sections for readers: text, Markdown, HTML and Word
 * @param remarks the closing remarks
 * @param provenance what it was made from
 * @param sheets for spreadsheets: every figure in typed columns
 * @param data one table of everything for programs, whose columns are a contract (CSV); null if that is the first sheet
 */
public record Document(
        String name,
        String title,
        List<Block> lead,
        List<Section> sections,
        List<String> remarks,
        Provenance provenance,
        List<Table> sheets,
        @Nullable Table data) {

    public Document {
        lead = List.copyOf(lead);
        sections = List.copyOf(sections);
        remarks = List.copyOf(remarks);
        sheets = List.copyOf(sheets);
    }

    /** A document for spreadsheets and programs alone. */
    public static Document ofTables(String title, List<Table> sheets, @Nullable Table data) {
        return new Document(title, title, List.of(), List.of(), List.of(), Provenance.NONE, sheets, data);
    }

    /**
     * The sections as a form shows them: charts that it does not draw and details that it cannot open give way to what they
     * have instead, and what has nothing to show is left out.
     */
    public List<Section> sections(Predicate<Chart> draws, boolean opens) {
        return shown(List.copyOf(sections), draws, opens).stream()
                .map(Section.class::cast)
                .toList();
    }

    private static List<Block> shown(List<Block> blocks, Predicate<Chart> draws, boolean opens) {
        List<Block> shown = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Section section) {
                shown.add(section.with(shown(section.blocks(), draws, opens)));
            } else if (block instanceof Block.Figure figure && !draws.test(figure.chart())) {
                shown.addAll(shown(figure.instead(), draws, opens));
            } else if (block instanceof Block.Details details) {
                if (opens) {
                    shown.add(new Block.Details(
                            details.summary(), shown(details.blocks(), draws, opens), details.instead()));
                } else {
                    shown.addAll(shown(details.instead(), draws, opens));
                }
            } else {
                shown.add(block);
            }
        }
        shown.removeIf(Block::isEmpty);
        return shown;
    }

    /** The table for programs. */
    public Table table() {
        return data == null ? sheets.get(0) : data;
    }

    /**
     * What a document was made from.
     *
     * @param day as of when; empty where there is no such day
     * @param fictitious a warning that the universe is invented; empty if it is not
     */
    public record Provenance(List<Origin> origins, String day, String fictitious) {

        /** Nothing that has a name. */
        public static final Provenance NONE = new Provenance(List.of(), "", "");

        public Provenance {
            origins = List.copyOf(origins);
        }

        /** The origins and the day in one line. */
        public String names() {
            return Stream.concat(
                            origins.stream().map(one -> one.label() + " " + one.name()),
                            Stream.of(day).filter(one -> !one.isEmpty()))
                    .collect(Collectors.joining(" · "));
        }
    }

    /**
     * A pack or a universe.
     *
     * @param label which of them: {@code pack}
     * @param name with its version
     */
    public record Origin(String label, String name, String digest) {}
}
