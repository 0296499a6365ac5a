package dev.winnow.papers.letter;

import dev.winnow.model.internal.history.Answer;
import dev.winnow.model.source.Node;
import dev.winnow.model.universe.Universe;
import dev.winnow.records.internal.entry.LetterEntry;
import dev.winnow.records.internal.store.StoredRecord;
import dev.winnow.records.internal.text.RecordWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Document.Provenance;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The document of {@code letter --status}: the recorded letters, their questions, and the answers to them. */
public final class LetterStatus {

    private final Universe universe;
    private final Wording wording;
    private final RecordWords words;

    private LetterStatus(Universe universe, Wording wording) {
        this.universe = universe;
        this.wording = wording;
        this.words = new RecordWords(wording);
    }

    /**
     * Returns the document.
     *
     * @param records all records
     * @param universe the facts, with the answers
     */
    public static Document of(List<StoredRecord> records, Universe universe, Wording wording) {
        return new LetterStatus(universe, wording).document(records);
    }

    private Document document(List<StoredRecord> records) {
        List<Row> rows = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        for (StoredRecord record : records) {
            if (record.entry() instanceof LetterEntry letter) {
                rows.add(row(record, letter));
                Items items = new Items(
                        Mark.BOX, letter.questions().stream().map(this::item).toList(), "");
                sections.add(new Section(
                        "record-" + record.number(),
                        wording.sentence(
                                "Record %s, to %s about %s",
                                record.number(), words.addressee(letter), words.about(letter)),
                        List.of(items)));
            }
        }
        Table table = new Table(
                "letters",
                wording.sentence("Letters"),
                List.of(
                        column("number", wording.sentence("record"), Kind.COUNT),
                        column("day", wording.sentence("dated"), Kind.DAY),
                        column("to", wording.sentence("to"), Kind.TEXT),
                        column("about", wording.sentence("about"), Kind.PROSE),
                        column("letter", wording.sentence("letter"), Kind.TEXT),
                        column("answered", wording.sentence("answered"), Kind.TEXT),
                        column("until", wording.sentence("reply by"), Kind.DAY)),
                rows);
        String title = wording.sentence("Letters on record: %s", rows.size());
        sections.add(0, new Section("letters", "", List.of(table)));
        return new Document(title, title, List.of(), sections, List.of(), Provenance.NONE, List.of(table), null);
    }

    private static Column column(String name, String heading, Kind kind) {
        return new Column(name, heading, kind, 0, null, false);
    }

    private Row row(StoredRecord record, LetterEntry letter) {
        long answered = letter.questions().stream()
                .filter(asked -> unanswered(asked).isEmpty())
                .count();
        LocalDate until = letter.until();
        return new Row(
                new Cell.Text(String.valueOf(record.number())),
                new Cell.Text(letter.day().toString()),
                new Cell.Text(words.addressee(letter)),
                new Cell.Text(words.about(letter)),
                new Cell.Text(wording.say("letter." + letter.letter())),
                new Cell.Text(
                        letter.questions().isEmpty()
                                ? ""
                                : wording.sentence(
                                        "%s of %s", answered, letter.questions().size())),
                new Cell.Text(until == null ? "" : until.toString()));
    }

    private List<String> unanswered(LetterEntry.Asked asked) {
        return asked.facts().stream()
                .filter(fact -> answer(asked.id(), fact) == null)
                .toList();
    }

    private Item item(LetterEntry.Asked asked) {
        List<String> below = new ArrayList<>();
        for (String fact : asked.facts()) {
            Answer answer = answer(asked.id(), fact);
            if (answer != null) {
                below.add(said(answer));
            }
        }
        int open = unanswered(asked).size();
        if (open > 0) {
            below.add(
                    below.isEmpty()
                            ? wording.sentence("no answer yet")
                            : wording.sentence("without an answer: %s", open));
        }
        return new Item(asked.question(), below);
    }

    private String said(Answer answer) {
        Node by = answer.said().get("by");
        Node value = answer.said().get("value");
        String text = answer.reply() != null
                ? answer.reply().word(wording.language())
                : value != null && value.isScalar() ? value.text() : wording.sentence("answered");
        LocalDate day = answer.asOf();
        String when = day == null ? "" : wording.day(day);
        return by == null
                ? wording.sentence("%s: %s", when, text)
                : wording.sentence("%s, %s: %s", when, by.text(), text);
    }

    private @Nullable Answer answer(String id, String fact) {
        return universe.answers().stream()
                .filter(one -> one.id().equals(id) && Objects.equals(one.fact(), fact))
                .reduce((first, second) -> second)
                .orElse(null);
    }
}
