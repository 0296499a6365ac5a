package dev.winnow.engine;

import dev.winnow.engine.evaluate.EvaluationContext;
import dev.winnow.engine.evaluate.RuleOutcome;
import dev.winnow.engine.score.Assessor;
import dev.winnow.engine.walk.SearchGrid;
import dev.winnow.engine.walk.Walker;
import dev.winnow.language.check.CheckedRule;
import dev.winnow.model.assumption.Assumable.Subject;
import dev.winnow.model.assumption.Filling;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.CriticalAssumption;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.universe.FilledFact;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.ScoreInterval;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Component;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the assumptions on which the verdict of a base case hangs, by judging it again with each of them taken back, and
 * turned: a yes into a no, a figure into every other value at which a rule changes its mind, a list into one that holds
 * somebody more. Only rules that read the fact are evaluated again.
 */
final class CriticalSearch {

    private final BaseDay day;
    private final BaseJudgement base;
    private final List<CheckedRule> rules;
    private final Assessor assessor;
    /** The verdicts that an assumption is critical for, the furthest first: the one that is told if it brings several. */
    private final List<Verdict> furthest;

    /** What rules find with one fact otherwise, and what each that reads it finds. */
    private record Otherwise(List<RuleOutcome> outcomes, List<RuleOutcome> read) {

        /** Whether each rule holds alike, however much it awards. */
        boolean isLike(Otherwise other) {
            return IntStream.range(0, read.size())
                    .allMatch(i -> read.get(i).holds() == other.read.get(i).holds()
                            && read.get(i).isOpen() == other.read.get(i).isOpen());
        }
    }

    CriticalSearch(BaseDay day, BaseJudgement base) {
        this.day = day;
        this.base = base;
        this.rules = day.pack().checkedRules();
        this.assessor = day.pack().assessor();
        Verdict verdict = base.judgement().because().verdict();
        this.furthest = Stream.of(
                        verdict == Verdict.RECOMMEND ? Verdict.DECLINE : Verdict.RECOMMEND,
                        Verdict.HOLD,
                        Verdict.DECLINE)
                .filter(other -> other != verdict)
                .distinct()
                .toList();
    }

    /** Those of some assumptions that are critical, in their order. */
    List<CriticalAssumption> among(List<FilledFact> assumed) {
        List<CriticalAssumption> critical = new ArrayList<>();
        for (FilledFact fact : assumed) {
            int place = furthest(verdicts(fact));
            if (place < furthest.size()) {
                critical.add(new CriticalAssumption(fact.fact(), furthest.get(place)));
            }
        }
        return critical;
    }

    /** The place of the furthest of some verdicts among {@link #furthest}; its size if none is there. */
    private int furthest(Set<Verdict> some) {
        int place = 0;
        while (place < furthest.size() && !some.contains(furthest.get(place))) {
            place++;
        }
        return place;
    }

    /** The verdicts that it comes to if one assumption does not hold: all, or the furthest of them and some others. */
    private Set<Verdict> verdicts(FilledFact fact) {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        int[] reading = day.readers(fact.assumption().about()).stream()
                .filter(rule -> !base.sound().get(rule).isDecided())
                .toArray();
        if (reading.length == 0 || !mayGoFurther(base.sound(), reading, verdicts)) {
            return verdicts;
        }
        Otherwise takenBack = judge(fact, before(fact), reading);
        verdicts.add(verdict(takenBack));
        // What is decided without the fact is decided alike whatever its value.
        int[] open = IntStream.range(0, reading.length)
                .filter(i -> !takenBack.read().get(i).isDecided())
                .map(i -> reading[i])
                .toArray();
        if (open.length > 0 && mayGoFurther(takenBack.outcomes(), open, verdicts)) {
            turn(fact, open, verdicts);
        }
        return verdicts;
    }

    /** Whether some rules may come to what brings a verdict further than those that were found, within bounds of what they find. */
    private boolean mayGoFurther(List<RuleOutcome> bounds, int[] some, Set<Verdict> found) {
        return furthest(within(bounds, some)) < furthest(found);
    }

    /**
     * The verdicts that there can be whatever some rules come to within bounds. Rules that stop a candidate and both ends of
     * the score are bounded apart, so there may be one among them that nothing brings; none is left out.
     *
     * @param bounds outcomes within which those of the rules stay
     */
    private Set<Verdict> within(List<RuleOutcome> bounds, int[] some) {
        List<RuleOutcome> within = new ArrayList<>(base.outcomes());
        List<RuleOutcome> best = new ArrayList<>(base.outcomes());
        List<RuleOutcome> worst = new ArrayList<>(base.outcomes());
        boolean mayKnockOut = false;
        boolean mayFlag = false;
        for (int rule : some) {
            RuleOutcome bound = bounds.get(rule);
            Effect effect = bound.rule().rule().effect();
            within.set(rule, bound);
            if (effect.bearing() == Effect.Bearing.VERDICT) {
                mayKnockOut |= effect == Effect.KNOCK_OUT && !bound.isDecided();
                mayFlag |= effect == Effect.RED_FLAG && !bound.isDecided();
                best.set(rule, bound.isDecided() ? bound : bound.ruledOut());
                worst.set(rule, best.get(rule));
            } else {
                best.set(rule, bound.earning(bound.high()));
                worst.set(rule, bound.earning(bound.low()));
            }
        }
        ScoreInterval all = assessor.judge(within).score();
        return assessor.verdicts(
                assessor.stops(best).andMaybe(mayKnockOut, mayFlag),
                new ScoreInterval(all.low(), assessor.judge(best).score().low()),
                new ScoreInterval(assessor.judge(worst).score().high(), all.high()));
    }

    private void turn(FilledFact fact, int[] reading, Set<Verdict> verdicts) {
        Component component = fact.assumption().about().component();
        if (component == null) {
            return; // a list that may hold more again is all that it can be turned into
        }
        switch (component.kind()) {
            case FLAG -> verdicts.add(verdict(fact, !(Boolean) fact.value(), reading));
            case TEXT ->
                component.words().stream()
                        .filter(word -> !word.equals(fact.value()))
                        .forEach(word -> verdicts.add(verdict(fact, word, reading)));
            case TEXTS -> {
                List<Object> more = new ArrayList<>((List<?>) fact.value());
                more.add(Answering.SOMEBODY);
                verdicts.add(verdict(fact, List.copyOf(more), reading));
                if (fact.assumption().filling() instanceof Filling.Value) {
                    verdicts.add(verdict(fact, List.of(), reading));
                }
            }
            case FIGURE -> figures(fact, reading, verdicts);
            case DATE, EVIDENCE -> {}
        }
    }

    private Verdict verdict(FilledFact fact, Object value, int[] reading) {
        return verdict(judge(fact, value, reading));
    }

    private Verdict verdict(Otherwise otherwise) {
        return assessor.judge(otherwise.outcomes()).because().verdict();
    }

    /** What was known of the fact before it was assumed: nothing, or the start of a list. */
    private @Nullable Object before(FilledFact fact) {
        if (fact.assumption().about().subject() != Subject.PROJECT) {
            return null;
        }
        Project known = day.facts().known().project(base.candidate().project().id());
        return day.facts()
                .vocabulary()
                .project()
                .value(
                        Objects.requireNonNull(known),
                        Objects.requireNonNull(fact.assumption().about().component())
                                .name());
    }

    private Otherwise judge(FilledFact fact, @Nullable Object value, int[] reading) {
        Project project = base.candidate().project();
        EvaluationContext context = base.context();
        if (fact.assumption().about().subject() == Subject.PROJECT) {
            Map<String, @Nullable Object> changed = new HashMap<>();
            changed.put(
                    Objects.requireNonNull(fact.assumption().about().component())
                            .name(),
                    value);
            project = day.facts().vocabulary().project().with(project, changed);
        } else {
            context = day.turned(base.context().city().id(), base.except(), fact.fact(), value);
        }
        List<RuleOutcome> outcomes = new ArrayList<>(base.outcomes());
        List<RuleOutcome> read = new ArrayList<>(reading.length);
        for (int rule : reading) {
            RuleOutcome outcome = Walker.walk(rules.get(rule), context, project, Walker.Watch.NONE)
                    .outcome();
            outcomes.set(rule, outcome);
            read.add(outcome);
        }
        return new Otherwise(outcomes, read);
    }

    /**
     * Tries the values of a figure: those of the limits, round numbers, the numbers at which a rule that reads it begins or
     * ceases to hold, and numbers between all these. Misses what changes and changes back between two of them. Values within
     * bounds that allow no verdict further than what was found are not tried one by one.
     */
    private void figures(FilledFact fact, int[] reading, Set<Verdict> verdicts) {
        Unit unit = ((Figure) fact.value()).unit();
        Map<Amount, Otherwise> judged = new HashMap<>();
        Function<Amount, Otherwise> judging =
                value -> judged.computeIfAbsent(value, any -> judge(fact, Figure.exactly(any, unit), reading));
        List<Amount> values = day.figures(unit);
        Deque<List<Amount>> left = new ArrayDeque<>(halves(values));
        while (!left.isEmpty()) {
            List<Amount> some = left.pop();
            Amount first = some.get(0);
            Amount last = some.get(some.size() - 1);
            List<RuleOutcome> bounds =
                    judge(fact, Figure.between(first, last, unit), reading).outcomes();
            if (!mayGoFurther(bounds, reading, verdicts)) {
                continue;
            }
            if (some.size() > 2) {
                halves(some).forEach(left::push);
                continue;
            }
            verdicts.add(verdict(judging.apply(first)));
            verdicts.add(verdict(judging.apply(last)));
            if (!judging.apply(first).isLike(judging.apply(last)) && mayGoFurther(bounds, reading, verdicts)) {
                Amount at = turn(first, last, judging);
                verdicts.add(verdict(judging.apply(at)));
                verdicts.add(verdict(judging.apply(SearchGrid.below(at))));
            }
        }
    }

    /** Two parts of some values that share the one in the middle; two values alone are one part. */
    private static List<List<Amount>> halves(List<Amount> values) {
        int middle = values.size() / 2;
        return values.size() < 3
                ? List.of(values)
                : List.of(values.subList(0, middle + 1), values.subList(middle, values.size()));
    }

    /** The first number at which a rule that reads the figure finds otherwise than at the start. */
    private static Amount turn(Amount from, Amount to, Function<Amount, Otherwise> judging) {
        Otherwise start = judging.apply(from);
        return SearchGrid.first(from, to, value -> !judging.apply(value).isLike(start));
    }
}
