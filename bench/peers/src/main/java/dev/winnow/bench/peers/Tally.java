package dev.winnow.bench.peers;

import dev.winnow.model.result.Effect;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records the matches of an engine for one candidate and converts them to findings. Not thread-safe. */
public final class Tally {

    private static final int RULES = Rule.all().size();

    private final boolean[] holds = new boolean[RULES];
    private final boolean[] mayHold = new boolean[RULES];
    private final double[] low = new double[RULES];
    private final double[] high = new double[RULES];

    /** Removes the records of the last candidate. */
    public void clear() {
        Arrays.fill(holds, false);
        Arrays.fill(mayHold, false);
        Arrays.fill(low, 0);
        Arrays.fill(high, 0);
    }

    /** Records that a rule certainly holds. */
    public void certainly(String rule) {
        put(Rule.of(rule), true, 1, 1);
    }

    /** Records that a rule possibly holds. */
    public void possibly(String rule) {
        put(Rule.of(rule), false, 0, 1);
    }

    /** Records that a rule certainly holds in a match that earns a share of its points. */
    public void certainly(String rule, double low, double high) {
        put(Rule.of(rule), true, low, high);
    }

    /** Records that a rule possibly holds in a match that earns at most a share of its points. */
    public void possibly(String rule, double high) {
        put(Rule.of(rule), false, 0, high);
    }

    void put(Rule rule, boolean certain) {
        put(rule, certain, 1, 1);
    }

    void put(Rule rule, boolean certain, double from, double to) {
        int number = rule.number();
        mayHold[number] = true;
        high[number] = Math.max(high[number], Math.min(1, to));
        if (certain) {
            holds[number] = true;
            low[number] = Math.max(low[number], Math.min(1, from));
        }
    }

    /**
     * Records the answer of an expression.
     *
     * @param answer 2, 1 or 0: certainly, possibly, not; for a share, a list of that number and the ends of the share
     */
    void answer(Rule rule, Object answer) {
        if (answer instanceof List<?> several) {
            double truth = number(several.get(0));
            if (truth > 0) {
                put(rule, truth > 1, number(several.get(1)), number(several.get(2)));
            }
        } else if (number(answer) > 0) {
            put(rule, number(answer) > 1);
        }
    }

    private static double number(@Nullable Object number) {
        return ((Number) Objects.requireNonNull(number)).doubleValue();
    }

    Findings findings() {
        Findings findings = new Findings();
        for (Rule rule : Rule.all()) {
            int number = rule.number();
            if (mayHold[number]) {
                findings.add(
                        rule.effect() != Effect.AWARD
                                ? holds[number] ? rule.certain() : rule.possible()
                                : rule.shared(holds[number], low[number], high[number]));
            }
        }
        return findings;
    }
}
