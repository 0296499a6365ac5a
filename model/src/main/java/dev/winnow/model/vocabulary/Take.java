package dev.winnow.model.vocabulary;

import dev.winnow.model.source.Internal;
import java.util.Locale;

/** The way in which the judgements of a panel become the value of a fact. None depends on their order. */
@Internal
public enum Take {
    /**
     * All judgements count: the interval from the lowest to the highest; unknown for yes/no and for words if the
     * assessors disagree.
     */
    SPREAD,
    /**
     * The middle judgement. With an even number of judgements: for a rating, the lower of the two in the middle, as
     * there is no level between neighbours; for other figures, their mean. For a yes/no fact, the majority; unknown if
     * there is none.
     */
    MEDIAN,
    /** The lowest judgement; no for a yes/no fact if any assessor says no. */
    LOWEST,
    /** The answer of more than half of the assessors, for yes/no and for words; unknown if there is none. */
    MAJORITY;

    /** Returns its word in vocabulary.yaml: {@code spread}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
