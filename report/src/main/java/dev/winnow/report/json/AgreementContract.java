package dev.winnow.report.json;

import dev.winnow.analysis.internal.agreement.Agreement;
import dev.winnow.analysis.internal.agreement.Interval;
import dev.winnow.analysis.internal.agreement.IntraclassCorrelation;
import dev.winnow.analysis.internal.panel.PanelAgreement;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.report.json.ScreeningDocument.Universe;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
        List<OnFact> facts,
        List<OnCriterion> criteria,
        Figures all) {

    /** Decimals beyond which a double is noise, which would be rounded outward too. */
    private static final int EXACT = 12;

    static AgreementContract of(PanelAgreement agreement, Edition pack, Edition universe) {
        return new AgreementContract(
                Contract.SCHEMA,
                pack,
                Universe.of(universe),
                agreement.panel().id(),
                agreement.round(),
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
            int pairable,
            int projects,
            int assessors,
            boolean enough,
            @Nullable BigDecimal alpha,
            @Nullable Range interval,
            Agreement.@Nullable Withheld withheld,
            @Nullable Integer withoutSpread,
            @Nullable BigDecimal gwet,
            @Nullable Range ofGwet,
            @Nullable BigDecimal single,
            @Nullable Range ofSingle,
            @Nullable BigDecimal mean,
            @Nullable Range ofMean,
            @Nullable Integer complete) {

        /** Without the figures if there are too few judgements. */
        static Figures of(Agreement agreement) {
            boolean enough = agreement.isEnough();
            IntraclassCorrelation correlation = enough ? agreement.correlation() : null;
            return new Figures(
                    agreement.ratings(),
                    agreement.pairable(),
                    agreement.projects(),
                    agreement.assessors(),
                    enough,
                    enough ? rounded(agreement.alpha()) : null,
                    enough ? Range.of(agreement.interval()) : null,
                    enough ? agreement.withheld() : null,
                    enough ? agreement.withoutSpread() : null,
                    enough ? rounded(agreement.gwet()) : null,
                    enough ? Range.of(agreement.ofGwet()) : null,
                    correlation == null ? null : rounded(correlation.single()),
                    correlation == null ? null : Range.of(correlation.ofSingle()),
                    correlation == null ? null : rounded(correlation.mean()),
                    correlation == null ? null : Range.of(correlation.ofMean()),
                    correlation == null ? null : correlation.projects());
        }

        private static @Nullable BigDecimal rounded(@Nullable Double figure) {
            return figure == null ? null : rounded(figure, RoundingMode.HALF_EVEN);
        }

        private static BigDecimal rounded(double figure, RoundingMode rounding) {
            return BigDecimal.valueOf(figure)
                    .setScale(EXACT, RoundingMode.HALF_EVEN)
                    .setScale(Agreement.DECIMALS, rounding);
        }
    }

    /** A 95 % interval, rounded outward. */
    record Range(BigDecimal low, BigDecimal high) {

        static @Nullable Range of(@Nullable Interval one) {
            return one == null
                    ? null
                    : new Range(
                            Figures.rounded(one.low(), RoundingMode.FLOOR),
                            Figures.rounded(one.high(), RoundingMode.CEILING));
        }
    }
}
