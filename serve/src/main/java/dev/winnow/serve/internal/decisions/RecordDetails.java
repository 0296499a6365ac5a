package dev.winnow.serve.internal.decisions;

import dev.winnow.records.internal.content.PairResult;
import dev.winnow.records.internal.text.RecordWords;
import java.util.List;

/**
 * A record in full.
 *
 * @param schema the version of the contract
 * @param title its kind and number, in the language of the server
 * @param screening whether it is a screening; otherwise it is a decision, or a statement on a condition
 * @param facts the texts about it, in the language of the server
 * @param pairs the pairs of a screening, at most {@value #MAX_PAIRS}
 * @param others the number of further pairs
 * @param unmet the conditions of a decision without a statement that they are met
 * @param fulfilments the statements on the conditions of a decision
 * @param decisions the decisions on a screening, or other decisions on the pair of a decision
 */
public record RecordDetails(
        int schema,
        String title,
        boolean screening,
        List<RecordWords.Fact> facts,
        List<PairResult> pairs,
        int others,
        List<Unmet> unmet,
        List<RecordLine> fulfilments,
        List<RecordLine> decisions) {

    /** A condition, with its number. */
    public record Unmet(int id, String text) {}

    static final int MAX_PAIRS = 500;
}
