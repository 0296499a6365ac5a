package dev.winnow.engine;

import dev.winnow.model.Figure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears of the ways in which one rule holds for one candidate, and keeps what they come to and not the ways. It has heard
 * enough when nothing more can change that.
 */
final class FusedScore implements FusedWalk.Listener {

    /** So few ways in which a rule may hold at most are not counted, nor their reasons measured; as in a session. */
    private static final int FEW = 100;

    private final Conditions conditions;
    private final FusedRun run;
    private final Budget budget;
    private final FusedRule rule;
    private final boolean counted;
    private long ways;
    private int truth = Conditions.NOT;
    private Fraction least;
    private Fraction most;

    private FusedScore(Conditions conditions, FusedRun run, Budget budget, FusedFront front) {
        this.conditions = conditions;
        this.run = run;
        this.budget = budget;
        this.rule = front.rule();
        this.counted = front.ways() > FEW;
        this.least = rule.checked().rule().verb() == Verb.CAP ? Fraction.HUNDRED : Fraction.ZERO;
        this.most = least;
    }

    /**
     * What a rule comes to for the candidate that a run has turned to; null if nothing.
     *
     * @param points what the rule is worth in full
     * @param later puts together the ways, if somebody reads them
     */
    static @Nullable Outcome outcome(
            Conditions conditions,
            FusedRun run,
            Budget budget,
            FusedFront front,
            Fraction points,
            Outcome.Later later) {
        FusedScore score = new FusedScore(conditions, run, budget, front);
        run.run(front, score);
        return score.truth == Conditions.NOT ? null : score.outcome(points, later);
    }

    private Outcome outcome(Fraction points, Outcome.Later later) {
        boolean holds = truth == Conditions.CERTAINLY;
        Fraction low = least;
        Fraction high = most;
        boolean mayHold = switch (rule.checked().rule().effect()) {
            case AWARD -> {
                low = points.times(least);
                high = points.times(most);
                yield !holds || !low.equals(high);
            }
            case CAP -> true;
            case KNOCK_OUT, RED_FLAG, NOTE, SUGGEST -> !holds;
        };
        return new Outcome(rule.checked(), rule.number(), low, high, holds, mayHold, later);
    }

    @Override
    public boolean found(int holds) {
        truth = Math.max(truth, holds);
        boolean more = switch (rule.checked().rule().verb()) {
            case AWARD -> {
                most = Fraction.ONE;
                least = holds == Conditions.CERTAINLY ? Fraction.ONE : least;
                yield truth != Conditions.CERTAINLY;
            }
            case AWARD_SHARE -> {
                earn(Share.of(leading(0), leading(1)), holds);
                yield !least.equals(Fraction.ONE);
            }
            case CAP -> {
                limit(Share.ceiling(leading(1)), holds);
                yield true;
            }
            case KNOCK_OUT, RED_FLAG, NOTE, SUGGEST -> truth != Conditions.CERTAINLY;
        };
        if (counted) {
            count(holds);
        }
        return more || counted;
    }

    private void earn(Share share, int holds) {
        most = Fraction.max(most, share.high());
        if (holds == Conditions.CERTAINLY) {
            least = Fraction.max(least, share.low());
        }
    }

    /** Of a cap the low is the lowest ceiling that is possible, and the high the lowest that is certain. */
    private void limit(Share ceiling, int holds) {
        least = Fraction.min(least, ceiling.low());
        if (holds == Conditions.CERTAINLY) {
            most = Fraction.min(most, ceiling.high());
        }
    }

    private @Nullable Figure leading(int place) {
        return (Figure) conditions.value(rule.leading().get(place), run.facts(), run.ends());
    }

    /** Rules that hold in many ways are held to what sessions hold them to. */
    private void count(int holds) {
        ways++;
        boolean wordy = ways > FEW
                && holds == Conditions.CERTAINLY
                && ways * Effort.length(rule.checked().rule(), arguments()) > budget.characters();
        if (ways > budget.ways() || wordy) {
            throw new FusedLimit(rule.checked().id());
        }
    }

    private List<@Nullable Object> arguments() {
        List<@Nullable Object> arguments = new ArrayList<>();
        rule.arguments().forEach(number -> arguments.add(conditions.value(number, run.facts(), run.ends())));
        return arguments;
    }
}
