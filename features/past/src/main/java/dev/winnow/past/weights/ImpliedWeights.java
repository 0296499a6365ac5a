package dev.winnow.past.weights;

import dev.winnow.model.result.Side;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.past.decisions.PastPair;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The weights and thresholds that agree with statements, or the contradictions between these.
 *
 * @param total the sum of the weights of a side, which is also the largest score
 * @param figures the weights in the order of the criteria, then the thresholds, highest first
 * @param statements the statements that restrict weights
 * @param settled decisions that say nothing about weights, since knock-outs and red flags decide
 * @param fits whether some weights agree with all statements
 * @param yesOrNo whether declined decisions only say that the rules must not recommend
 * @param separation the largest distance by which scores can stay below a threshold or below a better score, rounded
 *     down; null if no weights agree, or if no score must stay below anything
 * @param kept the part of it that the ranges and candidates keep; 0 for all weights that agree; null like it
 * @param broken the statements that the present weights contradict; null without present weights
 * @param contradictions sets of statements that contradict each other, smaller ones first; empty if weights agree
 * @param changes the smallest sets of statements without which weights agree with the others; empty if weights agree
 * @param atLeast the number of statements without which weights may agree at the earliest
 * @param allChanges whether {@code changes} lists all sets of this size
 * @param prospects the candidates; empty if no weights agree
 * @param proven whether every search was completed
 */
public record ImpliedWeights(
        BigDecimal total,
        List<Figure> figures,
        List<Statement> statements,
        List<Settled> settled,
        boolean fits,
        boolean yesOrNo,
        @Nullable BigDecimal separation,
        @Nullable BigDecimal kept,
        @Nullable List<Statement> broken,
        List<List<Statement>> contradictions,
        List<List<Statement>> changes,
        int atLeast,
        boolean allChanges,
        List<Prospect> prospects,
        boolean proven) {

    /** Maximum number of contradictions in a result; the search may find many more. */
    public static final int MOST_CONTRADICTIONS = 12;

    public ImpliedWeights {
        figures = List.copyOf(figures);
        statements = List.copyOf(statements);
        settled = List.copyOf(settled);
        contradictions = List.copyOf(contradictions);
        changes = List.copyOf(changes);
        prospects = List.copyOf(prospects);
    }

    /**
     * A weight or a threshold.
     *
     * @param id the criterion, {@code recommend}, {@code decline}, or the number of the class above a threshold
     * @param title its name for people
     * @param side the side of a criterion; null for thresholds and in tables
     * @param weight whether it is a weight
     * @param own its present value; null without one
     * @param range its values that agree with all statements; null if there are none, or if no statement is about it
     */
    public record Figure(
            String id,
            String title,
            @Nullable Side side,
            boolean weight,
            @Nullable BigDecimal own,
            @Nullable Agreeing range) {}

    /**
     * The values of a weight or threshold that agree with all statements.
     *
     * @param low the smallest value, rounded inwards to six decimals; {@code high} if no such decimal is in the range
     * @param high the largest value, rounded inwards likewise
     * @param lowOpen whether only larger values agree, since scores that must differ are equal at the smallest
     * @param highOpen whether only smaller values agree
     * @param centre the value in the centre of the region, with as few decimals as agree with all statements
     * @param below the statements that keep it from being smaller
     * @param above the statements that keep it from being larger
     */
    public record Agreeing(
            BigDecimal low,
            BigDecimal high,
            boolean lowOpen,
            boolean highOpen,
            BigDecimal centre,
            List<Statement> below,
            List<Statement> above) {}

    /**
     * A decision that says nothing about weights.
     *
     * @param decision the decision
     * @param because the reason of the verdict for all weights
     * @param agrees whether the rules decide alike
     */
    public record Settled(Statement.Decided decision, VerdictReason because, boolean agrees) {}

    /**
     * A candidate, for all weights that agree with all statements.
     *
     * @param pair the candidate; in a table, its name and an empty city
     * @param own the present class; null without present weights
     * @param possible the possible classes, best first: 0 RECOMMEND, 1 HOLD, 2 DECLINE; in a table from 0, the best
     * @param ahead the candidates of the same city before which it ranks for all weights
     * @param behind the candidates of the same city after which it ranks for all weights
     */
    public record Prospect(
            PastPair pair,
            @Nullable Integer own,
            List<Integer> possible,
            List<PastPair> ahead,
            List<PastPair> behind) {}

    /** {@return whether no weights were found, though some may agree} */
    public boolean isUndecided() {
        return !fits && !proven && contradictions.isEmpty();
    }

    /**
     * {@return the weights and thresholds of the centre by id, if weights agree} A threshold that no statement is about
     * keeps its present value, but is at most the one above it.
     */
    public Map<String, BigDecimal> proposal() {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        BigDecimal above = total;
        for (Figure one : fits ? figures : List.<Figure>of()) {
            Agreeing range = one.range();
            above = range == null ? above.min(Objects.requireNonNull(one.own())) : range.centre();
            numbers.put(one.id(), above.stripTrailingZeros());
        }
        return numbers;
    }

    /** {@return whether no fewer statements need to be given up than the first change names} */
    public boolean isLeast() {
        return !changes.isEmpty() && changes.get(0).size() == atLeast;
    }
}
