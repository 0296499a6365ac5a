package dev.winnow.report.internal.contents;

import dev.winnow.analysis.internal.agreement.Agreement;
import dev.winnow.analysis.internal.agreement.IntraclassCorrelation;
import dev.winnow.analysis.internal.agreement.Ratings.Difference;
import dev.winnow.analysis.internal.panel.PanelAgreement;
import dev.winnow.engine.RulePack;
import dev.winnow.language.Criterion;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.i18n.Wording;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The document of {@code panel agreement}: how far the assessors of a panel agree. */
public final class AgreementContents {

    private static final String SINGLE = "ICC(2,1)";
    private static final String MEAN = "ICC(2,k)";

    private final PanelAgreement agreement;
    private final RulePack pack;
    private final Wording wording;
    private final PanelText text;

    private AgreementContents(PanelAgreement agreement, RulePack pack, Universe universe, Wording wording) {
        this.agreement = agreement;
        this.pack = pack;
        this.wording = wording;
        this.text = new PanelText(wording, universe.names(), agreement.panel());
    }

    /** Returns the document. */
    public static Document of(PanelAgreement agreement, RulePack pack, Universe universe, Wording wording) {
        AgreementContents contents = new AgreementContents(agreement, pack, universe, wording);
        return new Document(
                contents.text.heading(),
                contents.text.heading(),
                List.of(contents.summary()),
                List.of(contents.facts(), contents.criteria()),
                contents.remarks(),
                Origins.of(pack.edition(), universe.edition(), null, universe.illustrative(), wording));
    }

    private Paragraph summary() {
        Agreement whole = agreement.whole();
        Agreement.Interval range = whole.interval();
        if (!whole.isEnough()) {
            return new Paragraph(wording.sentence(
                    "%s judgements of %s projects or cities by %s assessors say nothing about agreement: at least %s"
                            + " projects and %s assessors are needed.",
                    whole.ratings(),
                    whole.projects(),
                    whole.assessors(),
                    Agreement.FEWEST_PROJECTS,
                    Agreement.FEWEST_ASSESSORS));
        }
        return new Paragraph(
                whole.alpha() == null || range == null
                        ? wording.sentence(
                                "After round %s, α over all facts is undefined, because the judgements do not differ.",
                                agreement.round())
                        : wording.sentence(
                                "After round %s, α over all facts is %s (%s to %s).",
                                agreement.round(), number(whole.alpha()), number(range.low()), number(range.high())));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replace('-', '−');
    }

    private List<Column> columns(String first) {
        return List.of(
                new Column(first, Kind.TEXT),
                new Column(wording.sentence("judgements"), Kind.COUNT),
                new Column(wording.sentence("projects"), Kind.COUNT).asMinor(),
                new Column(wording.sentence("alpha"), Kind.AMOUNT),
                new Column(wording.sentence("range"), Kind.AMOUNT),
                new Column(SINGLE, Kind.AMOUNT),
                new Column(MEAN, Kind.AMOUNT));
    }

    /** Returns the agreement per fact, grouped by the meaning of a difference. */
    private Section facts() {
        List<Row> rows = new ArrayList<>();
        for (Difference difference : Difference.values()) {
            String group = switch (difference) {
                case NOMINAL -> wording.sentence("yes or no");
                case ORDINAL -> wording.sentence("levels, by their order");
                case INTERVAL -> wording.sentence("numbers, by their difference");
            };
            agreement.facts().stream()
                    .filter(one -> one.difference() == difference)
                    .forEach(one -> rows.add(new Row(group, cells(text.fact(one.fact()), one.agreement()))));
        }
        return new Section(
                "facts",
                wording.sentence("Agreement per fact"),
                List.of(new Table("facts", "", columns(wording.sentence("fact")), rows)));
    }

    /** Returns the agreement per criterion, whose facts have no common ICC. */
    private Section criteria() {
        List<Column> columns = columns(wording.sentence("criterion"));
        int common = columns.size() - 2;
        List<Row> rows = agreement.criteria().stream()
                .map(one -> new Row(
                        null, cells(title(one.criterion()), one.agreement()).subList(0, common)))
                .toList();
        return new Section(
                "criteria",
                wording.sentence("Agreement per criterion"),
                List.of(new Table("criteria", "", columns.subList(0, common), rows)));
    }

    private String title(String criterion) {
        return pack.criteria().stream()
                .filter(one -> one.id().equals(criterion))
                .map(Criterion::title)
                .findFirst()
                .orElse(criterion);
    }

    /** Returns the cells of a row, without figures where there are too few judgements. */
    private List<Cell> cells(String name, Agreement one) {
        List<Cell> cells = new ArrayList<>(List.of(new Cell.Text(name)));
        Agreement.Interval range = one.interval();
        IntraclassCorrelation correlation = one.correlation();
        boolean enough = one.isEnough();
        cells.add(Cells.of(one.ratings(), wording));
        cells.add(Cells.of(one.projects(), wording));
        cells.add(new Cell.Text(
                !enough
                        ? wording.sentence("too few")
                        : one.alpha() == null ? wording.sentence("undefined") : number(one.alpha())));
        cells.add(new Cell.Text(
                !enough || range == null
                        ? ""
                        : wording.sentence("%s to %s", number(range.low()), number(range.high()))));
        cells.add(new Cell.Text(!enough || correlation == null ? "" : number(correlation.single())));
        cells.add(new Cell.Text(!enough || correlation == null ? "" : number(correlation.mean())));
        return cells;
    }

    private List<String> remarks() {
        return List.of(
                wording.sentence(
                        "α of Krippendorff: 1 is full agreement, 0 is the agreement of chance. For yes/no, judgements are"
                                + " equal or not; levels count by their order, numbers by their difference. Over several"
                                + " facts, it is the mean weighted by judgements. It is undefined where all judgements are"
                                + " equal."),
                wording.sentence(
                        "The range is the middle 95 % of %s bootstrap samples of the projects.", Agreement.RESAMPLES),
                wording.sentence(
                        "%s is the reliability of one assessor, %s that of the mean of all, by the projects"
                                + " that all assessors judged.",
                        SINGLE, MEAN));
    }
}
