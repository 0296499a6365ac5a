package dev.winnow.engine.internal.score;

import dev.winnow.engine.internal.evaluate.RuleOutcome;
import dev.winnow.engine.internal.evaluate.ScoringPlan;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Internal;
import dev.winnow.model.value.Fraction;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * Computes the verdict of a candidate repeatedly with the outcomes of a few rules changed. Only the criteria of these
 * rules are added up again. Sets of verdicts are bit sets of {@link #bit}. Not thread-safe.
 */
@Internal
public final class VerdictRecalculation {

    private static final int KNOCKED_OUT = 1;
    private static final int MAY_BE_KNOCKED_OUT = 2;
    private static final int FLAGGED = 4;
    private static final int MAY_BE_FLAGGED = 8;

    /** The verdict, as a bit, by the bits of the blocking rules and the number of the {@link ThresholdPosition}. */
    private static final int[][] VERDICTS = verdicts();

    private final Frame frame;
    private final ScoringPlan plan;
    private final RuleOutcome[] base;
    // The outcomes in use. Each question changes some and restores them at its end.
    private final Fraction[] low;
    private final Fraction[] high;
    private final RuleOutcome[] now;
    private final Fraction[] lowOfPart;
    private final Fraction[] highOfPart;
    private final boolean[] touched;

    /** Data common to all candidates of a pack. Immutable. */
    static final class Frame {

        private final ScoringPlan plan;
        /** By rule, the number of its criterion; -1 for none. */
        private final int[] partOf;
        /** The thresholds multiplied by the weights of each side, so that sums need no division. */
        private final Fraction[] decline;

        private final Fraction[] recommend;
        /** The position of score 0. */
        private final int nothing;

        private final boolean gap;
        private final int[] knockOuts;
        private final int[] redFlags;

        /**
         * @param rules the number of rules
         * @param nothing the position of score 0: negative if too low, positive if enough
         * @param gap whether a score may lie between the thresholds
         * @param knockOuts the numbers of the knock-outs
         * @param redFlags the numbers of the red flags
         */
        Frame(
                ScoringPlan plan,
                int rules,
                BigDecimal decline,
                BigDecimal recommend,
                int nothing,
                boolean gap,
                int[] knockOuts,
                int[] redFlags) {
            this.plan = plan;
            this.partOf = new int[rules];
            Arrays.fill(partOf, -1);
            for (ScoringPlan.Part part : plan.parts()) {
                part.groups().forEach(group -> group.rules().forEach(rule -> partOf[rule] = part.number()));
                for (int i = 0; i < part.caps(); i++) {
                    partOf[part.cap(i)] = part.number();
                }
            }
            this.decline = times(decline);
            this.recommend = times(recommend);
            this.nothing = nothing;
            this.gap = gap;
            this.knockOuts = knockOuts;
            this.redFlags = redFlags;
        }

        private Fraction[] times(BigDecimal threshold) {
            return plan.sides().stream()
                    .map(side -> Fraction.of(threshold).times(side.total()))
                    .toArray(Fraction[]::new);
        }
    }

    VerdictRecalculation(Frame frame, List<RuleOutcome> outcomes) {
        this.frame = frame;
        this.plan = frame.plan;
        this.base = outcomes.toArray(RuleOutcome[]::new);
        this.now = base.clone();
        this.low = new Fraction[base.length];
        this.high = new Fraction[base.length];
        for (int i = 0; i < base.length; i++) {
            low[i] = base[i].low();
            high[i] = base[i].high();
        }
        int parts = plan.parts().size();
        this.lowOfPart = new Fraction[parts];
        this.highOfPart = new Fraction[parts];
        this.touched = new boolean[parts];
        for (int i = 0; i < parts; i++) {
            lowOfPart[i] = low(plan.parts().get(i));
            highOfPart[i] = high(plan.parts().get(i));
        }
    }

    private static int[][] verdicts() {
        int[][] verdicts = new int[16][ThresholdPosition.COUNT];
        for (int stops = 0; stops < verdicts.length; stops++) {
            BlockingRules those = new BlockingRules(
                    (stops & KNOCKED_OUT) != 0,
                    (stops & MAY_BE_KNOCKED_OUT) != 0,
                    (stops & FLAGGED) != 0,
                    (stops & MAY_BE_FLAGGED) != 0);
            for (int reach = 0; reach < ThresholdPosition.COUNT; reach++) {
                verdicts[stops][reach] =
                        bit(those.because(ThresholdPosition.of(reach)).verdict());
            }
        }
        return verdicts;
    }

    /** The bit of a verdict in a set. */
    public static int bit(Verdict verdict) {
        return BlockingRules.bit(verdict);
    }

    /**
     * The verdict, as a bit, if some rules have other outcomes.
     *
     * @param rules the numbers of the rules
     * @param found the outcome of each
     */
    public int verdict(int[] rules, RuleOutcome[] found) {
        for (int i = 0; i < rules.length; i++) {
            put(rules[i], found[i], found[i].low(), found[i].high());
        }
        int stops = stops();
        int least = zone(true);
        int most = zone(false);
        restore(rules);
        return VERDICTS[stops][ThresholdPosition.number(least, most, frame.gap)];
    }

    /**
     * The verdicts possible if the outcomes of some rules vary within bounds. Blocking rules and both ends of the score
     * are bounded separately, so the set may include a verdict that no outcomes bring; it never lacks one.
     *
     * @param rules the numbers of the rules
     * @param bounds for each rule, an outcome that bounds its possible outcomes
     */
    public int within(int[] rules, RuleOutcome[] bounds) {
        boolean mayKnockOut = false;
        boolean mayFlag = false;
        boolean counts = false;
        for (int i = 0; i < rules.length; i++) {
            int rule = rules[i];
            RuleOutcome bound = bounds[i];
            Effect effect = bound.rule().rule().effect();
            boolean stops = effect.bearing() == Effect.Bearing.VERDICT;
            if (stops && !bound.isDecided()) {
                mayKnockOut |= effect == Effect.KNOCK_OUT;
                mayFlag |= effect == Effect.RED_FLAG;
                put(rule, bound.ruledOut(), Fraction.ZERO, Fraction.ZERO);
            } else {
                put(rule, bound, bound.low(), bound.high());
            }
            counts |= frame.partOf[rule] >= 0;
        }
        int stops = stops();
        int leastLow = zone(true);
        int mostHigh = zone(false);
        int mostLow = leastLow;
        int leastHigh = mostHigh;
        if (counts) {
            for (int i = 0; i < rules.length; i++) {
                low[rules[i]] = bounds[i].high();
            }
            mostLow = zone(true);
            for (int i = 0; i < rules.length; i++) {
                high[rules[i]] = bounds[i].low();
            }
            leastHigh = zone(false);
        }
        restore(rules);
        int all = 0;
        for (int out = 0; out < (mayKnockOut ? 3 : 1); out++) {
            for (int flag = 0; flag < (mayFlag ? 3 : 1); flag++) { // 0: do not hold, 1: open, 2: hold
                int with = stops
                        | (out == 0 ? 0 : out == 1 ? MAY_BE_KNOCKED_OUT : KNOCKED_OUT)
                        | (flag == 0 ? 0 : flag == 1 ? MAY_BE_FLAGGED : FLAGGED);
                for (int least = leastLow; least <= mostLow; least++) {
                    for (int most = Math.max(least, leastHigh); most <= mostHigh; most++) {
                        all |= VERDICTS[with][ThresholdPosition.number(least, most, frame.gap)];
                    }
                }
            }
        }
        return all;
    }

    private void put(int rule, RuleOutcome outcome, Fraction least, Fraction most) {
        now[rule] = outcome;
        low[rule] = least;
        high[rule] = most;
        int part = frame.partOf[rule];
        if (part >= 0) {
            touched[part] = true;
        }
    }

    private void restore(int[] rules) {
        for (int rule : rules) {
            now[rule] = base[rule];
            low[rule] = base[rule].low();
            high[rule] = base[rule].high();
        }
        Arrays.fill(touched, false);
    }

    private int stops() {
        return (anyHolds(frame.knockOuts) ? KNOCKED_OUT : 0)
                | (anyIsOpen(frame.knockOuts) ? MAY_BE_KNOCKED_OUT : 0)
                | (anyHolds(frame.redFlags) ? FLAGGED : 0)
                | (anyIsOpen(frame.redFlags) ? MAY_BE_FLAGGED : 0);
    }

    private boolean anyHolds(int[] rules) {
        for (int rule : rules) {
            if (now[rule].holds()) {
                return true;
            }
        }
        return false;
    }

    private boolean anyIsOpen(int[] rules) {
        for (int rule : rules) {
            if (now[rule].isOpen()) {
                return true;
            }
        }
        return false;
    }

    /**
     * The position of an end of the score, which is that of the lower side: negative if too low, positive if enough.
     * Rounding keeps order, so exact values are compared.
     */
    private int zone(boolean least) {
        int zone = plan.sides().size() < 2 ? frame.nothing : 1;
        for (int i = 0; i < plan.sides().size() && zone >= 0; i++) {
            ScoringPlan.SideWeights side = plan.sides().get(i);
            Fraction.Sum sum = new Fraction.Sum();
            for (int j = 0; j < side.parts().size(); j++) {
                ScoringPlan.Part part = side.parts().get(j);
                int number = part.number();
                Fraction[] kept = least ? lowOfPart : highOfPart;
                sum.add(!touched[number] ? kept[number] : least ? low(part) : high(part), part.written());
            }
            Fraction all = sum.taken();
            int ofSide = all.compareTo(frame.decline[i]) < 0 ? -1 : all.compareTo(frame.recommend[i]) >= 0 ? 1 : 0;
            zone = Math.min(zone, ofSide);
        }
        return zone;
    }

    /** The certain score of a criterion: the points of its rules, limited to 100 and its ceiling. */
    private Fraction low(ScoringPlan.Part part) {
        Fraction ceiling = Fraction.min(earned(part, low), Fraction.HUNDRED);
        for (int i = 0; i < part.caps(); i++) {
            int cap = part.cap(i);
            if (now[cap].mayHold()) {
                ceiling = Fraction.min(ceiling, low[cap]);
            }
        }
        return ceiling;
    }

    /** The possible score of a criterion. */
    private Fraction high(ScoringPlan.Part part) {
        Fraction ceiling = Fraction.min(earned(part, high), Fraction.HUNDRED);
        for (int i = 0; i < part.caps(); i++) {
            ceiling = Fraction.min(ceiling, high[part.cap(i)]);
        }
        return ceiling;
    }

    private static Fraction earned(ScoringPlan.Part part, Fraction[] by) {
        Fraction.Sum sum = new Fraction.Sum();
        for (int i = 0; i < part.alone(); i++) {
            sum.add(by[part.alone(i)]);
        }
        for (int i = 0; i < part.families(); i++) {
            Fraction most = Fraction.ZERO;
            List<Integer> family = part.family(i).rules();
            for (int j = 0; j < family.size(); j++) { // finds the rule of a family that earns most
                most = Fraction.max(most, by[family.get(j)]);
            }
            sum.add(most);
        }
        return sum.taken();
    }
}
