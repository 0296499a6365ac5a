package dev.winnow.past.weights;

import dev.winnow.model.value.Fraction;
import dev.winnow.past.decisions.PastPair;
import dev.winnow.past.weights.ImpliedWeights.Agreeing;
import dev.winnow.past.weights.ImpliedWeights.Figure;
import dev.winnow.past.weights.ImpliedWeights.Prospect;
import dev.winnow.past.weights.ImpliedWeights.Settled;
import dev.winnow.past.weights.WeightRegion.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Derives the result from statements and what each of them requires of weights. */
final class Implication {

    private final WeightSpace space;
    private final List<Statement> statements;
    private final List<Requirement> requirements;
    private final @Nullable Fraction least;

    /**
     * @param statements the statements
     * @param requirements their requirements, whose owners are their positions
     * @param separation the smallest separation of the weights; null for half of the largest
     */
    Implication(
            WeightSpace space,
            List<Statement> statements,
            List<Requirement> requirements,
            @Nullable BigDecimal separation) {
        this.least = separation == null ? null : Fraction.of(separation);
        this.space = space;
        this.statements = statements;
        this.requirements = requirements;
    }

    /**
     * Searches the weights.
     *
     * @param labels the weights and thresholds without ranges, by variable
     * @param own the present weights and thresholds; null without
     * @param pairs sets of statements that are known to contradict each other
     * @param candidates the candidates
     * @param settled decisions that say nothing about weights
     * @param yesOrNo whether declined decisions only say that the rules must not recommend
     */
    ImpliedWeights result(
            List<Figure> labels,
            @Nullable Point own,
            List<BitSet> pairs,
            List<Candidate> candidates,
            List<Settled> settled,
            boolean yesOrNo) {
        WeightRegion region = WeightRegion.of(space, requirements, least);
        List<Statement> broken = own == null ? null : named(brokenBy(own));
        BigDecimal total = space.total().rounded().stripTrailingZeros();
        if (region.isEmpty()) {
            Contradictions found = Contradictions.of(space, requirements, pairs, own == null ? all() : brokenBy(own));
            return new ImpliedWeights(
                    total,
                    labels,
                    statements,
                    settled,
                    false,
                    yesOrNo,
                    null,
                    null,
                    broken,
                    found.sets().stream()
                            .limit(ImpliedWeights.MOST_CONTRADICTIONS)
                            .map(this::named)
                            .toList(),
                    found.changes().stream().map(this::named).toList(),
                    found.atLeast(),
                    found.isComplete(),
                    List.of(),
                    region.isProven());
        }
        List<Range> ranges = region.ranges();
        Point centre = rounded(region.centre());
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            Figure label = labels.get(i);
            Range range = ranges.get(i);
            figures.add(new Figure(
                    label.id(),
                    label.title(),
                    label.side(),
                    label.weight(),
                    label.own(),
                    isFree(i)
                            ? null
                            : new Agreeing(
                                    range.low().roundedUp().min(range.high().rounded()),
                                    range.high().rounded(),
                                    range.openBelow(),
                                    range.openAbove(),
                                    centre.get(i).rounded(),
                                    named(range.below()),
                                    named(range.above()))));
        }
        boolean apart = !region.separation().equals(space.total());
        return new ImpliedWeights(
                total,
                figures,
                statements,
                settled,
                true,
                yesOrNo,
                apart ? region.separation().rounded() : null,
                apart ? region.apart().rounded() : null,
                broken,
                List.of(),
                List.of(),
                0,
                true,
                prospects(region, candidates),
                region.isProven() && ranges.stream().allMatch(Range::isProven));
    }

    /** Whether a variable is the lowest threshold, and no statement is about it. */
    private boolean isFree(int variable) {
        return variable >= space.criteria()
                && variable == space.separation() - 1
                && space.isOpen(variable)
                && requirements.stream().noneMatch(one -> one.mentions(variable));
    }

    /** The statements that the present weights contradict. */
    private BitSet brokenBy(Point own) {
        BitSet broken = new BitSet();
        for (int i = 0; i < requirements.size(); i++) {
            broken.set(i, !requirements.get(i).holdsApart(own));
        }
        return broken;
    }

    private BitSet all() {
        BitSet all = new BitSet();
        all.set(0, requirements.size());
        return all;
    }

    private List<Statement> named(BitSet numbers) {
        return numbers.stream().mapToObj(statements::get).toList();
    }

    /** The point with the fewest decimals, at most six, that agrees; otherwise the point. */
    private Point rounded(Point exact) {
        boolean swings = statements.stream().anyMatch(Statement.Swing.class::isInstance);
        boolean ones = space.total().equals(Fraction.ONE);
        for (int places = swings || ones ? 2 : 0; places <= Fraction.PLACES; places++) {
            Point rounded = rounded(exact, places);
            if (rounded != null && agrees(rounded)) {
                return rounded;
            }
        }
        return exact;
    }

    /** Whether a point agrees with all statements; answers about swings may be exact numbers that no decimals give. */
    private boolean agrees(Point point) {
        for (int i = 0; i < statements.size(); i++) {
            if (!(statements.get(i) instanceof Statement.Swing)
                    && !requirements.get(i).holdsApart(point)) {
                return false;
            }
        }
        return true;
    }

    /** The point with a number of decimals; the rounded weights of a side keep their sum. Null if a weight is 0. */
    private @Nullable Point rounded(Point exact, int places) {
        Fraction[] rounded = ExactSimplex.zeros(space.size());
        Fraction unit = Fraction.of(BigDecimal.ONE.movePointLeft(places));
        for (int i = 0; i < space.separation(); i++) {
            BigDecimal value = exact.get(i).rounded();
            rounded[i] = Fraction.of(value.setScale(places, RoundingMode.HALF_EVEN));
        }
        for (int side = 0; side < space.sides(); side++) {
            Fraction rest = space.total();
            for (int i = 0; i < space.criteria(); i++) {
                rest = space.side(i) == side ? rest.minus(rounded[i]) : rest;
            }
            while (rest.signum() != 0) { // moves the weight that gains most by it
                Fraction step = rest.signum() > 0 ? unit : Fraction.ZERO.minus(unit);
                int best = -1;
                for (int i = 0; i < space.criteria(); i++) {
                    if (space.side(i) == side
                            && (best < 0
                                    || gain(exact, rounded, i, step).compareTo(gain(exact, rounded, best, step)) > 0)) {
                        best = i;
                    }
                }
                rounded[best] = rounded[best].plus(step);
                rest = rest.minus(step);
            }
        }
        for (int i = 0; i < space.criteria(); i++) {
            if (rounded[i].signum() <= 0) {
                return null;
            }
        }
        return new Point(rounded);
    }

    private static Fraction gain(Point exact, Fraction[] rounded, int weight, Fraction step) {
        Fraction missing = exact.get(weight).minus(rounded[weight]);
        return step.signum() > 0 ? missing : Fraction.ZERO.minus(missing);
    }

    private List<Prospect> prospects(WeightRegion region, List<Candidate> candidates) {
        Map<String, List<Candidate>> byCity = new TreeMap<>();
        candidates.forEach(one -> byCity.computeIfAbsent(one.pair().city(), city -> new ArrayList<>())
                .add(one));
        List<Prospect> prospects = new ArrayList<>();
        for (List<Candidate> rivals : byCity.values()) {
            boolean[][] mayBeBehind = new boolean[rivals.size()][rivals.size()];
            for (int i = 0; i < rivals.size(); i++) {
                for (int j = 0; j < rivals.size(); j++) {
                    mayBeBehind[i][j] = i != j && region.mayBe(behind(rivals.get(i), rivals.get(j)));
                }
            }
            for (int i = 0; i < rivals.size(); i++) {
                Candidate one = rivals.get(i);
                List<Integer> possible = new ArrayList<>();
                for (int group = 0; group < one.classes().size(); group++) {
                    Requirement required = one.classes().get(group);
                    if (required != null && region.mayBe(required)) {
                        possible.add(group);
                    }
                }
                List<PastPair> ahead = new ArrayList<>();
                List<PastPair> after = new ArrayList<>();
                for (int j = 0; j < rivals.size(); j++) {
                    PastPair rival = rivals.get(j).pair();
                    boolean tied = i != j && !mayBeBehind[i][j] && !mayBeBehind[j][i];
                    if (i != j && !mayBeBehind[i][j] && !tied) {
                        ahead.add(rival);
                    } else if (i != j && !mayBeBehind[j][i] && !tied) {
                        after.add(rival);
                    }
                }
                prospects.add(new Prospect(one.pair(), one.own(), possible, ahead, after));
            }
        }
        return prospects;
    }

    /** The requirement that the lower score of one candidate is below both scores of another. */
    private Requirement behind(Candidate one, Candidate other) {
        List<List<Inequality>> alternatives = new ArrayList<>();
        for (Fraction[] lower : one.scores()) {
            List<Inequality> rows = new ArrayList<>();
            for (Fraction[] score : other.scores()) {
                rows.add(space.below(lower, score, requirements.size()));
            }
            alternatives.add(rows);
        }
        return new Requirement(alternatives);
    }
}
