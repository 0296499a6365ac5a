package dev.winnow.past.watch;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.analysis.internal.reversal.Reversal;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.past.watch.DueCondition.Fulfilment;
import dev.winnow.report.json.Contract;
import dev.winnow.report.json.Contract.Position;
import dev.winnow.report.json.Contracts;
import dev.winnow.report.json.ScreeningDocument;
import dev.winnow.report.json.ScreeningDocument.Universe;
import dev.winnow.workbench.internal.compare.UndoableEdit;
import dev.winnow.workbench.internal.compare.UndoableEdit.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Recorded recommendations by the facts and the pack of today. */
public record WatchContract(
        int schema,
        LocalDate today,
        int within,
        Edition pack,
        Universe universe,
        boolean illustrative,
        int lost,
        List<Pair> pairs,
        Map<String, Integer> otherPacks) {

    static WatchContract of(Watch watch, Map<String, Integer> otherPacks) {
        Screening whole = watch.result().whole();
        return new WatchContract(
                Contract.SCHEMA,
                watch.today(),
                watch.within(),
                whole.pack(),
                Universe.of(whole.universe()),
                whole.illustrative(),
                (int) watch.pairs().stream()
                        .filter(one -> one.outcome().isLost())
                        .count(),
                Contract.list(watch.pairs(), Pair::of),
                new TreeMap<>(otherPacks));
    }

    record Pair(
            String project,
            String city,
            WatchedPair.Outcome outcome,
            long record,
            LocalDate on,
            String by,
            Verdict decision,
            @Nullable String reason,
            Verdict verdict,
            long screening,
            @Nullable Judged before,
            @Nullable Judged now,
            List<List<Edit>> causes,
            boolean proven,
            boolean byDay,
            boolean byProgram,
            List<Condition> conditions) {

        static Pair of(WatchedPair one) {
            return new Pair(
                    one.was().project(),
                    one.was().city(),
                    one.outcome(),
                    one.was().record(),
                    one.was().on(),
                    one.was().by(),
                    one.was().decision(),
                    one.was().reason(),
                    one.was().verdict(),
                    one.was().screening(),
                    Judged.of(one.before(), one.marginBefore(), one.flipBefore()),
                    Judged.of(one.now(), one.marginNow(), one.flipNow()),
                    Contract.list(one.causes(), set -> Contract.list(set, Edit::of)),
                    one.proven(),
                    one.byDay(),
                    one.byProgram(),
                    Contract.list(one.conditions(), Condition::of));
        }
    }

    record Judged(
            LocalDate asOf,
            Verdict verdict,
            VerdictReason because,
            ScoreInterval score,
            @Nullable BigDecimal margin,
            ScreeningDocument.@Nullable Change flip) {

        static @Nullable Judged of(@Nullable Assessment one, @Nullable BigDecimal margin, @Nullable Reversal flip) {
            return one == null
                    ? null
                    : new Judged(
                            one.asOf(),
                            one.verdict(),
                            one.because(),
                            one.score(),
                            margin,
                            flip == null ? null : Contracts.change(flip));
        }
    }

    record Edit(Subject of, @Nullable String source, List<Change> changes) {

        static Edit of(UndoableEdit edit) {
            return new Edit(edit.of(), edit.source(), Contract.list(edit.changes(), Change::of));
        }
    }

    record Change(
            String what,
            @JsonUnwrapped Position place,
            @Nullable String before,
            @Nullable String after) {

        static Change of(dev.winnow.model.source.Change change) {
            return new Change(change.what().toString(), Position.of(change.place()), change.before(), change.after());
        }
    }

    record Condition(
            long record,
            int id,
            String text,
            @Nullable String about,
            @Nullable String owner,
            LocalDate due,
            ConditionState.Status status,
            @Nullable Fulfilment met,
            ConditionState.@Nullable Subject subject,
            @Nullable String value,
            @Nullable String source) {

        static Condition of(ConditionState state) {
            DueCondition one = state.condition();
            return new Condition(
                    one.record(),
                    one.id(),
                    one.text(),
                    one.about(),
                    one.owner(),
                    one.due(),
                    state.status(),
                    one.met(),
                    state.subject(),
                    state.fact() == null ? null : state.fact().value(),
                    state.fact() == null ? null : state.fact().universeSource());
        }
    }
}
