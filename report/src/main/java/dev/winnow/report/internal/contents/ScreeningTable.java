package dev.winnow.report.internal.contents;

import dev.winnow.analysis.internal.overview.Grouping;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.language.Criterion;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Condition;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Cell;
import dev.winnow.report.internal.document.Table.Column;
import dev.winnow.report.internal.document.Table.Kind;
import dev.winnow.report.internal.document.Table.Row;
import dev.winnow.report.internal.sentences.AssessmentSummary;
import dev.winnow.report.internal.sentences.Cells;
import dev.winnow.report.internal.sentences.VerdictLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A screening as one table for programs: every candidate, with the fields of the JSON contract in order, and display
 * names at the end.
 */
final class ScreeningTable {

    /** The fields of the columns, in order. */
    static final List<String> FIELDS = List.of(
            "project",
            "city",
            "asOf",
            "verdict",
            "because",
            "rank",
            "tied",
            "score",
            "binds",
            "known",
            "sides",
            "district",
            "chainActions",
            "criteria",
            "questions",
            "projectName",
            "cityName",
            "illustrative",
            "possible",
            "conditions",
            "reason",
            "openKnockOut",
            "base",
            "pack",
            "universe");

    /** Fields that need the reasons of an assessment. */
    private static final Set<String> REASONED = Set.of("criteria", "questions", "conditions", "reason", "openKnockOut");

    private ScreeningTable() {}

    /**
     * The columns and rows of a table for readers, best first, with the reasons of each candidate.
     *
     * @param grouping whether to list the projects of a city, or the cities of a project
     * @param invented whether all candidates are fictitious, which is then not repeated for each
     */
    record Listed(Wording wording, FactWords factWords, Grouping grouping, boolean invented) {

        List<Column> columns() {
            String listed = grouping == Grouping.CITY ? "projectName" : "cityName";
            return List.of(
                    new Column(wording.say("sheet.column.rank"), Kind.PLACE),
                    new Column(wording.say("sheet.column." + listed), Kind.TEXT),
                    new Column(wording.say("sheet.column.verdict"), Kind.TEXT),
                    new Column(wording.sentence("score"), Kind.SCORE),
                    new Column(wording.say("memo.points"), Kind.SCORE),
                    new Column(wording.say("sheet.column.known"), Kind.SHARE),
                    new Column(wording.say("sheet.column.why"), Kind.BELOW));
        }

        Row row(Explanation explanation) {
            Assessment one = explanation.assessment();
            List<String> why = why(explanation);
            return new Row(
                    Cells.rank(one, wording),
                    new Cell.Text(grouping == Grouping.CITY ? one.projectName() : one.cityName()),
                    Cells.of(one.verdict(), wording),
                    new Cell.Bar(one.score(), null, Cells.tone(one.verdict()), ""),
                    new Cell.Text(Numbers.range(one.score())),
                    new Cell.Text(Numbers.percent(one.known(), wording)),
                    new Cell.Several(
                            why.stream().<Cell>map(Cell.Text::new).toList(), String.join(wording.sentence("; "), why)));
        }

        /** Returns the reason, the first question, the base case if its verdict differs, and the district. */
        private List<String> why(Explanation explanation) {
            Assessment one = explanation.assessment();
            BaseCase base = one.base();
            List<String> why = new ArrayList<>();
            why.add((one.illustrative() && !invented ? wording.sentence("Invented. ") : "")
                    + VerdictLine.of(explanation, wording).whole());
            if (one.verdict() == Verdict.HOLD || !one.isSettled()) {
                add(VerdictLine.question(explanation, wording, factWords), why);
            }
            if (base != null && base.verdict() != one.verdict()) {
                add(VerdictLine.base(base, wording), why);
            }
            if (one.verdict() != Verdict.DECLINE) {
                add(VerdictLine.district(explanation, wording), why);
            }
            return why;
        }

        private static void add(@Nullable VerdictLine line, List<String> lines) {
            if (line != null) {
                lines.add(line.whole());
            }
        }
    }

    /**
     * @param fields the fields to include, of {@link #FIELDS}; empty for all
     * @param additions the further columns, which `fields` may leave out
     */
    static TableBuilder<Explanation> of(
            ScreeningResult result, Wording wording, Set<String> fields, PairAdditions additions) {
        Screening screening = result.asked();
        boolean reasoned = fields.isEmpty() || !Collections.disjoint(fields, REASONED);
        TableBuilder<Explanation> sheet = new TableBuilder<Explanation>(
                        wording,
                        "ranking",
                        () -> (reasoned
                                        ? result.explanations()
                                        : screening.assessments().stream().map(Explanation::withoutReasons))
                                .iterator())
                .text("project", 16, one -> one.assessment().project())
                .text("city", 16, one -> one.assessment().city())
                .day("asOf", one -> one.assessment().asOf())
                .text("verdict", 14, one -> one.assessment().verdict())
                .text("because", 14, one -> one.assessment().because())
                .count("rank", one -> one.assessment().rank())
                .text("tied", 6, one -> one.assessment().tied());
        score(sheet);
        sides(sheet);
        sheet.text("district", 14, one -> one.assessment().district())
                .text("chainActions", 14, one -> one.assessment().chainActions());
        for (Criterion criterion : result.pack().criteria()) {
            String name = "criteria." + criterion.id();
            sheet.number(name + ".low", Kind.SCORE, one -> span(one, criterion.id(), ScoreInterval::low))
                    .number(name + ".high", Kind.SCORE, one -> span(one, criterion.id(), ScoreInterval::high));
        }
        sheet.text(
                        "questions",
                        30,
                        one -> one.questions().stream().map(Question::fact).toList())
                .text("projectName", 30, one -> one.assessment().projectName())
                .text("cityName", 16, one -> one.assessment().cityName())
                .text("illustrative", 10, one -> one.assessment().illustrative())
                .text("possible", 22, one -> List.copyOf(one.assessment().possible()))
                .text(
                        "conditions",
                        30,
                        one -> one.conditions().stream().map(Condition::rule).toList())
                .prose("reason", AssessmentSummary::reason)
                .prose("openKnockOut", AssessmentSummary::openKnockOut)
                .text("base.verdict", 14, one -> base(one, BaseCase::verdict))
                .number(
                        "base.score.low",
                        Kind.SCORE,
                        one -> base(one, base -> base.score().low()))
                .number(
                        "base.score.high",
                        Kind.SCORE,
                        one -> base(one, base -> base.score().high()));
        AboutSheet.editions(sheet, "", one -> screening.pack(), one -> screening.universe());
        additions.columns(sheet);
        return fields.isEmpty() ? sheet : sheet.only(column -> fields.contains(field(column)));
    }

    /** Returns the part of a column's name before a dot: {@code score} of {@code score.low}. */
    private static String field(String column) {
        int dot = column.indexOf('.');
        return dot < 0 ? column : column.substring(0, dot);
    }

    /** Adds the score, the side that limits it, and the share of known facts. */
    static TableBuilder<Explanation> score(TableBuilder<Explanation> sheet) {
        return sheet.number(
                        "score.low", Kind.SCORE, one -> one.assessment().score().low())
                .number(
                        "score.high",
                        Kind.SCORE,
                        one -> one.assessment().score().high())
                .text("binds", 10, one -> one.assessment().binds())
                .number("known", Kind.SHARE, one -> one.assessment().known());
    }

    /** Adds the scores of both sides. */
    static TableBuilder<Explanation> sides(TableBuilder<Explanation> sheet) {
        return sheet.number(
                        "sides.city.low",
                        Kind.SCORE,
                        one -> side(one.assessment(), Side.CITY).low())
                .number(
                        "sides.city.high",
                        Kind.SCORE,
                        one -> side(one.assessment(), Side.CITY).high())
                .number(
                        "sides.project.low",
                        Kind.SCORE,
                        one -> side(one.assessment(), Side.PROJECT).low())
                .number(
                        "sides.project.high",
                        Kind.SCORE,
                        one -> side(one.assessment(), Side.PROJECT).high());
    }

    private static ScoreInterval side(Assessment one, Side side) {
        return Objects.requireNonNull(one.sides().get(side));
    }

    /** Returns one end of a criterion's score; null if it has none. */
    static @Nullable BigDecimal span(Explanation one, String criterion, Function<ScoreInterval, BigDecimal> end) {
        return one.criteria().stream()
                .filter(score -> score.id().equals(criterion))
                .map(score -> end.apply(score.span()))
                .findFirst()
                .orElse(null);
    }

    /** Returns a value of the base case; null if nothing is assumed. */
    static <V> @Nullable V base(Explanation one, Function<BaseCase, V> of) {
        BaseCase base = one.assessment().base();
        return base == null ? null : of.apply(base);
    }
}
