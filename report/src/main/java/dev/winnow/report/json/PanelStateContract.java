package dev.winnow.report.json;

import dev.winnow.analysis.internal.panel.PanelState;
import dev.winnow.model.internal.panel.Panel;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.report.json.ScreeningDocument.JudgedFact;
import dev.winnow.report.json.ScreeningDocument.Universe;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of a panel. */
record PanelStateContract(
        int schema,
        Edition pack,
        Universe universe,
        String panel,
        @Nullable String title,
        List<Round> rounds,
        List<Assessor> assessors,
        List<JudgedFact> facts) {

    static PanelStateContract of(PanelState state, Edition pack, Edition universe) {
        Panel panel = state.panel();
        return new PanelStateContract(
                Contract.SCHEMA,
                pack,
                Universe.of(universe),
                panel.id(),
                panel.title(),
                Contract.list(
                        panel.rounds(),
                        one -> new Round(
                                one.number(),
                                one.from(),
                                one.until(),
                                one.judgements().size(),
                                (int) one.judgements().stream()
                                        .filter(one::isLate)
                                        .count())),
                Contract.list(state.work(), Assessor::of),
                Contract.list(state.values(), value -> PanelContract.fact(panel, value, null)));
    }

    record Round(
            int round, @Nullable LocalDate from, @Nullable LocalDate until, int judgements, int late) {}

    record Assessor(
            String assessor,
            String name,
            @Nullable String organisation,
            List<String> judges,
            int judged,
            int cannotJudge,
            List<Missing> missing,
            List<Recusal> recusals) {

        static Assessor of(PanelState.Work work) {
            return new Assessor(
                    work.assessor().id(),
                    work.assessor().name(),
                    work.assessor().organisation(),
                    work.assessor().judges(),
                    work.judged().size(),
                    work.cannotJudge().size(),
                    Contract.list(work.missing(), one -> new Missing(one.subject(), one.fact())),
                    Contract.list(work.recusals(), one -> new Recusal(one.subject(), one.reason())));
        }
    }

    record Missing(String subject, String fact) {}

    record Recusal(String subject, String reason) {}
}
