package dev.winnow.model.internal.panel;

import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.vocabulary.Judged;
import dev.winnow.model.vocabulary.Take;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The value that follows from the judgements of a panel about one fact. It does not depend on the order of the
 * judgements.
 *
 * @param subject the id of the project or city
 * @param fact the name of the fact
 * @param judged the use of the judgements
 * @param judgements the judgements that stand, by assessor, including those of assessors who cannot judge
 * @param value a figure, true or false, or a word; null if it is unknown
 */
public record PanelValue(
        String subject,
        String fact,
        Judged judged,
        List<Judgement> judgements,
        @Nullable Object value) {

    private static final Amount TWO = Amount.of(2);

    public PanelValue {
        judgements = List.copyOf(judgements);
    }

    /** Returns the value of a fact. */
    public static PanelValue of(String subject, String fact, Judged judged, Collection<Judgement> standing) {
        List<Judgement> sorted = standing.stream()
                .sorted(Comparator.comparing(Judgement::assessor))
                .toList();
        List<Object> values = values(sorted);
        return new PanelValue(
                subject, fact, judged, sorted, values.size() < judged.atLeast() ? null : taken(values, judged.take()));
    }

    private static List<Object> values(List<Judgement> judgements) {
        return judgements.stream()
                .map(Judgement::value)
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
    }

    /** Returns the number of judgements with a value. */
    public int count() {
        return values(judgements).size();
    }

    /** Returns the number of judgements with a value that are still needed; 0 if there are enough. */
    public int missing() {
        return Math.max(0, judged.atLeast() - count());
    }

    /**
     * Whether a judgement is so far from the others that it is marked: from the median, or with an even number of
     * judgements from both in the middle. It counts like any other.
     */
    public boolean isOutlier(Judgement judgement) {
        if (judged.outlier() == null || !(judgement.value() instanceof Figure figure) || count() < 3) {
            return false; // two judgements are equally far from each other
        }
        List<Figure> sorted =
                values(judgements).stream().map(Figure.class::cast).sorted().toList();
        return judged.isOutlier(figure, sorted.get(sorted.size() / 2))
                && judged.isOutlier(figure, sorted.get((sorted.size() - 1) / 2));
    }

    /** Whether the judgements with a value differ. */
    public boolean differs() {
        List<Object> values = values(judgements);
        return values.stream().anyMatch(one -> !same(one, values.get(0)));
    }

    private static boolean same(Object one, Object other) {
        return (one instanceof Figure left && other instanceof Figure right)
                ? left.compareTo(right) == 0
                : one.equals(other);
    }

    /** Returns what several values amount to; null if they leave the fact unknown. */
    private static @Nullable Object taken(List<Object> values, Take take) {
        return values.get(0) instanceof Figure ? figure(values, take) : answer(values, take);
    }

    /** Returns what several answers without distances amount to: yes and no, or words. */
    private static @Nullable Object answer(List<Object> values, Take take) {
        return switch (take) {
            case SPREAD -> answer(values, values.size());
            case MEDIAN, MAJORITY -> answer(values, values.size() / 2 + 1);
            case LOWEST -> !values.contains(false);
        };
    }

    /** Returns the answer that at least a number of assessors give, more than half of them; null if there is none. */
    private static @Nullable Object answer(List<Object> values, int number) {
        return values.stream()
                .filter(one -> Collections.frequency(values, one) >= number)
                .findFirst()
                .orElse(null);
    }

    private static Figure figure(List<Object> values, Take take) {
        List<Amount> lows = sorted(values, Figure::low);
        List<Amount> highs = sorted(values, Figure::high);
        Figure any = (Figure) values.get(0);
        boolean ofLevels = any.unit().levels() != null;
        return switch (take) {
            case SPREAD -> Figure.between(lows.get(0), highs.get(highs.size() - 1), any.unit());
            case MEDIAN, MAJORITY -> Figure.between(middle(lows, ofLevels), middle(highs, ofLevels), any.unit());
            case LOWEST -> Figure.between(lows.get(0), highs.get(0), any.unit());
        };
    }

    private static List<Amount> sorted(List<Object> values, Function<Figure, Amount> end) {
        return values.stream().map(Figure.class::cast).map(end).sorted().toList();
    }

    /** Returns the middle of sorted amounts: of an even number the lower of two levels, or the mean of two amounts. */
    private static Amount middle(List<Amount> sorted, boolean ofLevels) {
        Amount upper = sorted.get(sorted.size() / 2);
        Amount lower = sorted.get((sorted.size() - 1) / 2);
        return ofLevels || lower.equals(upper) ? lower : lower.plus(upper).over(TWO);
    }
}
