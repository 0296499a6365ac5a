package dev.winnow.model.vocabulary;

import dev.winnow.model.source.Internal;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import org.jspecify.annotations.Nullable;

/**
 * The declaration that the assessors of a panel judge a fact, with the use of their judgements.
 *
 * @param atLeast the smallest number of judgements that gives the fact a value; at least 1
 * @param take the way in which the judgements become its value
 * @param outlier the distance from the median from which a judgement is marked as an outlier, which still counts: in
 *     levels for a rating, in the fact's own unit for a number, in parts of 1 for a share ({@code 0.2}: 20 percentage
 *     points), and as a part of the median for money ({@code 0.5}: half of it); null if none is marked, as for a yes/no
 *     fact
 */
@Internal
public record Judged(int atLeast, Take take, @Nullable Amount outlier) {

    /** The smallest number of judgements unless stated. */
    static final int USUAL = 3;

    public Judged {
        if (atLeast < 1) {
            throw new IllegalArgumentException("a panel has at least one assessor");
        }
    }

    /** Whether a judgement is so far from the median that it is marked. Either end of a range may be. */
    public boolean isOutlier(Figure judgement, Figure median) {
        Amount middle = median.low();
        Amount from = outlier == null || !median.unit().isMoney() ? outlier : middle.times(outlier);
        Amount apart = Amount.max(
                middle.minus(Amount.min(judgement.low(), middle)),
                Amount.max(judgement.high(), middle).minus(middle));
        return from != null && !apart.isZero() && apart.compareTo(from) >= 0;
    }
}
