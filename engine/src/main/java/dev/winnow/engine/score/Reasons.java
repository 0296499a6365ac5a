package dev.winnow.engine.score;

import dev.winnow.engine.evaluate.EvaluationContext;
import dev.winnow.engine.evaluate.Match;
import dev.winnow.engine.evaluate.MatchTrace;
import dev.winnow.engine.evaluate.RuleOutcome;
import dev.winnow.engine.evaluate.ScoringPlan;
import dev.winnow.language.pack.Criterion;
import dev.winnow.language.syntax.PackRule;
import dev.winnow.language.vocabulary.Lazy;
import dev.winnow.language.wording.PackTexts;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Condition;
import dev.winnow.model.result.CriterionScore;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.value.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the findings, undetermined rules and questions of one candidate's assessment. */
public final class Reasons {

    private static final BigDecimal NOTHING = BigDecimal.ZERO;

    private final PackTexts texts;
    private final Project project;
    private final EvaluationContext context;
    private final ScoringPlan scale;
    private final List<RuleOutcome> outcomes;
    private final Tally tally;
    /** By rule, the facts that would decide it; kept as they are read twice. */
    private @Nullable Map<Integer, List<String>> missing;

    Reasons(
            PackTexts texts,
            Project project,
            EvaluationContext context,
            ScoringPlan scale,
            List<RuleOutcome> outcomes,
            Tally tally) {
        this.texts = texts;
        this.project = project;
        this.context = context;
        this.scale = scale;
        this.outcomes = outcomes;
        this.tally = tally;
    }

    List<CriterionScore> criteria() {
        List<Tally.Range> ranges = tally.criteria();
        List<CriterionScore> scores = new ArrayList<>(ranges.size());
        for (int i = 0; i < ranges.size(); i++) {
            Criterion criterion = scale.parts().get(i).criterion();
            scores.add(new CriterionScore(
                    criterion.id(),
                    criterion.title(),
                    criterion.side(),
                    criterion.weight(),
                    Assessor.span(ranges.get(i))));
        }
        return scores;
    }

    List<Finding> findings() {
        Map<Integer, BigDecimal> contributions = tally.contributions();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i).holds()) {
                findings.add(finding(outcomes.get(i), contributions.getOrDefault(i, NOTHING)));
            }
        }
        findings.sort(Comparator.comparing((Finding finding) -> finding.effect().place())
                .thenComparing(Finding::contribution, Comparator.reverseOrder())
                .thenComparing(Finding::rule));
        return findings;
    }

    private Finding finding(RuleOutcome outcome, BigDecimal contribution) {
        PackRule rule = outcome.rule().rule();
        Match match = Match.chosen(outcome.certain());
        BigDecimal share = rule.awards() ? match.share().low().rounded() : BigDecimal.ONE;
        return new Finding(
                rule.id(),
                texts.title(rule),
                rule.target(),
                rule.effect(),
                rule.points(),
                share,
                contribution,
                texts.reason(match.rule(), match.arguments(), names()),
                texts.source(rule.source()),
                rule.action(),
                new Lazy<>(match, one -> new MatchTrace(one).refs()),
                new Lazy<>(
                        outcome.certain(),
                        all -> also(match, all, other -> texts.reason(other.rule(), other.arguments(), names()))),
                new Lazy<>(
                        match,
                        one -> new MatchTrace(one)
                                .citations().stream().map(texts::cited).toList()));
    }

    private Names names() {
        return context.facts().names();
    }

    /** The reasons of the other matches of a rule, ordered by their texts with ids. */
    public static List<String> also(Match chosen, List<Match> matches, Function<Match, String> reason) {
        Map<String, Match> also = new TreeMap<>();
        for (Match other : matches) {
            also.putIfAbsent(other.reason(), other);
        }
        also.remove(chosen.reason());
        return also.values().stream().map(reason).distinct().toList();
    }

    List<Undetermined> undetermined() {
        Map<Integer, BigDecimal> contributions = tally.contributions();
        List<Undetermined> open = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            RuleOutcome outcome = outcomes.get(i);
            if (outcome.isOpen()) {
                PackRule rule = outcome.rule().rule();
                open.add(new Undetermined(
                        rule.id(),
                        texts.title(rule),
                        rule.target(),
                        rule.effect(),
                        rule.awards() ? outcome.high().minus(outcome.low()).rounded() : NOTHING,
                        outcome.holds() ? NOTHING : contributions.getOrDefault(i, NOTHING),
                        missing(i)));
            }
        }
        open.sort(Comparator.comparing((Undetermined entry) -> entry.effect().place())
                .thenComparing(Undetermined::points, Comparator.reverseOrder())
                .thenComparing(Undetermined::rule));
        return open;
    }

    /** The facts that would decide an undecided rule, sorted; found when first read. */
    private synchronized List<String> missing(int rule) {
        Map<Integer, List<String>> known = missing == null ? new HashMap<>() : missing;
        missing = known;
        return known.computeIfAbsent(
                rule,
                number -> new Lazy<>(
                        outcomes.get(number), outcome -> List.copyOf(Missing.of(outcome, context, project))));
    }

    /** The red flags that are undecided, by id. */
    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            PackRule rule = outcomes.get(i).rule().rule();
            if (rule.effect() == Effect.RED_FLAG && outcomes.get(i).isOpen()) {
                conditions.add(new Condition(rule.id(), texts.title(rule), missing(i)));
            }
        }
        conditions.sort(Comparator.comparing(Condition::rule));
        return conditions;
    }

    /** What depends on a fact. */
    private static final class Stake {

        private Fraction points = Fraction.ZERO;
        private final Set<Effect> decides = EnumSet.noneOf(Effect.class);

        /** Its place among others: knock-outs first, then red flags, then all that bears on the score alone. */
        int place() {
            return decides.contains(Effect.KNOCK_OUT) ? 0 : decides.contains(Effect.RED_FLAG) ? 1 : 2;
        }
    }

    List<Question> questions() {
        Map<String, Stake> stakes = new HashMap<>();
        Map<Integer, Fraction> points = stakes();
        for (int i = 0; i < outcomes.size(); i++) {
            Fraction ofRule = points.get(i);
            if (ofRule != null) {
                List<String> missing = missing(i);
                Fraction each = ofRule.over(Fraction.of(Math.max(1, missing.size())));
                for (String fact : missing) {
                    Stake stake = stakes.computeIfAbsent(fact, unused -> new Stake());
                    stake.points = stake.points.plus(each);
                    stake.decides.add(outcomes.get(i).rule().rule().effect());
                }
            }
        }
        List<Map.Entry<String, Stake>> sorted = new ArrayList<>(stakes.entrySet());
        sorted.sort(Comparator.comparing(
                        (Map.Entry<String, Stake> entry) -> entry.getValue().place())
                .thenComparing(entry -> entry.getValue().points, Comparator.reverseOrder())
                .thenComparing(Map.Entry::getKey));
        return sorted.stream()
                .map(entry ->
                        new Question(entry.getKey(), entry.getValue().points.rounded(), entry.getValue().decides))
                .toList();
    }

    /** The points of a side that depend on each undecided rule. */
    private Map<Integer, Fraction> stakes() {
        Map<Integer, Fraction> stakes = new HashMap<>();
        for (ScoringPlan.Part part : scale.parts()) {
            part.groups().forEach(group -> stakes.putAll(stakes(group.rules(), part.weight())));
        }
        Map<Integer, BigDecimal> contributions = tally.contributions();
        for (int i = 0; i < outcomes.size(); i++) {
            Effect effect = outcomes.get(i).rule().rule().effect();
            if (outcomes.get(i).isOpen() && (effect.bearing() == Effect.Bearing.VERDICT || effect.limits())) {
                BigDecimal taken = contributions.getOrDefault(i, NOTHING);
                stakes.put(i, Fraction.of(taken.negate().max(NOTHING)));
            }
        }
        return stakes;
    }

    /** The points that depend on a group count once: its undecided rules share them in proportion to their own. */
    private Map<Integer, Fraction> stakes(List<Integer> group, Fraction weight) {
        Fraction low = Fraction.ZERO;
        Fraction high = Fraction.ZERO;
        Fraction sum = Fraction.ZERO;
        for (int rule : group) {
            RuleOutcome outcome = outcomes.get(rule);
            low = Fraction.max(low, outcome.low());
            high = Fraction.max(high, outcome.high());
            sum = sum.plus(outcome.high().minus(outcome.low()));
        }
        Map<Integer, Fraction> stakes = new HashMap<>();
        Fraction open = high.minus(low);
        if (open.signum() > 0) {
            for (int rule : group) {
                RuleOutcome outcome = outcomes.get(rule);
                Fraction own = outcome.high().minus(outcome.low());
                if (own.signum() > 0) {
                    stakes.put(rule, open.times(own).over(sum).times(weight));
                }
            }
        }
        return stakes;
    }
}
