package dev.winnow.engine;

import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.walk.FlipPoints;
import dev.winnow.engine.internal.walk.Walker;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.model.domain.Project;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.source.Internal;
import dev.winnow.model.value.Amount;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges a candidate again with some facts changed. Only rules that read a changed fact are evaluated again, once per
 * set of values. Not thread-safe.
 */
public final class WhatIf {

    private static final String OWNER = "project.";
    private static final Amount TWO = Amount.of(2);

    /** Cache key: a rule and the changed facts that it reads. */
    private record Inputs(int rule, Map<String, @Nullable Object> facts) {}

    private final RulePack pack;
    private final EvaluationContext context;
    private final Project candidate;
    private final boolean illustrative;
    private final List<RuleOutcome> outcomes;
    private final List<Set<String>> reads;
    private final Map<Inputs, RuleOutcome> known = new HashMap<>();

    WhatIf(
            RulePack pack,
            EvaluationContext context,
            Project candidate,
            boolean illustrative,
            List<RuleOutcome> outcomes) {
        this.pack = pack;
        this.context = context;
        this.candidate = candidate;
        this.illustrative = illustrative;
        this.outcomes = outcomes;
        this.reads = pack.factsRead();
    }

    /**
     * {@return a figure of the candidate before any change; null if it is unknown}
     *
     * @param figure the name of the figure, such as {@code project.fundingNeed}
     */
    public @Nullable Figure now(String figure) {
        return (Figure) property(figure).of(candidate);
    }

    /**
     * {@return the unit of a project's figure; the pack's currency for money}
     *
     * @param figure the name of the figure, such as {@code project.fundingNeed}
     */
    public Unit unit(String figure) {
        Unit unit = Objects.requireNonNull(property(figure).value().unit());
        return unit.isMoney() ? pack.money() : unit;
    }

    private FactType.Property property(String figure) {
        FactType.Property property = !figure.startsWith(OWNER)
                ? null
                : pack.types().project().properties().get(figure.substring(OWNER.length()));
        if (property == null || property.value().kind() != FactType.Kind.FIGURE) {
            throw new IllegalArgumentException("unknown figure of a project: `" + figure + "`");
        }
        return property;
    }

    /**
     * {@return whether any rule reads both figures}
     *
     * @param one the name of a figure
     * @param other the name of another figure
     */
    public boolean readTogether(String one, String other) {
        return reads.stream().anyMatch(read -> read.contains(one) && read.contains(other));
    }

    /**
     * Assesses the candidate with other figures.
     *
     * @param figures the changed figures by name; null makes a figure unknown
     * @return the assessment; its rank is 0
     */
    public Assessment judge(Map<String, @Nullable Figure> figures) {
        return assess(figures);
    }

    /**
     * Assesses the candidate as if a stated fact of the project were not so: as if it were unknown and, if it is a yes
     * or no or a list, as if it were the opposite or empty.
     *
     * @param fact the name of a fact of the project, such as {@code project.fundingSecured}
     * @return the assessments, whose ranks are 0; empty if no rule reads the fact
     */
    public List<Assessment> without(String fact) {
        FactType.Property property = pack.types().project().properties().get(fact.substring(fact.indexOf('.') + 1));
        if (property == null || reads.stream().noneMatch(read -> read.contains(fact))) {
            return List.of();
        }
        Object now = property.of(candidate);
        List<@Nullable Object> others = new ArrayList<>();
        if (property.value().open()) {
            others.add(null);
        }
        if (now instanceof Boolean yes) {
            others.add(!yes);
        } else if (now instanceof Collection<?> list && !list.isEmpty()) {
            others.add(List.of());
        }
        List<Assessment> assessments = new ArrayList<>();
        for (Object other : others) {
            Map<String, @Nullable Object> changed = new HashMap<>();
            changed.put(fact, other);
            assessments.add(assess(changed));
        }
        return assessments;
    }

    /**
     * Assesses the candidate with other facts of the project.
     *
     * @param facts the changed facts by name, such as {@code project.fundingSecured}, with values as vocabularies hold
     *     them; null makes a fact unknown
     * @return the assessment; its rank is 0
     */
    @Internal
    public Assessment assess(Map<String, ? extends @Nullable Object> facts) {
        Project changed = changed(facts);
        return pack.scorer().assess(changed, illustrative, context, outcomes(facts, changed));
    }

    /**
     * {@return whether every rule has the same outcome for two sets of figures}
     *
     * @param some figures by name; null makes a figure unknown
     * @param others other figures by name; null makes a figure unknown
     */
    public boolean alike(Map<String, @Nullable Figure> some, Map<String, @Nullable Figure> others) {
        List<RuleOutcome> one = outcomes(some, changed(some));
        List<RuleOutcome> other = outcomes(others, changed(others));
        for (int i = 0; i < one.size(); i++) {
            RuleOutcome left = one.get(i);
            RuleOutcome right = other.get(i);
            boolean same = left.low().equals(right.low())
                    && left.high().equals(right.high())
                    && left.holds() == right.holds()
                    && left.isOpen() == right.isOpen();
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private List<RuleOutcome> outcomes(Map<String, ? extends @Nullable Object> facts, Project changed) {
        List<RuleOutcome> anew = new ArrayList<>(outcomes);
        for (int i = 0; i < anew.size(); i++) {
            Map<String, @Nullable Object> read = new TreeMap<>(facts);
            read.keySet().retainAll(reads.get(i));
            if (!read.isEmpty()) {
                Inputs inputs = new Inputs(i, read);
                RuleOutcome outcome = known.get(inputs);
                if (outcome == null) {
                    outcome = walk(pack.checkedRules().get(i), changed);
                    known.put(inputs, outcome);
                }
                anew.set(i, outcome);
            }
        }
        return anew;
    }

    /**
     * {@return the values of a figure at which a comparison changes its result, each with the next smaller value tried}
     * Between two of them only shares and ceilings change, and they change continuously.
     *
     * @param figure the name of the figure, such as {@code project.fundingNeed}
     * @param stated converts a value to a stated figure
     * @param others the values of other figures; figures not named keep their present values
     */
    public NavigableSet<Amount> turns(
            String figure, Function<Amount, @Nullable Figure> stated, Map<String, @Nullable Figure> others) {
        NavigableSet<Amount> turns = new TreeSet<>(List.of(Amount.ZERO));
        Map<Amount, Project> made = new HashMap<>();
        Function<Amount, Project> candidates =
                value -> made.computeIfAbsent(value, one -> changed(with(others, figure, stated.apply(one))));
        Amount most = unit(figure).isShare() ? Amount.ONE : Amount.UNBOUNDED;
        String component = figure.substring(OWNER.length());
        Project unknown = changed(with(others, figure, null));
        for (int i = 0; i < reads.size(); i++) {
            if (reads.get(i).contains(figure)) {
                CheckedRule rule = pack.checkedRules().get(i);
                FlipPoints watch = new FlipPoints(rule, component, most, candidates, turns);
                Walker.walk(rule, context, unknown, watch);
                if (watch.movesTotals()) {
                    between(turns).forEach(value -> Walker.walk(rule, context, candidates.apply(value), watch));
                }
            }
        }
        return turns;
    }

    private static List<Amount> between(NavigableSet<Amount> turns) {
        List<Amount> between = new ArrayList<>();
        Amount before = Amount.ZERO;
        for (Amount turn : turns) {
            between.add(before.plus(turn).over(TWO));
            before = turn;
        }
        between.add(before.times(TWO).plus(Amount.ONE));
        return between;
    }

    private static Map<String, @Nullable Figure> with(
            Map<String, @Nullable Figure> others, String figure, @Nullable Figure value) {
        Map<String, @Nullable Figure> all = new HashMap<>(others);
        all.put(figure, value);
        return all;
    }

    private RuleOutcome walk(CheckedRule rule, Project changed) {
        return Walker.walk(rule, context, changed, Walker.Watch.NONE).outcome();
    }

    private Project changed(Map<String, ? extends @Nullable Object> facts) {
        Map<String, @Nullable Object> changed = new HashMap<>();
        facts.forEach((name, value) -> changed.put(name.substring(OWNER.length()), value));
        return facts.isEmpty() ? candidate : pack.types().vocabulary().project().with(candidate, changed);
    }
}
