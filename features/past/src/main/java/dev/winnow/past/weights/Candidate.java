package dev.winnow.past.weights;

import dev.winnow.model.value.Fraction;
import dev.winnow.past.decisions.PastPair;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pair or a row of a table whose class and rank are in question.
 *
 * @param pair the pair
 * @param scores the scores of its sides as sums of variables; the lower one counts
 * @param own its present class; null without present weights
 * @param classes the requirement of each class, best first; null for a class that no weights bring
 */
record Candidate(
        PastPair pair, List<Fraction[]> scores, @Nullable Integer own, List<@Nullable Requirement> classes) {}
