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
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Component;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
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
    private final Verdict verdict;

    /** A judgement with one fact otherwise, and what each rule that reads it finds. */
    private record Otherwise(Assessor.Judgement judgement, List<RuleOutcome> outcomes, List<RuleOutcome> read) {

        Verdict verdict() {
            return judgement.because().verdict();
        }

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
        this.verdict = base.judgement().because().verdict();
    }

    /** Those of some assumptions that are critical, in their order. */
    List<CriticalAssumption> among(List<FilledFact> assumed) {
        List<CriticalAssumption> critical = new ArrayList<>();
        for (FilledFact fact : assumed) {
            Verdict otherwise = furthest(verdicts(fact));
            if (otherwise != null) {
                critical.add(new CriticalAssumption(fact.fact(), otherwise));
            }
        }
        return critical;
    }

    private @Nullable Verdict furthest(Set<Verdict> others) {
        List<Verdict> order = verdict == Verdict.RECOMMEND
                ? List.of(Verdict.DECLINE, Verdict.HOLD)
                : List.of(Verdict.RECOMMEND, Verdict.HOLD, Verdict.DECLINE);
        return order.stream()
                .filter(one -> one != verdict && others.contains(one))
                .findFirst()
                .orElse(null);
    }

    /** Every verdict that it comes to if one assumption does not hold. */
    private Set<Verdict> verdicts(FilledFact fact) {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        int[] reading = day.readers(fact.assumption().about()).stream()
                .filter(rule -> !base.sound().get(rule).isDecided())
                .toArray();
        if (reading.length == 0 || only(base.sound(), reading) != null) { // it is that of the base case
            return verdicts;
        }
        Otherwise takenBack = judge(fact, before(fact), reading);
        verdicts.add(takenBack.verdict());
        // What is decided without the fact is decided alike whatever its value.
        int[] open = IntStream.range(0, reading.length)
                .filter(i -> !takenBack.read().get(i).isDecided())
                .map(i -> reading[i])
                .toArray();
        if (open.length > 0 && only(takenBack.outcomes(), open) == null) {
            turn(fact, open, verdicts);
        }
        return verdicts;
    }

    /**
     * The only verdict that there can be whatever some rules come to within bounds; null if there may be several. There is
     * one if no other is possible, and if none of the rules stops a candidate and neither end of the score comes to the other
     * side of a threshold.
     *
     * @param bounds outcomes within which those of the rules stay
     */
    private @Nullable Verdict only(List<RuleOutcome> bounds, int[] some) {
        List<RuleOutcome> within = new ArrayList<>(base.outcomes());
        List<RuleOutcome> best = new ArrayList<>(base.outcomes());
        List<RuleOutcome> worst = new ArrayList<>(base.outcomes());
        boolean stops = false;
        for (int rule : some) {
            RuleOutcome bound = bounds.get(rule);
            stops |= !bound.isDecided() && bound.rule().rule().effect().bearing() == Effect.Bearing.VERDICT;
            within.set(rule, bound);
            best.set(rule, bound.earning(bound.high()));
            worst.set(rule, bound.earning(bound.low()));
        }
        Assessor assessor = day.pack().assessor();
        Assessor.Judgement all = assessor.judge(within);
        Verdict here = all.because().verdict();
        if (all.possible().size() == 1) {
            return here;
        }
        if (stops
                || assessor.zone(all.score().low())
                        != assessor.zone(assessor.judge(best).score().low())
                || assessor.zone(all.score().high())
                        != assessor.zone(assessor.judge(worst).score().high())) {
            return null;
        }
        return here;
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
        return judge(fact, value, reading).verdict();
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
        return new Otherwise(day.pack().assessor().judge(outcomes), outcomes, read);
    }

    /**
     * Tries the values of a figure: those of the limits, round numbers, the numbers at which a rule that reads it begins or
     * ceases to hold, and numbers between all these. Misses what changes and changes back between two of them.
     */
    private void figures(FilledFact fact, int[] reading, Set<Verdict> verdicts) {
        Unit unit = ((Figure) fact.value()).unit();
        Map<Amount, Otherwise> judged = new HashMap<>();
        Function<Amount, Otherwise> judging =
                value -> judged.computeIfAbsent(value, any -> judge(fact, Figure.exactly(any, unit), reading));
        Amount before = null;
        for (Amount value : day.figures(unit)) {
            verdicts.add(judging.apply(value).verdict());
            if (before != null
                    && !judging.apply(before).isLike(judging.apply(value))
                    && only(
                                    judge(fact, Figure.between(before, value, unit), reading)
                                            .outcomes(),
                                    reading)
                            == null) {
                Amount turn = turn(before, value, judging);
                verdicts.add(judging.apply(turn).verdict());
                verdicts.add(judging.apply(SearchGrid.below(turn)).verdict());
            }
            before = value;
        }
    }

    /** The first number at which a rule that reads the figure finds otherwise than at the start. */
    private static Amount turn(Amount from, Amount to, Function<Amount, Otherwise> judging) {
        Otherwise start = judging.apply(from);
        return SearchGrid.first(from, to, value -> !judging.apply(value).isLike(start));
    }
}
