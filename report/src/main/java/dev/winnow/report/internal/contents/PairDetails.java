package dev.winnow.report.internal.contents;

import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Side;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reasons for an assessment, worded for a page.
 *
 * @param criteria the score of each criterion
 * @param findings the rules that hold
 * @param undetermined the rules that cannot be decided
 * @param questions the open questions, grouped by their stake, most important first
 * @param besides further sections, such as the base case and the robustness
 */
public record PairDetails(
        List<ScoredCriterion> criteria,
        List<HeldRule> findings,
        List<OpenRule> undetermined,
        List<Stake> questions,
        List<Besides> besides) {

    public PairDetails {
        criteria = List.copyOf(criteria);
        findings = List.copyOf(findings);
        undetermined = List.copyOf(undetermined);
        questions = List.copyOf(questions);
        besides = List.copyOf(besides);
    }

    /**
     * The score of a criterion.
     *
     * @param low the certain score
     * @param high the possible score
     */
    public record ScoredCriterion(
            String id, String title, Side side, BigDecimal weight, BigDecimal low, BigDecimal high) {}

    /**
     * A rule that holds.
     *
     * @param source the source of the rule
     * @param points its points; 0 if its effect has none
     * @param share the share of its points that is counted
     * @param contribution the points that it adds to the score
     * @param also further ways in which it holds
     * @param evidence the values that it read
     */
    public record HeldRule(
            String rule,
            String title,
            String criterion,
            Effect effect,
            String reason,
            String source,
            BigDecimal points,
            BigDecimal share,
            BigDecimal contribution,
            List<String> also,
            List<ReadValue> evidence) {}

    /**
     * A value that a rule read.
     *
     * @param what the fact with its value
     * @param source the source; null if it has none
     * @param day the day of the value; null if unknown
     * @param hindsight whether it was known only later
     * @param note a note on the value; null if there is none
     * @param title the title of the source; null if unknown
     * @param url the address of the source; null if it has none on the web
     */
    public record ReadValue(
            String what,
            @Nullable String source,
            @Nullable String day,
            boolean hindsight,
            @Nullable String note,
            @Nullable String title,
            @Nullable String url) {}

    /**
     * A rule that cannot be decided.
     *
     * @param points the points that it would give
     * @param contribution the points that it would add to the score
     * @param missing the unknown facts that it reads
     */
    public record OpenRule(
            String rule,
            String title,
            String criterion,
            Effect effect,
            BigDecimal points,
            BigDecimal contribution,
            List<String> missing) {}

    /**
     * Questions with the same stake.
     *
     * @param points the points that an answer can move
     * @param stops the effects that an answer decides and that bear on the verdict
     * @param facts the questions
     */
    public record Stake(BigDecimal points, List<Effect> stops, List<AskedFact> facts) {}

    /**
     * A question about a fact.
     *
     * @param fact the fact, such as {@code project.yieldRate}
     * @param of the id of the project or city
     * @param ask the question
     * @param effort who knows, and the time that an answer takes
     */
    public record AskedFact(String fact, String of, String ask, String effort) {}

    /**
     * A further section.
     *
     * @param lines its paragraphs and items
     */
    public record Besides(String id, String title, List<String> lines) {}
}
