package dev.winnow.compare.difference;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.internal.sentences.ComparisonWords;
import dev.winnow.report.json.Contract;
import dev.winnow.report.json.Contract.Position;
import dev.winnow.report.json.ScreeningDocument.Universe;
import dev.winnow.workbench.internal.compare.AssessmentChange;
import dev.winnow.workbench.internal.compare.Comparison;
import dev.winnow.workbench.internal.compare.Comparison.Editions;
import dev.winnow.workbench.internal.compare.UndoableEdit;
import dev.winnow.workbench.internal.compare.UndoableEdit.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The differences between two editions of a pack or universe. */
public record CompareContract(
        int schema,
        Basis old,
        @JsonProperty("new") Basis recent,
        boolean illustrative,
        int compared,
        Map<Verdict, Map<Verdict, Integer>> matrix,
        List<Edit> edits,
        List<Change> words,
        List<Change> assumptions,
        List<Moved> flips,
        List<BaseFlip> baseFlips,
        List<Moved> moves,
        List<Alone> appeared,
        List<Alone> vanished,
        int notApproved) {

    static CompareContract of(ComparisonView view) {
        Comparison comparison = view.comparison();
        return new CompareContract(
                Contract.SCHEMA,
                Basis.of(comparison.old()),
                Basis.of(comparison.recent()),
                comparison.illustrative(),
                comparison.compared(),
                matrix(comparison),
                Contract.list(comparison.edits(), one -> Edit.of(one, view)),
                Contract.list(comparison.words(), one -> Change.of(one, view)),
                Contract.list(comparison.assumptions(), one -> Change.of(one, view)),
                Contract.list(comparison.flips(), one -> Moved.of(one, view)),
                Contract.list(comparison.baseFlips(), BaseFlip::of),
                Contract.list(comparison.moves(), one -> Moved.of(one, view)),
                Contract.list(comparison.appeared(), Alone::of),
                Contract.list(comparison.vanished(), Alone::of),
                view.missing().size());
    }

    private static Map<Verdict, Map<Verdict, Integer>> matrix(Comparison comparison) {
        Map<Verdict, Map<Verdict, Integer>> matrix = new EnumMap<>(Verdict.class);
        for (Verdict from : Verdict.values()) {
            Map<Verdict, Integer> row = new EnumMap<>(Verdict.class);
            for (Verdict to : Verdict.values()) {
                row.put(to, comparison.matrix().getOrDefault(from, Map.of()).getOrDefault(to, 0));
            }
            matrix.put(from, row);
        }
        return matrix;
    }

    /** The difference of one candidate, on a line of its own. */
    public record Line(
            int schema,
            Basis old,
            @JsonProperty("new") Basis recent,
            String list,
            @JsonUnwrapped Outcome outcome) {}

    /** The difference of one candidate, as an entry of a list. */
    sealed interface Outcome permits Moved, BaseFlip, Alone {}

    /** Returns one line per difference. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        add("flips", flips, lines);
        add("baseFlips", baseFlips, lines);
        add("moves", moves, lines);
        add("appeared", appeared, lines);
        add("vanished", vanished, lines);
        return lines;
    }

    private void add(String list, List<? extends Outcome> outcomes, List<Line> lines) {
        outcomes.forEach(one -> lines.add(new Line(schema, old, recent, list, one)));
    }

    record Basis(Edition pack, Universe universe) {

        static Basis of(Editions stand) {
            return new Basis(stand.pack(), Universe.of(stand.universe()));
        }
    }

    record Edit(String id, Subject of, int flips, int moves, List<Change> changes) {

        static Edit of(UndoableEdit edit, ComparisonView view) {
            return new Edit(
                    ComparisonWords.id(edit.number()),
                    edit.of(),
                    edit.flips(),
                    edit.moves(),
                    Contract.list(edit.changes(), one -> Change.of(one, view)));
        }
    }

    record Change(
            String what,
            @JsonUnwrapped Position place,
            @Nullable String before,
            @Nullable String after) {

        static Change of(dev.winnow.model.source.Change change, ComparisonView view) {
            return new Change(
                    change.what().toString(), Position.of(view.named(change.place())), change.before(), change.after());
        }
    }

    /** A flip, or a move; a move needs neither proof nor approval. */
    record Moved(
            String project,
            String city,
            Judged before,
            Judged after,
            List<List<String>> causes,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean proven,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean approved)
            implements Outcome {

        static Moved of(AssessmentChange shift, ComparisonView view) {
            return new Moved(
                    shift.after().project(),
                    shift.after().city(),
                    Judged.of(shift.before()),
                    Judged.of(shift.after()),
                    Contract.list(shift.causes(), set -> Contract.list(set, ComparisonWords::id)),
                    shift.isFlip() ? shift.proven() : null,
                    shift.isFlip() ? view.approvals().cover(shift) : null);
        }
    }

    record Judged(
            LocalDate asOf, Verdict verdict, VerdictReason because, int rank, ScoreInterval score, BigDecimal known) {

        static Judged of(Assessment one) {
            return new Judged(one.asOf(), one.verdict(), one.because(), one.rank(), one.score(), one.known());
        }
    }

    record Alone(String project, String city, @JsonUnwrapped Judged judged) implements Outcome {

        static Alone of(Assessment one) {
            return new Alone(one.project(), one.city(), Judged.of(one));
        }
    }

    record BaseFlip(String project, String city, Verdict from, Verdict to, Base before, Base after) implements Outcome {

        static BaseFlip of(AssessmentChange flip) {
            Base before = Base.of(ComparisonView.base(flip.before()));
            Base after = Base.of(ComparisonView.base(flip.after()));
            return new BaseFlip(
                    flip.after().project(), flip.after().city(), before.verdict(), after.verdict(), before, after);
        }
    }

    record Base(Verdict verdict, VerdictReason because, ScoreInterval score) {

        static Base of(BaseCase base) {
            return new Base(base.verdict(), base.because(), base.score());
        }
    }
}
