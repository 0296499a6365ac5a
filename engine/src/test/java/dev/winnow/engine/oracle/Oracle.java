package dev.winnow.engine.oracle;

import dev.winnow.engine.oracle.PlainRule.Deed;
import dev.winnow.engine.oracle.PlainRule.None;
import dev.winnow.engine.oracle.PlainRule.Part;
import dev.winnow.engine.oracle.PlainRule.Pick;
import dev.winnow.engine.oracle.PlainRule.Some;
import dev.winnow.engine.oracle.PlainRule.Step;
import dev.winnow.engine.oracle.PlainRule.Tally;
import dev.winnow.model.result.FactRef;
import dev.winnow.model.value.StartOfList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plain three-valued evaluation of rules: nested loops over facts, with Kleene's logic over intervals. Shares no code
 * with the engine and is written for simplicity.
 */
final class Oracle {

    private final PlainRule rule;
    private final Scene scene;
    private final Set<Fault> faults;
    private final @Nullable Object[] variables;
    private final List<Match> matches = new ArrayList<>();
    private final List<Row> path = new ArrayList<>();

    private Oracle(PlainRule rule, Scene scene, Set<Fault> faults) {
        this.rule = rule;
        this.scene = scene;
        this.faults = faults;
        this.variables = new Object[rule.variables()];
    }

    /** The outcome of every rule of a pack for a scene, by rule. */
    static Map<String, Outcome> judge(PlainPack pack, Scene scene) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (PlainRule rule : pack.rules()) {
            outcomes.put(rule.id(), judge(rule, scene, pack.faults()));
        }
        return outcomes;
    }

    static Outcome judge(PlainRule rule, Scene scene, Set<Fault> faults) {
        Oracle oracle = new Oracle(rule, scene, faults);
        oracle.follow(0, Truth.TRUE);
        return Outcome.of(rule, oracle.matches);
    }

    private void follow(int next, Truth truth) {
        if (truth == Truth.FALSE) {
            return;
        }
        if (next == rule.steps().size()) {
            matches.add(match(truth == Truth.TRUE));
            return;
        }
        Step step = rule.steps().get(next);
        if (step instanceof Some some) {
            for (Row row : scene.rows(some.pick().shape())) {
                path.add(row);
                follow(next + 1, truth.and(meets(some.pick(), row)));
                path.remove(path.size() - 1);
            }
        } else if (step instanceof None none) {
            follow(next + 1, truth.and(none(none.pick())));
        } else if (step instanceof Tally tally) {
            Range result = tally(tally);
            variables[tally.slot()] = result;
            follow(next + 1, truth.and(compare(tally, result)));
        }
    }

    private Truth meets(Pick pick, Row row) {
        if (pick.slot() >= 0) {
            variables[pick.slot()] = row;
        }
        Truth truth = row.phantom() ? Truth.UNKNOWN : Truth.TRUE;
        for (Part part : pick.parts()) {
            if (part.term() != null) {
                variables[part.slot()] = part.term().of(row, variables);
            } else {
                truth = truth.and(Objects.requireNonNull(part.claim()).of(row, variables));
            }
        }
        return row.phantom() && isTaken(pick, row) ? Truth.FALSE : truth;
    }

    /** Whether every key that a pattern allows for an unwritten row belongs to a written row. */
    private boolean isTaken(Pick pick, Row row) {
        boolean free = faults.contains(Fault.PHANTOM_OF_ANY_KEYS)
                || (pick.shape().isDeclared() && faults.contains(Fault.DECLARED_KEY_IS_FREE));
        if (pick.pins().isEmpty() || free) {
            return false;
        }
        List<List<Object>> keys = List.of(List.of());
        for (List<Term> pin : pick.pins()) {
            List<List<Object>> longer = new ArrayList<>();
            for (Term term : pin) {
                Object value = term.of(row, variables);
                if (value == null || value instanceof Unnamed || value instanceof StartOfList<?>) {
                    return false;
                }
                for (Object text : value instanceof Collection<?> texts ? texts : List.of(value)) {
                    for (List<Object> key : keys) {
                        List<Object> one = new ArrayList<>(key);
                        one.add(text);
                        longer.add(one);
                    }
                }
            }
            keys = longer;
        }
        Set<List<Object>> written = new HashSet<>();
        for (Row other : scene.rows(pick.shape())) {
            List<Object> key = new ArrayList<>();
            for (String part : pick.shape().key()) {
                Object value = other.values()[pick.shape().index(part)];
                key.add(value == null ? other : value);
            }
            written.add(key);
        }
        return written.containsAll(keys);
    }

    private Truth none(Pick pick) {
        Truth any = Truth.FALSE;
        for (Row row : scene.rows(pick.shape())) {
            any = any.or(meets(pick, row));
        }
        return faults.contains(Fault.NOT_UNSWAPPED) ? Truth.of(any != Truth.TRUE) : any.not();
    }

    /**
     * The low counts certain rows, with unknown amounts as 0; the high counts possible rows, with unknown amounts as
     * unbounded.
     */
    private Range tally(Tally tally) {
        Fraction low = Fraction.ZERO;
        Fraction high = Fraction.ZERO;
        for (Row row : scene.rows(tally.pick().shape())) {
            Truth truth = meets(tally.pick(), row);
            if (truth == Truth.FALSE) {
                continue;
            }
            Range amount = amount(tally, row);
            low = truth == Truth.TRUE ? low.plus(amount.low()) : low;
            high = Range.sum(high, amount.high());
        }
        return Range.computed(low, high, tally.unit());
    }

    private Range amount(Tally tally, Row row) {
        boolean counts = tally.amount() < 0;
        if (row.phantom()) {
            return Range.computed(Fraction.ZERO, null, tally.unit());
        }
        if (counts) {
            return Range.exactly(1);
        }
        Fraction most = faults.contains(Fault.SUM_SKIPS_UNKNOWN) ? Fraction.ZERO : null;
        return variables[tally.amount()] instanceof Range known
                ? known
                : Range.computed(Fraction.ZERO, most, tally.unit());
    }

    private Truth compare(Tally tally, Range result) {
        // The bound is a variable or a number and reads no row.
        Object bound = tally.bound().of(Row.phantom(tally.pick().shape()), variables);
        if (bound == null) {
            return faults.contains(Fault.NULL_FALSE) ? Truth.FALSE : Truth.UNKNOWN;
        }
        boolean atMost = tally.operator().startsWith("<");
        if (atMost && faults.contains(Fault.AT_MOST_UNSWAPPED)) {
            Range lower = Range.computed(result.low(), result.low(), result.unit());
            return Truth.of(lower.compare(tally.operator(), (Range) bound, faults) == Truth.TRUE);
        }
        return result.compare(tally.operator(), (Range) bound, faults);
    }

    private Match match(boolean certain) {
        Deed deed = rule.deed();
        boolean shared = deed.verb().equals("awardShare");
        List<FactRef> facts = path.stream()
                .filter(row -> !row.phantom())
                .map(Row::ref)
                .sorted()
                .toList();
        return new Match(
                certain,
                shared ? Range.lowShare(figure(0), figure(1), faults) : Fraction.ONE,
                shared ? Range.highShare(figure(0), figure(1), faults) : Fraction.ONE,
                certain ? reason(deed) : "",
                deed.verb().equals("cap") ? figure(0) : null,
                deed.verb().equals("suggest") ? variables[deed.figures().get(0)] : null,
                facts);
    }

    private @Nullable Range figure(int argument) {
        return (Range) variables[rule.deed().figures().get(argument)];
    }

    private String reason(Deed deed) {
        return Reasons.fill(
                deed.reason(),
                deed.arguments().stream()
                        .<@Nullable Object>map(slot -> variables[slot])
                        .toList(),
                scene.names());
    }

    @Override
    public String toString() {
        return rule.id() + " " + Arrays.toString(variables);
    }
}
