package dev.winnow.report.internal.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A result as a reader sees it, in one language: built once by a class of {@code report.contents}, drawn by any
 * renderer. Its texts are final; a renderer adds only words about its own form.
 *
 * @param name the short title, for forms that show pack and universe beside it
 * @param title the title with pack and universe, for forms with one line for both
 * @param lead the paragraphs before the first section
 * @param sections the content for readers: text, Markdown, HTML and Word
 * @param remarks the closing remarks
 * @param provenance the pack, universe and day
 * @param sheets the tables for spreadsheets: every figure in typed columns
 * @param data one table of all values for programs, whose columns are a contract (CSV); null if that is the first sheet
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

    /** Creates a document without tables for spreadsheets and programs. */
    public Document(
            String name,
            String title,
            List<Block> lead,
            List<Section> sections,
            List<String> remarks,
            Provenance provenance) {
        this(name, title, lead, sections, remarks, provenance, List.of(), null);
    }

    /** Returns the document with further sections at the end. */
    public Document with(Section... last) {
        List<Section> more = new ArrayList<>(sections);
        more.addAll(List.of(last));
        return new Document(name, title, lead, more, remarks, provenance, sheets, data);
    }

    /** Returns a document for spreadsheets and programs only. */
    public static Document ofTables(String title, List<Table> sheets, @Nullable Table data) {
        return new Document(title, title, List.of(), List.of(), List.of(), Provenance.NONE, sheets, data);
    }

    /**
     * Returns the sections as a form shows them: charts that it does not draw and details that it cannot open are
     * replaced, and empty sections are left out.
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

    /** Returns the table for programs. */
    public Table table() {
        return data == null ? sheets.get(0) : data;
    }

    /**
     * The pack, universe and day of a document.
     *
     * @param origins the pack and the universe
     * @param day the day; empty if there is none
     * @param fictitious the warning that the universe is fictitious; empty if it is not
     */
    public record Provenance(List<Origin> origins, String day, String fictitious) {

        /** The provenance of a result without pack and universe. */
        public static final Provenance NONE = new Provenance(List.of(), "", "");

        public Provenance {
            origins = List.copyOf(origins);
        }

        /** Returns the origins and the day in one line. */
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
     * @param label its kind: {@code pack}
     * @param name its name and version
     * @param digest SHA-256 over its files
     */
    public record Origin(String label, String name, String digest) {}
}
