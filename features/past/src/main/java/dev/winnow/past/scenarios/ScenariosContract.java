package dev.winnow.past.scenarios;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.past.scenarios.ScenarioComparison.Outcome;
import dev.winnow.past.scenarios.ScenarioComparison.Pair;
import dev.winnow.past.scenarios.ScenarioComparison.Standing;
import dev.winnow.report.json.Contract;
import dev.winnow.report.json.ScreeningDocument.Universe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scenarios screened side by side. */
public record ScenariosContract(
        int schema,
        Edition pack,
        Universe universe,
        boolean illustrative,
        Map<Verdict, Integer> verdicts,
        List<Scenario> scenarios,
        List<Pairs> pairs) {

    static ScenariosContract of(ScenarioComparison compared) {
        List<Scenario> scenarios = new ArrayList<>();
        for (int i = 0; i < compared.scenarios().size(); i++) {
            scenarios.add(Scenario.of(compared.scenarios().get(i), compared.verdicts(i)));
        }
        return new ScenariosContract(
                Contract.SCHEMA,
                compared.pack(),
                Universe.of(compared.universe()),
                compared.illustrative(),
                compared.today(),
                scenarios,
                Contract.list(compared.pairs(), one -> Pairs.of(one, compared.scenarios())));
    }

    record Scenario(
            String id, String name, @Nullable String note, List<Changed> changes, Map<Verdict, Integer> verdicts) {

        static Scenario of(NamedScenario one, Map<Verdict, Integer> verdicts) {
            return new Scenario(one.id(), one.name(), one.note(), Contract.list(one.changes(), Changed::of), verdicts);
        }
    }

    record Changed(
            ScenarioChange.Kind kind,
            String name,
            @Nullable String before,
            @Nullable String after) {

        static Changed of(ScenarioChange one) {
            return new Changed(one.kind(), one.name(), one.before(), one.after());
        }
    }

    record Pairs(
            String project,
            String city,
            LocalDate asOf,
            @Nullable Judged today,
            @Nullable Standing standing,
            List<There> outcomes) {

        static Pairs of(Pair one, List<NamedScenario> scenarios) {
            List<There> outcomes = new ArrayList<>();
            for (int i = 0; i < scenarios.size(); i++) {
                outcomes.add(There.of(scenarios.get(i).id(), one.outcomes().get(i)));
            }
            return new Pairs(
                    one.any().project(),
                    one.any().city(),
                    one.any().asOf(),
                    Judged.of(one.today()),
                    one.standing(),
                    outcomes);
        }
    }

    record There(
            String scenario,
            @Nullable Judged judged,
            List<List<String>> causes,
            @Nullable Boolean proven) {

        static There of(String scenario, Outcome one) {
            return new There(
                    scenario,
                    Judged.of(one.assessment()),
                    Contract.list(one.causes(), set -> Contract.list(set, ScenarioChange::name)),
                    one.causes().isEmpty() ? null : one.proven());
        }
    }

    record Judged(Verdict verdict, VerdictReason because, ScoreInterval score) {

        static @Nullable Judged of(@Nullable Assessment one) {
            return one == null ? null : new Judged(one.verdict(), one.because(), one.score());
        }
    }
}
