package dev.winnow.papers.paper;

import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.KeyFact;
import dev.winnow.report.internal.document.Block.KeyFacts;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of a paper, with the unit that submits it, its number and day, and the room for its approval at the end. A
 * part that is not given is a blank to fill in; urgency and secrecy are left out.
 *
 * @param unit the unit that submits the paper
 * @param number the number of the paper in the registry of that unit
 * @param day the day of submission
 */
public record PaperFrame(
        @Nullable String unit,
        @Nullable String number,
        @Nullable LocalDate day,
        @Nullable String urgency,
        @Nullable String secrecy) {

    /** Lines for the remarks of each level that approves. */
    private static final int ROOM = 3;

    /** Returns a paper with its head and the room for its approval. */
    public Document around(Document paper, Wording wording) {
        List<KeyFact> head = new ArrayList<>(List.of(
                KeyFact.orBlank(wording.sentence("Submitted by"), unit),
                KeyFact.orBlank(wording.sentence("Paper number"), number),
                KeyFact.orBlank(wording.sentence("Submitted on"), day == null ? null : wording.day(day))));
        if (urgency != null) {
            head.add(new KeyFact(wording.sentence("Urgency"), urgency));
        }
        if (secrecy != null) {
            head.add(new KeyFact(wording.sentence("Secrecy"), secrecy));
        }
        List<Block> lead = new ArrayList<>(paper.lead());
        lead.add(0, new KeyFacts(head));
        return new Document(paper.name(), paper.title(), lead, paper.sections(), paper.remarks(), paper.provenance())
                .with(new Section(
                        "approval",
                        wording.sentence("Approval"),
                        new KeyFacts(List.of(
                                KeyFact.room(wording.sentence("Opinion of the reviewer"), ROOM),
                                KeyFact.room(wording.sentence("Decision of the head"), ROOM),
                                KeyFact.orBlank(wording.sentence("Signature"), null),
                                KeyFact.orBlank(wording.sentence("Day of approval"), null)))));
    }
}
