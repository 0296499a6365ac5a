package dev.winnow.engine;

import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.score.VerdictRecalculation;
import dev.winnow.engine.internal.walk.SearchGrid;
import dev.winnow.engine.internal.walk.Walker;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.model.domain.Project;
import dev.winnow.model.internal.assumption.Assumable.Subject;
import dev.winnow.model.internal.assumption.Filling;
import dev.winnow.model.result.CriticalAssumption;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.universe.FilledFact;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Component;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the assumptions on which the verdict of a base case depends. Judges the base case again with each assumption
 * withdrawn, and with its fact set to other values: a flag negated, a figure at every value where a rule changes, a
 * text replaced by texts from rules and other facts, a list with such texts added or members removed. Only rules that
 * read the fact are evaluated again.
 */
final class CriticalSearch {

    /** Largest number of relevant texts for which all pairs are tried. */
    private static final int MAX_PAIRED = 12;

    private final BaseCaseEvaluator day;
    private final BaseCaseResult base;
    private final List<CheckedRule> rules;
    private final VerdictRecalculation recalculation;
    /** The verdicts other than the base verdict, furthest from it first. The furthest that is found is reported. */
    private final List<Verdict> furthest;

    CriticalSearch(BaseCaseEvaluator day, BaseCaseResult base) {
        this.day = day;
        this.base = base;
        this.rules = day.pack().checkedRules();
        this.recalculation = day.pack().scorer().recalculation(base.outcomes());
        Verdict verdict = base.verdict();
        this.furthest = Stream.of(
                        verdict == Verdict.RECOMMEND ? Verdict.DECLINE : Verdict.RECOMMEND,
                        Verdict.HOLD,
                        Verdict.DECLINE)
                .filter(other -> other != verdict)
                .distinct()
                .toList();
    }

    /** The critical assumptions among those given, in the same order. */
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

    /**
     * The index in {@link #furthest} of the furthest verdict in a set; its size if the set contains none of them.
     *
     * @param some a set of {@linkplain VerdictRecalculation#bit verdict bits}
     */
    private int furthest(int some) {
        int place = 0;
        while (place < furthest.size() && (some & VerdictRecalculation.bit(furthest.get(place))) == 0) {
            place++;
        }
        return place;
    }

    /**
     * The verdicts reached if an assumption does not hold, as bits. Contains the furthest; others may be missing once
     * it is found.
     */
    private int verdicts(FilledFact fact) {
        int[] reading = open(day.readers(fact.assumption().about()));
        if (reading.length == 0) {
            return 0;
        }
        RuleOutcome[] sound = new RuleOutcome[reading.length];
        for (int i = 0; i < reading.length; i++) {
            sound[i] = base.sound().get(reading[i]);
        }
        if (!mayGoFurther(reading, sound, 0)) {
            return 0;
        }
        RuleOutcome[] withdrawn = judge(fact, before(fact), reading);
        int verdicts = recalculation.verdict(reading, withdrawn);
        // A rule that is decided without the fact has the same outcome for every value.
        int[] open = new int[reading.length];
        RuleOutcome[] bounds = new RuleOutcome[reading.length];
        int many = 0;
        for (int i = 0; i < reading.length; i++) {
            if (!withdrawn[i].isDecided()) {
                open[many] = reading[i];
                bounds[many++] = withdrawn[i];
            }
        }
        open = Arrays.copyOf(open, many);
        return many > 0 && mayGoFurther(open, bounds, verdicts) ? verdicts | changed(fact, open, verdicts) : verdicts;
    }

    /** The rules of a set that the sound judgement leaves open. */
    private int[] open(BitSet some) {
        int[] open = new int[some.cardinality()];
        int many = 0;
        for (int rule = some.nextSetBit(0); rule >= 0; rule = some.nextSetBit(rule + 1)) {
            if (!base.sound().get(rule).isDecided()) {
                open[many++] = rule;
            }
        }
        return Arrays.copyOf(open, many);
    }

    /** Whether outcomes of some rules within the bounds could reach a verdict further than those found. */
    private boolean mayGoFurther(int[] some, RuleOutcome[] bounds, int found) {
        return furthest(recalculation.within(some, bounds)) < furthest(found);
    }

    /** @param found the verdicts found so far, as bits */
    private int changed(FilledFact fact, int[] reading, int found) {
        Component component = fact.assumption().about().component();
        if (component == null) {
            // a list of rows can only become incomplete, which withdrawing the assumption has tried
            return 0;
        }
        return switch (component.kind()) {
            case FLAG -> verdict(fact, !(Boolean) fact.value(), reading);
            case TEXT -> any(fact, reading, found, List.copyOf(day.texts(fact, base.context())));
            case TEXTS -> lists(fact, reading, found);
            case FIGURE -> new Figures(fact, reading).verdicts(found);
            case DATE ->
                any(
                        fact,
                        reading,
                        found,
                        PossibleAnswers.dates(base.context().facts().asOf()));
            case EVIDENCE -> 0;
        };
    }

    /** The verdicts for some values; stops at the furthest. */
    private int any(FilledFact fact, int[] reading, int found, Collection<?> values) {
        int verdicts = found;
        for (Object value : values) {
            if (furthest(verdicts) > 0 && !value.equals(fact.value())) {
                verdicts |= verdict(fact, value, reading);
            }
        }
        return verdicts;
    }

    /**
     * The verdicts for variants of a list. Each relevant text is added alone, with each other one, and with all others.
     * Of the members that are only assumed, each alone, all but each, and all are removed. A text is relevant if the
     * rules' outcomes with it alone differ from those with an unmentioned name.
     */
    private int lists(FilledFact fact, int[] reading, int found) {
        List<?> assumed = (List<?>) fact.value();
        Object before = before(fact);
        List<?> known = fact.assumption().filling() instanceof Filling.Value
                ? before instanceof List<?> begun ? begun : List.of()
                : assumed;
        List<Object> added = new ArrayList<>();
        List<RuleOutcome[]> alone = new ArrayList<>();
        int verdicts = found;
        List<Object> texts = new ArrayList<>(day.texts(fact, base.context()));
        Collections.reverse(texts); // the unmentioned name first
        for (Object text : texts) {
            if (furthest(verdicts) > 0 && !assumed.contains(text)) {
                RuleOutcome[] outcomes = judge(fact, and(known, text), reading);
                verdicts |= recalculation.verdict(reading, outcomes);
                if (alone.stream().noneMatch(other -> allMatch(outcomes, other, CriticalSearch::sameOutcome))) {
                    added.add(text);
                    alone.add(outcomes);
                }
            }
        }
        Set<List<Object>> lists = new LinkedHashSet<>();
        added.forEach(text -> lists.add(and(assumed, text)));
        lists.add(and(assumed, added.toArray()));
        lists.add(and(known, added.toArray()));
        if (added.size() <= MAX_PAIRED) {
            for (int i = 0; i < added.size(); i++) {
                for (int j = 0; j < i; j++) {
                    lists.add(and(assumed, added.get(j), added.get(i)));
                    lists.add(and(known, added.get(j), added.get(i)));
                }
            }
        }
        for (Object member : assumed) {
            if (!known.contains(member)) {
                lists.add(
                        and(assumed.stream().filter(one -> !one.equals(member)).toList()));
                lists.add(and(known, member));
            }
        }
        lists.add(and(known));
        return any(fact, reading, verdicts, lists);
    }

    private static List<Object> and(List<?> some, Object... more) {
        List<Object> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    private int verdict(FilledFact fact, Object value, int[] reading) {
        return recalculation.verdict(reading, judge(fact, value, reading));
    }

    /** The value before the assumption: null, or the known start of a list. */
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

    /** The outcomes of some rules with another value of one fact. */
    private RuleOutcome[] judge(FilledFact fact, @Nullable Object value, int[] reading) {
        return judge(fact, value, reading, true);
    }

    /** @param cached whether other candidates will be judged with the same value, so that caching pays */
    private RuleOutcome[] judge(FilledFact fact, @Nullable Object value, int[] reading, boolean cached) {
        Project changed = null;
        EvaluationContext context = base.context();
        if (fact.assumption().about().subject() == Subject.PROJECT) {
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put(
                    Objects.requireNonNull(fact.assumption().about().component())
                            .name(),
                    value);
            changed = day.facts().vocabulary().project().with(base.candidate().project(), values);
        } else {
            context = cached
                    ? day.variant(context, base.except(), fact, value)
                    : day.newVariant(context, base.except(), fact, value);
        }
        @Nullable RuleOutcome[] found = day.finder().findChanged(context, base.candidate(), changed, reading);
        RuleOutcome[] all = new RuleOutcome[reading.length];
        for (int i = 0; i < all.length; i++) {
            RuleOutcome outcome = found[i];
            all[i] = outcome == null ? walk(reading[i], context, changed) : outcome;
        }
        return all;
    }

    private RuleOutcome walk(int rule, EvaluationContext context, @Nullable Project changed) {
        Project project = changed == null ? base.candidate().project() : changed;
        return Walker.walk(rules.get(rule), context, project, Walker.Watch.NONE).outcome();
    }

    /** Whether the outcomes of all rules correspond. */
    private static boolean allMatch(
            RuleOutcome[] some, RuleOutcome[] others, BiPredicate<RuleOutcome, RuleOutcome> asItWas) {
        for (int i = 0; i < some.length; i++) {
            if (!asItWas.test(some[i], others[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether two outcomes of a rule agree on whether it holds or is open. Points are not compared. */
    private static boolean sameTruth(RuleOutcome one, RuleOutcome other) {
        return one.holds() == other.holds() && one.isOpen() == other.isOpen();
    }

    /** Whether two outcomes of a rule are equal for the verdict. */
    private static boolean sameOutcome(RuleOutcome one, RuleOutcome other) {
        return one.holds() == other.holds()
                && one.mayHold() == other.mayHold()
                && one.low().equals(other.low())
                && one.high().equals(other.high());
    }

    /**
     * Tries the values of a figure: the limits, round numbers, the numbers at which a rule that reads it starts or
     * stops holding, and numbers between these. A change that is reversed between two tried values is missed. If all
     * rules depend monotonically on the figure and have equal outcomes at two values, values between them are skipped.
     */
    private final class Figures {

        private final FilledFact fact;
        private final int[] reading;
        private final Unit unit;
        private final boolean steady;
        private final List<Amount> values;
        /** Outcomes by value index; null where the value has not been tried. */
        private final RuleOutcome[] @Nullable [] found;

        private int verdicts;

        Figures(FilledFact fact, int[] reading) {
            this.fact = fact;
            this.reading = reading;
            this.unit = ((Figure) fact.value()).unit();
            this.steady = areSteady(day.steady(fact.assumption().about()));
            this.values = day.figures(unit);
            this.found = new RuleOutcome[values.size()][];
        }

        private boolean areSteady(BitSet all) {
            for (int rule : reading) {
                if (!all.get(rule)) {
                    return false;
                }
            }
            return true;
        }

        /**
         * The verdicts reached, as bits. Contains the furthest; others may be missing once it is found.
         *
         * @param before the verdicts found so far
         */
        int verdicts(int before) {
            verdicts = before;
            int last = found.length - 1;
            if (steady) {
                int first = values.get(0).isZero() ? 1 : 0;
                tryValue(first);
                tryValue(last);
                tryBetween(first, last);
            }
            for (int i = 0; i < found.length; i++) {
                tryValue(i);
            }
            for (int i = 1; unit.levels() == null && i < found.length && furthest(verdicts) > 0; i++) {
                RuleOutcome[] atFirst = Objects.requireNonNull(found[i - 1]);
                RuleOutcome[] atLast = Objects.requireNonNull(found[i]);
                if (!allMatch(atFirst, atLast, CriticalSearch::sameTruth)) {
                    verdicts |= between(values.get(i - 1), values.get(i), atFirst, atLast);
                }
            }
            return verdicts;
        }

        /** Tries a value unless it has been tried or the furthest verdict is found. */
        private void tryValue(int place) {
            if (found[place] == null && furthest(verdicts) > 0) {
                RuleOutcome[] made = judge(values.get(place), reading);
                found[place] = made;
                verdicts |= recalculation.verdict(reading, made);
            }
        }

        /** Tries the values between two tried ones, skipping ranges in which outcomes cannot change. */
        private void tryBetween(int from, int to) {
            RuleOutcome[] atFrom = found[from];
            RuleOutcome[] atTo = found[to];
            if (to - from < 2 || atFrom == null || atTo == null) {
                return;
            }
            if (allMatch(atFrom, atTo, CriticalSearch::sameOutcome)) {
                Arrays.fill(found, from + 1, to, atFrom);
            } else {
                int middle = (from + to) >>> 1;
                tryValue(middle);
                tryBetween(from, middle);
                tryBetween(middle, to);
            }
        }

        /** The verdicts at the first number between two at which an outcome changes, and directly below it. */
        private int between(Amount first, Amount last, RuleOutcome[] atFirst, RuleOutcome[] atLast) {
            boolean oneWay = steady && !first.isZero();
            if (oneWay && changesOnce(atFirst, atLast)) {
                return 0;
            }
            RuleOutcome[] bounds = CriticalSearch.this.judge(fact, Figure.between(first, last, unit), reading);
            if (!mayGoFurther(reading, bounds, verdicts)) {
                return 0;
            }
            int[] places = oneWay
                    ? changing(atFirst, atLast)
                    : IntStream.range(0, reading.length).toArray();
            int[] asked = IntStream.of(places).map(place -> reading[place]).toArray();
            RuleOutcome[] before =
                    IntStream.of(places).mapToObj(place -> atFirst[place]).toArray(RuleOutcome[]::new);
            Amount turn = SearchGrid.first(
                    first, last, value -> !allMatch(once(value, asked), before, CriticalSearch::sameTruth));
            return recalculation.verdict(reading, once(turn, reading))
                    | recalculation.verdict(reading, once(SearchGrid.below(turn), reading));
        }

        /**
         * Whether exactly one rule differs between the two values and has no outcome in between, so that both verdicts
         * are already known.
         */
        private boolean changesOnce(RuleOutcome[] atFirst, RuleOutcome[] atLast) {
            int changing = -1;
            for (int i = 0; i < reading.length; i++) {
                if (!sameOutcome(atFirst[i], atLast[i])) {
                    if (changing >= 0) {
                        return false;
                    }
                    changing = i;
                }
            }
            return changing >= 0
                    && !rules.get(reading[changing])
                            .rule()
                            .consequence()
                            .counting()
                            .varies()
                    && (atFirst[changing].isOpen() || atLast[changing].isOpen());
        }

        /** Indexes of the rules that hold differently at two values. */
        private int[] changing(RuleOutcome[] atFirst, RuleOutcome[] atLast) {
            return IntStream.range(0, reading.length)
                    .filter(i -> !sameTruth(atFirst[i], atLast[i]))
                    .toArray();
        }

        private RuleOutcome[] judge(Amount value, int[] asked) {
            return CriticalSearch.this.judge(fact, Figure.exactly(value, unit), asked);
        }

        /** Judges a value that is tried for this candidate only. */
        private RuleOutcome[] once(Amount value, int[] asked) {
            return CriticalSearch.this.judge(fact, Figure.exactly(value, unit), asked, false);
        }
    }
}
