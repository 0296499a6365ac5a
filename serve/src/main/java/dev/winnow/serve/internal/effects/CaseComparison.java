package dev.winnow.serve.internal.effects;

import dev.winnow.engine.Progress;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.explain.CaseResult;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.text.OutcomeWords;
import dev.winnow.report.json.Contract;
import dev.winnow.serve.internal.effects.CaseEffect.Case;
import dev.winnow.serve.internal.effects.CaseEffect.Covered;
import dev.winnow.serve.internal.effects.CaseEffect.Line;
import dev.winnow.workbench.internal.testing.CaseCoverage;
import dev.winnow.workbench.internal.testing.CaseRunner;
import dev.winnow.workbench.internal.testing.TestPlan;
import dev.winnow.workbench.internal.testing.TestRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the cases of an edited pack and tells those whose result differs from that of the saved pack. */
final class CaseComparison {

    private final Map<Key, Boolean> saved = new HashMap<>();
    private final Wording wording;

    /** @param saved the results of the cases of the saved pack */
    CaseComparison(List<CaseResult> saved, Wording wording) {
        this.wording = wording;
        saved.forEach(one -> this.saved.put(Key.of(one), one.passed()));
    }

    private record Key(String rule, String sentence) {
        static Key of(CaseResult one) {
            return new Key(one.rule(), one.sentence());
        }
    }

    CaseEffect of(EditedPack edited, RulePack pack, Progress progress) {
        TestRun run = CaseRunner.run(pack, TestPlan.ALL, progress);
        List<Case> failing = new ArrayList<>();
        List<Case> mended = new ArrayList<>();
        for (CaseResult one : run.results()) {
            boolean changed = saved.getOrDefault(Key.of(one), true) != one.passed();
            if (!one.passed()) {
                failing.add(shown(one, edited, changed));
            } else if (changed) {
                mended.add(shown(one, edited, true));
            }
        }
        failing.sort(Comparator.comparing(one -> !one.changed()));
        return new CaseEffect(
                Contract.SCHEMA,
                edited.revision(),
                0,
                run.results().size() - run.failed(),
                run.failed(),
                failing,
                mended,
                lines(run.coverage(), edited),
                run.coverage().byFile().entrySet().stream()
                        .map(file -> new Covered(
                                edited.name(file.getKey()),
                                file.getValue().shown(),
                                file.getValue().possible()))
                        .toList());
    }

    private static Case shown(CaseResult one, EditedPack edited, boolean changed) {
        return new Case(
                one.sentence(),
                one.rule(),
                edited.name(one.place().file()),
                Math.max(0, one.place().line() - 1),
                one.expected(),
                one.actual(),
                changed);
    }

    private List<Line> lines(CaseCoverage coverage, EditedPack edited) {
        return coverage.rules().stream()
                .flatMap(rule -> rule.all()
                        .filter(seen -> !seen.missing().isEmpty())
                        .map(seen -> new Line(
                                rule.id(),
                                edited.name(seen.place().file()),
                                Math.max(0, seen.place().line() - 1),
                                seen.text(),
                                OutcomeWords.missing(seen.missing(), seen.equals(rule.outcome()), wording))))
                .toList();
    }
}
