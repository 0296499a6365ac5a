package dev.winnow.report.json;

import dev.winnow.analysis.internal.agreement.Agreement;
import dev.winnow.analysis.internal.agreement.IntraclassCorrelation;
import dev.winnow.analysis.internal.panel.PanelAgreement;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.report.json.ScreeningDocument.Universe;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The agreement of the assessors of a panel. */
record AgreementContract(
        int schema,
        Edition pack,
        Universe universe,
        String panel,
        int round,
        int resamples,
        List<OnFact> facts,
        List<OnCriterion> criteria,
        Figures all) {

    static AgreementContract of(PanelAgreement agreement, Edition pack, Edition universe) {
        return new AgreementContract(
                Contract.SCHEMA,
                pack,
                Universe.of(universe),
                agreement.panel().id(),
                agreement.round(),
                Agreement.RESAMPLES,
                Contract.list(
                        agreement.facts(),
                        one -> new OnFact(
                                one.fact(),
                                one.difference().name().toLowerCase(Locale.ROOT),
                                Figures.of(one.agreement()))),
                Contract.list(
                        agreement.criteria(),
                        one -> new OnCriterion(one.criterion(), one.facts(), Figures.of(one.agreement()))),
                Figures.of(agreement.whole()));
    }

    record OnFact(String fact, String scale, Figures agreement) {}

    record OnCriterion(String criterion, List<String> facts, Figures agreement) {}

    record Figures(
            int judgements,
            int projects,
            int assessors,
            boolean enough,
            @Nullable Double alpha,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double single,
            @Nullable Double mean,
            @Nullable Integer complete) {

        /** Without the figures if there are too few judgements. */
        static Figures of(Agreement agreement) {
            boolean enough = agreement.isEnough();
            Agreement.Interval range = enough ? agreement.interval() : null;
            IntraclassCorrelation correlation = enough ? agreement.correlation() : null;
            return new Figures(
                    agreement.ratings(),
                    agreement.projects(),
                    agreement.assessors(),
                    enough,
                    enough ? agreement.alpha() : null,
                    range == null ? null : range.low(),
                    range == null ? null : range.high(),
                    correlation == null ? null : correlation.single(),
                    correlation == null ? null : correlation.mean(),
                    correlation == null ? null : correlation.projects());
        }
    }
}
