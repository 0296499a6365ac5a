package dev.winnow.analysis.internal.panel;

import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.WhatIf;
import dev.winnow.model.internal.panel.Judgement;
import dev.winnow.model.internal.panel.PanelValue;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.FactName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The pairs for the next round of a panel: only those whose verdict depends on the disagreement of its assessors.
 *
 * @param topics the pairs, in the order of the screening
 */
public record Discussion(List<Topic> topics) {

    /** Maximum number of values tried per judgement of a figure without levels. */
    private static final int MOST_VALUES = 24;
    /** The digits of a limit that results print. */
    private static final int SAYABLE_DIGITS = 6;

    private static final int ROUND_DIGITS = 3;

    public Discussion {
        topics = List.copyOf(topics);
    }

    /**
     * A pair to discuss.
     *
     * @param pair the pair
     * @param disputed the facts on which assessors differ
     * @param settlements the single changes that would settle or turn its verdict: those that settle it first, then
     *     the smallest
     */
    public record Topic(PanelPair pair, List<PanelValue> disputed, List<Settlement> settlements) {

        public Topic {
            disputed = List.copyOf(disputed);
            settlements = List.copyOf(settlements);
        }
    }

    /**
     * A change of one judgement that settles or turns a verdict; no smaller change of it does the same.
     *
     * @param judgement the judgement
     * @param value its value after the change
     * @param verdict the verdict of the panel after the change
     * @param settles whether the verdict is then the same for every assessor
     */
    public record Settlement(Judgement judgement, Object value, Verdict verdict, boolean settles) {}

    /**
     * Returns the pairs to discuss.
     *
     * @param screening the screening by each assessor
     * @param result the screening by the values of the panel
     */
    public static Discussion of(PanelScreening screening, ScreeningResult result) {
        List<Topic> topics = new ArrayList<>();
        for (Assessment assessment : result.asked().assessments()) {
            PanelPair pair = screening.pair(assessment);
            if (pair.isDisputed()) {
                List<PanelValue> disputed =
                        pair.values().stream().filter(PanelValue::differs).toList();
                topics.add(new Topic(pair, disputed, settlements(screening, result, pair, disputed)));
            }
        }
        return new Discussion(topics);
    }

    /** A change that was tried. */
    private record Trial(Settlement settlement, Amount size) {}

    private static List<Settlement> settlements(
            PanelScreening screening, ScreeningResult result, PanelPair pair, List<PanelValue> disputed) {
        List<Trial> found = new ArrayList<>();
        PairTrials trials = new PairTrials(screening, result.session(), pair);
        for (PanelValue value : disputed) {
            Set<Figure> figures = figures(value, result, pair);
            List<String> words = screening.words(value.fact());
            for (Judgement judgement : value.judgements()) {
                found.addAll(settlements(trials, pair, value, judgement, others(judgement, figures, words)));
            }
        }
        return found.stream()
                .sorted(Comparator.comparing((Trial one) -> !one.settlement.settles())
                        .thenComparing(Trial::size)
                        .thenComparing(one -> one.settlement.judgement().fact())
                        .thenComparing(one -> one.settlement.judgement().assessor())
                        .thenComparing(one -> one.settlement.verdict()))
                .map(Trial::settlement)
                .toList();
    }

    /** Tries values, nearest first; each result of interest is kept with the smallest change that brings it. */
    private static List<Trial> settlements(
            PairTrials trials, PanelPair pair, PanelValue fact, Judgement judgement, List<Object> values) {
        List<Trial> found = new ArrayList<>();
        Set<PairTrials.Outcome> seen = new HashSet<>();
        for (Object value : values) {
            PairTrials.Outcome outcome = trials.outcome(fact, judgement, value);
            if (outcome != null
                    && (outcome.settles()
                            || outcome.verdict() != pair.assessment().verdict())
                    && seen.add(outcome)) {
                found.add(new Trial(
                        new Settlement(judgement, value, outcome.verdict(), outcome.settles()),
                        size(Objects.requireNonNull(judgement.value()), value)));
            }
        }
        return found;
    }

    /** Returns the other values that a judgement may have, nearest first; of {@code figures} for a figure. */
    private static List<Object> others(Judgement judgement, Set<Figure> figures, List<String> words) {
        Object own = judgement.value();
        if (own instanceof Boolean flag) {
            return List.of(!flag);
        }
        if (own instanceof String) {
            return words.stream()
                    .filter(one -> !one.equals(own))
                    .map(Object.class::cast)
                    .toList();
        }
        if (!(own instanceof Figure figure)) {
            return List.of(); // the assessor cannot judge
        }
        return figures.stream()
                .filter(other -> other.compareTo(figure) != 0)
                .sorted(Comparator.comparing((Figure other) -> size(figure, other))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_VALUES)
                .map(Object.class::cast)
                .toList();
    }

    /** Returns the figures to try for a fact: all levels, or the judgements and the values at which a rule changes. */
    private static Set<Figure> figures(PanelValue fact, ScreeningResult result, PanelPair pair) {
        Set<Figure> figures = new TreeSet<>();
        fact.judgements().stream()
                .map(Judgement::value)
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .forEach(figures::add);
        Unit unit = figures.isEmpty() ? null : figures.iterator().next().unit();
        if (unit != null && unit.levels() != null) {
            return new TreeSet<>(unit.levels().each());
        }
        if (unit != null && FactName.of(fact.fact()).isOfProject()) {
            WhatIf whatIf = result.session().whatIf(pair.assessment());
            whatIf.turns(fact.fact(), value -> Figure.exactly(value, unit), Map.of())
                    .forEach(turn -> sayable(turn).forEach(value -> figures.add(Figure.exactly(value, unit))));
        }
        return figures;
    }

    /**
     * Returns the values to try for one at which a rule changes its result: the value itself if it has few digits, else
     * the round numbers on both sides, since results do not print the last digit just above a limit.
     */
    private static Set<Amount> sayable(Amount turn) {
        BigDecimal exact = turn.decimal().stripTrailingZeros();
        if (exact.precision() <= SAYABLE_DIGITS) {
            return Set.of(turn);
        }
        return Set.of(
                Amount.of(exact.round(new MathContext(ROUND_DIGITS, RoundingMode.FLOOR))),
                Amount.of(exact.round(new MathContext(ROUND_DIGITS, RoundingMode.CEILING))));
    }

    /** Returns the distance between two values; 1 between values without distances. */
    private static Amount size(Object from, @Nullable Object to) {
        return from instanceof Figure one && to instanceof Figure other
                ? Amount.max(apart(one.low(), other.low()), apart(one.high(), other.high()))
                : Amount.ONE;
    }

    private static Amount apart(Amount one, Amount other) {
        return Amount.max(one, other).minus(Amount.min(one, other));
    }
}
