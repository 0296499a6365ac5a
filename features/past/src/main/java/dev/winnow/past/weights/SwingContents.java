package dev.winnow.past.weights;

import dev.winnow.engine.RulePack;
import dev.winnow.language.Criterion;
import dev.winnow.language.RuleSummary;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Side;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.TableBuilder;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Document.Origin;
import dev.winnow.report.internal.document.Document.Provenance;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.sentences.Origins;
import java.util.ArrayList;
import java.util.List;

/** The document of {@code weights --ask}: a form about the swings of the criteria of a pack. */
public final class SwingContents {

    /** Number of rules that describe the best score of a criterion. */
    private static final int FEW = 6;

    private final RulePack pack;
    private final Wording wording;

    private SwingContents(RulePack pack, Wording wording) {
        this.pack = pack;
        this.wording = wording;
    }

    /** Returns the form for a pack. It contains no weights, points or thresholds. */
    public static Document of(RulePack pack, Wording wording) {
        return new SwingContents(pack, wording).document();
    }

    private Document document() {
        String name = wording.sentence("Swings of the criteria");
        Origin origin = Origins.origin(wording.sentence("pack"), pack.edition());
        return new Document(
                name,
                wording.sentence("%s: %s", name, pack.title()),
                List.of(
                        new Paragraph(
                                wording.sentence(
                                        "Imagine a project that is at its worst in every criterion of a side. Give 100 to the criterion that you would bring to its best first.")),
                        new Paragraph(
                                wording.sentence(
                                        "Give each other criterion of the side the percentage that its change is worth beside that one: a number such as `60`, or a range such as `40–60`."))),
                List.of(form(Side.CITY), form(Side.PROJECT)),
                List.of(),
                new Provenance(List.of(origin), "", ""),
                List.of(sheet()),
                null);
    }

    private Section form(Side side) {
        List<Row> rows = new ArrayList<>();
        for (Criterion one : pack.criteria()) {
            if (one.side() == side) {
                rows.add(new Row(new Cell.Text(one.title()), new Cell.Text(best(one)), new Cell.Text("")));
            }
        }
        return new Section(
                "side-" + side.words(),
                side == Side.CITY ? wording.sentence("The city’s side") : wording.sentence("The project’s side"),
                List.of(new Table(
                        "swings-" + side.words(),
                        "",
                        List.of(
                                new Column(wording.sentence("criterion"), Kind.TEXT),
                                new Column(wording.sentence("at its best"), Kind.PROSE),
                                new Column(wording.sentence("percentage"), Kind.TEXT)),
                        rows)));
    }

    /** Returns the rules that earn most points for a criterion; at its worst none holds. */
    private String best(Criterion criterion) {
        return String.join(
                wording.sentence("; "),
                pack.rules().stream()
                        .filter(one ->
                                one.effect() == Effect.AWARD && one.criterion().equals(criterion.id()))
                        .sorted((one, other) -> other.points().compareTo(one.points()))
                        .map(RuleSummary::title)
                        .distinct()
                        .limit(FEW)
                        .toList());
    }

    private Table sheet() {
        return new TableBuilder<>(wording, "swings", pack.criteria())
                .line(wording.sentence("Swings of the criteria"))
                .line(
                        wording.sentence(
                                "Imagine a project that is at its worst in every criterion of a side. Give 100 to the criterion that you would bring to its best first."))
                .line(
                        wording.sentence(
                                "Give each other criterion of the side the percentage that its change is worth beside that one: a number such as `60`, or a range such as `40–60`."))
                .text("title", 26, Criterion::title)
                .frozen()
                .text("side", 10, Criterion::side)
                .prose("best", this::best)
                .text("percentage", 14, one -> "")
                .text("criterion", 20, Criterion::id)
                .build();
    }
}
