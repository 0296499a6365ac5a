package dev.winnow.report.contents;

import dev.winnow.engine.RulePack;
import dev.winnow.language.pack.Criterion;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Condition;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Side;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.document.Table.Kind;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.text.AssessmentSummary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A screening as one table for programs: every candidate, with the members of the contract in its order and what people call
 * things at the end.
 */
final class ScreeningTable {

    private ScreeningTable() {}

    static TableBuilder<Assessment> of(Screening screening, RulePack pack, Wording wording) {
        TableBuilder<Assessment> sheet = new TableBuilder<>(wording, "ranking", screening.assessments())
                .text("project", 16, Assessment::project)
                .text("city", 16, Assessment::city)
                .day("asOf", Assessment::asOf)
                .text("verdict", 14, Assessment::verdict)
                .text("because", 14, Assessment::because)
                .count("rank", Assessment::rank);
        score(sheet);
        sides(sheet);
        sheet.text("district", 14, Assessment::district).text("chainActions", 14, Assessment::chainActions);
        for (Criterion criterion : pack.criteria()) {
            String name = "criteria." + criterion.id();
            sheet.number(name + ".low", Kind.SCORE, one -> span(one, criterion.id(), ScoreInterval::low))
                    .number(name + ".high", Kind.SCORE, one -> span(one, criterion.id(), ScoreInterval::high));
        }
        sheet.text(
                        "questions",
                        30,
                        one -> one.questions().stream().map(Question::fact).toList())
                .text("projectName", 30, Assessment::projectName)
                .text("cityName", 16, Assessment::cityName)
                .text("illustrative", 10, Assessment::illustrative)
                .text("possible", 22, one -> List.copyOf(one.possible()))
                .text(
                        "conditions",
                        30,
                        one -> one.conditions().stream().map(Condition::rule).toList())
                .prose("reason", AssessmentSummary::reason)
                .prose("openKnockOut", AssessmentSummary::openKnockOut)
                .text("base.verdict", 14, one -> base(one, BaseCase::verdict))
                .number(
                        "base.low",
                        Kind.SCORE,
                        one -> base(one, base -> base.score().low()))
                .number(
                        "base.high",
                        Kind.SCORE,
                        one -> base(one, base -> base.score().high()));
        return AboutSheet.editions(sheet, "", one -> screening.pack(), one -> screening.universe());
    }

    /** Adds the score, the side that limits it, and how much is known. */
    static TableBuilder<Assessment> score(TableBuilder<Assessment> sheet) {
        return sheet.number("score.low", Kind.SCORE, one -> one.score().low())
                .number("score.high", Kind.SCORE, one -> one.score().high())
                .text("binds", 10, Assessment::binds)
                .number("known", Kind.SHARE, Assessment::known);
    }

    /** Adds what each side gains. */
    static TableBuilder<Assessment> sides(TableBuilder<Assessment> sheet) {
        return sheet.number(
                        "sides.city.low",
                        Kind.SCORE,
                        one -> side(one, Side.CITY).low())
                .number(
                        "sides.city.high",
                        Kind.SCORE,
                        one -> side(one, Side.CITY).high())
                .number(
                        "sides.project.low",
                        Kind.SCORE,
                        one -> side(one, Side.PROJECT).low())
                .number(
                        "sides.project.high",
                        Kind.SCORE,
                        one -> side(one, Side.PROJECT).high());
    }

    private static ScoreInterval side(Assessment one, Side side) {
        return Objects.requireNonNull(one.sides().get(side));
    }

    /** One end of the score of a criterion; null if it has none. */
    static @Nullable BigDecimal span(Assessment one, String criterion, Function<ScoreInterval, BigDecimal> end) {
        return one.criteria().stream()
                .filter(score -> score.id().equals(criterion))
                .map(score -> end.apply(score.span()))
                .findFirst()
                .orElse(null);
    }

    /** Something of the base case; null if nothing is assumed. */
    static <V> @Nullable V base(Assessment one, Function<BaseCase, V> of) {
        BaseCase base = one.base();
        return base == null ? null : of.apply(base);
    }
}
