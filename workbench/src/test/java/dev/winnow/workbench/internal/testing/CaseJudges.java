package dev.winnow.workbench.internal.testing;

import dev.winnow.engine.Matcher;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.Screener;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.language.internal.pack.WorkedExample;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Runs the worked examples of a pack with each evaluator; all must give the same assessment. */
final class CaseJudges {

    private CaseJudges() {}

    /** Returns the cases for which the fused evaluator, its reference and the walker differ, with their results. */
    static List<String> disagreements(RulePack pack) {
        return disagreements(
                pack,
                List.of(Screener.of(pack, Matcher.FUSED), Screener.of(pack, Matcher.PHREAK), Screener.walking(pack)));
    }

    static List<String> disagreements(RulePack pack, List<Screener> screeners) {
        List<String> disagreements = new ArrayList<>();
        for (WorkedExample example : pack.checked().examples()) {
            CaseFacts scene = CaseFacts.of(example, pack.vocabulary(), pack.limitTable());
            EvaluationContext context = scene.evaluationContext(pack.limitTable());
            if (context == null) {
                continue; // the case cannot be read, which the runner reports
            }
            Project candidate = Objects.requireNonNull(scene.candidate());
            List<Explanation> judged = screeners.stream()
                    .map(screener -> screener.explain(context, candidate))
                    .toList();
            if (judged.stream().distinct().count() > 1) {
                disagreements.add(example.node().place() + ": " + judged);
            }
        }
        return disagreements;
    }
}
