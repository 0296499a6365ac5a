package dev.winnow.report.internal.contents;

import dev.winnow.analysis.internal.panel.Opinion;
import dev.winnow.analysis.internal.panel.PanelPair;
import dev.winnow.analysis.internal.panel.PanelScreening;
import dev.winnow.model.internal.panel.Assessor;
import dev.winnow.model.internal.panel.Judgement;
import dev.winnow.model.internal.panel.PanelValue;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.sentences.Cells;
import dev.winnow.report.internal.sentences.PanelText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The part of a screening about a panel: for which assessors each verdict stands, and the outliers. */
public final class PanelContents {

    private final PanelScreening screening;
    private final Screening screened;
    private final Wording wording;
    private final PanelText text;

    private PanelContents(PanelScreening screening, Screening screened, Wording wording) {
        this.screening = screening;
        this.screened = screened;
        this.wording = wording;
        this.text = new PanelText(wording, screened.names(), screening.panel());
    }

    /**
     * Returns the section.
     *
     * @param screening the screening by each assessor
     * @param whole whether to list all pairs rather than those whose verdict differs between assessors
     */
    public static Section of(PanelScreening screening, Screening screened, Wording wording, boolean whole) {
        return new PanelContents(screening, screened, wording).section(whole);
    }

    private Section section(boolean whole) {
        List<PanelPair> pairs = screened.assessments().stream()
                .map(screening::pair)
                .filter(pair -> !pair.verdicts().isEmpty())
                .toList();
        List<PanelPair> shown =
                whole ? pairs : pairs.stream().filter(PanelPair::isDisputed).toList();
        List<Block> blocks = new ArrayList<>();
        if (!shown.isEmpty()) {
            blocks.add(new Table("panel", "", columns(), rows(shown)));
        }
        int others = pairs.size() - shown.size();
        blocks.add(new Paragraph(
                pairs.isEmpty()
                        ? wording.sentence("The panel has judged nothing yet.")
                        : others == 0
                                ? ""
                                : shown.isEmpty()
                                        ? wording.sentence("Every verdict stands for all assessors.")
                                        : others == 1
                                                ? wording.sentence("The other verdict stands for all assessors.")
                                                : wording.sentence(
                                                        "The other %s verdicts stand for all assessors.", others)));
        return new Section("panel", text.heading(), blocks);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column(wording.say("sheet.column.projectName"), Kind.TEXT),
                new Column(wording.say("sheet.column.verdict"), Kind.TEXT)));
        for (Assessor assessor : screening.panel().assessors()) {
            columns.add(new Column(text.name(assessor), Kind.TEXT));
        }
        return columns;
    }

    private List<Row> rows(List<PanelPair> pairs) {
        List<Row> rows = new ArrayList<>();
        for (PanelPair pair : pairs) {
            Assessment one = pair.assessment();
            List<Cell> cells = new ArrayList<>(
                    List.of(new Cell.Text(wording.name(one.projectName())), Cells.of(one.verdict(), wording)));
            pair.opinions().forEach(opinion -> cells.add(cell(opinion)));
            rows.add(new Row(wording.name(one.cityName()), cells));
            rows.add(new Row(wording.name(one.cityName()), List.of(new Cell.Text(text.stands(pair)))));
            outliers(pair)
                    .forEach(outlier ->
                            rows.add(new Row(wording.name(one.cityName()), List.of(new Cell.Text(outlier)))));
        }
        return rows;
    }

    private Cell cell(Opinion opinion) {
        Assessment own = opinion.assessment();
        if (own == null) {
            return new Cell.Text(opinion.recusal() == null ? "–" : wording.sentence("recused"));
        }
        return new Cell.Term(
                own.verdict().name(),
                wording.sentence("%s %s", wording.say("verdict." + own.verdict()), own.rank()),
                Cells.tone(own.verdict()));
    }

    /** Returns the judgements that are far from the others, one sentence each. */
    private Set<String> outliers(PanelPair pair) {
        Set<String> outliers = new LinkedHashSet<>();
        for (PanelValue value : pair.values()) {
            for (Judgement judgement : value.judgements()) {
                if (value.isOutlier(judgement)) {
                    outliers.add(wording.sentence(
                            "An outlier: %s, %s: %s.",
                            text.name(judgement.assessor()),
                            text.fact(value.fact()),
                            text.value(value.fact(), judgement.value())));
                }
            }
        }
        return outliers;
    }
}
