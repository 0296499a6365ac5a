package dev.winnow.papers.minutes;

import dev.winnow.papers.minutes.Meeting.Member;
import dev.winnow.papers.minutes.Meeting.Recusal;
import dev.winnow.papers.minutes.Meeting.Vote;
import dev.winnow.records.internal.entry.DecisionEntry;
import dev.winnow.records.internal.store.StoredRecord;
import dev.winnow.records.internal.text.RecordWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.MinutesAdditions;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.KeyFact;
import dev.winnow.report.internal.document.Block.KeyFacts;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Document.Provenance;
import dev.winnow.report.internal.document.Section;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The document of {@code minutes}: who was there, who was recused, and what was decided for which reasons. */
public final class MinutesContents {

    private final Meeting meeting;
    private final MinutesAdditions additions;
    private final Wording wording;
    private final RecordWords words;

    private MinutesContents(Meeting meeting, MinutesAdditions additions, Wording wording) {
        this.meeting = meeting;
        this.additions = additions;
        this.wording = wording;
        this.words = new RecordWords(wording);
    }

    /**
     * Returns the records of decisions of some days, in UTC.
     *
     * @param from the first day; null for all before {@code until}
     * @param until the last day; null for all from {@code from}
     */
    public static List<StoredRecord> decisions(
            List<StoredRecord> all, @Nullable LocalDate from, @Nullable LocalDate until) {
        return all.stream()
                .filter(one -> one.entry() instanceof DecisionEntry)
                .filter(one -> {
                    LocalDate day = LocalDate.ofInstant(one.entry().origin().at(), ZoneId.systemDefault());
                    return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
                })
                .toList();
    }

    /**
     * Returns the minutes.
     *
     * @param additions the additions of a further source of statements
     * @param decisions the records of its decisions
     * @param last the last record, whose hash the minutes note; null if there is none
     */
    public static Document of(
            Meeting meeting,
            MinutesAdditions additions,
            List<StoredRecord> decisions,
            @Nullable StoredRecord last,
            Wording wording) {
        return new MinutesContents(meeting, additions, wording).document(decisions, last);
    }

    private Document document(List<StoredRecord> decisions, @Nullable StoredRecord last) {
        String title = meeting.title() == null
                ? wording.sentence("Minutes")
                : wording.sentence("Minutes: %s", meeting.title());
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("meeting", "", List.of(attendance())));
        List<String> recusals = new ArrayList<>();
        meeting.recusals().forEach(one -> recusals.add(recusal(one, name(one.project(), decisions))));
        recusals.addAll(additions.recusals());
        sections.add(new Section("recused", wording.sentence("Recusals"), List.of(Items.of(recusals))));
        sections.addAll(additions.sections());
        List<Block> decided = new ArrayList<>();
        for (StoredRecord record : decisions) {
            decided.add(decision(record, decisions));
        }
        if (decided.isEmpty()) {
            decided.add(new Paragraph(wording.sentence("No decision is recorded for these days.")));
        }
        sections.add(new Section("decisions", wording.sentence("Decisions"), decided));
        if (last != null) {
            sections.add(new Section(
                    "records",
                    wording.sentence("Records"),
                    List.of(new Paragraph(wording.sentence(
                            "When these minutes were written, the last record was record %s, with the hash %s.",
                            last.number(), last.hash())))));
        }
        sections.add(new Section(
                "signatures",
                "",
                List.of(new KeyFacts(List.of(
                        KeyFact.orBlank(wording.sentence("Chair"), null),
                        KeyFact.orBlank(wording.sentence("Minutes taken by"), null))))));
        return new Document(title, title, List.of(), sections, List.of(), Provenance.NONE);
    }

    private KeyFacts attendance() {
        LocalDate day = meeting.day();
        return new KeyFacts(Stream.concat(
                        Stream.of(
                                        fact(wording.sentence("Day"), day == null ? null : wording.day(day)),
                                        fact(wording.sentence("Place"), meeting.place()),
                                        fact(wording.sentence("Chair"), meeting.chair()),
                                        fact(wording.sentence("Minutes taken by"), meeting.secretary()),
                                        fact(wording.sentence("Present"), members(meeting.present())),
                                        fact(wording.sentence("Absent"), members(meeting.absent())))
                                .flatMap(Stream::ofNullable),
                        additions.attendance().stream())
                .toList());
    }

    private static @Nullable KeyFact fact(String label, @Nullable String text) {
        return text == null || text.isEmpty() ? null : new KeyFact(label, text);
    }

    private String members(List<Member> members) {
        return wording.list(members.stream()
                .map(one -> one.organisation() == null
                        ? wording.name(one.name())
                        : wording.sentence("%s (%s)", wording.name(one.name()), wording.name(one.organisation())))
                .toList());
    }

    private String recusal(Recusal one, String project) {
        return wording.sentence("%s took no part in the decision on %s: %s", one.name(), project, one.reason());
    }

    /** Returns the name of a project that a decision is about. */
    private String name(String project, List<StoredRecord> decisions) {
        return decisions.stream()
                .map(one -> (DecisionEntry) one.entry())
                .filter(one -> one.pair().project().equals(project))
                .map(one -> wording.name(one.pair().projectName()))
                .findFirst()
                .orElse(project);
    }

    private Section decision(StoredRecord record, List<StoredRecord> decisions) {
        DecisionEntry decision = record.decision();
        List<Item> items = new ArrayList<>();
        items.add(item(wording.sentence("Decision"), words.verdict(decision.decision())));
        items.add(item(wording.sentence("Beside the rules"), words.against(decision)));
        items.add(item(wording.sentence("Reason given"), decision.reason()));
        decision.allConditions().forEach(one -> items.add(item(wording.sentence("Condition"), words.dated(one))));
        Vote vote = meeting.vote(decision.pair().project(), decision.pair().city());
        if (vote != null) {
            items.add(item(
                    wording.sentence("Votes"),
                    wording.sentence(
                            "%s for, %s against, %s abstained", vote.approving(), vote.against(), vote.abstained())));
        }
        items.add(item(
                wording.sentence("On record"),
                wording.sentence(
                        "as record %s, by %s, %s UTC",
                        record.number(), decision.origin().by(), words.minute(decision.origin()))));
        decisions.stream()
                .filter(one -> one.number() > record.number() && one.decision().isOfSamePair(decision))
                .findFirst()
                .ifPresent(later -> items.add(item(
                        wording.sentence("Replaced"),
                        wording.sentence("by the decision in record %s", later.number()))));
        return new Section(
                "record-" + record.number(), words.pair(decision.pair()), List.of(new Items(Mark.LABEL, items, "")));
    }

    private static Item item(String label, String text) {
        return new Item(label, text, List.of());
    }
}
