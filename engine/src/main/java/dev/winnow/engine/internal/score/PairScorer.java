package dev.winnow.engine.internal.score;

import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.Finder;
import dev.winnow.engine.internal.evaluate.MatchedOutcomes;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.evaluate.ScoringPlan;
import dev.winnow.language.RuleSummary;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.pack.PackOutline;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.wording.PackTexts;
import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.domain.District;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.BaseCase;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.source.Language;
import dev.winnow.model.value.Fraction;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.model.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates assessments and their explanations from the outcomes of rules. */
public final class PairScorer {

    /** Lists of actions that rules can label candidates with, indexed by bit set, so that assessments share them. */
    private static final List<List<ChainAction>> ACTIONS = IntStream.range(0, 1 << ChainAction.values().length)
            .mapToObj(bits -> Stream.of(ChainAction.values())
                    .filter(action -> (bits & bit(action)) != 0)
                    .toList())
            .toList();

    private final BigDecimal declineBelow;
    private final BigDecimal recommendFrom;
    private final PackTexts texts;
    private final List<CheckedRule> rules;
    private final ScoringPlan scale;
    private final PackReasons reasons;
    private final List<Fraction> points;
    /** The outcome of each rule without a match; shared, because most rules match nothing for most candidates. */
    private final List<RuleOutcome> nothing = new ArrayList<>();

    private final int[] knockOuts;
    private final int[] redFlags;
    /** The rules that suggest a district, by id; the first that holds decides. */
    private final int[] suggestions;

    private final int[] actions;
    private final VerdictRecalculation.Frame frame;

    /**
     * An scorer for a pack.
     *
     * @param outline its criteria and thresholds
     * @param rules its rules, in its order
     * @param texts the pack's texts, in the language of the assessments
     * @param vocabulary gives the number of days needed to find out a fact
     */
    public PairScorer(PackOutline outline, List<CheckedRule> rules, PackTexts texts, Vocabulary vocabulary) {
        this.rules = rules;
        this.texts = texts;
        this.reasons = new PackReasons(texts, rules, vocabulary);
        this.scale =
                ScoringPlan.of(outline.criteria().stream().map(texts::criterion).toList(), rules);
        this.points =
                rules.stream().map(rule -> Fraction.of(rule.rule().points())).toList();
        for (int i = 0; i < points.size(); i++) {
            nothing.add(RuleOutcome.of(rules.get(i), points.get(i), List.of(), List.of()));
        }
        declineBelow = inMillionths(outline.declineBelow());
        recommendFrom = inMillionths(outline.recommendFrom());
        knockOuts = numbers(rule -> rule.effect() == Effect.KNOCK_OUT);
        redFlags = numbers(rule -> rule.effect() == Effect.RED_FLAG);
        suggestions = numbers(rule -> rule.effect() == Effect.SUGGEST);
        actions = numbers(rule -> rule.action() != null);
        frame = new VerdictRecalculation.Frame(
                scale,
                rules.size(),
                declineBelow,
                recommendFrom,
                zone(BigDecimal.ZERO),
                hasMiddle(),
                knockOuts,
                redFlags);
    }

    /** A threshold with the scale of scores, because values of equal scale compare several times as fast. */
    private static BigDecimal inMillionths(BigDecimal threshold) {
        return threshold.setScale(Math.max(Fraction.PLACES, threshold.scale()));
    }

    /** The numbers of the rules that a predicate accepts, ordered by id. */
    private int[] numbers(Predicate<PackRule> sort) {
        return IntStream.range(0, rules.size())
                .filter(i -> sort.test(rules.get(i).rule()))
                .boxed()
                .sorted(Comparator.comparing(i -> rules.get(i).id()))
                .mapToInt(i -> i)
                .toArray();
    }

    /** An assessment without a base case; its rank is 0, because ranking needs the other candidates. */
    public Assessment assess(
            Project project, boolean illustrative, EvaluationContext context, List<RuleOutcome> outcomes) {
        return assess(project, illustrative, context, outcomes, MatchedOutcomes.of(outcomes), tally(outcomes), null);
    }

    /**
     * An assessment; its rank is 0.
     *
     * @param ways the outcomes with their matches
     * @param tally the scores of the outcomes
     * @param base the base case; null for none
     */
    public Assessment assess(
            Project project,
            boolean illustrative,
            EvaluationContext context,
            List<RuleOutcome> outcomes,
            MatchedOutcomes ways,
            CriterionTotals tally,
            @Nullable BaseCase base) {
        ScoreInterval ofCity = tally.score(Side.CITY);
        ScoreInterval ofProject = tally.score(Side.PROJECT);
        Judgement judgement = judge(outcomes, ofCity, ofProject);
        VerdictReason because = judgement.because();
        return new Assessment(
                project.id(),
                name("projects", project.id(), project.name(), context),
                context.city().id(),
                name("cities", context.city().id(), context.city().name(), context),
                illustrative,
                context.facts().asOf(),
                because.verdict(),
                because,
                0,
                judgement.score(),
                tally.binds(ofCity, ofProject),
                tally.known(),
                sides(ofCity, ofProject),
                district(project, context, outcomes, ways),
                actions(outcomes),
                judgement.possible(),
                base);
    }

    /**
     * The explanation of an assessment, without the assumptions of its base case.
     *
     * @param outcomes the outcomes that the assessment was created from
     * @param ways the outcomes with their matches
     * @param tally the scores of the outcomes
     */
    public Explanation explain(
            Assessment assessment,
            Project project,
            EvaluationContext context,
            List<RuleOutcome> outcomes,
            MatchedOutcomes ways,
            CriterionTotals tally) {
        Reasons all = new Reasons(reasons, project, context, scale, outcomes, ways, tally);
        return new Explanation(
                assessment,
                tally.criterionScores(),
                all.findings(),
                all.undetermined(),
                assessment.because() == VerdictReason.ON_CONDITION ? all.conditions() : List.of(),
                all.questions(),
                List.of(),
                null);
    }

    /** The questions of {@link #explain} alone, which take half the time. */
    public List<Question> questions(
            Project project,
            EvaluationContext context,
            List<RuleOutcome> outcomes,
            MatchedOutcomes ways,
            CriterionTotals tally) {
        return new Reasons(reasons, project, context, scale, outcomes, ways, tally).questions();
    }

    /**
     * A verdict without explanations.
     *
     * @param because its reason
     * @param score the score
     * @param possible the verdicts that full knowledge could still bring
     */
    public record Judgement(VerdictReason because, ScoreInterval score, Set<Verdict> possible) {}

    /** The verdict of outcomes, without explanations. */
    public Judgement judge(List<RuleOutcome> outcomes) {
        CriterionTotals tally = new CriterionTotals(scale, outcomes);
        return judge(outcomes, tally.score(Side.CITY), tally.score(Side.PROJECT));
    }

    private Judgement judge(List<RuleOutcome> outcomes, ScoreInterval ofCity, ScoreInterval ofProject) {
        ScoreInterval score = lower(ofCity, ofProject);
        BlockingRules stops = stops(outcomes);
        ThresholdPosition reach = reach(score);
        return new Judgement(stops.because(reach), score, stops.possible(reach));
    }

    private static Map<Side, ScoreInterval> sides(ScoreInterval ofCity, ScoreInterval ofProject) {
        return new SideScores(ofCity, ofProject);
    }

    /** The name of a row. In English it is the full bilingual name, so that readers of either language recognise it. */
    private String name(String list, String id, String whole, EvaluationContext context) {
        Language language = texts.language();
        return language == Language.EN ? whole : context.facts().names().of(list, id, language);
    }

    /**
     * A verdict with the scores behind it.
     *
     * @param judgement the verdict
     * @param sides the score of each side
     */
    public record Standing(Judgement judgement, Map<Side, ScoreInterval> sides) {}

    /** Prepares to judge the outcomes again with a few of them changed. */
    public VerdictRecalculation recalculation(List<RuleOutcome> outcomes) {
        return new VerdictRecalculation(frame, outcomes);
    }

    /** The verdict and scores of outcomes, without names and reasons. */
    public Standing standing(List<RuleOutcome> outcomes) {
        CriterionTotals tally = new CriterionTotals(scale, outcomes);
        ScoreInterval ofCity = tally.score(Side.CITY);
        ScoreInterval ofProject = tally.score(Side.PROJECT);
        return new Standing(judge(outcomes, ofCity, ofProject), sides(ofCity, ofProject));
    }

    /** The summary of a rule, in the pack's language. */
    public RuleSummary summary(CheckedRule rule) {
        return texts.summary(rule.rule());
    }

    /** Finds the missing facts that would decide the pack's rules. */
    public Missing missing() {
        return reasons.missing();
    }

    /** The exact scores of outcomes. */
    public CriterionTotals tally(List<RuleOutcome> outcomes) {
        return new CriterionTotals(scale, outcomes);
    }

    /** The unweighted scores by criterion. */
    public Weighing weighing(List<RuleOutcome> outcomes) {
        return Weighing.of(scale, tally(outcomes), stops(outcomes));
    }

    /** The outcome of each rule, in the order of the pack. */
    public List<RuleOutcome> outcomes(Finder.Found found) {
        return outcomes(nothing, found);
    }

    /** Copies outcomes and adds further ones. */
    public List<RuleOutcome> outcomes(List<RuleOutcome> before, Finder.Found found) {
        RuleOutcome[] outcomes = before.toArray(RuleOutcome[]::new);
        found.putInto(outcomes, points);
        return Arrays.asList(outcomes);
    }

    /**
     * Copies outcomes and replaces those of some rules that were evaluated again.
     *
     * @param asked the numbers of these rules
     * @param own by rule, the city-independent outcomes; for other rules, outcomes without a match
     * @param local the city-dependent outcomes
     */
    public List<RuleOutcome> outcomes(
            List<RuleOutcome> before, BitSet asked, List<RuleOutcome> own, Finder.Found local) {
        RuleOutcome[] outcomes = before.toArray(RuleOutcome[]::new);
        for (int rule = asked.nextSetBit(0); rule >= 0; rule = asked.nextSetBit(rule + 1)) {
            outcomes[rule] = own.get(rule);
        }
        local.putInto(outcomes, points);
        return Arrays.asList(outcomes);
    }

    /** The minimum of both lows and of both highs. Rounding keeps order, so this equals the rounded minimum. */
    private static ScoreInterval lower(ScoreInterval one, ScoreInterval other) {
        BigDecimal low = one.low().min(other.low());
        BigDecimal high = one.high().min(other.high());
        return low.compareTo(one.low()) == 0 && high.compareTo(one.high()) == 0 ? one : new ScoreInterval(low, high);
    }

    static ScoreInterval span(CriterionTotals.Range range) {
        return new ScoreInterval(range.low().rounded(), range.high().rounded());
    }

    /** The knock-outs and red flags that affect the verdict. */
    public BlockingRules stops(List<RuleOutcome> outcomes) {
        return new BlockingRules(
                anyHolds(outcomes, knockOuts),
                anyIsOpen(outcomes, knockOuts),
                anyHolds(outcomes, redFlags),
                anyIsOpen(outcomes, redFlags));
    }

    private ThresholdPosition reach(ScoreInterval score) {
        return ThresholdPosition.of(zone(score.low()), zone(score.high()), hasMiddle());
    }

    /** Whether a score may lie between the thresholds. */
    private boolean hasMiddle() {
        return declineBelow.compareTo(recommendFrom) < 0;
    }

    /**
     * The position of a score: negative below the decline threshold, positive from the recommend threshold on,
     * otherwise 0.
     */
    public int zone(BigDecimal score) {
        return score.compareTo(declineBelow) < 0 ? -1 : score.compareTo(recommendFrom) >= 0 ? 1 : 0;
    }

    private static boolean anyHolds(List<RuleOutcome> outcomes, int[] rules) {
        for (int rule : rules) {
            if (outcomes.get(rule).holds()) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyIsOpen(List<RuleOutcome> outcomes, int[] rules) {
        for (int rule : rules) {
            if (outcomes.get(rule).isOpen()) {
                return true;
            }
        }
        return false;
    }

    /** The suggested district; null without a suggestion, or if the project already has a site in the city. */
    private @Nullable String district(
            Project project, EvaluationContext context, List<RuleOutcome> outcomes, List<RuleOutcome> ways) {
        String suggested = suggested(outcomes, ways);
        return suggested == null || hasSite(project, context) ? null : suggested;
    }

    /** Whether the project landed in the city, or names one of its districts. */
    private static boolean hasSite(Project project, EvaluationContext context) {
        String city = context.city().id();
        if (city.equals(project.city())) {
            return true;
        }
        String known = project.declared().text("district");
        return known != null
                && context.facts().rows(city).stream()
                        .anyMatch(row -> row instanceof District district && known.equals(district.name()));
    }

    /** The district suggested by the first rule, by id, that suggests one. */
    private @Nullable String suggested(List<RuleOutcome> outcomes, List<RuleOutcome> ways) {
        for (int rule : suggestions) {
            if (outcomes.get(rule).holds()) {
                String known = outcomes.get(rule).suggested();
                return known == null ? ways.get(rule).district() : known;
            }
        }
        return null;
    }

    private List<ChainAction> actions(List<RuleOutcome> outcomes) {
        int found = 0;
        for (int rule : actions) {
            if (outcomes.get(rule).holds()) {
                found |= bit(Objects.requireNonNull(rules.get(rule).rule().action()));
            }
        }
        return ACTIONS.get(found);
    }

    private static int bit(ChainAction action) {
        return switch (action) {
            case BUILD -> 1;
            case EXTEND -> 2;
            case SUPPLEMENT -> 4;
            case STRENGTHEN -> 8;
        };
    }
}
