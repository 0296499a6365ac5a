package dev.winnow.past.exceptions;

import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.report.json.Contract;
import dev.winnow.report.json.ScreeningDocument.Universe;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decisions against the rules. */
public record ExceptionsContract(
        int schema,
        Edition pack,
        @Nullable Universe universe,
        boolean illustrative,
        boolean yesOrNo,
        int decisions,
        List<Case> exceptions,
        List<Group> overruled) {

    static ExceptionsContract of(Exceptions exceptions) {
        return new ExceptionsContract(
                Contract.SCHEMA,
                exceptions.pack(),
                exceptions.universe() == null ? null : Universe.of(exceptions.universe()),
                exceptions.illustrative(),
                exceptions.yesOrNo(),
                exceptions.decisions(),
                Contract.list(exceptions.exceptions(), Case::of),
                Contract.list(exceptions.overruled(), one -> Group.of(one, exceptions.exceptions())));
    }

    record Case(
            @Nullable Long record,
            String project,
            String city,
            LocalDate asOf,
            Verdict rules,
            @Nullable VerdictReason because,
            Verdict decision,
            @Nullable String by,
            @Nullable String reason,
            @Nullable Verdict today) {

        static Case of(PolicyException one) {
            return new Case(
                    one.record(),
                    one.project(),
                    one.city(),
                    one.day(),
                    one.rules(),
                    one.explained() == null
                            ? null
                            : one.explained().assessment().because(),
                    one.decision(),
                    one.by(),
                    one.reason(),
                    one.today() == null ? null : one.today().verdict());
        }
    }

    record Group(
            Overruled.Kind kind,
            @Nullable String rule,
            @Nullable String criterion,
            @Nullable String title,
            int agreeingToday,
            List<Said> cases) {

        static Group of(Overruled one, List<PolicyException> all) {
            return new Group(
                    one.kind(),
                    one.kind().isRule() ? one.id() : null,
                    one.kind() == Overruled.Kind.THRESHOLD && !one.id().isEmpty() ? one.id() : null,
                    one.title().isEmpty() ? null : one.title(),
                    one.agreeingToday(),
                    Contract.list(
                            one.exceptions(), exception -> new Said(all.indexOf(exception), one.says(exception))));
        }
    }

    record Said(int exception, List<String> says) {}
}
