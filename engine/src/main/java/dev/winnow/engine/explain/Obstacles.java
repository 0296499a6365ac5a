package dev.winnow.engine.explain;

import dev.winnow.engine.explain.CaseStep.Constraint;
import dev.winnow.engine.explain.Obstacle.Gap;
import dev.winnow.engine.explain.Obstacle.Kind;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.score.CriterionTotals;
import dev.winnow.engine.internal.score.PairScorer;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.vocabulary.AsOf;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.Limit;
import dev.winnow.model.domain.City;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Side;
import dev.winnow.model.source.Place;
import dev.winnow.model.value.Fraction;
import dev.winnow.model.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the obstacles of the rules that do not hold for a candidate. */
public final class Obstacles {

    private static final Set<Class<?>> SINGLE = Set.of(Project.class, City.class, AsOf.class, Limit.class);

    private final PairScorer scorer;
    private final EvaluationContext context;
    private final Project candidate;
    private final List<RuleOutcome> outcomes;
    private final CriterionTotals tally;

    private Obstacles(PairScorer scorer, EvaluationContext context, Project candidate, List<RuleOutcome> outcomes) {
        this.scorer = scorer;
        this.context = context;
        this.candidate = candidate;
        this.outcomes = outcomes;
        this.tally = scorer.tally(outcomes);
    }

    /**
     * The obstacle of each rule that certainly does not hold; awards first, those with the largest possible gain before
     * others.
     */
    public static List<Obstacle> of(
            PairScorer scorer, EvaluationContext context, Project candidate, List<RuleOutcome> outcomes) {
        Obstacles all = new Obstacles(scorer, context, candidate, outcomes);
        List<Obstacle> obstacles = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            RuleOutcome outcome = outcomes.get(i);
            if (!outcome.holds() && !outcome.mayHold()) {
                obstacles.add(all.obstacle(i));
            }
        }
        obstacles.sort(
                Comparator.comparing((Obstacle one) -> !one.rule().effect().hasPoints())
                        .thenComparing(one -> one.rule().effect().place())
                        .thenComparing(Obstacle::worth, Comparator.reverseOrder())
                        .thenComparing(one -> one.rule().id()));
        return List.copyOf(obstacles);
    }

    private Obstacle obstacle(int number) {
        CheckedRule rule = outcomes.get(number).rule();
        List<CaseStep> steps = NearestWay.of(rule, context, candidate);
        int index = steps.size() - 1;
        CaseStep last = steps.get(index);
        FactType type = rule.types().get(index);
        Constraint stop = last.constraints().isEmpty()
                ? null
                : last.constraints().get(last.constraints().size() - 1);
        Gap gap = stop == null ? null : stop.gap();
        Kind kind = kind(rule.rule().patterns().get(index), type, gap);
        int rows = SINGLE.contains(type.record())
                ? 0
                : (int) context.rows(type, candidate).stream()
                        .filter(row -> !Vocabulary.isUnwritten(row))
                        .count();
        return new Obstacle(
                scorer.summary(rule),
                gain(number),
                kind,
                within(rule, (stop != null && kind != Kind.PRESENT) ? stop.place() : last.place()),
                (stop != null && kind != Kind.PRESENT) ? stop.text() : last.text(),
                type.name(),
                last.row(),
                rows,
                (stop != null && kind != Kind.PRESENT) ? stop.values() : List.of(),
                gap);
    }

    /** Makes the file name of a place relative to the pack's folder. */
    private static Place within(CheckedRule rule, Place place) {
        return new Place(rule.rule().criterion() + ".drl", place.line(), place.column(), null);
    }

    private static Kind kind(Pattern pattern, FactType type, @Nullable Gap gap) {
        return switch (pattern.kind()) {
            case NOT -> Kind.PRESENT;
            case ACCUMULATE -> gap != null && gap.found().high().isZero() ? Kind.ABSENT : Kind.COUNT;
            case FACT -> SINGLE.contains(type.record()) || gap != null ? Kind.FAILS : Kind.ABSENT;
        };
    }

    /** The increase of a side's low score if a rule held in full. */
    private BigDecimal gain(int number) {
        RuleOutcome outcome = outcomes.get(number);
        PackRule rule = outcome.rule().rule();
        if (!rule.awards()) {
            return BigDecimal.ZERO;
        }
        Fraction points = Fraction.of(rule.points());
        List<RuleOutcome> anew = new ArrayList<>(outcomes);
        anew.set(number, new RuleOutcome(outcome.rule(), List.of(), List.of(), points, points));
        CriterionTotals then = scorer.tally(anew);
        Fraction more = Fraction.ZERO;
        for (Side side : Side.values()) {
            more = more.plus(then.side(side).low().minus(tally.side(side).low()));
        }
        return more.rounded();
    }
}
