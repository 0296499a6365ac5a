package dev.winnow.engine.internal.score;

import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.FactPaths;
import dev.winnow.engine.internal.evaluate.Match;
import dev.winnow.engine.internal.evaluate.MatchedOutcomes;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.evaluate.ScoringPlan;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Condition;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.FactRef;
import dev.winnow.model.result.Finding;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Undetermined;
import dev.winnow.model.value.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the findings, undetermined rules and questions of one candidate's assessment. Not thread-safe. */
public final class Reasons {

    private static final BigDecimal NOTHING = BigDecimal.ZERO;
    /** Initial capacity, as many questions as are usual. */
    private static final int QUESTIONS = 64;

    private final Project project;
    private final EvaluationContext context;
    private final ScoringPlan scale;
    private final List<RuleOutcome> outcomes;
    /** The outcomes with their matches. Most matches are not needed, because reasons are shared between candidates. */
    private final MatchedOutcomes ways;

    private final CriterionTotals tally;
    private final PackReasons rules;
    /** By rule, the facts that would decide it; cached, because they are read twice. */
    private final @Nullable List<String>[] missing;
    /** The values that rules read from the project. */
    private CandidateReads.@Nullable Values values;

    Reasons(
            PackReasons rules,
            Project project,
            EvaluationContext context,
            ScoringPlan scale,
            List<RuleOutcome> outcomes,
            MatchedOutcomes ways,
            CriterionTotals tally) {
        this.project = project;
        this.context = context;
        this.scale = scale;
        this.outcomes = outcomes;
        this.ways = ways;
        this.tally = tally;
        this.rules = rules;
        @SuppressWarnings({"unchecked", "rawtypes"})
        @Nullable
        List<String>[] none = new List[outcomes.size()];
        this.missing = none;
    }

    List<Finding> findings() {
        @Nullable BigDecimal[] contributions = tally.contributions();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i).holds()) {
                findings.add(finding(i, outcomes.get(i), contribution(contributions, i)));
            }
        }
        findings.sort(Reasons::inOrder);
        return findings;
    }

    private static BigDecimal contribution(@Nullable BigDecimal[] contributions, int rule) {
        BigDecimal contribution = contributions[rule];
        return contribution == null ? NOTHING : contribution;
    }

    /** Orders findings by effect, then contribution (largest first), then id. */
    private static int inOrder(Finding one, Finding other) {
        int order = Integer.compare(one.effect().place(), other.effect().place());
        order = order == 0 ? other.contribution().compareTo(one.contribution()) : order;
        return order == 0 ? one.rule().compareTo(other.rule()) : order;
    }

    private Finding finding(int number, RuleOutcome outcome, BigDecimal contribution) {
        PackRule rule = outcome.rule().rule();
        PackReasons.RuleReasons ofRule = rules.reasons(number);
        KnownReasons.EquivalenceClass group = group(number, outcome, ofRule);
        KnownReasons.Cause cause = cause(group, number, ofRule);
        BigDecimal share = rule.awards() ? cause.chosen().share().low().rounded() : BigDecimal.ONE;
        return new Finding(
                rule.id(),
                ofRule.title(),
                rule.target(),
                rule.effect(),
                rule.points(),
                share,
                contribution,
                cause.reason(),
                ofRule.source(),
                rule.action(),
                refs(group, cause.chosen(), ofRule),
                cause.several() ? also(group, cause.chosen(), ways.get(number), ofRule) : List.of(),
                citations(group, cause.chosen(), ofRule));
    }

    /** The cached reasons of a rule for candidates like this one, or for this one in all cities. */
    private KnownReasons.EquivalenceClass group(int number, RuleOutcome outcome, PackReasons.RuleReasons ofRule) {
        if (ofRule.own()) {
            return outcome.explained(rules, KnownReasons.EquivalenceClass.class, KnownReasons.EquivalenceClass::alone);
        }
        int[] reads = rules.reads().of(number);
        if (reads == null) {
            return KnownReasons.EquivalenceClass.alone();
        }
        KnownReasons known = rules.missing().known(context);
        Object view = ways.view(number);
        return view == null ? known.group(number, reads, values()) : known.group(number, view);
    }

    private CandidateReads.Values values() {
        CandidateReads.Values known = values;
        if (known == null) {
            known = rules.reads().of(project);
            values = known;
        }
        return known;
    }

    private KnownReasons.Cause cause(KnownReasons.EquivalenceClass group, int rule, PackReasons.RuleReasons ofRule) {
        KnownReasons.Cause known = group.cause();
        if (known == null) {
            List<Match> certain = ways.get(rule).certain();
            Match match = Match.chosen(certain);
            known = new KnownReasons.Cause(
                    match, certain.size() > 1, ofRule.sentence().write(match.arguments(), names()));
            group.cause(known);
        }
        return known;
    }

    private List<FactRef> refs(KnownReasons.EquivalenceClass group, Match chosen, PackReasons.RuleReasons ofRule) {
        List<FactRef> known = ofRule.own() ? group.refs() : null;
        if (known == null) {
            known = List.copyOf(ofRule.trace().refs(chosen, project));
            if (ofRule.own()) {
                group.refs(known);
            }
        }
        return known;
    }

    private List<Citation> citations(
            KnownReasons.EquivalenceClass group, Match chosen, PackReasons.RuleReasons ofRule) {
        List<Citation> known = ofRule.own() ? group.citations() : null;
        if (known == null) {
            FactPaths paths = rules.missing().known(context).paths();
            known = List.copyOf(cited(ofRule.trace().citations(chosen, project, paths)));
            if (ofRule.own()) {
                group.citations(known);
            }
        }
        return known;
    }

    private List<String> also(
            KnownReasons.EquivalenceClass group, Match chosen, RuleOutcome outcome, PackReasons.RuleReasons ofRule) {
        List<String> known = group.also();
        if (known == null) {
            known = also(chosen, outcome.certain(), other -> ofRule.sentence().write(other.arguments(), names()));
            group.also(known);
        }
        return known;
    }

    private List<Citation> cited(List<Citation> citations) {
        citations.replaceAll(rules.texts()::cited);
        return citations;
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
        Set<String> cause = new LinkedHashSet<>();
        also.values().forEach(other -> cause.add(reason.apply(other)));
        return List.copyOf(cause);
    }

    List<Undetermined> undetermined() {
        @Nullable BigDecimal[] contributions = tally.contributions();
        List<Undetermined> open = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            RuleOutcome outcome = outcomes.get(i);
            if (outcome.isOpen()) {
                PackRule rule = outcome.rule().rule();
                open.add(new Undetermined(
                        rule.id(),
                        rules.reasons(i).title(),
                        rule.target(),
                        rule.effect(),
                        rule.awards() ? outcome.high().minus(outcome.low()).rounded() : NOTHING,
                        outcome.holds() ? NOTHING : contribution(contributions, i),
                        missing(i)));
            }
        }
        open.sort(Reasons::inOrder);
        return open;
    }

    /** Orders undetermined rules by effect, then points (most first), then id. */
    private static int inOrder(Undetermined one, Undetermined other) {
        int order = Integer.compare(one.effect().place(), other.effect().place());
        order = order == 0 ? other.points().compareTo(one.points()) : order;
        return order == 0 ? one.rule().compareTo(other.rule()) : order;
    }

    /** The facts that would decide an undecided rule, sorted. */
    private List<String> missing(int rule) {
        List<String> found = missing[rule];
        if (found == null) {
            KnownReasons.EquivalenceClass group = group(rule, outcomes.get(rule), rules.reasons(rule));
            found = group.missing();
            if (found == null) {
                found = rules.missing().of(rule, ways.get(rule), context, project);
                group.missing(found);
            }
            missing[rule] = found;
        }
        return found;
    }

    /** The undecided red flags, by id. */
    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            PackRule rule = outcomes.get(i).rule().rule();
            if (rule.effect() == Effect.RED_FLAG && outcomes.get(i).isOpen()) {
                conditions.add(new Condition(rule.id(), rules.reasons(i).title(), missing(i)));
            }
        }
        conditions.sort(Comparator.comparing(Condition::rule));
        return conditions;
    }

    /**
     * The points and effects that depend on a fact. The order puts first the facts that decide most for the least
     * effort.
     */
    private static final class Stake implements Comparable<Stake> {

        private static final int LAST = 2;

        private final String fact;
        /** Number of days needed to find out the fact. */
        private final Fraction days;
        /** Position in the order: knock-outs first, then red flags, then effects on the score only. */
        private int place = LAST;

        private Fraction points = Fraction.ZERO;
        /** Points per day; computed once all points are added, because sorting reads it often. */
        private @Nullable Fraction perDay;

        private Set<Effect> decides = Set.of();

        Stake(String fact, int days) {
            this.fact = fact;
            this.days = Fraction.of(days);
        }

        void add(Fraction more, Effect effect) {
            points = points.plus(more);
            if (!decides.contains(effect)) {
                decides = decides.isEmpty() ? Set.of(effect) : with(effect);
            }
            place = Math.min(place, effect == Effect.KNOCK_OUT ? 0 : effect == Effect.RED_FLAG ? 1 : LAST);
        }

        private Set<Effect> with(Effect effect) {
            EnumSet<Effect> all = EnumSet.copyOf(decides);
            all.add(effect);
            return all;
        }

        private Fraction perDay() {
            Fraction known = perDay;
            if (known == null) {
                known = points.over(days);
                perDay = known;
            }
            return known;
        }

        @Override
        public int compareTo(Stake other) {
            int order = Integer.compare(place, other.place);
            order = order == 0 ? other.perDay().compareTo(perDay()) : order;
            order = order == 0 ? days.compareTo(other.days) : order;
            return order == 0 ? fact.compareTo(other.fact) : order;
        }

        Question question() {
            return new Question(fact, points.rounded(), decides);
        }
    }

    List<Question> questions() {
        Map<String, Stake> stakes = new HashMap<>(QUESTIONS);
        @Nullable Fraction[] points = stakes();
        for (int i = 0; i < points.length; i++) {
            Fraction ofRule = points[i];
            if (ofRule != null) {
                List<String> facts = missing(i);
                Fraction each = facts.size() < 2 ? ofRule : ofRule.over(Fraction.of(facts.size()));
                Effect effect = outcomes.get(i).rule().rule().effect();
                for (String fact : facts) {
                    stakes.computeIfAbsent(fact, name -> new Stake(name, rules.days(name)))
                            .add(each, effect);
                }
            }
        }
        Stake[] sorted = stakes.values().toArray(Stake[]::new);
        Arrays.sort(sorted);
        List<Question> questions = new ArrayList<>(sorted.length);
        for (Stake stake : sorted) {
            questions.add(stake.question());
        }
        return questions;
    }

    /** By rule, the points of a side that depend on it; null if none do. */
    private @Nullable Fraction[] stakes() {
        @Nullable Fraction[] stakes = new Fraction[outcomes.size()];
        for (ScoringPlan.Part part : scale.parts()) {
            for (int i = 0; i < part.alone(); i++) {
                RuleOutcome outcome = outcomes.get(part.alone(i));
                if (outcome.varies()) {
                    stakes[part.alone(i)] = outcome.high().minus(outcome.low()).times(part.weight());
                }
            }
            for (int i = 0; i < part.families(); i++) {
                stake(part.family(i).rules(), part.weight(), stakes);
            }
        }
        @Nullable BigDecimal[] contributions = tally.contributions();
        for (int i = 0; i < stakes.length; i++) {
            Effect effect = outcomes.get(i).rule().rule().effect();
            if (outcomes.get(i).isOpen() && (effect.bearing() == Effect.Bearing.VERDICT || effect.limits())) {
                BigDecimal taken = contributions[i];
                stakes[i] = taken == null
                        ? Fraction.ZERO
                        : Fraction.of(taken.negate().max(NOTHING));
            }
        }
        return stakes;
    }

    /**
     * Adds the stakes of a family. Its points count once: undecided rules share them in proportion to their own points.
     */
    private void stake(List<Integer> group, Fraction weight, @Nullable Fraction[] into) {
        Fraction low = Fraction.ZERO;
        Fraction high = Fraction.ZERO;
        Fraction sum = Fraction.ZERO;
        for (int rule : group) {
            RuleOutcome outcome = outcomes.get(rule);
            low = Fraction.max(low, outcome.low());
            high = Fraction.max(high, outcome.high());
            sum = sum.plus(outcome.high().minus(outcome.low()));
        }
        Fraction open = high.minus(low);
        if (open.signum() > 0) {
            for (int rule : group) {
                RuleOutcome outcome = outcomes.get(rule);
                Fraction own = outcome.high().minus(outcome.low());
                if (own.signum() > 0) {
                    into[rule] = open.times(own).over(sum).times(weight);
                }
            }
        }
    }
}
