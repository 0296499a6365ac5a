package dev.winnow.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.analysis.weights.Estimate;
import dev.winnow.analysis.weights.WeightInterval;
import dev.winnow.engine.explain.CaseStep;
import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.result.Assumed;
import dev.winnow.model.result.Condition;
import dev.winnow.model.result.CriticalAssumption;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.FactRef;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.source.Internal;
import dev.winnow.model.value.Bound;
import dev.winnow.model.value.Conversion;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Rate;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.report.json.RepeatedText.Repeated;
import dev.winnow.report.json.RepeatedText.RepeatedItems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A screening in the form of its JSON contract, schema 1, for programs that store it and read it back. {@code
 * docs/json.md} describes each key. {@link ScreeningJson#read} reads it, and {@link
 * ScreeningJson#write(ScreeningDocument, java.io.OutputStream)} reproduces its bytes.
 *
 * <p>Components marked {@code @Nullable} are null where they do not apply. Numbers have at most six decimals.
 * Immutable.
 *
 * @param schema the version of the contract: 1
 * @param pack the pack that judged
 * @param universe the universe that was screened
 * @param assessments one assessment per project, city and day
 * @param rankings the robustness of each ranking
 */
public record ScreeningDocument(
        int schema, Edition pack, Universe universe, List<Assessment> assessments, List<Ranking> rankings) {

    /**
     * The universe that was screened.
     *
     * @param name its name
     * @param digest SHA-256 over its files
     */
    public record Universe(String name, String digest) {

        @Internal
        public static Universe of(Edition universe) {
            return new Universe(universe.name(), universe.digest());
        }
    }

    /**
     * The assessment of one project in one city.
     *
     * @param project the project's id
     * @param city the city's id
     * @param asOf the day of the assessment
     * @param verdict the verdict
     * @param because the first applicable reason of the verdict
     * @param rank rank among all candidates of the same city and day, from 1; null if unranked
     * @param score the lower of the scores of the two sides
     * @param binds the side with the lower score
     * @param known the share of the relevant facts that is known, 0–1
     * @param sides the scores of both sides
     * @param district the suggested district; null if there is none
     * @param chainActions the effects of the project on the city's chain
     * @param criteria the scores by criterion
     * @param findings the rules that certainly hold
     * @param undetermined the rules that cannot be decided
     * @param possible the verdicts that full knowledge could still bring
     * @param conditions the open red flags that a recommendation depends on
     * @param questions the facts to find out
     * @param base the base case; null if nothing is assumed
     * @param sure the robustness of verdict and rank; null if it was not computed
     * @param whyNot the rules that do not hold, with reasons; null unless explained
     * @param changes the smallest changes that bring another verdict; null unless explained
     * @param ways the smallest sets of answers that settle the verdict; null unless explained
     * @param clearings the answers that clear each open knock-out; null unless explained
     * @param tied whether other candidates have the same rank
     * @param knownWays the smallest sets of answers that bring a verdict by the facts then known; null unless explained
     * @param baseWays the smallest sets of answers that bring a verdict of the base case; null unless explained
     * @param panel the judgements of a panel and the verdicts of its assessors; null without a panel
     */
    public record Assessment(
            String project,
            String city,
            LocalDate asOf,
            Verdict verdict,
            VerdictReason because,
            @Nullable Integer rank,
            ScoreInterval score,
            Side binds,
            BigDecimal known,
            Sides sides,
            @Nullable String district,
            List<ChainAction> chainActions,
            List<Criterion> criteria,
            List<Finding> findings,
            List<Undetermined> undetermined,
            List<Verdict> possible,
            List<Condition> conditions,
            List<Question> questions,
            @Nullable Base base,
            @Nullable Sure sure,
            @Nullable List<Obstacle> whyNot,
            @Nullable List<Change> changes,
            @Nullable List<Way> ways,
            @Nullable List<Clearing> clearings,
            @Nullable List<Way> knownWays,
            boolean tied,
            @Nullable List<Way> baseWays,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Panel panel) {}

    /**
     * The judgements of a panel about a project and a city, and the verdicts of its assessors.
     *
     * @param id the id of the panel
     * @param assessors the number of assessors who judged a fact of the pair
     * @param agreeing the number of them by whose judgements the verdict is the same
     * @param facts the judged facts
     * @param opinions the verdict by the judgements of each assessor
     */
    public record Panel(
            @Repeated String id, int assessors, int agreeing, List<JudgedFact> facts, List<Opinion> opinions) {}

    /**
     * A fact that a panel judged.
     *
     * @param fact the name of the fact
     * @param subject the id of the project or city
     * @param take the use of the judgements: {@code spread}, {@code median} or {@code lowest}
     * @param value the value that follows from the judgements; null if it is unknown
     * @param missing the number of judgements that are still needed
     * @param stated the value that the universe states; null if it states none
     * @param judgements the judgements of all rounds, by round and assessor
     */
    public record JudgedFact(
            @Repeated String fact,
            @Repeated String subject,
            String take,
            @Nullable Measure value,
            int missing,
            @Nullable Measure stated,
            List<Judgement> judgements) {}

    /**
     * A judgement.
     *
     * @param assessor the id of the assessor
     * @param round the number of the round
     * @param asOf its day; null if not stated
     * @param value the value; null if the assessor cannot judge
     * @param reason the reason; null if there is none
     * @param replaced whether a later judgement of the assessor replaces it
     * @param outlier whether it is far from the others
     */
    public record Judgement(
            @Repeated String assessor,
            int round,
            @Nullable LocalDate asOf,
            @Nullable Measure value,
            @Nullable String reason,
            boolean replaced,
            boolean outlier) {}

    /**
     * The verdict by the judgements of one assessor.
     *
     * @param assessor the id of the assessor
     * @param name the name of the assessor
     * @param recused the reason why the assessor does not judge the pair; null if the assessor may
     * @param verdict the verdict; null if the assessor judged no fact of the pair
     * @param rank the rank among the candidates by the same judgements; null without a verdict
     * @param score the score; null without a verdict
     */
    public record Opinion(
            @Repeated String assessor,
            @Repeated String name,
            @Nullable String recused,
            @Nullable Verdict verdict,
            @Nullable Integer rank,
            @Nullable ScoreInterval score) {}

    /**
     * The scores of the two sides.
     *
     * @param city what the city gains
     * @param project what the project gains
     */
    public record Sides(ScoreInterval city, ScoreInterval project) {}

    /**
     * The score of a criterion.
     *
     * @param id the criterion
     * @param side the side whose gain it measures
     * @param weight its weight among the criteria of its side
     * @param span the score, 0–100
     */
    public record Criterion(
            String id,
            Side side,
            BigDecimal weight,
            @JsonUnwrapped ScoreInterval span) {}

    /**
     * A rule that certainly holds.
     *
     * @param rule the rule's id
     * @param title the title of the rule
     * @param criterion the criterion of the rule
     * @param effect its effect
     * @param points its points in full; null unless it awards points
     * @param share the share of the points certainly earned, 0–1; null unless it awards points
     * @param contribution its contribution to the lower end of its side's score
     * @param reason why it holds
     * @param source the source of the rule
     * @param facts the facts that it matched
     * @param also further reasons for which it holds
     * @param evidence the values that it read, with their sources
     */
    public record Finding(
            @Repeated String rule,
            @Repeated String title,
            @Repeated String criterion,
            Effect effect,
            @Nullable BigDecimal points,
            @Nullable BigDecimal share,
            BigDecimal contribution,
            String reason,
            @Repeated String source,
            List<FactRef> facts,
            List<String> also,
            List<Citation> evidence) {}

    /**
     * A value that a rule read.
     *
     * @param property the name of the fact
     * @param figure the figure as stated, or a text without bound
     * @param source the source of the value; null if none is named
     * @param title the title of the source; null if the universe gives none
     * @param url the address of the source; null if the universe gives none
     * @param asOf the day from which it applies; null if it always did
     * @param converted the amount before conversion; null if it was not converted
     */
    public record Citation(
            String property,
            @JsonUnwrapped Measure figure,
            @Nullable String source,

            @Repeated @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String title,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String url,

            @Nullable LocalDate asOf,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Converted converted) {

        /** Creates a citation whose source has neither title nor address. */
        public Citation(
                String property,
                Measure figure,
                @Nullable String source,
                @Nullable LocalDate asOf,
                @Nullable Converted converted) {
            this(property, figure, source, null, null, asOf, converted);
        }

        /** Creates a citation of a value that was not converted. */
        public Citation(String property, Measure figure, @Nullable String source, @Nullable LocalDate asOf) {
            this(property, figure, source, null, null, asOf, null);
        }
    }

    /**
     * An amount in another currency, and the rate of its conversion.
     *
     * @param written the amount as written
     * @param currency the code of its currency
     * @param to the code of the target currency
     * @param rate the value of one unit of its currency in the target currency
     * @param asOf the day of the rate
     * @param source the publisher of the rate; null if none is named
     */
    public record Converted(
            String written,
            String currency,
            String to,
            BigDecimal rate,
            LocalDate asOf,
            @Nullable String source) {

        static @Nullable Converted of(Evidence evidence) {
            Conversion conversion = evidence.conversion();
            if (conversion == null) {
                return null;
            }
            Rate rate = conversion.rate();
            return new Converted(
                    conversion.written(),
                    rate.from().currency(),
                    rate.to().currency(),
                    rate.factor().decimal(),
                    rate.asOf(),
                    rate.source());
        }
    }

    /**
     * A rule that cannot be decided.
     *
     * @param rule the rule's id
     * @param criterion the criterion of the rule
     * @param effect its effect if it holds
     * @param points the weighted points that depend on it; null unless it awards points
     * @param contribution negative for a possible cap that lowers a score, otherwise 0
     * @param missing the facts that would decide it
     */
    public record Undetermined(
            @Repeated String rule,
            @Repeated String criterion,
            Effect effect,
            @Nullable BigDecimal points,
            BigDecimal contribution,
            @RepeatedItems List<String> missing) {}

    /**
     * A fact to find out.
     *
     * @param fact the name of the fact
     * @param points the weighted points that depend on it
     * @param decides the effects of the undetermined rules that depend on it
     * @param ask the question as a sentence
     * @param who who knows the fact
     * @param days the days that an answer takes
     */
    public record Question(
            @Repeated String fact,
            BigDecimal points,
            List<Effect> decides,
            String ask,
            @Repeated String who,
            int days) {}

    /**
     * The base case.
     *
     * @param verdict the verdict if the assumptions hold
     * @param because the reason of the verdict
     * @param score the score if the assumptions hold
     * @param assumed the assumptions
     * @param critical the assumptions that the verdict depends on; null if they were not searched for
     */
    public record Base(
            Verdict verdict,
            VerdictReason because,
            ScoreInterval score,
            List<Assumed> assumed,
            @Nullable List<CriticalAssumption> critical) {}

    /**
     * The robustness of a verdict and a rank under other weights.
     *
     * @param robust whether the verdict stays the same
     * @param dependsOn the criterion with the smallest change of weight that alters the verdict; null if there is none
     * @param verdict the share of sampled weightings with the same verdict; null if none were sampled
     * @param first the share in which it is first; null if none were sampled
     * @param ranked the share in which it keeps its rank; null if none were sampled
     * @param best its best rank; null if none were sampled
     * @param worst its worst rank; null if none were sampled
     * @param weights per criterion, the weights at which the verdict stays the same
     */
    public record Sure(
            boolean robust,
            @Nullable String dependsOn,
            @Nullable Estimate verdict,
            @Nullable Estimate first,
            @Nullable Estimate ranked,
            @Nullable Integer best,
            @Nullable Integer worst,
            List<WeightInterval> weights) {}

    /**
     * The robustness of a city's first place on one day.
     *
     * @param city the city's id
     * @param asOf the day
     * @param first the project in first place
     * @param robust whether it stays first
     * @param dependsOn the criterion with the smallest change of weight that alters first place; null if there is none
     * @param samples the number of sampled weightings
     * @param seed the seed of the samples
     * @param weights per criterion, the weights at which it stays first
     * @param tied the projects that share first place; empty if one project holds it alone
     */
    public record Ranking(
            String city,
            LocalDate asOf,
            String first,
            boolean robust,
            @Nullable String dependsOn,
            int samples,
            long seed,
            List<WeightInterval> weights,
            List<String> tied) {}

    /**
     * A rule that does not hold, and the constraint that fails.
     *
     * @param rule the rule's id
     * @param title the title of the rule
     * @param criterion the criterion of the rule
     * @param effect its effect if it held
     * @param points its points in full; null unless it awards points
     * @param worth the points that it would add to the lower end of its side's score
     * @param kind the kind of failure
     * @param file the file of the constraint
     * @param line its line
     * @param column its column
     * @param constraint the constraint as written
     * @param type the type of fact that it applies to
     * @param row the row that came nearest; null if there is none to name
     * @param rows the number of rows examined
     * @param values the values that it compares
     * @param gap the distance to the needed value; null if it is no number
     */
    public record Obstacle(
            String rule,
            String title,
            String criterion,
            Effect effect,
            @Nullable BigDecimal points,
            BigDecimal worth,
            dev.winnow.engine.explain.Obstacle.Kind kind,
            String file,
            int line,
            int column,
            String constraint,
            String type,
            @Nullable String row,
            int rows,
            List<CaseStep.Value> values,
            @Nullable Gap gap) {}

    /**
     * The gap between the value found and the value needed.
     *
     * @param found the value found
     * @param sign the comparison sign
     * @param needed the value needed
     * @param distance the distance; null if it is unbounded
     * @param unit the unit
     * @param limit the id of the needed limit; null if the value is no limit
     */
    public record Gap(
            @Nullable Measure found,
            String sign,
            @Nullable Measure needed,
            @Nullable BigDecimal distance,
            String unit,
            @Nullable String limit) {}

    /**
     * A figure, or another value.
     *
     * @param value a {@code BigDecimal}, or a list of two in which null is an unbounded end; for other values a text, a
     *     {@code Boolean} or a list of texts
     * @param bound the bound of a figure; null for other values
     */
    public record Measure(@Nullable Object value, @Nullable String bound) {

        static Measure of(Figure figure) {
            Object value = figure.bound() == Bound.BETWEEN
                    ? Arrays.asList(Contract.finite(figure.low()), Contract.finite(figure.high()))
                    : Contract.finite(figure.value());
            return new Measure(value, figure.bound().id());
        }
    }

    /**
     * A change that brings another verdict.
     *
     * @param to the verdict
     * @param size the sum of the relative changes; null if a figure grows from 0
     * @param steps the figures that change
     * @param halfway the verdict after half the change
     * @param score the score after the change
     */
    public record Change(
            Verdict to, @Nullable BigDecimal size, List<Step> steps, Verdict halfway, ScoreInterval score) {}

    /**
     * A change of one figure.
     *
     * @param fact the name of the figure
     * @param why who could change it, and how
     * @param now its value; null if it is unknown
     * @param then its value after the change
     * @param half its value after half the change; null if that is unknown
     * @param unit the unit
     * @param change the relative change; null if there is none
     * @param strict whether a limit must be exceeded, not only reached
     */
    public record Step(
            String fact,
            String why,
            @Nullable Measure now,
            Measure then,
            @Nullable Measure half,
            String unit,
            @Nullable BigDecimal change,
            boolean strict) {}

    /**
     * A set of answers that settles a verdict.
     *
     * @param to the verdict that is then certain
     * @param fewest whether no smaller set suffices
     * @param answers the answers
     */
    public record Way(Verdict to, boolean fewest, List<Answer> answers) {}

    /**
     * An answer to a question.
     *
     * @param fact the fact
     * @param answer a figure; or a {@code Boolean}, a text or a list of texts, without bound
     */
    public record Answer(String fact, @JsonUnwrapped Measure answer) {}

    /**
     * The answers that clear an open knock-out.
     *
     * @param rule the rule's id
     * @param title the title of the rule
     * @param answers the answers; each clears it alone
     */
    public record Clearing(String rule, String title, List<Answer> answers) {}
}
