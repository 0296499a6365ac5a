package dev.winnow.report.json;

import dev.winnow.analysis.internal.panel.PanelPair;
import dev.winnow.analysis.internal.panel.PanelScreening;
import dev.winnow.model.internal.panel.PanelValue;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.value.Figure;
import dev.winnow.report.json.ScreeningDocument.JudgedFact;
import dev.winnow.report.json.ScreeningDocument.Judgement;
import dev.winnow.report.json.ScreeningDocument.Measure;
import dev.winnow.report.json.ScreeningDocument.Opinion;
import dev.winnow.report.json.ScreeningDocument.Panel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts the judgements of a panel to records of the JSON contract. */
public final class PanelContract {

    private PanelContract() {}

    /** Returns the judgements about a pair. */
    public static Panel of(PanelScreening screening, Assessment assessment) {
        PanelPair pair = screening.pair(assessment);
        return new Panel(
                screening.panel().id(),
                pair.verdicts().size(),
                pair.agreeing(),
                Contract.list(
                        pair.values(),
                        value -> fact(screening.panel(), value, pair.stated().get(value.fact()))),
                Contract.list(pair.opinions(), PanelContract::opinion));
    }

    static JudgedFact fact(dev.winnow.model.internal.panel.Panel panel, PanelValue value, @Nullable Object stated) {
        List<Judgement> judgements = panel.given(value.subject(), value.fact()).stream()
                .map(one -> judgement(value, one))
                .toList();
        return new JudgedFact(
                value.fact(),
                value.subject(),
                value.judged().take().id(),
                measure(value.value()),
                value.missing(),
                measure(stated),
                judgements);
    }

    static Judgement judgement(PanelValue value, dev.winnow.model.internal.panel.Judgement one) {
        boolean stands = value.judgements().contains(one);
        return new Judgement(
                one.assessor(),
                one.round(),
                one.asOf(),
                measure(one.value()),
                one.reason(),
                !stands,
                stands && value.isOutlier(one));
    }

    static @Nullable Measure measure(@Nullable Object value) {
        return value == null ? null : value instanceof Figure figure ? Measure.of(figure) : new Measure(value, null);
    }

    static Opinion opinion(dev.winnow.analysis.internal.panel.Opinion one) {
        Assessment own = one.assessment();
        return new Opinion(
                one.assessor().id(),
                one.assessor().name(),
                one.recusal() == null ? null : one.recusal().reason(),
                own == null ? null : own.verdict(),
                own == null ? null : own.rank(),
                own == null ? null : own.score());
    }
}
