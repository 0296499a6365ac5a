package dev.winnow.ruletools.testing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.engine.explain.CaseResult;
import dev.winnow.engine.explain.CaseStep;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.report.json.Contract;
import dev.winnow.report.json.Contract.Position;
import dev.winnow.workbench.internal.testing.CaseCoverage;
import dev.winnow.workbench.internal.testing.CaseCoverage.Seen;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The results of a pack’s cases. */
public record TestContract(
        int schema,
        Edition pack,
        int passed,
        int failed,
        int notRun,
        List<Case> cases,
        @Nullable Coverage coverage) {

    static TestContract of(TestReport report) {
        return new TestContract(
                Contract.SCHEMA,
                new Edition(
                        report.pack().name(),
                        report.pack().version(),
                        report.pack().digest()),
                report.run().results().size() - report.run().failed(),
                report.run().failed(),
                report.run().notRun(),
                Contract.list(report.run().results(), one -> Case.of(one, report.criterion(one.rule()))),
                report.covers() ? Coverage.of(report.run().coverage(), report.threshold()) : null);
    }

    record Case(
            @JsonProperty("case") String sentence,
            String rule,
            String criterion,
            @JsonUnwrapped Position place,
            boolean passed,
            String expected,
            String actual,
            List<Step> steps) {

        static Case of(CaseResult result, String criterion) {
            return new Case(
                    result.sentence(),
                    result.rule(),
                    criterion,
                    Position.of(result.place()),
                    result.passed(),
                    result.expected(),
                    result.actual(),
                    Contract.list(result.steps(), Step::of));
        }
    }

    record Step(
            @JsonUnwrapped Position place,
            String text,
            Truth truth,
            @Nullable String row,
            int others,
            @Nullable String note,
            List<CaseStep.Value> values,
            List<Tried> constraints) {

        static Step of(CaseStep step) {
            return new Step(
                    Position.of(step.place()),
                    step.text(),
                    step.truth(),
                    step.row(),
                    step.others(),
                    Contract.text(step.note()),
                    step.values(),
                    Contract.list(step.constraints(), one -> new Tried(one.text(), one.truth(), one.values())));
        }
    }

    record Tried(String text, Truth truth, List<CaseStep.Value> values) {}

    record Coverage(@JsonUnwrapped Total total, @Nullable BigDecimal threshold, List<File> files, List<Rule> rules) {

        static Coverage of(CaseCoverage coverage, @Nullable BigDecimal threshold) {
            return new Coverage(
                    Total.of(coverage.total()),
                    threshold,
                    Contract.list(
                            coverage.byFile().entrySet(), file -> new File(file.getKey(), Total.of(file.getValue()))),
                    Contract.list(coverage.rules(), Rule::of));
        }
    }

    record Total(int shown, int possible, BigDecimal percent) {

        static Total of(CaseCoverage.Total total) {
            return new Total(total.shown(), total.possible(), total.percent());
        }
    }

    record File(String file, @JsonUnwrapped Total total) {}

    /** The number of cases per outcome; null for an outcome that cannot occur. */
    record Rule(
            String rule,
            String criterion,
            @JsonUnwrapped Position place,
            @Nullable Integer fires,
            @Nullable Integer doesNotFire,
            @Nullable Integer cannotSay,
            List<Constraint> constraints) {

        static Rule of(CaseCoverage.Rule rule) {
            Seen seen = rule.outcome();
            return new Rule(
                    rule.id(),
                    rule.criterion(),
                    Position.of(seen.place()),
                    seen.cases().get(Truth.YES),
                    seen.cases().get(Truth.NO),
                    seen.cases().get(Truth.POSSIBLE),
                    Contract.list(rule.constraints(), Constraint::of));
        }
    }

    record Constraint(
            String text,
            @JsonUnwrapped Position place,
            @Nullable Integer held,
            @Nullable Integer failed,
            @Nullable Integer open) {

        static Constraint of(Seen seen) {
            return new Constraint(
                    seen.text(),
                    Position.of(seen.place()),
                    seen.cases().get(Truth.YES),
                    seen.cases().get(Truth.NO),
                    seen.cases().get(Truth.POSSIBLE));
        }
    }
}
