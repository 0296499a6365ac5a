package dev.winnow.ruletools.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.language.internal.pack.Check.About;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.report.json.Contract;
import dev.winnow.workbench.internal.lint.Remark;
import dev.winnow.workbench.internal.lint.RuleReach;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The findings of a check of a pack. */
public record CheckContract(
        int schema,
        @Nullable Edition pack,
        List<Problem> problems,
        List<Finding> remarks,
        @Nullable String universe,
        @Nullable List<Reach> knockOuts,
        @Nullable List<String> neverDecided) {

    static CheckContract of(CheckReport report) {
        CheckReport.Subject pack = report.subject();
        boolean reached = report.universe() != null;
        return new CheckContract(
                Contract.SCHEMA,
                pack == null ? null : new Edition(pack.name(), pack.version(), pack.digest()),
                Contract.list(report.problems(), Problem::of),
                Contract.list(report.remarks(), Finding::of),
                report.universe(),
                reached ? Contract.list(report.knockOuts(), Reach::of) : null,
                reached ? report.neverDecided() : null);
    }

    record Problem(
            String file,
            int line,
            int column,
            int length,
            String message,
            @Nullable String advice) {

        static Problem of(dev.winnow.model.source.Problem problem) {
            return new Problem(
                    problem.place().file(),
                    problem.place().line(),
                    problem.place().column(),
                    problem.length(),
                    problem.what().toString(),
                    Contract.text(problem.advice()));
        }
    }

    record Finding(
            String check,
            Check.Level level,
            @Nullable String rule,
            @Nullable String limit,
            @Nullable String criterion,
            @Nullable String assumption,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String fact,

            @JsonUnwrapped Problem problem) {

        static Finding of(Remark remark) {
            return new Finding(
                    remark.check().code(),
                    remark.check().level(),
                    id(remark, About.RULE),
                    id(remark, About.LIMIT),
                    id(remark, About.CRITERION),
                    id(remark, About.ASSUMPTION),
                    id(remark, About.FACT),
                    Problem.of(remark.problem()));
        }

        private static @Nullable String id(Remark remark, About about) {
            return remark.about() == about ? remark.id() : null;
        }
    }

    record Reach(String rule, int fires, int open, int doesNotApply) {

        static Reach of(RuleReach reach) {
            return new Reach(reach.rule().id(), reach.fires(), reach.open(), reach.passes());
        }
    }
}
