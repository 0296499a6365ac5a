package dev.winnow.past.weights;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.source.Place;
import dev.winnow.past.decisions.PastDecision;
import dev.winnow.past.decisions.PastPair;
import dev.winnow.past.decisions.PastPreference;
import dev.winnow.past.weights.ImpliedWeights.Agreeing;
import dev.winnow.past.weights.ImpliedWeights.Figure;
import dev.winnow.past.weights.ImpliedWeights.Prospect;
import dev.winnow.report.json.Contract;
import dev.winnow.report.json.ScreeningDocument.Universe;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The weights that past decisions imply. */
public record WeightsContract(
        int schema,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Edition pack,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Universe universe,
        boolean illustrative,
        boolean fits,
        boolean proven,
        boolean yesOrNo,
        @Nullable BigDecimal separation,
        @Nullable BigDecimal kept,
        BigDecimal total,
        List<Weight> weights,
        List<Weight> thresholds,
        int statements,
        @Nullable List<Said> broken,
        List<List<Said>> contradictions,
        List<List<Said>> changes,
        int atLeast,
        boolean allChanges,
        List<Candidate> candidates,
        List<Ruled> settled) {

    static WeightsContract of(WeightsView view) {
        ImpliedWeights implied = view.implied();
        Edition universe = view.universe();
        return new WeightsContract(
                Contract.SCHEMA,
                view.pack(),
                universe == null ? null : Universe.of(universe),
                view.illustrative(),
                implied.fits(),
                implied.proven(),
                implied.yesOrNo(),
                implied.separation(),
                implied.kept(),
                implied.total(),
                weights(implied, Figure::weight),
                weights(implied, one -> !one.weight()),
                implied.statements().size(),
                implied.broken() == null ? null : Said.all(implied.broken()),
                Contract.list(implied.contradictions(), Said::all),
                Contract.list(implied.changes(), Said::all),
                implied.atLeast(),
                implied.allChanges(),
                Contract.list(implied.prospects(), one -> Candidate.of(one, implied)),
                Contract.list(
                        implied.settled(), one -> new Ruled(Said.of(one.decision()), one.because(), one.agrees())));
    }

    private static List<Weight> weights(ImpliedWeights implied, Predicate<Figure> wanted) {
        return Contract.list(implied.figures().stream().filter(wanted).toList(), Weight::of);
    }

    record Weight(
            String id,
            String title,
            @Nullable Side side,
            @Nullable BigDecimal present,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            boolean lowOpen,
            boolean highOpen,
            @Nullable BigDecimal centre,
            List<Said> below,
            List<Said> above) {

        static Weight of(Figure one) {
            Agreeing range = one.range();
            return range == null
                    ? new Weight(
                            one.id(),
                            one.title(),
                            one.side(),
                            one.own(),
                            null,
                            null,
                            false,
                            false,
                            null,
                            List.of(),
                            List.of())
                    : new Weight(
                            one.id(),
                            one.title(),
                            one.side(),
                            one.own(),
                            range.low(),
                            range.high(),
                            range.lowOpen(),
                            range.highOpen(),
                            range.centre(),
                            Said.all(range.below()),
                            Said.all(range.above()));
        }
    }

    record Pair(
            String project, @Nullable String city, @Nullable LocalDate asOf) {

        static Pair of(PastPair pair) {
            return new Pair(pair.project(), pair.city().isEmpty() ? null : pair.city(), pair.day());
        }
    }

    enum Kind {
        DECISION,
        PREFERENCE,
        CLASS,
        ORDER,
        SWING
    }

    record Said(
            Kind kind,
            @Nullable Pair pair,
            PastDecision.@Nullable Outcome outcome,
            @Nullable Pair over,
            @Nullable Boolean tied,
            @Nullable Integer group,
            @Nullable String criterion,
            @Nullable String reference,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most,
            @Nullable String place) {

        static List<Said> all(List<Statement> statements) {
            return Contract.list(statements, Said::of);
        }

        static Said of(Statement statement) {
            Place place = statement.place();
            String at = place == null ? null : place.toString();
            if (statement instanceof Statement.Decided decided) {
                PastDecision one = decided.decision();
                return said(Kind.DECISION, Pair.of(one.pair()), one.outcome(), null, null, null, at);
            } else if (statement instanceof Statement.Preferred preferred) {
                PastPreference one = preferred.preference();
                return said(Kind.PREFERENCE, Pair.of(one.better()), null, Pair.of(one.worse()), one.tied(), null, at);
            } else if (statement instanceof Statement.Ranked one) {
                return said(
                        Kind.PREFERENCE,
                        new Pair(one.better(), null, null),
                        null,
                        new Pair(one.worse(), null, null),
                        one.tied(),
                        null,
                        at);
            } else if (statement instanceof Statement.Classed one) {
                return said(Kind.CLASS, new Pair(one.name(), null, null), null, null, null, one.group(), at);
            } else if (statement instanceof Statement.Swing one) {
                return weighed(Kind.SWING, one.criterion(), one.top(), one.low(), one.high(), at);
            }
            Statement.Ordered one = (Statement.Ordered) statement;
            return weighed(Kind.ORDER, one.more(), one.less(), null, null, at);
        }

        private static Said said(
                Kind kind,
                Pair pair,
                PastDecision.@Nullable Outcome outcome,
                @Nullable Pair over,
                @Nullable Boolean tied,
                @Nullable Integer group,
                @Nullable String place) {
            return new Said(kind, pair, outcome, over, tied, group, null, null, null, null, place);
        }

        private static Said weighed(
                Kind kind,
                String criterion,
                String reference,
                @Nullable BigDecimal least,
                @Nullable BigDecimal most,
                @Nullable String place) {
            return new Said(kind, null, null, null, null, null, criterion, reference, least, most, place);
        }
    }

    record Candidate(
            @JsonUnwrapped Pair pair,
            @Nullable Verdict verdict,
            List<Verdict> possible,
            List<Integer> classes,
            List<String> ahead,
            List<String> behind) {

        static Candidate of(Prospect one, ImpliedWeights implied) {
            boolean ruled = implied.broken() != null;
            Integer own = one.own();
            return new Candidate(
                    Pair.of(one.pair()),
                    own == null ? null : List.of(Verdict.values()).get(own),
                    ruled
                            ? Contract.list(
                                    one.possible(),
                                    group -> List.of(Verdict.values()).get(group))
                            : List.of(),
                    ruled ? List.of() : Contract.list(one.possible(), group -> group + 1),
                    Contract.list(one.ahead(), PastPair::project),
                    Contract.list(one.behind(), PastPair::project));
        }
    }

    record Ruled(Said decision, VerdictReason because, boolean agrees) {}
}
