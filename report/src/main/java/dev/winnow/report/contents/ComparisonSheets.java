package dev.winnow.report.contents;

import dev.winnow.analysis.compare.Approvals;
import dev.winnow.analysis.compare.AssessmentChange;
import dev.winnow.analysis.compare.Comparison;
import dev.winnow.analysis.compare.UndoableEdit;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.source.Change;
import dev.winnow.report.document.Document;
import dev.winnow.report.document.Table.Kind;
import dev.winnow.report.i18n.ChoiceWord;
import dev.winnow.report.i18n.Wording;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the sheets of a comparison. */
final class ComparisonSheets {

    /** What became of a candidate, and the list of the contract in which it stands. */
    private enum Became {
        FLIP("flips"),
        BASE_FLIP("baseFlips"),
        MOVE("moves"),
        APPEARED("appeared"),
        VANISHED("vanished");

        private final String list;

        Became(String list) {
            this.list = list;
        }
    }

    private record Row(
            Became became,
            @Nullable Assessment before,
            @Nullable Assessment after,
            @Nullable AssessmentChange shift) {

        static Row of(AssessmentChange shift) {
            return new Row(shift.isFlip() ? Became.FLIP : Became.MOVE, shift.before(), shift.after(), shift);
        }

        Assessment one() {
            return after == null ? Objects.requireNonNull(before) : after;
        }

        /** What holds of a flip; null of anything else. */
        @Nullable
        Boolean flip(Predicate<AssessmentChange> holds) {
            if (shift == null || !shift.isFlip()) {
                return null;
            }
            return holds.test(shift);
        }

        @Nullable
        Object was(Function<Assessment, @Nullable Object> of) {
            return before == null ? null : of.apply(before);
        }

        @Nullable
        Object is(Function<Assessment, @Nullable Object> of) {
            return after == null ? null : of.apply(after);
        }
    }

    /** A change; of an assumption, which is no edit, where {@code edit} is null. */
    private record Changed(@Nullable UndoableEdit edit, Change change) {

        @Nullable
        Object edit(Function<UndoableEdit, Object> of) {
            return edit == null ? null : of.apply(edit);
        }

        ChoiceWord of() {
            return edit == null
                    ? new ChoiceWord("assumptions", "sheet.of.assumptions")
                    : edit.ofPack()
                            ? new ChoiceWord("pack", "sheet.about.pack")
                            : new ChoiceWord("universe", "sheet.about.universe");
        }
    }

    private final Comparison comparison;
    private final Approvals approvals;
    private final Wording wording;

    private ComparisonSheets(Comparison comparison, Approvals approvals, Wording wording) {
        this.wording = wording;
        this.comparison = comparison;
        this.approvals = approvals;
    }

    static Document of(Comparison comparison, Approvals approvals, UnaryOperator<String> shown, Wording wording) {
        ComparisonSheets sheets = new ComparisonSheets(comparison, approvals, wording);
        return Sheets.of(
                wording.say("sheet.title.comparison"),
                sheets.table(),
                List.of(sheets.shifts(), sheets.edits(shown), sheets.about()));
    }

    private TableBuilder<?> table() {
        Comparison.Editions old = comparison.old();
        Comparison.Editions recent = comparison.recent();
        TableBuilder<Row> sheet = AboutSheet.editions(shifts(), "old.", row -> old.pack(), row -> old.universe());
        return AboutSheet.editions(sheet, "new.", row -> recent.pack(), row -> recent.universe());
    }

    private TableBuilder<Row> shifts() {
        List<Row> rows = Stream.of(
                        comparison.flips().stream().map(Row::of),
                        comparison.baseFlips().stream()
                                .map(flip -> new Row(Became.BASE_FLIP, flip.before(), flip.after(), null)),
                        comparison.moves().stream().map(Row::of),
                        comparison.appeared().stream().map(one -> new Row(Became.APPEARED, null, one, null)),
                        comparison.vanished().stream().map(one -> new Row(Became.VANISHED, one, null, null)))
                .flatMap(all -> all)
                .toList();
        TableBuilder<Row> sheet = new TableBuilder<>(wording, "shifts", rows)
                .text("list", 14, row -> new ChoiceWord(row.became().list, "sheet.list." + row.became().list))
                .text("projectName", 28, row -> row.one().projectName())
                .frozen()
                .text("cityName", 16, row -> row.one().cityName())
                .text("before.verdict", 14, row -> row.was(Assessment::verdict))
                .text("after.verdict", 14, row -> row.is(Assessment::verdict))
                .text("before.because", 22, row -> row.was(Assessment::because))
                .text("after.because", 22, row -> row.is(Assessment::because))
                .text("before.base.verdict", 14, row -> row.was(ComparisonSheets::baseVerdict))
                .text("after.base.verdict", 14, row -> row.is(ComparisonSheets::baseVerdict));
        numbers(sheet, "before.", Row::was);
        numbers(sheet, "after.", Row::is);
        return sheet.text("causes", 20, row -> row.shift() == null ? null : causes(row.shift()))
                .text("proven", 10, row -> row.flip(AssessmentChange::proven))
                .text("approved", 10, row -> row.flip(approvals::cover))
                .printedSoFar()
                .text("project", 16, row -> row.one().project())
                .text("city", 14, row -> row.one().city());
    }

    private static @Nullable Object baseVerdict(Assessment one) {
        return one.base() == null ? null : one.base().verdict();
    }

    /** Picks the old or the new assessment of a row. */
    private interface End {
        @Nullable
        Object of(Row row, Function<Assessment, @Nullable Object> of);
    }

    private static void numbers(TableBuilder<Row> sheet, String end, End which) {
        sheet.with(end + "rank", Kind.TEXT, 8, row -> which.of(row, Assessment::rank))
                .with(
                        end + "score.low",
                        Kind.SCORE,
                        10,
                        row -> which.of(row, one -> one.score().low()))
                .with(
                        end + "score.high",
                        Kind.SCORE,
                        10,
                        row -> which.of(row, one -> one.score().high()))
                .with(end + "known", Kind.SHARE, 10, row -> which.of(row, Assessment::known))
                .with(end + "asOf", Kind.DAY, 12, row -> which.of(row, Assessment::asOf));
    }

    /** {@code E1}, or {@code E1+E3} where both are needed. */
    private static List<String> causes(AssessmentChange shift) {
        return shift.causes().stream()
                .map(set -> set.stream().map(edit -> "E" + edit).collect(Collectors.joining("+")))
                .toList();
    }

    private TableBuilder<?> edits(UnaryOperator<String> shown) {
        List<Changed> rows = Stream.concat(
                        comparison.edits().stream()
                                .flatMap(edit -> edit.changes().stream().map(change -> new Changed(edit, change))),
                        comparison.assumptions().stream().map(change -> new Changed(null, change)))
                .toList();
        return new TableBuilder<>(wording, "edits", rows)
                .text("edit", 8, row -> row.edit(edit -> "E" + edit.number()))
                .text("of", 12, Changed::of)
                .with("flips", Kind.TEXT, 10, row -> row.edit(UndoableEdit::flips))
                .with("moves", Kind.TEXT, 10, row -> row.edit(UndoableEdit::moves))
                .prose("what", row -> row.change().what().toString())
                .prose("before", row -> row.change().before())
                .prose("after", row -> row.change().after())
                .text("file", 40, row -> shown.apply(row.change().place().file()))
                .count("line", row -> row.change().place().line());
    }

    private TableBuilder<?> about() {
        return new AboutSheet(wording)
                .illustrative(comparison.illustrative())
                .edition("universe", comparison.old().universe())
                .edition("pack", comparison.old().pack())
                .line("then", "")
                .edition("universe", comparison.recent().universe())
                .edition("pack", comparison.recent().pack())
                .line("compared", comparison.compared())
                .sheet();
    }
}
