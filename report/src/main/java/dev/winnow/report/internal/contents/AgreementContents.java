package dev.winnow.report.internal.contents;

import dev.winnow.analysis.internal.agreement.Agreement;
import dev.winnow.analysis.internal.agreement.Interval;
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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The document of {@code panel agreement}: how far the assessors of a panel agree. */
public final class AgreementContents {

    private static final int SHOWN_DECIMALS = 2;

    /** Decimals beyond which a double is noise, which would be rounded outward too. */
    private static final int EXACT = 12;

    private static final String AC1 = "AC1";
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
                List.of(contents.facts(), contents.criteria(), contents.coefficients()),
                contents.remarks(),
                Origins.of(pack, universe, wording));
    }

    private Paragraph summary() {
        Agreement whole = agreement.whole();
        Interval interval = whole.interval();
        Double alpha = whole.alpha();
        if (!whole.isEnough()) {
            return new Paragraph(wording.sentence(
                    "%s judgements of %s projects or cities by %s assessors say nothing about agreement: at least %s"
                            + " projects that two assessors judged, and %s assessors, are needed.",
                    whole.pairable(),
                    whole.projects(),
                    whole.assessors(),
                    Agreement.FEWEST_PROJECTS,
                    Agreement.FEWEST_ASSESSORS));
        }
        if (alpha == null) {
            return new Paragraph(wording.sentence(
                    "After round %s, α over all facts is undefined, because the judgements do not differ.",
                    agreement.round()));
        }
        return new Paragraph(wording.sentence(
                "After round %s, α over all facts, weighted by their judgements in pairs, is %s (%s).",
                agreement.round(), near(alpha), interval == null ? withheld(whole) : interval(interval)));
    }

    private static String near(double value) {
        return number(value, RoundingMode.HALF_EVEN);
    }

    private static String number(double value, RoundingMode rounding) {
        return BigDecimal.valueOf(value)
                .setScale(EXACT, RoundingMode.HALF_EVEN)
                .setScale(SHOWN_DECIMALS, rounding)
                .toPlainString()
                .replace('-', '−');
    }

    /** Returns an interval, rounded outward. */
    private String interval(Interval one) {
        return wording.sentence(
                "%s to %s", number(one.low(), RoundingMode.FLOOR), number(one.high(), RoundingMode.CEILING));
    }

    private String withheld(Agreement one) {
        return switch (Objects.requireNonNull(one.withheld())) {
            case UNDEFINED -> "";
            case FEW_PROJECTS -> wording.sentence("under %s projects, no interval", Agreement.FEWEST_FOR_INTERVAL);
            case ONE_PREVAILS -> wording.sentence("one answer prevails, no interval");
            case NO_SPREAD ->
                one.withoutSpread() == 0
                        ? wording.sentence("no spread, no interval")
                        : wording.sentence("%s samples without spread, no interval", one.withoutSpread());
        };
    }

    private List<Column> columns(String first) {
        return List.of(
                new Column(first, Kind.TEXT),
                new Column(wording.sentence("in pairs"), Kind.COUNT),
                new Column(wording.sentence("projects"), Kind.COUNT).asMinor(),
                new Column(wording.sentence("alpha"), Kind.AMOUNT),
                new Column(wording.sentence("95 % interval"), Kind.AMOUNT));
    }

    /** Returns the agreement per fact, grouped by the meaning of a difference. */
    private Section facts() {
        List<Row> rows = new ArrayList<>();
        for (Difference difference : Difference.values()) {
            String group = switch (difference) {
                case NOMINAL -> wording.sentence("answers without order");
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

    private Section coefficients() {
        List<Row> rows = new ArrayList<>();
        agreement.facts().forEach(one -> rows.addAll(others(text.fact(one.fact()), one.agreement())));
        List<Column> columns = List.of(
                new Column(wording.sentence("fact"), Kind.TEXT),
                new Column(wording.sentence("coefficient"), Kind.TEXT),
                new Column(wording.sentence("projects"), Kind.COUNT).asMinor(),
                new Column(wording.sentence("estimate"), Kind.AMOUNT),
                new Column(wording.sentence("95 % interval"), Kind.AMOUNT));
        return new Section(
                "coefficients",
                wording.sentence("Other coefficients"),
                rows.isEmpty() ? List.of() : List.of(new Table("coefficients", "", columns, rows)));
    }

    /** Returns AC1 or the intraclass correlations of a fact, if there are enough judgements. */
    private List<Row> others(String name, Agreement one) {
        List<Row> rows = new ArrayList<>();
        Double gwet = one.gwet();
        IntraclassCorrelation correlation = one.correlation();
        if (one.isEnough() && gwet != null) {
            rows.add(other(name, AC1, one.projects(), gwet, one.ofGwet()));
        }
        if (one.isEnough() && correlation != null) {
            rows.add(other(name, SINGLE, correlation.projects(), correlation.single(), correlation.ofSingle()));
            rows.add(other(name, MEAN, correlation.projects(), correlation.mean(), correlation.ofMean()));
        }
        return rows;
    }

    private Row other(String name, String coefficient, int projects, double value, @Nullable Interval interval) {
        return new Row(
                new Cell.Text(name),
                new Cell.Text(coefficient),
                Cells.of(projects, wording),
                new Cell.Text(near(value)),
                new Cell.Text(interval == null ? "–" : interval(interval)));
    }

    private Section criteria() {
        List<Row> rows = agreement.criteria().stream()
                .map(one -> new Row(null, cells(title(one.criterion()), one.agreement())))
                .toList();
        return new Section(
                "criteria",
                wording.sentence("Agreement per criterion"),
                List.of(new Table("criteria", "", columns(wording.sentence("criterion")), rows)));
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
        Double alpha = one.alpha();
        Interval interval = one.interval();
        boolean enough = one.isEnough();
        return List.of(
                new Cell.Text(name),
                Cells.of(one.pairable(), wording),
                Cells.of(one.projects(), wording),
                new Cell.Text(
                        !enough
                                ? wording.sentence("too few")
                                : alpha == null ? wording.sentence("undefined") : near(alpha)),
                new Cell.Text(!enough ? "" : interval == null ? withheld(one) : interval(interval)));
    }

    private List<String> remarks() {
        return List.of(
                wording.sentence(
                        "α of Krippendorff: 1 is full agreement, 0 is the agreement of chance. Answers without order"
                                + " are equal or not; levels count by their order, numbers by their difference. Only"
                                + " judgements of what at least two assessors judged count: in pairs. Over several facts,"
                                + " α is the mean weighted by these. It is undefined where all judgements are equal."),
                wording.sentence(
                        "Intervals are for other projects judged by the same assessors, by the jackknife: in"
                                + " simulations, 95 % intervals of α contain the true figure in at least %s % of cases."
                                + " There is none with fewer than %s projects, or if more than three quarters of the"
                                + " judgements of a fact, also of one among several, are equal, where they contain it less often.",
                        Agreement.COVERAGE, Agreement.FEWEST_FOR_INTERVAL),
                wording.sentence(
                        "%s is Gwet’s coefficient, which does not fall when nearly all answers are the same; %s is the"
                                + " reliability of one assessor, %s that of the mean of all, by the projects that all"
                                + " assessors judged.",
                        AC1, SINGLE, MEAN));
    }
}
