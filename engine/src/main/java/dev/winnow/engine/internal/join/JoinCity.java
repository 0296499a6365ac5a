package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.Budget;
import dev.winnow.engine.internal.evaluate.BudgetMeter;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.engine.internal.evaluate.WrittenKeys;
import dev.winnow.engine.internal.join.CityMatches.Tuple;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.model.domain.Milestone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The candidate-independent part of the evaluation of a pack's rules in a city on a day. Thread-safe once constructed.
 */
final class JoinCity {

    private final Conditions conditions;
    private final EvaluationContext context;
    /** The city with all presences, whose tables are reused where the rows are the same; null if there is none. */
    private final @Nullable JoinCity whole;

    private final Map<String, FactTable> tables = new HashMap<>();
    private final PhaseRules phaseRules;
    private final @Nullable CityMatches[] prefixes;
    private final long[] matching;
    private final BudgetMeter meter = new BudgetMeter(Budget.STANDARD);
    /** A cached run for computing matches; null while in use. */
    private final AtomicReference<@Nullable JoinRun> spare = new AtomicReference<>();

    private final AtomicReference<@Nullable JoinRun> spareChanged = new AtomicReference<>();

    /**
     * Evaluates the prefixes of the rules.
     *
     * @param whole the city with all presences, whose prefixes are reused for rules that read the same rows; null if
     *     there is none
     * @throws BudgetExceeded if the prefix of a rule has too many combinations of rows
     */
    JoinCity(PhaseRules phaseRules, Conditions conditions, EvaluationContext context, @Nullable JoinCity whole) {
        this(context, phaseRules, conditions, whole);
        for (int place = 0; place < prefixes.length; place++) {
            if (whole != null
                    && context.isWholeIn(phaseRules.rules().get(place).checked().types())) {
                prefixes[place] = whole.prefix(place);
            }
            if (evaluated(place).best() != Truth.NO) {
                TriBitSet.set(matching, place);
            }
        }
    }

    private JoinCity(
            EvaluationContext context, PhaseRules phaseRules, Conditions conditions, @Nullable JoinCity whole) {
        this.whole = whole;
        this.phaseRules = phaseRules;
        this.conditions = conditions;
        this.context = context;
        this.prefixes = new CityMatches[phaseRules.rules().size()];
        this.matching = new long[TriBitSet.words(prefixes.length)];
    }

    /** A city for which few rules will be evaluated: {@link #evaluated} evaluates the prefix of each on first use. */
    static JoinCity onDemand(PhaseRules phaseRules, Conditions conditions, EvaluationContext context) {
        return new JoinCity(context, phaseRules, conditions, null);
    }

    /**
     * The prefix of a rule, by its place in the phase, evaluated on first use.
     *
     * @throws BudgetExceeded if it has too many combinations of rows
     */
    synchronized CityMatches evaluated(int place) {
        CityMatches known = prefixes[place];
        if (known == null) {
            known = prefix(phaseRules.rules().get(place));
            prefixes[place] = known;
        }
        return known;
    }

    /** The keys that unwritten rows cannot have. */
    WrittenKeys keys() {
        return context.keys();
    }

    /** Takes the cached run; null if there is none. */
    @Nullable
    JoinRun takeRun() {
        return spare.getAndSet(null);
    }

    /** Returns a run to the cache. */
    void leaveRun(JoinRun run) {
        spare.set(run);
    }

    /** Takes the cached run for candidates with a changed fact; null if there is none. */
    @Nullable
    JoinRun takeChangedRun() {
        return spareChanged.getAndSet(null);
    }

    /** Returns a run for candidates with a changed fact to the cache. */
    void leaveChangedRun(JoinRun run) {
        spareChanged.set(run);
    }

    /** The prefix of a rule, by its place in the phase. */
    CityMatches prefix(int place) {
        return Objects.requireNonNull(prefixes[place]);
    }

    /** The places of the rules whose prefix matches, as bits. */
    long[] matching() {
        return matching;
    }

    private CityMatches prefix(JoinRule rule) {
        NestedLoops walk = new NestedLoops(conditions, context.keys(), new Lookups(0), 0, meter);
        // No streams: a city has as many prefixes as the pack has rules, and a short run evaluates each city only once.
        BoundStep[] before = new BoundStep[rule.prefix().size()];
        for (int i = 0; i < before.length; i++) {
            JoinStep step = rule.prefix().get(i);
            before[i] = BoundStep.of(step, step.keys(), table(step.type()));
        }
        BoundStep probe = rule.probe() < 0 ? null : probe(rule, before);
        List<Tuple> found = new ArrayList<>();
        walk.walk(rule, before, truth -> {
            meter.pair(rule.checked().id());
            found.add(walk.tuple(rule, truth));
            return true;
        });
        Index[] further = new Index[rule.further().size()];
        for (int i = 0; i < further.length; i++) {
            JoinRule.Further one = rule.further().get(i);
            further[i] = table(rule.checked().types().get(one.pattern()))
                    .index(one.key().row());
        }
        BoundStep[] suffix = new BoundStep[rule.suffix().size()];
        int[] milestones = new int[suffix.length];
        boolean any = false;
        long matches = found.size();
        for (int i = 0; i < suffix.length; i++) {
            JoinStep step = rule.suffix().get(i);
            BoundStep bound = BoundStep.of(step, step.keys(), table(step.type()));
            suffix[i] = bound;
            milestones[i] = phaseRules.milestone(step);
            any |= milestones[i] >= 0;
            if (step.kind() == Pattern.Kind.FACT && step.type().record() != Milestone.class) {
                matches = Math.min(Integer.MAX_VALUE, matches * bound.table().size());
            }
        }
        return new CityMatches(rule, found, probe, further, suffix, any ? milestones : null, matches);
    }

    /** The rows that candidates look up by the keys of their step. */
    private static BoundStep probe(JoinRule rule, BoundStep[] before) {
        for (BoundStep bound : before) {
            if (bound.step().pattern() == rule.probe()) {
                return BoundStep.of(bound.step(), rule.candidate().keys(), bound.table());
            }
        }
        throw new IllegalStateException(
                "no rows to look up in " + rule.checked().id());
    }

    private FactTable table(FactType type) {
        return tables.computeIfAbsent(
                type.name(),
                name -> whole != null && context.isWholeIn(List.of(type))
                        ? whole.table(type) // complete, because that city has the same rules
                        : new FactTable(context.byType().getOrDefault(name, List.of()), conditions, context.keys()));
    }
}
