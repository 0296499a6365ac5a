package dev.winnow.past.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Successes among projects that the rules would have recommended, and among all others.
 *
 * @param recommended successes among recommended projects
 * @param others successes among projects with another verdict
 */
public record AdviceTable(Proportion recommended, Proportion others) {

    /**
     * The lift if outcomes had nothing to do with verdicts: its distribution over all ways to shuffle the outcomes
     * among the projects. It is computed exactly, by the hypergeometric distribution, and needs no random numbers.
     *
     * @param low lower end of the range that contains 95 % of the shuffles
     * @param high upper end of that range
     * @param reached share of shuffles whose lift is at least the observed one
     */
    public record Placebo(BigDecimal low, BigDecimal high, BigDecimal reached) {

        /** Whether a lift is within the range. */
        public boolean covers(BigDecimal lift) {
            return lift.compareTo(low) >= 0 && lift.compareTo(high) <= 0;
        }
    }

    private static final double TAIL = 0.025;

    /** Successes among all projects. */
    public Proportion all() {
        return recommended.and(others);
    }

    /** Whether there are enough successes and enough failures for rates. */
    public boolean isEnough() {
        return Math.min(all().hits(), all().cases() - all().hits()) >= Proportion.ENOUGH;
    }

    /** Whether a lift is defined: some projects are recommended, and some succeeded. */
    private boolean hasLift() {
        return recommended.cases() > 0 && all().hits() > 0;
    }

    private double lift(int hits) {
        return new Proportion(hits, recommended.cases()).ratio() / all().ratio();
    }

    /** The success rate of recommended projects divided by that of all; null if either is undefined or 0. */
    public @Nullable BigDecimal lift() {
        return hasLift() ? Proportion.rounded(lift(recommended.hits())) : null;
    }

    /** Whether the lift may be shown: there are enough outcomes, and enough recommended projects. */
    public boolean showsLift() {
        return isEnough() && recommended.isEnough() && hasLift();
    }

    /**
     * The 95 % interval of a lift.
     *
     * @param low its lower end, rounded down
     * @param high its upper end, rounded up
     */
    public record LiftRange(BigDecimal low, BigDecimal high) {}

    /**
     * The 95 % interval of the lift, from that of the ratio of both success rates (A. Donner and G. Zou, Closed-form
     * confidence intervals for functions of the normal mean and standard deviation, Statistical Methods in Medical
     * Research 21, 2012) with Wilson's intervals of both. Null without a lift, or if all projects are recommended.
     */
    public @Nullable LiftRange liftRange() {
        if (!hasLift() || others.cases() == 0) {
            return null;
        }
        double one = recommended.ratio();
        double other = others.ratio();
        double least = recommended.end(-1);
        double most = recommended.end(1);
        double otherLeast = others.end(-1);
        double otherMost = others.end(1);
        double product = one * other;
        double low = least <= 0
                ? 0
                : least
                        * (2 * one - least)
                        / (product + root(product, least * (2 * one - least) * otherMost * (2 * other - otherMost)));
        double high = otherLeast <= 0
                ? Double.POSITIVE_INFINITY
                : (product + root(product, most * (2 * one - most) * otherLeast * (2 * other - otherLeast)))
                        / (otherLeast * (2 * other - otherLeast));
        return new LiftRange(
                Proportion.rounded(ofRatio(low), RoundingMode.FLOOR),
                Proportion.rounded(ofRatio(high), RoundingMode.CEILING));
    }

    private static double root(double product, double subtracted) {
        return Math.sqrt(Math.max(0, product * product - subtracted));
    }

    /** The lift if the success rate of recommended projects is this multiple of that of the others. */
    private double ofRatio(double ratio) {
        double share = (double) recommended.cases() / all().cases();
        return ratio <= 0 ? 0 : 1 / (share + (1 - share) / ratio);
    }

    /** The lift by chance alone; null without a lift. */
    public @Nullable Placebo placebo() {
        if (!hasLift()) {
            return null;
        }
        int least = Math.max(0, all().hits() - others.cases());
        double[] chances = chances(least, Math.min(all().hits(), recommended.cases()));
        double reached = 0;
        for (int hits = Math.max(least, recommended.hits()); hits < least + chances.length; hits++) {
            reached += chances[hits - least];
        }
        return new Placebo(
                Proportion.rounded(lift(least + quantile(chances, TAIL))),
                Proportion.rounded(lift(least + quantile(chances, 1 - TAIL))),
                Proportion.rounded(Math.min(1, reached)));
    }

    /** The probabilities of the possible numbers of recommended successes, if outcomes are shuffled. */
    private double[] chances(int least, int most) {
        double[] chances = new double[most - least + 1];
        int likeliest = Math.min(
                most, Math.max(least, (int) ((all().hits() + 1L) * (recommended.cases() + 1L) / (all().cases() + 2L))));
        chances[likeliest - least] = 1;
        for (int hits = likeliest; hits < most; hits++) {
            chances[hits + 1 - least] = chances[hits - least] * next(hits);
        }
        for (int hits = likeliest; hits > least; hits--) {
            chances[hits - 1 - least] = chances[hits - least] / next(hits - 1);
        }
        double sum = 0;
        for (double chance : chances) {
            sum += chance;
        }
        for (int i = 0; i < chances.length; i++) {
            chances[i] /= sum;
        }
        return chances;
    }

    /** The probability of one more recommended success, as a multiple of that of these many. */
    private double next(int hits) {
        double more = (double) (all().hits() - hits) * (recommended.cases() - hits);
        return more / ((hits + 1.0) * (others.cases() - all().hits() + hits + 1.0));
    }

    private static int quantile(double[] chances, double share) {
        double sum = 0;
        int at = 0;
        while (at < chances.length - 1 && sum + chances[at] < share) {
            sum += chances[at++];
        }
        return at;
    }

    /**
     * The Brier score of the advice: a project is forecast to succeed with the share of successes among the
     * <em>other</em> projects with the same advice, recommended or not. A project alone with its advice has the share
     * among all others. Null without two projects.
     */
    public @Nullable BrierScore brier() {
        BrierScore.Sum sum = new BrierScore.Sum();
        addWithoutOne(sum, "recommended", recommended, all());
        addWithoutOne(sum, "others", others, all());
        return sum.score();
    }

    /** The Brier score without rules: the forecast is the share of successes among all other projects. */
    public @Nullable BigDecimal baseBrier() {
        BrierScore.Sum sum = new BrierScore.Sum();
        addWithoutOne(sum, "all", all(), all());
        BrierScore score = sum.score();
        return score == null ? null : score.score();
    }

    private static void addWithoutOne(BrierScore.Sum sum, String name, Proportion group, Proportion all) {
        if (all.cases() < 2) {
            return;
        }
        Proportion known = group.cases() > 1 ? group : all;
        for (int i = 0; i < group.cases(); i++) {
            boolean hit = i < group.hits();
            sum.add(name, (known.hits() - (hit ? 1.0 : 0.0)) / (known.cases() - 1), hit);
        }
    }
}
