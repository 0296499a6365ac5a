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
 * A screening as its JSON contract has it, schema 1, for those who stored it and read it again: the same names in the same
 * order, each described in {@code docs/json.md}. {@link ScreeningJson#read} reads it, and {@link ScreeningJson#write(ScreeningDocument,
 * java.io.OutputStream)} writes it to the byte as it was.
 *
 * <p>What is {@code @Nullable} is null where it does not apply. Numbers have at most six decimals. Immutable.
 *
 * @param schema the version of the contract: 1
 * @param pack the rules it was judged by
 * @param universe what was screened
 * @param assessments one for each project and city
 * @param rankings how far each ranking hangs on the weights
 */
public record ScreeningDocument(
        int schema, Edition pack, Universe universe, List<Assessment> assessments, List<Ranking> rankings) {

    /**
     * What was screened.
     *
     * @param name its name
     * @param digest SHA-256 over its files
     */
    public record Universe(String name, String digest) {

        static Universe of(Edition universe) {
            return new Universe(universe.name(), universe.digest());
        }
    }

    /**
     * What came of one project in one city.
     *
     * @param project the project's id
     * @param city the city's id
     * @param asOf the day on which it was judged
     * @param verdict the verdict
     * @param because the first reason that applies
     * @param rank place among all that was screened for the same city and day, from 1; null if it was not ranked
     * @param score the lower of the two sides
     * @param binds the side that holds the score down
     * @param known how much of what counts is known, 0–1
     * @param sides what each side gains
     * @param district the district that is suggested; null if none is
     * @param chainActions what the project does to the city's chain
     * @param criteria scores by criterion
     * @param findings rules that hold for certain
     * @param undetermined rules that cannot be decided
     * @param possible the verdicts that full knowledge could still bring
     * @param conditions the open red flags that a recommendation depends on
     * @param questions facts to find out
     * @param base the base case; null where nothing is assumed
     * @param sure how far verdict and rank hang on the weights; null if it was not worked out
     * @param whyNot rules that do not hold, and why; null unless explained
     * @param changes the smallest changes that bring another verdict; null unless explained
     * @param ways the fewest answers that decide; null unless explained
     * @param clearings what clears each open knock-out; null unless explained
     * @param tied whether others have the same rank
     * @param knownWays the fewest answers that bring a verdict by what is then known; null unless explained
     * @param baseWays the fewest answers that bring a verdict of the base case; null unless explained
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
            @Nullable List<Way> baseWays) {}

    /**
     * What each side gains.
     *
     * @param city what the city gains
     * @param project what the project gains
     */
    public record Sides(ScoreInterval city, ScoreInterval project) {}

    /**
     * A criterion's score.
     *
     * @param id the criterion
     * @param side whose gain it measures
     * @param weight its weight among the criteria of its side
     * @param span the score, 0–100
     */
    public record Criterion(
            String id,
            Side side,
            BigDecimal weight,
            @JsonUnwrapped ScoreInterval span) {}

    /**
     * A rule that holds.
     *
     * @param rule the rule's id
     * @param title what the rule says
     * @param criterion the criterion it counts for
     * @param effect what it does
     * @param points what it is worth in full; null unless it awards
     * @param share the part that it certainly earns, 0–1; null unless it awards
     * @param contribution its part of the low score of its side
     * @param reason why it holds
     * @param source where the rule comes from
     * @param facts what it matched
     * @param also further reasons for which it holds
     * @param evidence the values it read and where they come from
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
     * @param property what was read
     * @param figure the figure as stated, or a text without bound
     * @param source who says so; null if nobody is named
     * @param title the title of the source; null if the universe gives none
     * @param url the address of the source; null if the universe gives none
     * @param asOf the day from which it counts; null if it always did
     * @param converted what it was before it was converted; null if it was not
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

        /** A value whose source has neither title nor address. */
        public Citation(
                String property,
                Measure figure,
                @Nullable String source,
                @Nullable LocalDate asOf,
                @Nullable Converted converted) {
            this(property, figure, source, null, null, asOf, converted);
        }

        /** A value that was not converted. */
        public Citation(String property, Measure figure, @Nullable String source, @Nullable LocalDate asOf) {
            this(property, figure, source, null, null, asOf, null);
        }
    }

    /**
     * An amount of another currency, and the rate by which it was converted.
     *
     * @param written the amount as it was written
     * @param currency the code of its currency
     * @param to the code of the currency that it was converted to
     * @param rate what one unit of the one is worth in the other
     * @param asOf the day of the rate
     * @param source who publishes the rate; null if nobody is named
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
     * @param criterion the criterion it counts for
     * @param effect what it would do
     * @param points the points that hang on it; null unless it awards
     * @param contribution negative for a possible cap that bites, else 0
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
     * @param fact the fact
     * @param points weighted points that hang on it
     * @param decides the effects of the rules that hang on it
     * @param ask the question as a sentence
     * @param who who knows
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
     * @param because its reason
     * @param score its score
     * @param assumed what was assumed
     * @param critical the assumptions on which the verdict hangs; null if they were not looked for
     */
    public record Base(
            Verdict verdict,
            VerdictReason because,
            ScoreInterval score,
            List<Assumed> assumed,
            @Nullable List<CriticalAssumption> critical) {}

    /**
     * How far a verdict and a rank hang on the weights.
     *
     * @param robust whether the verdict stands
     * @param dependsOn the criterion whose weight must move least; null if there is none
     * @param verdict in what part of the sampled weightings the verdict is the same; null if none were sampled
     * @param first in what part it is first; null if none were sampled
     * @param ranked in what part it has its rank; null if none were sampled
     * @param best its best rank; null if none were sampled
     * @param worst its worst rank; null if none were sampled
     * @param weights at which weights the verdict stands, by criterion
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
     * How far the first place of a city and day hangs on the weights.
     *
     * @param city the city's id
     * @param asOf the day
     * @param first the project that is first
     * @param robust whether it stays first
     * @param dependsOn the criterion whose weight must move least; null if there is none
     * @param samples how many weightings were sampled
     * @param seed what they grew from
     * @param weights at which weights it stays first, by criterion
     * @param tied the projects that share the first place; none if one has it alone
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
     * A rule that does not hold, and what keeps it from it.
     *
     * @param rule the rule's id
     * @param title what the rule says
     * @param criterion the file it stands in
     * @param effect what it would do
     * @param points what it is worth in full; null unless it awards
     * @param worth what it would add to the low of its side
     * @param kind what fails
     * @param file the file of the constraint
     * @param line its line
     * @param column its column
     * @param constraint the constraint in its author's words
     * @param type the type of fact that it asks of
     * @param row the fact that came nearest; null if there is none to name
     * @param rows how many facts were looked at
     * @param values what it compares
     * @param gap by how much it fails; null where that is no number
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
     * By how much a constraint fails.
     *
     * @param found what is there
     * @param sign how they should compare
     * @param needed what is needed
     * @param distance how far they are apart; null if that has no end
     * @param unit the unit
     * @param limit the id of the limit that is needed; null if it is none
     */
    public record Gap(
            @Nullable Measure found,
            String sign,
            @Nullable Measure needed,
            @Nullable BigDecimal distance,
            String unit,
            @Nullable String limit) {}

    /**
     * A figure.
     *
     * @param value a {@code BigDecimal}, or a list of two of which an end without bound is null
     * @param bound its bound; null for a value that is not a figure
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
     * @param size the sum of the relative changes; null where a figure grows from 0
     * @param steps the figures that change
     * @param halfway the verdict if half of it came about
     * @param score the score after it
     */
    public record Change(
            Verdict to, @Nullable BigDecimal size, List<Step> steps, Verdict halfway, ScoreInterval score) {}

    /**
     * A figure that changes.
     *
     * @param fact the figure
     * @param why who could move it, and how
     * @param now the figure as it is; null if it is unknown
     * @param then as it would be
     * @param half half of the change; null if that is unknown
     * @param unit the unit
     * @param change the relative change; null if there is none
     * @param strict whether a limit must be passed
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
     * Answers that decide.
     *
     * @param to the verdict that is certain with them
     * @param fewest whether no fewer suffice
     * @param answers the answers
     */
    public record Way(Verdict to, boolean fewest, List<Answer> answers) {}

    /**
     * An answer.
     *
     * @param fact the fact
     * @param answer a figure; or {@code Boolean}, a text or a list of texts, without bound
     */
    public record Answer(String fact, @JsonUnwrapped Measure answer) {}

    /**
     * What clears an open knock-out.
     *
     * @param rule the rule's id
     * @param title what the rule says
     * @param answers the answers, each of which alone clears it
     */
    public record Clearing(String rule, String title, List<Answer> answers) {}
}
