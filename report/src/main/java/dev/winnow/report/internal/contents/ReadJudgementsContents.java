package dev.winnow.report.internal.contents;

import dev.winnow.engine.RulePack;
import dev.winnow.model.internal.panel.Assessor;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.sentences.Cells;
import dev.winnow.report.internal.sentences.Origins;
import dev.winnow.report.internal.sentences.PanelText;
import dev.winnow.tables.internal.answers.JudgementFile;
import dev.winnow.tables.internal.answers.RoundJudgements;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** The document of {@code panel read}: the returned forms of a round, with their rows counted. */
public final class ReadJudgementsContents {

    private final RoundJudgements read;
    private final Wording wording;
    private final PanelText text;

    private ReadJudgementsContents(RoundJudgements read, Universe universe, Wording wording) {
        this.read = read;
        this.wording = wording;
        this.text = new PanelText(wording, universe.names(), read.panel());
    }

    /** Returns the document. */
    public static Document of(RoundJudgements read, RulePack pack, Universe universe, Wording wording) {
        ReadJudgementsContents contents = new ReadJudgementsContents(read, universe, wording);
        return new Document(
                contents.text.heading(),
                contents.text.heading(),
                List.of(contents.counts()),
                List.of(contents.forms(), contents.conflicts(), contents.open()),
                List.of(),
                Origins.of(pack, universe, wording));
    }

    private int sum(ToIntFunction<JudgementFile> count) {
        return read.files().stream().mapToInt(count).sum();
    }

    private Paragraph counts() {
        return new Paragraph(wording.sentence(
                "Judgements of round %s: %s. Rows of the forms: %s read = %s taken + %s set aside for a conflict of"
                        + " interest + %s refused + %s empty.",
                read.round(),
                read.judgements().size(),
                sum(JudgementFile::read),
                sum(file -> file.taken().size()),
                sum(file -> file.setAside().size()),
                sum(file -> file.refused().size()),
                sum(JudgementFile::empty)));
    }

    private Section forms() {
        List<Column> columns = List.of(
                new Column(wording.sentence("form"), Kind.TEXT),
                new Column(wording.sentence("assessor"), Kind.TEXT),
                new Column(wording.sentence("date"), Kind.TEXT),
                new Column(wording.sentence("read"), Kind.COUNT),
                new Column(wording.sentence("taken"), Kind.COUNT),
                new Column(wording.sentence("set aside"), Kind.COUNT),
                new Column(wording.sentence("refused"), Kind.COUNT),
                new Column(wording.sentence("empty"), Kind.COUNT));
        List<Row> rows = read.files().stream().map(this::row).toList();
        return new Section("forms", wording.sentence("Forms"), List.of(new Table("forms", "", columns, rows)));
    }

    private Row row(JudgementFile file) {
        String day = file.day() == null ? "" : wording.day(file.day());
        return new Row(
                new Cell.Text(file.file().substring(file.file().lastIndexOf('/') + 1)),
                new Cell.Text(file.assessor() == null ? wording.sentence("unknown") : text.name(file.assessor())),
                new Cell.Text(file.late() ? wording.sentence("%s, late", day) : day),
                Cells.of(file.read(), wording),
                Cells.of(file.taken().size(), wording),
                Cells.of(file.setAside().size(), wording),
                Cells.of(file.refused().size(), wording),
                Cells.of(file.empty(), wording));
    }

    private Section conflicts() {
        return new Section(
                "conflicts",
                wording.sentence("Declared conflicts of interest"),
                List.of(new Items(
                        Mark.DOT,
                        read.recusals().stream()
                                .map(one -> new Item(
                                        text.named(one.subject()),
                                        wording.sentence(
                                                "%s: %s", text.name(one.assessor()), wording.name(one.reason())),
                                        List.of()))
                                .toList(),
                        "")));
    }

    /** Returns what is still missing: forms, rows and declarations. */
    private Section open() {
        List<Item> items = new ArrayList<>();
        for (Assessor assessor : read.panel().assessors()) {
            if (read.files().stream().noneMatch(file -> assessor.id().equals(file.assessor()))) {
                items.add(new Item(wording.sentence("%s has returned no form.", wording.name(assessor.name()))));
            }
        }
        for (JudgementFile file : read.files()) {
            if (file.assessor() != null && file.missing() > 0) {
                items.add(new Item(wording.sentence(
                        "%s: the form lacks the rows of %s questions.", text.name(file.assessor()), file.missing())));
            }
            if (file.assessor() != null && !file.undeclared().isEmpty()) {
                items.add(new Item(wording.sentence(
                        "%s: projects and cities without an answer on conflicts of interest: %s.",
                        text.name(file.assessor()), file.undeclared().size())));
            }
        }
        return new Section("open", wording.sentence("Still missing"), List.of(new Items(Mark.BOX, items, "")));
    }
}
